"""The choice of the HTTP library: httpx, httpx2 (its successor with the same API) or aiohttp."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias

from workos_async._http.library_limits import check_aiohttp_settings
from workos_async._http.tls import check_certificate_variables
from workos_core.errors import ConfigurationError, InvalidArgumentTypeError
from workos_core.http.connection_settings import HTTPSettings, check_library
from workos_core.http.mocked_libraries import is_mocked, mocks_are_loaded

if TYPE_CHECKING:
    import httpx
    import httpx2

    HTTPClient: TypeAlias = httpx.AsyncClient | httpx2.AsyncClient
    Transport: TypeAlias = httpx.AsyncBaseTransport | httpx2.AsyncBaseTransport
else:
    HTTPClient = Transport = Any  # neither library is loaded before a request is sent

ENVIRONMENT_VARIABLE = "WORKOS_HTTP_LIBRARY"
_HTTPX_LIBRARIES = ("httpx2", "httpx")


def load_library(name: str | None) -> Any:
    """Return the module of an HTTP library: that of the argument, else that of the environment variable, else httpx2 if it is installed, else httpx.

    In tests, a library that mocks httpx (pytest-httpx, respx, VCR.py) makes httpx the default.

    Raises:
        ConfigurationError: The library is unknown or not installed.
    """
    library = _default(name or check_library(os.environ.get(ENVIRONMENT_VARIABLE)))
    try:
        return import_module(library)
    except ImportError:
        raise ConfigurationError(_NOT_INSTALLED.format(library)) from None


def check_settings(settings: HTTPSettings, environment: Mapping[str, str] = os.environ) -> None:
    """Check that connections can be opened with these settings, without importing an HTTP library.

    Raises:
        ConfigurationError: The HTTP library, or a package that a setting requires, is not installed; the library does not support a
            setting; or the certificates that an environment variable names do not exist.
    """
    library = settings.library or check_library(environment.get(ENVIRONMENT_VARIABLE))
    if library == "aiohttp":
        check_aiohttp_settings(settings)
    if library is not None and not _is_installed(library):
        raise ConfigurationError(_NOT_INSTALLED.format(library))
    if isinstance(settings.proxy, str) and settings.proxy.startswith("socks") and not _is_installed("socksio"):
        raise ConfigurationError(
            f"a SOCKS proxy requires the package socksio: pip install '{_default(library)}[socks]'"
        )
    if settings.http2 and not _is_installed("h2"):
        raise ConfigurationError(f"http2=True requires the package h2: pip install '{_default(library)}[http2]'")
    if settings.verify is True:
        check_certificate_variables(environment)


def http_auth_class() -> Any:
    """Return the base class of authentication schemes for clients of httpx and httpx2, as far as they are installed."""
    bases = [import_module(name).Auth for name in _HTTPX_LIBRARIES if _is_installed(name)]
    return type("HTTPAuth", tuple(dict.fromkeys(bases)), {})  # httpx2 may stand for httpx, too: httpx2.alias_httpx()


def _default(library: str | None) -> str:
    return library or _default_library()


def _is_installed(name: str) -> bool:
    return find_spec(name) is not None


_NOT_INSTALLED = "the HTTP library {0} is not installed: pip install 'workos-async[{0}]'"


def _default_library() -> str:
    if not _is_installed("httpx2"):
        return "httpx"
    return "httpx" if mocks_are_loaded() and not is_mocked("httpx2") else "httpx2"


def library_of_client(client: object) -> Any:
    """Return the module of the library that an HTTP client belongs to.

    Raises:
        InvalidArgumentTypeError: It is not a client of httpx or httpx2.
    """
    for library in _loaded_libraries():
        if isinstance(client, library.AsyncClient):
            return library
    raise InvalidArgumentTypeError(f"http_client must be {_EXPECTED.format('client')} (got {_full_name(client)})")


def library_of_transport(transport: object) -> Any:
    """Return the module of the library that a transport belongs to.

    Raises:
        InvalidArgumentTypeError: It is not a transport of httpx or httpx2.
    """
    for library in _loaded_libraries():
        if isinstance(transport, library.AsyncBaseTransport):
            return library
    raise InvalidArgumentTypeError(f"transport must be {_EXPECTED.format('transport')} (got {_full_name(transport)})")


_EXPECTED = "a {} of httpx or httpx2 of the same kind as this WorkOS client (asynchronous or synchronous)"


def core_of(library: Any) -> Any:
    """Return the module of httpcore that httpx or httpx2 is built on."""
    return import_module("httpcore2" if library.__name__ == "httpx2" else "httpcore")


def _loaded_libraries() -> list[Any]:
    """Return the libraries that an object can belong to: the module of its class is loaded."""
    return [sys.modules[name] for name in _HTTPX_LIBRARIES if name in sys.modules]


def _full_name(value: object) -> str:
    return f"{type(value).__module__}.{type(value).__qualname__}"
