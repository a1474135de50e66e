"""The origins whose pages belong to the application. Only their requests may use a cookie as an identity."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from workos_core.argument_checks import check_text
from workos_core.errors import ConfigurationError

_ORIGIN = re.compile(r"https?://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?")
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def origin_of(url: str) -> str:
    """Return the origin of an http URL, such as a redirect URI: its scheme, host and port, as browsers write it in `Origin`."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}".lower().removesuffix(_DEFAULT_PORTS.get(parts.scheme.lower(), ""))


def check_origins(origins: Iterable[str]) -> tuple[str, ...]:
    """Return origins as browsers write them.

    Raises:
        ConfigurationError: A value is not an origin.
    """
    if isinstance(origins, str):
        raise ConfigurationError(f"allowed_origins must be a list of origins, not a single string (got {origins!r})")
    checked: list[str] = []
    for origin in origins:
        check_text("an origin in allowed_origins", origin)
        if not _ORIGIN.fullmatch(origin):
            raise ConfigurationError(
                f"allowed_origins must contain origins like https://app.example.com, without a path (got {origin!r})"
            )
        checked.append(origin_of(origin))
    return tuple(checked)
