"""Which HTTP library is used: httpx, or httpx2, its continuation with the same API."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias

from workos_core.errors import ConfigurationError
from workos_core.http.connection_settings import check_library

if TYPE_CHECKING:
    import httpx
    import httpx2

    HTTPClient: TypeAlias = httpx.AsyncClient | httpx2.AsyncClient
    Transport: TypeAlias = httpx.AsyncBaseTransport | httpx2.AsyncBaseTransport
else:
    HTTPClient = Transport = Any  # neither library is loaded before a request is sent

VARIABLE = "WORKOS_HTTP_LIBRARY"
_TWINS = ("httpx2", "httpx")


def load_library(name: str | None) -> Any:
    """The module of the library that was asked for by argument or environment, else httpx2 where it is installed, else httpx.

    Raises:
        ConfigurationError: It is unknown or not installed.
    """
    wanted = name or check_library(os.environ.get(VARIABLE))
    if wanted is None:
        wanted = "httpx2" if find_spec("httpx2") else "httpx"
    try:
        return import_module(wanted)
    except ImportError:
        raise ConfigurationError(
            f"the HTTP library {wanted} is not installed: pip install 'workos-async[{wanted}]'"
        ) from None


def library_of_client(client: object) -> Any:
    """The library that an HTTP client is of.

    Raises:
        TypeError: It is none.
    """
    for library in _loaded():
        if isinstance(client, library.AsyncClient):
            return library
    raise TypeError(f"http_client takes {_EXPECTED.format('client')}, not {_full_name(client)}")


def library_of_transport(transport: object) -> Any:
    """The library that a transport is of.

    Raises:
        TypeError: It is none.
    """
    for library in _loaded():
        if isinstance(transport, library.AsyncBaseTransport):
            return library
    raise TypeError(f"transport takes {_EXPECTED.format('transport')}, not {_full_name(transport)}")


_EXPECTED = (
    "a {} of httpx or httpx2 for the same kind of code as this WorkOS client (code that awaits, or code that does not)"
)


def _loaded() -> list[Any]:
    """The libraries an object can be of: its class comes from a module that is loaded."""
    return [sys.modules[name] for name in _TWINS if name in sys.modules]


def _full_name(value: object) -> str:
    return f"{type(value).__module__}.{type(value).__qualname__}"
