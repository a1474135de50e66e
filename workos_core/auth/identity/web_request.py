"""An HTTP request as a plain value, whatever the framework."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from attrs import field, frozen

from workos_core.auth.identity.cookie_header import read_cookies

MAX_FORM = 65_536


@frozen
class WebRequest:
    """A request.

    Attributes:
        method: The method in capitals.
        path: The path, as the app sees it.
        query: The query as it was sent, without the question mark.
        headers: The headers by lower-case name; several of one name joined with `, `, cookies with `; `.
        body: The bytes of the body, for forms.
        ip_address: The address of the user, if the framework knows it.
    """

    method: str
    path: str
    query: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    body: bytes = field(default=b"", repr=False)
    ip_address: str | None = None

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies, without those that come twice with different values."""
        return read_cookies(self.headers.get("cookie"))

    @property
    def authorization(self) -> str | None:
        """The `Authorization` header."""
        return self.headers.get("authorization")

    def query_value(self, name: str) -> str | None:
        """A value of the query; None if it is not there, or twice."""
        return _one(self.query, name)

    def form_value(self, name: str) -> str | None:
        """A value of the form in the body; None if it is not there, or twice."""
        return _one(self.body[: MAX_FORM + 1].decode("utf-8", "replace"), name) if len(self.body) <= MAX_FORM else None

    @property
    def accepts_page(self) -> bool:
        """Whether a person waits for a page, and can be sent to sign in: a browser that navigates, not a script that fetches."""
        if self.method not in ("GET", "HEAD") or "authorization" in self.headers:
            return False
        mode = self.headers.get("sec-fetch-mode")
        if mode is not None:
            return mode == "navigate"
        return "text/html" in self.headers.get("accept", "")

    def is_same_origin(self, origin: str) -> bool:
        """Whether a form was sent by a page of the app, as far as the browser says.

        Args:
            origin: Scheme, host and port of the app. Its own `Host` counts too, for apps behind several names.
        """
        site = self.headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        sent = self.headers.get("origin")
        if sent is None:
            return True  # no browser of the last years; SameSite is left
        return sent == origin or (sent != "null" and urlsplit(sent).netloc == self.headers.get("host"))


def _one(text: str, name: str) -> str | None:
    try:
        values = parse_qs(text, keep_blank_values=True, max_num_fields=100).get(name, [])
    except ValueError:
        return None
    return values[0] if len(values) == 1 else None
