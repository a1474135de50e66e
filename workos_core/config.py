"""The configuration of a client, from arguments, environment variables and defaults."""

import ipaddress
import os
import sys
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Protocol, cast
from urllib.parse import urlsplit

from attrs import field, frozen

from workos_core.errors import ConfigurationError
from workos_core.version import VERSION

if TYPE_CHECKING:
    from workos_core.serialization.plain_values import SecretText

DEFAULT_BASE_URL = "https://api.workos.com"
_QUOTES = ("'", '"', "“", "”", "‘", "’")
DEFAULT_LEEWAY = 30.0
"""The clock skew in seconds that is tolerated when an access token is verified."""


class URL(Protocol):
    """A URL object, such as that of httpx, httpx2 or yarl."""

    @property
    def scheme(self) -> str:
        """The scheme."""
        ...

    @property
    def host(self) -> str | None:
        """The host."""
        ...


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
        allow_insecure_http: Whether plain http to other machines is allowed.
    """

    api_key: str | None = field(repr=False)
    client_id: str | None
    base_url: str
    cookie_password: str | None = field(default=None, repr=False)
    issuers: tuple[str, ...] | None = None
    leeway: float = DEFAULT_LEEWAY
    allow_insecure_http: bool = False


def load_config(
    api_key: "str | SecretText | None",
    client_id: str | None,
    base_url: object,
    environment: Mapping[str, str] = os.environ,
    *,
    issuer: str | Sequence[str] | None = None,
    leeway: float = DEFAULT_LEEWAY,
    allow_insecure_http: bool = False,
) -> Config:
    """Return the configuration; environment variables supply the arguments that are not passed.

    They are `WORKOS_API_KEY`, `WORKOS_CLIENT_ID`, `WORKOS_BASE_URL`, `WORKOS_ISSUER` (separate several issuers with commas) and
    `WORKOS_COOKIE_PASSWORD`. A missing API key or client ID is reported by the first call that requires it, so that a module can create a
    client where the environment is not configured.

    Raises:
        ConfigurationError: The API key or the client ID has invalid characters, the base URL is invalid or would send the API key
            unencrypted, or the leeway is not a number of seconds.
    """
    key = _text("api_key", api_key) or environment.get("WORKOS_API_KEY") or None
    client = _text("client_id", client_id) or environment.get("WORKOS_CLIENT_ID") or None
    for name, value in (("api_key", key), ("client_id", client)):
        if value is not None and value[:1] in _QUOTES:
            raise ConfigurationError(
                f"{name} starts with a quotation mark; remove the quotation marks from it or WORKOS_{name.upper()}"
            )
        if value is not None and not (value.isascii() and value.isprintable() and " " not in value):
            raise ConfigurationError(
                f"{name} has an invalid character, such as a space or a line break; check it or WORKOS_{name.upper()}"
            )
    if key is not None and client is not None and key.startswith("client_") and client.startswith("sk_"):
        raise ConfigurationError(
            "api_key is a client ID and client_id is an API key; swap them, or WORKOS_API_KEY and WORKOS_CLIENT_ID"
        )
    if key is not None and key.startswith("client_"):
        raise ConfigurationError("api_key is a client ID; an API key starts with sk_. Check it or WORKOS_API_KEY")
    if client is not None and client.startswith("sk_"):
        raise ConfigurationError(
            "client_id is an API key; a client ID starts with client_. Check it or WORKOS_CLIENT_ID"
        )
    if isinstance(leeway, bool) or not isinstance(cast("object", leeway), (int, float)):
        raise ConfigurationError(f"leeway must be a number of seconds, not {type(leeway).__name__}")
    if not (isfinite(leeway) and leeway >= 0):
        raise ConfigurationError(f"leeway must be a number of seconds, at least 0 (got {leeway!r})")
    return Config(
        key,
        client,
        check_base_url(
            _url_text(base_url) or environment.get("WORKOS_BASE_URL") or DEFAULT_BASE_URL,
            allow_insecure_http=allow_insecure_http,
        ),
        environment.get("WORKOS_COOKIE_PASSWORD") or None,
        _issuers(issuer if issuer is not None else environment.get("WORKOS_ISSUER", "").split(",")),
        leeway,
        allow_insecure_http,
    )


def _issuers(issuer: str | Sequence[str]) -> tuple[str, ...] | None:
    names = [issuer] if isinstance(issuer, str) else issuer
    if not isinstance(cast("object", names), Sequence) or not all(
        isinstance(cast("object", name), str) for name in names
    ):
        raise ConfigurationError(f"issuer must be a str or a list of str (got {issuer!r}); check it or WORKOS_ISSUER")
    return tuple(name.strip() for name in names if name.strip()) or None


def _text(name: str, value: object) -> str | None:
    """Return the text of a setting; secrets such as the `SecretStr` of pydantic have a method that returns it."""
    reveal = getattr(value, "get_secret_value", None)
    text = value if reveal is None else reveal()
    if text is None:
        return None
    if not isinstance(text, str):
        hint = "; call .decode()" if isinstance(text, bytes) else ""
        raise ConfigurationError(f"{name} must be a str, not {type(text).__name__}{hint}")
    return str.__str__(text)


def _url_text(value: object) -> str | None:
    """Return the text of a URL, which may be a URL object of httpx, httpx2 or yarl."""
    is_url = hasattr(value, "scheme") and hasattr(value, "host")
    return str(value) if is_url else _text("base_url", value)


_MAX_LABEL = 63
"""Characters of a part of a host name between two dots (RFC 1035)."""


def check_base_url(text: str, *, allow_insecure_http: bool = False) -> str:
    """Return the base URL without a trailing slash.

    Raises:
        ConfigurationError: It is not an https URL (or an http URL of a loopback host, or one that is allowed), or has a user, query
            or fragment.
    """
    try:
        url = urlsplit(text)
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise ConfigurationError(f"base_url {text!r} is malformed ({error}); check it or WORKOS_BASE_URL") from None
    if url.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"base_url {text!r} must look like {DEFAULT_BASE_URL}; check it or WORKOS_BASE_URL")
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ConfigurationError(
            f"base_url {text!r} has an invalid character, such as a space; check it or WORKOS_BASE_URL"
        )
    if any(not 0 < len(label) <= _MAX_LABEL for label in host.removesuffix(".").split(".")):
        raise ConfigurationError(
            f"base_url {text!r} has a host with an empty or too long part between two dots; check it or WORKOS_BASE_URL"
        )
    if url.username or url.query or url.fragment:
        raise ConfigurationError("base_url must not have a user, query or fragment; check it or WORKOS_BASE_URL")
    if url.scheme == "http" and not allow_insecure_http and not is_loopback(host):
        raise ConfigurationError(
            f"base_url {text!r} would send the API key unencrypted; use https. For an emulator in another container of a private network, pass "
            "allow_insecure_http=True"
        )
    return text.rstrip("/")


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine, by its name or address."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def user_agent() -> str:
    """Return the `User-Agent` header of the SDK."""
    return f"workos-async/{VERSION} python/{'.'.join(map(str, sys.version_info[:3]))}"
