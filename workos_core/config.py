"""Checking and completing what a client is set up with: arguments, environment variables, defaults."""

import ipaddress
import os
import sys
from collections.abc import Mapping, Sequence
from math import isfinite
from urllib.parse import urlsplit

from attrs import field, frozen

from workos_core.errors import ConfigurationError
from workos_core.version import VERSION

DEFAULT_BASE_URL = "https://api.workos.com"
DEFAULT_LEEWAY = 30.0
"""Seconds by which clocks may differ."""


@frozen
class Config:
    """How to reach the API, and as whom.

    Attributes:
        api_key: The secret key; None for a public client.
        client_id: The client id of the environment, for sign-in.
        base_url: Scheme and host, without a slash at the end.
        cookie_password: What session cookies are sealed with, unless a call says otherwise.
        issuers: Who may have issued an access token; None is anyone.
        leeway: Seconds by which the clocks of whoever issues tokens and of this machine may differ.
    """

    api_key: str | None = field(repr=False)
    client_id: str | None
    base_url: str
    cookie_password: str | None = field(default=None, repr=False)
    issuers: tuple[str, ...] | None = None
    leeway: float = DEFAULT_LEEWAY


def load_config(
    api_key: str | None,
    client_id: str | None,
    base_url: str | None,
    environment: Mapping[str, str] = os.environ,
    *,
    issuer: str | Sequence[str] | None = None,
    leeway: float = DEFAULT_LEEWAY,
) -> Config:
    """Complete the arguments from the environment.

    That is `WORKOS_API_KEY`, `WORKOS_CLIENT_ID`, `WORKOS_BASE_URL`, `WORKOS_ISSUER` (several with commas between them) and
    `WORKOS_COOKIE_PASSWORD`.

    Raises:
        ConfigurationError: There is neither API key nor client id, the base URL is none that a key may be sent to, or the leeway is
            no number of seconds.
    """
    api_key = api_key or environment.get("WORKOS_API_KEY") or None
    client_id = client_id or environment.get("WORKOS_CLIENT_ID") or None
    if api_key is None and client_id is None:
        raise ConfigurationError(
            "no API key and no client id: pass WorkOS(api_key=…) or set WORKOS_API_KEY; "
            "for a public client pass WorkOS(client_id=…) or set WORKOS_CLIENT_ID"
        )
    for name, value in (("API key", api_key), ("client id", client_id)):
        if value is not None and not (value.isascii() and value.isprintable() and " " not in value):
            raise ConfigurationError(
                f"the {name} has characters that no {name} has; look for a line end or a space in it"
            )
    if not (isfinite(leeway) and leeway >= 0):
        raise ConfigurationError(f"leeway is a number of seconds from 0 on, not {leeway!r}")
    return Config(
        api_key,
        client_id,
        check_base_url(base_url or environment.get("WORKOS_BASE_URL") or DEFAULT_BASE_URL),
        environment.get("WORKOS_COOKIE_PASSWORD") or None,
        _issuers(issuer if issuer is not None else environment.get("WORKOS_ISSUER", "").split(",")),
        leeway,
    )


def _issuers(issuer: str | Sequence[str]) -> tuple[str, ...] | None:
    names = [issuer] if isinstance(issuer, str) else issuer
    return tuple(name.strip() for name in names if name.strip()) or None


def check_base_url(text: str) -> str:
    """The base URL without a slash at its end.

    Raises:
        ConfigurationError: It is no https URL (or http URL of this machine), or has more than scheme, host, port and path.
    """
    try:
        url = urlsplit(text)
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise ConfigurationError(f"the base URL {text!r} can't be read: {error}") from None
    if url.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"the base URL {text!r} must look like {DEFAULT_BASE_URL}")
    if url.username or url.query or url.fragment:
        raise ConfigurationError("the base URL may have no user, query or fragment")
    if url.scheme == "http" and not _is_loopback(host):
        raise ConfigurationError(
            f"the base URL {text!r} would send the API key in the clear: use https (http is for this machine only)"
        )
    return text.rstrip("/")


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def user_agent() -> str:
    """What the SDK calls itself."""
    return f"workos-async/{VERSION} python/{'.'.join(map(str, sys.version_info[:3]))}"
