"""An HTTP request as a plain value, independent of the web framework."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from attrs import field, frozen

from workos_core.auth.identity.cookie_header import RequestCookies, read_cookies
from workos_core.auth.sign_in.return_paths import safe_return_path

MAX_FORM = 65_536
"""Bytes of the longest form body that is parsed."""


@frozen
class WebRequest:
    """An HTTP request.

    Attributes:
        method: The method in upper case.
        path: The path relative to the root of the app.
        query: The query string as it was sent, without the question mark.
        headers: The headers by lower-case name. Headers of the same name are joined with `, `, cookies with `; `.
        body: The body, needed for forms only.
        ip_address: The IP address of the user, if the framework knows it. Without a proxy that the server trusts, it is the address
            of the connection.
        root_path: The percent-decoded path below which the app is served, such as `/shop` (`root_path` of ASGI, `SCRIPT_NAME` of
            WSGI); empty at the root of the host.
        raw_path: The path as it was sent, still percent-encoded, if the server knows it. With or without the root path.
        scheme: `http` or `https`, as far as the server knows it.
        is_forwarded: Whether the server has replaced `ip_address` with one that a proxy reported, because it trusts the proxy.
        native: The request object of the framework: Django's `HttpRequest`, Flask's `request`, or the scope of an ASGI framework. Hooks can
            use it; with the async client, a sync hook must not use what belongs to the event loop.
    """

    method: str
    path: str
    query: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False, hash=False)
    body: bytes = field(default=b"", repr=False)
    ip_address: str | None = None
    root_path: str = ""
    raw_path: str | None = field(default=None, repr=False)
    scheme: str = "http"
    is_forwarded: bool = False
    native: Any = field(default=None, repr=False, eq=False)

    @property
    def host(self) -> str:
        """The host with the port, if it is not the default one, in lower case; empty if the request has none."""
        host = self.headers.get("host", "").lower()
        return host.removesuffix({"http": ":80", "https": ":443"}.get(self.scheme, ""))

    @property
    def external_path(self) -> str:
        """The path that the browser requested, percent-encoded and including the root path. Encoded slashes (`%2F`) are preserved."""
        path, root = self.root_path + self.path, quote(self.root_path)
        for candidate in (self.raw_path or "", f"{root}{self.raw_path}"):
            if candidate.isascii() and unquote(candidate) == path:
                return candidate
        return quote(path, errors="replace")

    def url_path(self, path: str) -> str:
        """Return the percent-encoded path that the browser must request for a path of the app."""
        return quote(self.root_path) + path

    @property
    def cookies(self) -> RequestCookies:
        """The cookies by name, without those that occur more than once with different values."""
        return read_cookies(self.headers.get("cookie"))

    @property
    def authorization(self) -> str | None:
        """The `Authorization` header, or `None`."""
        return self.headers.get("authorization")

    def query_value(self, name: str) -> str | None:
        """Return a parameter of the query string, or `None` if it is missing or occurs more than once."""
        return _single_value(self.query, name)

    def form_value(self, name: str) -> str | None:
        """Return a field of the form in the body, or `None` if it is missing or occurs more than once."""
        return _single_value(self.body.decode("utf-8", "replace"), name) if len(self.body) <= MAX_FORM else None

    @property
    def accepts_page(self) -> bool:
        """Whether the request is a navigation of a browser (a link or a form), which shows the response as a page.

        False for requests of scripts and for requests with a bearer token. Other credentials in `Authorization`, such as those of a
        proxy with `Basic` authentication, don't count.
        """
        if self.method not in ("GET", "HEAD", "POST") or self.is_htmx or self._has_bearer_token:
            return False
        mode = self.headers.get("sec-fetch-mode")
        if mode is not None:
            return mode == "navigate"
        return "text/html" in self.headers.get("accept", "")

    @property
    def is_htmx(self) -> bool:
        """Whether htmx sent the request. It follows the header `HX-Redirect`; other redirects replace a part of the page."""
        return self.headers.get("hx-request") == "true" and not self._has_bearer_token

    @property
    def page_path(self) -> str:
        """The path and query of the page that the user sees: the requested one, or the one with the form or the element of htmx."""
        if self.is_htmx and not (self.method == "GET" and "hx-boosted" in self.headers):
            return self._own_path(self.headers.get("hx-current-url"))
        if self.method not in ("GET", "HEAD"):
            return self._own_path(self.headers.get("referer"))
        return f"{self.external_path}?{self.query}" if self.query else self.external_path

    def _own_path(self, url: str | None) -> str:
        """Return the path and query of a URL of the app, else the root of the app."""
        try:
            parts = urlsplit(url or "")
        except ValueError:
            return self.url_path("/")
        is_own = parts.netloc.lower() == self.host or self.headers.get("sec-fetch-site") == "same-origin"
        if not is_own or not parts.path:
            return self.url_path("/")
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    @property
    def _has_bearer_token(self) -> bool:
        scheme, _, _ = (self.authorization or "").strip().partition(" ")
        return scheme.lower() == "bearer"

    def is_same_origin(self, origins: Collection[str]) -> bool:
        """Return whether a form was submitted by a page of the app itself, according to `Sec-Fetch-Site` or `Origin`.

        Args:
            origins: The origins of the app; see `has_foreign_origin`.
        """
        site = self.headers.get("sec-fetch-site")
        if site is not None and "origin" not in self.headers:
            return site in ("same-origin", "none")
        return not self.has_foreign_origin(origins)

    def has_foreign_origin(self, origins: Collection[str]) -> bool:
        """Return whether the header `Origin` says that a page of another site made the request.

        Browsers send it with forms and WebSocket handshakes, and with the requests of scripts to other origins. A request without it is
        not foreign: it comes from a link, a script of the app or a program.

        Args:
            origins: The origins of the app. An origin with the `Host` of the request and the scheme of one of them belongs to the app
                too, for apps with several host names.
        """
        origin = self.headers.get("origin")
        if origin is None or origin.lower() in origins or self.headers.get("sec-fetch-site") == "same-origin":
            return False
        host = self.headers.get("host", "").lower()
        return not host or origin.lower() not in {f"{each.partition('://')[0]}://{host}" for each in origins}


def clean_root_path(root_path: str) -> str:
    """Return a percent-decoded root path without a trailing slash, or an empty string if it is invalid or could lead to another host."""
    path = root_path.rstrip("/")
    try:
        encoded = quote(path)
    except UnicodeEncodeError:  # a lone surrogate
        return ""
    return path if safe_return_path(encoded, "") else ""


def _single_value(text: str, name: str) -> str | None:
    try:
        values = parse_qs(text, keep_blank_values=True, max_num_fields=100).get(name, [])
    except ValueError:
        return None
    return values[0] if len(values) == 1 else None
