"""URIs that depend on the request, for apps with several hosts: the redirect URI, and the URI to return to after signing out."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from attrs import frozen

from workos_core.argument_checks import check_text, check_type
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.sign_in.redirect_uris import redirect_uri_matches
from workos_core.config import is_loopback

__all__ = ["RequestURI", "RequestURIs", "url_at_loopback_host"]

RequestURI: TypeAlias = str | Sequence[str] | Callable[[WebRequest], str | None | Awaitable[str | None]]
"""One URI for all requests; several, of which the host of the request selects one; or a function of the request.

In a URI, `*` in the first label of a host matches one subdomain, as in `https://preview-*.example.com/callback`. The function returns
`None` for a host that the app doesn't serve.
"""


@frozen
class RequestURIs:
    """A URI, a list of URIs, or a function that returns one.

    Attributes:
        uris: The URIs, unless a function returns them.
        function: The function, or `None`.
        is_fixed: Whether all requests have the same URI, or there is none.
    """

    uris: tuple[str, ...] = ()
    function: Callable[[WebRequest], str | None | Awaitable[str | None]] | None = None
    is_fixed: bool = True

    @classmethod
    def of(cls, value: RequestURI | None, name: str = "redirect_uri") -> "RequestURIs":
        """Return the value of the argument `name` as `RequestURIs`."""
        if value is None or isinstance(value, str):
            return cls((value,) if value else (), is_fixed="*" not in (value or ""))
        if callable(value):
            return cls(function=value, is_fixed=False)
        check_type(name, value, Sequence, "a str, a list of str or a function")
        for uri in value:
            check_text(f"a URI in {name}", uri)
        return cls(tuple(value), is_fixed=False)

    @property
    def first(self) -> str | None:
        """The first URI, or `None` if there is none or a function returns them."""
        return self.uris[0] if self.uris else None

    @property
    def paths(self) -> tuple[str, ...]:
        """The different percent-decoded paths of the URIs."""
        return tuple(dict.fromkeys(unquote(urlsplit(uri).path) or "/" for uri in self.uris))

    def select(self, request: WebRequest) -> str | None:
        """Return the URI with the host of the request, or `None`. Of several, one with the scheme and root path of the request.

        The scheme need not be equal: a server behind a proxy may not know that the browser uses https.
        """
        if self.is_fixed:
            return self.first
        candidates = [uri for pattern in self.uris if (uri := _at_host(pattern, request.host)) is not None]
        return max(candidates, key=lambda uri: _similarity(uri, request), default=None)


_AT_HOST = "at_host"
"""The query parameter of a URL that was redirected to another host, so that it is not redirected again."""


def url_at_loopback_host(request: WebRequest, redirect_uri: str) -> str | None:
    """Return the URL of a request at the host of the redirect URI if both hosts are names of the local machine, else `None`.

    A server prints `http://127.0.0.1:8000`, and the redirect URI is `http://localhost:8000/callback`: a browser doesn't send the cookie
    of a sign-in that starts at one of these hosts to the other one.
    """
    own = urlsplit(redirect_uri)
    try:
        requested = urlsplit(f"//{request.host}")
        is_same_port = requested.port == own.port
    except ValueError:  # the Host header is invalid
        return None
    names = {requested.hostname or "", own.hostname or ""}
    # Subdomains of localhost are tenants of an application, which may share cookies.
    if len(names) == 1 or not is_same_port or not all(map(_is_name_of_this_machine, names)):
        return None
    if request.query_value(_AT_HOST):  # a proxy replaces the host of each request
        return None
    query = f"{request.query}&" if request.query else ""
    return f"{own.scheme}://{own.netloc}{request.external_path}?{query}{_AT_HOST}=1"


def _is_name_of_this_machine(host: str) -> bool:
    return is_loopback(host) and not host.endswith(".localhost")


def _at_host(pattern: str, host: str) -> str | None:
    """Return a URI with its wildcard replaced, or `None` if its host is another one."""
    parts = urlsplit(pattern)
    default_port = {"http": ":80", "https": ":443"}.get(parts.scheme, "")
    own_host = parts.netloc.lower().removesuffix(default_port)
    if "*" not in own_host:
        return pattern if own_host == host.removesuffix(default_port) else None
    uri = parts._replace(netloc=host).geturl()
    return uri if redirect_uri_matches(pattern, uri) else None


def _similarity(uri: str, request: WebRequest) -> tuple[bool, bool]:
    parts = urlsplit(uri)
    return unquote(parts.path).startswith(f"{request.root_path}/"), parts.scheme == request.scheme
