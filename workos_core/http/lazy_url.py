"""URLs of requests. What is sent needs four parts of one, and the SDK knows them: nothing is parsed unless somebody asks for more."""

from functools import cache
from typing import Any


@cache
def url_class(library: Any) -> Any:
    """The class of URLs of httpx or httpx2 that `Base.join` makes.

    Parsing a URL takes these libraries longer than all else that a small call costs the SDK itself. A transport asks only for
    scheme, host, port, and path with query; whoever asks for anything else (a transport of the user's, `repr`) gets it all the same.
    """
    parsed: Any = library.URL

    class URL(parsed):  # type: ignore[misc] # the class is known at run time only
        def __init__(self, base: "Base", target: str) -> None:
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
            """Parse, once, when something is asked for that only parsing tells."""
            if self.__dict__.get("_is_parsed", True):
                raise AttributeError(f"a URL has no {name!r}")
            self._is_parsed = True
            parsed.__init__(self, self._base.text + self._target)
            return getattr(self, name)

    return URL


class Base:
    """What the URLs of many requests have in common, parsed once.

    Args:
        library: The HTTP library.
        text: Scheme, host, port, and the path before the target of each request.

    Attributes:
        text: As passed.
        url: As the library's URL.
        netloc: For the header Host.
        scheme: As it is sent.
        host: As it is sent.
        port: None for the default of the scheme.
        path: Without a slash at its end.
    """

    def __init__(self, library: Any, text: str) -> None:
        self.text = text
        self.url = library.URL(text)
        self.netloc: str = self.url.netloc.decode("ascii")
        self.scheme: bytes = self.url.raw_scheme
        self.host: bytes = self.url.raw_host
        self.port: int | None = self.url.port
        self.path: bytes = self.url.raw_path.rstrip(b"/")
        self._join = url_class(library)

    def join(self, target: str) -> Any:
        """The URL of a request.

        Args:
            target: Path and query, percent-encoded.
        """
        return self._join(self, target)
