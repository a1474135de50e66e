"""The settings of the cookies that a sign-in sets."""

import os
import re
from collections.abc import Mapping
from typing import get_args
from urllib.parse import urlsplit

from attrs import frozen

from workos_core.auth.identity.set_cookie import SameSite
from workos_core.errors import ConfigurationError

NAME = "wos-session"
MAX_AGE = 34_560_000
"""Seconds: 400 days, the longest that browsers keep a cookie. The session inside ends earlier."""

HOST_PREFIX = "__Host-"
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_DOMAIN = re.compile(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


@frozen(kw_only=True)
class CookieSettings:
    """How the cookies of a sign-in are set. Made by `cookie_settings`, which completes and checks them.

    Attributes:
        name: The name of the session cookie, without prefix.
        max_age: Seconds for which browsers keep the session cookie.
        domain: For which domain and its subdomains; None for the host alone.
        same_site: Which requests from other sites bring the cookie.
        secure: Whether the cookie is sent over https only.
        host_only: Whether the names begin with `__Host-`: browsers then take the cookies from this very host alone, so that no
            subdomain can put one of its own in their place.
    """

    name: str
    max_age: int
    domain: str | None
    same_site: SameSite
    secure: bool
    host_only: bool

    @property
    def prefix(self) -> str:
        """What stands before the names of all cookies."""
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
    environment: Mapping[str, str] = os.environ,
) -> CookieSettings:
    """Complete the settings of cookies from the environment and with what the kits for Node use.

    Args:
        redirect_uri: Where sign-in comes back to: over https the cookies are for https only.
        name: Of the session cookie; else `WORKOS_COOKIE_NAME`, else `wos-session`.
        max_age: Seconds; else `WORKOS_COOKIE_MAX_AGE`, else 400 days.
        domain: Else `WORKOS_COOKIE_DOMAIN`, else the host alone.
        same_site: Else `WORKOS_COOKIE_SAMESITE`, else `lax`. `none` makes the cookies secure.
        secure: Whether they are for https only; None goes by the redirect URI.
        host_only: Whether the names begin with `__Host-`. Kits for Node don't know these names.
        environment: The environment variables.

    Raises:
        ConfigurationError: A setting is no possible one, or two contradict each other.
    """
    name = name or environment.get("WORKOS_COOKIE_NAME") or NAME
    domain = domain or environment.get("WORKOS_COOKIE_DOMAIN") or None
    site = (same_site or environment.get("WORKOS_COOKIE_SAMESITE") or "lax").lower()
    age = _seconds(max_age, environment.get("WORKOS_COOKIE_MAX_AGE"))
    if not _TOKEN.fullmatch(name):
        raise ConfigurationError(f"{name!r} can't be the name of a cookie: letters, digits and -_. are safe")
    if domain is not None and not _DOMAIN.fullmatch(domain):
        raise ConfigurationError(f"the cookie domain {domain!r} is no domain; write it like example.com")
    if site not in get_args(SameSite):
        raise ConfigurationError(f"SameSite is 'lax', 'strict' or 'none', not {site!r}")
    https = urlsplit(redirect_uri).scheme == "https"
    safe = site == "none" or (https if secure is None else secure)
    if site == "none" and secure is False:
        raise ConfigurationError("browsers refuse SameSite=None without Secure: leave secure out")
    if host_only and (domain is not None or not safe):
        raise ConfigurationError("host_only needs https and no domain: that is what __Host- stands for")
    return CookieSettings(
        name=name,
        max_age=age,
        domain=domain,
        same_site="none" if site == "none" else "strict" if site == "strict" else "lax",
        secure=safe,
        host_only=host_only,
    )


def _seconds(given: int | None, text: str | None) -> int:
    if given is None and text:
        if not re.fullmatch(r"[0-9]{1,10}", text):
            raise ConfigurationError(f"WORKOS_COOKIE_MAX_AGE is a number of seconds, not {text!r}")
        given = int(text)
    age = MAX_AGE if given is None else given
    if age <= 0:
        raise ConfigurationError(f"the max_age of a cookie is at least one second, not {age}")
    return age
