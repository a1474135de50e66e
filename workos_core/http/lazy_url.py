"""Request URLs that are parsed lazily: a transport needs only four components, which the SDK knows without parsing."""

from functools import cache
from typing import Any


@cache
def url_class(library: Any) -> Any:
    """Return a subclass of the library's URL class that parses the URL on first use.

    For a small call, parsing a URL takes httpx and httpx2 longer than all other work of the SDK. A transport reads only the scheme,
    the host, the port, and the path with the query; reading anything else (by a custom transport or `repr`) parses the URL.
    """
    parsed: Any = library.URL

    class URL(parsed):  # type: ignore[misc] # the class is known at run time only
        def __init__(self, base: "BaseURL", target: str) -> None:
            self._base = base
            self._target = target
            self._is_parsed = False

        @property
        def raw_scheme(self) -> bytes:
            return self._base.scheme

        @property
        def raw_host(self) -> bytes:
            return self._base.host

        @property
        def port(self) -> int | None:
            return self._base.port

        @property
        def raw_path(self) -> bytes:
            return self._base.path + self._target.encode("ascii")

        def __reduce__(self) -> Any:
            return parsed, (self._base.text + self._target,)

        def __getattr__(self, name: str) -> Any:
            """Parse the URL once, when an attribute is read that requires it."""
            if self.__dict__.get("_is_parsed", True):
                raise AttributeError(f"'URL' object has no attribute {name!r}")
            self._is_parsed = True
            parsed.__init__(self, self._base.text + self._target)
            return getattr(self, name)

    return URL


class BaseURL:
    """The common prefix of many request URLs, parsed once.

    Args:
        library: The module `httpx` or `httpx2`.
        text: The scheme, the host, the port, and the path prefix of all requests.

    Attributes:
        text: The base URL as passed.
        url: The base URL as the library's URL class.
        netloc: The value of the `Host` header.
        scheme: The scheme as sent.
        host: The host as sent.
        port: The port; None for the default port of the scheme.
        path: The path without a trailing slash.
    """

    def __init__(self, library: Any, text: str) -> None:
        self.text = text
        self.url: Any = library.URL(text)
        self.netloc: str = self.url.netloc.decode("ascii")
        self.scheme: bytes = self.url.raw_scheme
        self.host: bytes = self.url.raw_host
        self.port: int | None = self.url.port
        self.path: bytes = self.url.raw_path.rstrip(b"/")
        self._join = url_class(library)

    def join(self, target: str) -> Any:
        """Return the URL of a request.

        Args:
            target: The path and query, percent-encoded.
        """
        return self._join(self, target)
