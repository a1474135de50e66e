"""The cookie that binds a sign-in to the browser that began it, as the AuthKit kits for Node write it.

One sealed value is both the `state` of the authorization URL and the value of the cookie. It holds the PKCE verifier. The callback
accepts it only if both are equal, so nobody can finish in one browser what was begun in another.
"""

import hmac
import time
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from attrs import field, frozen

from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sealing.keyring import Password
from workos_core.errors import InvalidArgumentError

COOKIE_PREFIX = "wos-auth-verifier"
MAX_AGE = 600
"""Seconds for which a sign-in can be finished: the `Max-Age` of the cookie."""

MAX_STATE_BYTES = 2048
"""Bytes of the longest state of your own."""

MAX_COOKIE_BYTES = 3800
"""Bytes of the longest cookie, name and value; longer ones are lost in some browsers and proxies."""

MAX_PENDING = 5
"""Sign-ins of one browser that can be pending at once."""

_SKEW = 60
_MAX_TIME_MS = 1e16
_REQUIRED = {"nonce", "code_verifier"}
_KEYS = {
    "nonce": "nonce",
    "code_verifier": "codeVerifier",
    "return_pathname": "returnPathname",
    "custom_state": "customState",
    "redirect_uri": "redirectUri",
    "issued_at": "issuedAt",
}
_FNV_OFFSET = 0x811C9DC5
_FNV_PRIME = 0x01000193


@frozen(kw_only=True)
class PendingSignIn:
    """What a sign-in leaves for its callback.

    Attributes:
        code_verifier: The PKCE verifier that goes into the exchange of the code.
        nonce: A random text that makes each sign-in differ.
        return_pathname: Where to send the user afterwards.
        custom_state: Your own state.
        redirect_uri: The redirect URI, if the sign-in had one of its own.
        issued_at: Unix time in seconds at which the sign-in began, if the kit that began it says so.
    """

    code_verifier: str = field(repr=False)
    nonce: str = field(repr=False)
    return_pathname: str | None = None
    custom_state: str | None = field(default=None, repr=False)
    redirect_uri: str | None = None
    issued_at: float | None = None


def verifier_cookie_name(state: str) -> str:
    """The name of the cookie of a sign-in, which depends on its state so that several can be pending."""
    digest = _FNV_OFFSET
    for byte in state.encode("utf-8", "surrogatepass"):
        digest = (digest ^ byte) * _FNV_PRIME & 0xFFFFFFFF
    return f"{COOKIE_PREFIX}-{digest:08x}"


def seal_verifier(
    code_verifier: str,
    password: Password,
    *,
    return_pathname: str | None = None,
    custom_state: str | None = None,
    redirect_uri: str | None = None,
    nonce: str | None = None,
    issued_at: bool = True,
    now: float | None = None,
) -> str:
    """Make the value that is both state and cookie. It can be opened for 600 seconds.

    Set it as a cookie named by `verifier_cookie_name`, HttpOnly, with SameSite=Lax (or None, but not Strict, which would keep it
    from the callback), Path=/ and Max-Age=600, and expire that cookie in the callback, however it ends.

    Args:
        code_verifier: The PKCE verifier.
        password: The cookie password, or several, of which the first seals.
        return_pathname: Where to send the user afterwards.
        custom_state: Your own state, at most 2048 bytes.
        redirect_uri: The redirect URI, where it is not the usual one.
        nonce: A random text; None makes one.
        issued_at: Whether to write down the time. authkit-session refuses cookies without it, authkit-nextjs does not mind it.
        now: Unix time in seconds; None is the present.

    Raises:
        InvalidArgumentError: The state is too long, or the cookie would be.
        ConfigurationError: A password is too short.
    """
    if custom_state is not None and len(custom_state.encode("utf-8", "surrogatepass")) > MAX_STATE_BYTES:
        raise InvalidArgumentError(f"custom_state has more than {MAX_STATE_BYTES} bytes")
    moment = time.time() if now is None else now
    values = {
        "nonce": str(uuid4()) if nonce is None else nonce,
        "code_verifier": code_verifier,
        "return_pathname": return_pathname,
        "custom_state": custom_state,
        "redirect_uri": redirect_uri,
        "issued_at": round(moment * 1000) if issued_at else None,
    }
    data = {_KEYS[name]: value for name, value in values.items() if value is not None}
    sealed = seal(data, password, ttl=MAX_AGE, now=moment)
    if len(verifier_cookie_name(sealed)) + 1 + len(sealed) > MAX_COOKIE_BYTES:
        raise InvalidArgumentError(
            f"the cookie of the sign-in would have more than {MAX_COOKIE_BYTES} bytes: "
            "shorten custom_state, return_pathname or redirect_uri"
        )
    return sealed


def unseal_verifier(
    state: str | None, cookie: str | None, password: Password, *, now: float | None = None
) -> PendingSignIn:
    """Check that a callback belongs to a sign-in of this browser and return what the sign-in left.

    Args:
        state: The `state` of the callback; None when it has none.
        cookie: The cookie, as `find_verifier_cookie` gives it.
        password: The cookie password, or several.
        now: Unix time in seconds; None is the present.

    Raises:
        SealError: State or cookie is missing (reasons `missing_state`, `missing_cookie`), they differ (`state_mismatch`), or
            the value is not genuine, is of something else or has expired. Nothing else is raised, whatever the texts are.
        ConfigurationError: A password is too short.
    """
    if not state:
        raise SealError("the callback has no state", reason="missing_state")
    if not cookie:
        raise SealError("this browser has no cookie of the sign-in", reason="missing_cookie")
    if not hmac.compare_digest(state.encode("utf-8", "surrogatepass"), cookie.encode("utf-8", "surrogatepass")):
        raise SealError("the state of the callback is not that of the sign-in", reason="state_mismatch")
    moment = time.time() if now is None else now
    pending = _read(unseal(cookie, password, now=moment))
    if pending.issued_at is not None and not -_SKEW <= moment - pending.issued_at <= MAX_AGE:
        raise SealError("the sign-in has expired", reason="expired")
    return pending


def find_verifier_cookie(state: str, cookies: Mapping[str, str]) -> str | None:
    """The cookie of a sign-in among those of a request: by its own name, or by the one that older kits gave to all."""
    return cookies.get(verifier_cookie_name(state)) or cookies.get(COOKIE_PREFIX)


def stale_verifier_cookies(present: Iterable[str], keep: str, *, limit: int = MAX_PENDING) -> list[str]:
    """Names of the cookies to expire when a sign-in begins: none, or all others once there would be more than five.

    Sign-ins that nobody finishes would otherwise fill the header of each request.

    Args:
        present: Names of all cookies of the request.
        keep: The name of the new cookie.
        limit: How many may be pending.
    """
    others = sorted(
        {name for name in present if name != keep and (name == COOKIE_PREFIX or name.startswith(f"{COOKIE_PREFIX}-"))}
    )
    return others if len(others) + 1 > limit else []


def _read(data: dict[str, Any]) -> PendingSignIn:
    values = {name: data[key] for name, key in _KEYS.items() if data.get(key) is not None}
    issued = values.pop("issued_at", 0)
    number = isinstance(issued, (int, float)) and not isinstance(issued, bool) and abs(issued) < _MAX_TIME_MS
    if not (values.keys() >= _REQUIRED and all(isinstance(value, str) for value in values.values()) and number):
        raise SealError("the sealed value is not of a sign-in", reason="bad_payload")
    return PendingSignIn(**values, issued_at=issued / 1000 if issued else None)
