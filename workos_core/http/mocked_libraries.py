"""Detection of libraries that mock an HTTP library in tests, so that no request reaches a real host by another HTTP library."""

import sys
from types import FunctionType, ModuleType
from typing import Any
from urllib.parse import urlsplit

from workos_core.config import is_loopback
from workos_core.errors import ConfigurationError

_SENDING = (("AsyncHTTPTransport", "handle_async_request"), ("HTTPTransport", "handle_request"))
_CONNECTING = (
    ("AsyncConnectionPool", "handle_async_request"),
    ("ConnectionPool", "handle_request"),
    ("AsyncHTTPConnection", "handle_async_request"),
    ("HTTPConnection", "handle_request"),
)
_METHODS = {
    "httpx": [*(("httpx", *item) for item in _SENDING), *(("httpcore", *item) for item in _CONNECTING)],
    "httpx2": [*(("httpx2", *item) for item in _SENDING), *(("httpcore2", *item) for item in _CONNECTING)],
    "aiohttp": [("aiohttp", "ClientSession", "_request")],
}
"""The methods that send the requests of each library: package, class and method."""


def mocks_are_loaded() -> bool:
    """Return whether a library that mocks httpx is loaded: pytest-httpx, respx or VCR.py."""
    modules = sys.modules
    return "pytest_httpx" in modules or "respx" in modules or "vcr" in modules


def is_mocked(library: str) -> bool:
    """Return whether the requests of a library are mocked now: one of its methods has been replaced by a function of another package."""
    return any(_is_replaced(*method) for method in _METHODS[library])


def _is_replaced(package: str, class_name: str, method: str) -> bool:
    module = sys.modules.get(package)
    function: Any = getattr(getattr(module, class_name, None), method, None)
    return module is not None and function is not None and _origin(function) != module.__name__


def is_wrapped(function: Any, module: ModuleType) -> bool:
    """Return whether a method of a library has been replaced by any other function, to mock or to instrument it.

    A wrapper of the package wrapt has all attributes of the original, so only its type shows what it is.
    """
    return type(function) is not FunctionType or _origin(function) != module.__name__


def _origin(function: Any) -> str:
    """Return the package that a function is from. httpx2.alias_httpx() makes httpx another name of httpx2."""
    # A wrapper made with functools.wraps has the __module__ of the original, but not its globals.
    origin: object = getattr(function, "__globals__", {}).get("__name__") or getattr(function, "__module__", "")
    return str(origin).partition(".")[0]


def check_mocks(library: str, base_url: str) -> None:
    """Reject a request to a remote host by a library that is not mocked, while a test mocks another one.

    Args:
        library: The HTTP library that would send the request.
        base_url: The URL of the host.

    Raises:
        ConfigurationError: Another library is mocked.
    """
    if is_mocked(library) or is_loopback(urlsplit(base_url).hostname or ""):
        return
    for other in ("httpx", "httpx2"):
        if other != library and is_mocked(other):
            raise ConfigurationError(
                f"this test mocks {other}, but the client uses {library}, so the request would reach {base_url}; pass "
                f"http_library={other!r} or set WORKOS_HTTP_LIBRARY={other}, and import the mocking library before the first request"
            )
