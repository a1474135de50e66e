"""The cookie that binds a sign-in to the browser that started it, in the format of the AuthKit SDKs for Node.

One sealed value is both the `state` of the authorization URL and the value of the cookie. It contains the PKCE verifier. The callback
requires both to be equal, so a sign-in can be completed only in the browser that started it.
"""

import hmac
import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from attrs import field, frozen

from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sealing.keyring import Password
from workos_core.clock import unix_time
from workos_core.errors import InvalidArgumentError

COOKIE_PREFIX = "wos-auth-verifier"
MAX_AGE = 600
"""Seconds within which a sign-in must be completed: the `Max-Age` of the cookie."""

MAX_STATE_BYTES = 2048
"""Bytes of the longest `custom_state`."""

MAX_COOKIE_BYTES = 3800
"""Bytes of the longest cookie, name and value. Some browsers and proxies drop longer ones."""

MAX_PENDING = 5
"""The number of sign-ins that can be pending in one browser."""

_NAME = re.compile(rf"{COOKIE_PREFIX}(-[0-9a-f]{{8}})?")
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
    """A sign-in that has been started and waits for its callback.

    Attributes:
        code_verifier: The PKCE verifier to exchange the code with.
        nonce: A random text that makes each sign-in unique.
        return_pathname: The path to redirect the user to afterwards.
        custom_state: The custom state of the app.
        redirect_uri: The redirect URI, if it differs from the default.
        issued_at: The Unix time in seconds at which the sign-in started, if the SDK that started it stores the time.
    """

    code_verifier: str = field(repr=False)
    nonce: str = field(repr=False)
    return_pathname: str | None = None
    custom_state: str | None = field(default=None, repr=False)
    redirect_uri: str | None = None
    issued_at: float | None = None


def verifier_cookie_name(state: str) -> str:
    """Return the name of the cookie of a sign-in. It depends on the state, so that several sign-ins can be pending."""
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
    """Return the sealed value that is both the state and the cookie of a sign-in. It is valid for 600 seconds.

    Set it as a cookie with the name from `verifier_cookie_name`, HttpOnly, SameSite=Lax (or None; with Strict, the browser doesn't
    send it to the callback), Path=/ and Max-Age=600. Expire the cookie in the callback, whether the sign-in succeeds or fails.

    Args:
        code_verifier: The PKCE verifier.
        password: The cookie password, or several, of which the first seals.
        return_pathname: The path to redirect the user to afterwards.
        custom_state: A custom state, at most 2048 bytes.
        redirect_uri: The redirect URI, if it differs from the default.
        nonce: A random text; `None` generates one.
        issued_at: Whether to store the time. authkit-session rejects cookies without it; authkit-nextjs ignores it.
        now: The current Unix time in seconds; defaults to the system clock.

    Raises:
        InvalidArgumentError: `custom_state` is too long, or the cookie would be.
        ConfigurationError: A password is too short.
    """
    if custom_state is not None and (size := len(custom_state.encode("utf-8", "surrogatepass"))) > MAX_STATE_BYTES:
        raise InvalidArgumentError(f"custom_state must be at most {MAX_STATE_BYTES} bytes (got {size})")
    current_time = unix_time() if now is None else now
    values = {
        "nonce": str(uuid4()) if nonce is None else nonce,
        "code_verifier": code_verifier,
        "return_pathname": return_pathname,
        "custom_state": custom_state,
        "redirect_uri": redirect_uri,
        "issued_at": round(current_time * 1000) if issued_at else None,
    }
    data = {_KEYS[name]: value for name, value in values.items() if value is not None}
    sealed = seal(data, password, ttl=MAX_AGE, now=current_time)
    if (size := len(verifier_cookie_name(sealed)) + 1 + len(sealed)) > MAX_COOKIE_BYTES:
        raise InvalidArgumentError(
            f"the cookie of the sign-in would have {size} bytes, the maximum is {MAX_COOKIE_BYTES} bytes: "
            "shorten custom_state, return_pathname or redirect_uri"
        )
    return sealed


def unseal_verifier(
    state: str | None, cookie: str | None, password: Password, *, now: float | None = None
) -> PendingSignIn:
    """Verify that a callback belongs to a sign-in of this browser and return the pending sign-in.

    Args:
        state: The `state` of the callback, or `None` if it has none.
        cookie: The cookie that `find_verifier_cookie` returned.
        password: The cookie password, or several.
        now: The current Unix time in seconds; defaults to the system clock.

    Raises:
        SealError: The state or the cookie is missing (reasons `missing_state`, `missing_cookie`), they differ (`state_mismatch`), or
            the value is forged, expired or not of a sign-in. No input raises any other error.
        ConfigurationError: A password is too short.
    """
    if not state:
        raise SealError("the callback has no state", reason="missing_state")
    if not cookie:
        raise SealError("the request has no cookie of this sign-in", reason="missing_cookie")
    if not hmac.compare_digest(state.encode("utf-8", "surrogatepass"), cookie.encode("utf-8", "surrogatepass")):
        raise SealError("the state of the callback differs from the cookie of the sign-in", reason="state_mismatch")
    current_time = unix_time() if now is None else now
    pending = _read(unseal(cookie, password, now=current_time))
    if pending.issued_at is not None and not -_SKEW <= current_time - pending.issued_at <= MAX_AGE:
        raise SealError(f"the sign-in has expired: it must be completed within {MAX_AGE} s", reason="expired")
    return pending


def is_verifier_cookie(name: str) -> bool:
    """Return whether a name is that of the cookie of a sign-in."""
    return _NAME.fullmatch(name) is not None


def find_verifier_cookie(state: str, cookies: Mapping[str, str]) -> str | None:
    """Return the cookie of a sign-in, by its own name or by the name that older SDKs use for every sign-in, or `None`."""
    return cookies.get(verifier_cookie_name(state)) or cookies.get(COOKIE_PREFIX)


def stale_verifier_cookies(present: Iterable[str], keep: str, *, limit: int = MAX_PENDING) -> list[str]:
    """Return the names of the cookies to expire when a sign-in starts: all others, if more than five would be pending, else none.

    Abandoned sign-ins would otherwise fill the `Cookie` header.

    Args:
        present: The names of all cookies of the request.
        keep: The name of the new cookie.
        limit: The number of sign-ins that can be pending.
    """
    others = sorted({name for name in present if name != keep and is_verifier_cookie(name)})
    return others if len(others) + 1 > limit else []


def _read(data: dict[str, Any]) -> PendingSignIn:
    values = {name: data[key] for name, key in _KEYS.items() if data.get(key) is not None}
    issued_at = values.pop("issued_at", 0)
    is_time = isinstance(issued_at, (int, float)) and not isinstance(issued_at, bool) and abs(issued_at) < _MAX_TIME_MS
    if not (values.keys() >= _REQUIRED and all(isinstance(value, str) for value in values.values()) and is_time):
        raise SealError("the sealed value is not a pending sign-in", reason="bad_payload")
    return PendingSignIn(**values, issued_at=issued_at / 1000 if issued_at else None)
