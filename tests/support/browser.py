"""What a browser keeps between requests, for tests of sign-in that need no browser."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from workos_core.auth.identity.set_cookie import SetCookie
from workos_emulator import Emulator, Request


class Jar(dict[str, str]):
    """The cookies of a browser for one host, by name."""

    def take(self, cookies: Iterable[SetCookie]) -> None:
        """Do what an answer with these cookies makes a browser do."""
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
    def follow(emulator: Emulator, url: str) -> str:
        """Open an authorization URL that says who signs in, and give the query with which the browser comes back."""
        parts = urlsplit(url)
        answer = emulator.handle(Request.from_raw("GET", f"{parts.path}?{parts.query}", []))
        assert answer.status in (302, 303), answer.body
        return urlsplit(answer.headers["location"]).query
