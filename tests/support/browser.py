"""The cookies of a browser, for tests of the sign-in flow that need no browser."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from workos_core.auth.identity.set_cookie import SetCookie
from workos_emulator import Emulator, Request


class CookieJar(dict[str, str]):
    """The cookies of a browser for one host, by name."""

    def store(self, cookies: Iterable[SetCookie]) -> None:
        """Store or delete cookies like a browser that receives them in a response."""
        for cookie in cookies:
            if cookie.max_age > 0:
                self[cookie.name] = cookie.value
            else:
                self.pop(cookie.name, None)

    @property
    def header(self) -> str:
        """The `Cookie` header of the next request."""
        return "; ".join(f"{name}={value}" for name, value in self.items())

    @staticmethod
    def open_authorization_url(emulator: Emulator, url: str) -> str:
        """Open an authorization URL with a login hint, and return the query string of the callback."""
        parts = urlsplit(url)
        response = emulator.handle(Request.from_raw("GET", f"{parts.path}?{parts.query}", []))
        assert response.status in (302, 303), response.body
        return urlsplit(response.headers["location"]).query
