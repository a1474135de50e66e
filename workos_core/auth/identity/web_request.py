"""An HTTP request as a plain value, independent of the web framework."""

from collections.abc import Collection, Mapping
from urllib.parse import parse_qs

from attrs import field, frozen

from workos_core.auth.identity.cookie_header import RequestCookies, read_cookies

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
        ip_address: The IP address of the user, if the framework knows it.
    """

    method: str
    path: str
    query: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    body: bytes = field(default=b"", repr=False)
    ip_address: str | None = None

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
        """Whether the request is a navigation of a browser, which can be redirected to sign in, and not a fetch by a script."""
        if self.method not in ("GET", "HEAD") or "authorization" in self.headers:
            return False
        mode = self.headers.get("sec-fetch-mode")
        if mode is not None:
            return mode == "navigate"
        return "text/html" in self.headers.get("accept", "")

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


def _single_value(text: str, name: str) -> str | None:
    try:
        values = parse_qs(text, keep_blank_values=True, max_num_fields=100).get(name, [])
    except ValueError:
        return None
    return values[0] if len(values) == 1 else None
