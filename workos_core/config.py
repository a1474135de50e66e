"""The configuration of a client, from arguments, environment variables and defaults."""

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
"""The clock skew in seconds that is tolerated when an access token is verified."""


@frozen
class Config:
    """The validated configuration of a client.

    Attributes:
        api_key: The secret API key; None for a public client.
        client_id: The client ID of the environment, for sign-in.
        base_url: The base URL without a trailing slash.
        cookie_password: The password that seals session cookies, unless a call passes its own.
        issuers: The accepted issuers of access tokens; None accepts any issuer.
        leeway: The clock skew in seconds that is tolerated between the issuer of a token and this machine.
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
    """Return the configuration; environment variables supply the arguments that are not passed.

    They are `WORKOS_API_KEY`, `WORKOS_CLIENT_ID`, `WORKOS_BASE_URL`, `WORKOS_ISSUER` (separate several issuers with commas) and
    `WORKOS_COOKIE_PASSWORD`. A missing API key or client ID is reported by the first call that requires it, so that a module can create a
    client where the environment is not configured.

    Raises:
        ConfigurationError: The API key or the client ID has invalid characters, the base URL is invalid or would send the API key
            unencrypted, or the leeway is not a number of seconds.
    """
    api_key = api_key or environment.get("WORKOS_API_KEY") or None
    client_id = client_id or environment.get("WORKOS_CLIENT_ID") or None
    for name, value in (("api_key", api_key), ("client_id", client_id)):
        if value is not None and not (value.isascii() and value.isprintable() and " " not in value):
            raise ConfigurationError(
                f"{name} has an invalid character, such as a space or a line break; check it or WORKOS_{name.upper()}"
            )
    if not (isfinite(leeway) and leeway >= 0):
        raise ConfigurationError(f"leeway must be a number of seconds, at least 0 (got {leeway!r})")
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
    """Return the base URL without a trailing slash.

    Raises:
        ConfigurationError: It is not an https URL (or an http URL of a loopback host), or has a user, query or fragment.
    """
    try:
        url = urlsplit(text)
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise ConfigurationError(f"base_url {text!r} is malformed ({error}); check it or WORKOS_BASE_URL") from None
    if url.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"base_url {text!r} must look like {DEFAULT_BASE_URL}; check it or WORKOS_BASE_URL")
    if url.username or url.query or url.fragment:
        raise ConfigurationError("base_url must not have a user, query or fragment; check it or WORKOS_BASE_URL")
    if url.scheme == "http" and not _is_loopback(host):
        raise ConfigurationError(
            f"base_url {text!r} would send the API key unencrypted; use https (http is allowed for localhost only)"
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
    """Return the `User-Agent` header of the SDK."""
    return f"workos-async/{VERSION} python/{'.'.join(map(str, sys.version_info[:3]))}"
