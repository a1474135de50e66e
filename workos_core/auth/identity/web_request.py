"""An HTTP request as a plain value, independent of the web framework."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from attrs import field, frozen

from workos_core.auth.identity.cookie_header import read_cookies

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
        native: The request object of the framework: Django's `HttpRequest`, Flask's `request`, or the scope of an ASGI framework. Hooks can
            use it; with the async client, a sync hook must not use what belongs to the event loop.
    """

    method: str
    path: str
    query: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    body: bytes = field(default=b"", repr=False)
    ip_address: str | None = None
    native: Any = field(default=None, repr=False, eq=False)

    @property
    def cookies(self) -> dict[str, str]:
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

    def is_same_origin(self, origin: str) -> bool:
        """Return whether a form was submitted by a page of the app itself, according to `Sec-Fetch-Site` or `Origin`.

        Args:
            origin: The scheme, host and port of the app. The `Host` of the request is accepted too, for apps with several host names.
        """
        site = self.headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        sender = self.headers.get("origin")
        if sender is None:
            return True  # not a current browser; SameSite still protects the cookie
        return sender == origin or (sender != "null" and urlsplit(sender).netloc == self.headers.get("host"))


def _single_value(text: str, name: str) -> str | None:
    try:
        values = parse_qs(text, keep_blank_values=True, max_num_fields=100).get(name, [])
    except ValueError:
        return None
    return values[0] if len(values) == 1 else None
