"""Settings of the session cookie and of the cookies of a pending sign-in."""

import os
import re
from collections.abc import Mapping
from typing import cast, get_args
from urllib.parse import urlsplit

from attrs import frozen

from workos_core.auth.identity.set_cookie import SameSite
from workos_core.errors import ConfigurationError, InvalidArgumentTypeError

NAME = "wos-session"
MAX_AGE = 34_560_000
"""Seconds: 400 days, the longest that browsers keep a cookie. The session in it ends earlier."""

HOST_PREFIX = "__Host-"
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_PATH = re.compile(r"/[!-:<-~]*")
_DOMAIN = re.compile(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


@frozen(kw_only=True)
class CookieSettings:
    """The name and attributes of the cookies that a sign-in sets. Create them with `cookie_settings`, which fills in the defaults.

    Attributes:
        name: The name of the session cookie, without the prefix.
        max_age: How long browsers keep the session cookie, in seconds.
        domain: The domain that the cookies are sent to, including its subdomains, or `None` for the current host only.
        same_site: The `SameSite` attribute: on which cross-site requests the cookies are sent.
        secure: Whether the cookies are sent over https only.
        host_only: Whether the cookie names start with `__Host-`. Browsers accept such cookies only from the host itself, so a
            subdomain can't overwrite them.
        path: The path below which browsers send the cookies, or `None` for the path below which the app is served (`/` with
            `host_only`).
    """

    name: str
    max_age: int
    domain: str | None
    same_site: SameSite
    secure: bool
    host_only: bool
    path: str | None = None

    @property
    def prefix(self) -> str:
        """The prefix of all cookie names."""
        return HOST_PREFIX if self.host_only else ""


def cookie_settings(
    redirect_uri: str,
    *,
    name: str | None = None,
    max_age: int | None = None,
    domain: str | None = None,
    same_site: SameSite | None = None,
    secure: bool | None = None,
    host_only: bool = False,
    path: str | None = None,
    environment: Mapping[str, str] = os.environ,
) -> CookieSettings:
    """Return the cookie settings, completed from environment variables and with the defaults of the WorkOS SDKs for Node.

    Args:
        redirect_uri: The redirect URI of the sign-in. If it is https, the cookies are secure unless you pass `secure`.
        name: The name of the session cookie; defaults to `WORKOS_COOKIE_NAME`, then `wos-session`.
        max_age: How long browsers keep the session cookie, in seconds; defaults to `WORKOS_COOKIE_MAX_AGE`, then 400 days.
        domain: The domain of the cookies; defaults to `WORKOS_COOKIE_DOMAIN`, then the current host only.
        same_site: The `SameSite` attribute; defaults to `WORKOS_COOKIE_SAMESITE`, then `lax`. `none` makes the cookies secure.
        secure: Whether the cookies are sent over https only; `None` derives it from the redirect URI.
        host_only: Whether the cookie names start with `__Host-`. The SDKs for Node don't read these names.
        path: The path below which browsers send the cookies. Defaults to the path below which the app is served, so that the cookies of
            two apps on one host don't mix; pass `"/"` to share the session with other apps on the host.
        environment: The environment variables.

    Raises:
        ConfigurationError: A setting is invalid, or two settings contradict each other.
    """
    name = name or environment.get("WORKOS_COOKIE_NAME") or NAME
    domain = domain or environment.get("WORKOS_COOKIE_DOMAIN") or None
    site = (same_site or environment.get("WORKOS_COOKIE_SAMESITE") or "lax").lower()
    seconds = _max_age(max_age, environment.get("WORKOS_COOKIE_MAX_AGE"))
    if not _TOKEN.fullmatch(name):
        raise ConfigurationError(
            f"{name!r} is not a valid cookie name: use letters, digits and -_. for name or WORKOS_COOKIE_NAME"
        )
    if domain is not None and not _DOMAIN.fullmatch(domain):
        raise ConfigurationError(f"domain or WORKOS_COOKIE_DOMAIN must be a domain like example.com (got {domain!r})")
    if site not in get_args(SameSite):
        raise ConfigurationError(
            f"same_site or WORKOS_COOKIE_SAMESITE must be 'lax', 'strict' or 'none' (got {site!r})"
        )
    https = urlsplit(redirect_uri).scheme == "https"
    is_secure = site == "none" or (https if secure is None else secure)
    if site == "none" and secure is False:
        raise ConfigurationError("same_site='none' requires secure cookies: remove secure=False")
    if host_only and (domain is not None or not is_secure):
        raise ConfigurationError("host_only=True requires secure cookies and no domain, as browsers do for __Host-")
    if path is not None and not _PATH.fullmatch(path):
        raise ConfigurationError(f"path of a cookie must start with a slash and be percent-encoded (got {path!r})")
    if host_only and path not in (None, "/"):
        raise ConfigurationError("host_only=True requires the path '/', as browsers do for __Host-")
    return CookieSettings(
        name=name,
        max_age=seconds,
        domain=domain,
        same_site="none" if site == "none" else "strict" if site == "strict" else "lax",
        secure=is_secure,
        host_only=host_only,
        path=path,
    )


def _max_age(seconds: int | None, text: str | None) -> int:
    if seconds is None and text:
        if not re.fullmatch(r"[0-9]{1,10}", text):
            raise ConfigurationError(f"WORKOS_COOKIE_MAX_AGE must be a number of seconds (got {text!r})")
        seconds = int(text)
    seconds = MAX_AGE if seconds is None else seconds
    if isinstance(seconds, bool) or not isinstance(cast("object", seconds), int):
        raise InvalidArgumentTypeError(f"max_age must be a number of seconds as an int, not {type(seconds).__name__}")
    if seconds <= 0:
        raise ConfigurationError(f"max_age of a cookie must be at least 1 second (got {seconds})")
    return seconds
