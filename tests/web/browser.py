"""A browser without a window: it follows redirects to the emulator and back, and keeps the cookies of the application."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tests.support.browser import CookieJar
from workos_emulator import Emulator, Request

APP = "http://testserver"
CALLBACK = f"{APP}/callback"
PASSWORD = "a cookie password of more than thirty-two characters"
ADA = "ada@example.com"
FRAMEWORK_COOKIES = {"sessionid", "csrftoken"}
"""Cookies that Django sets."""
NAVIGATION = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate"}


@dataclass
class Page:
    """A response, as the browser receives it."""

    status: int
    text: str
    headers: list[tuple[str, str]]

    def header(self, name: str) -> str | None:
        return next((value for header, value in self.headers if header.lower() == name.lower()), None)


Send = Callable[[str, str, Mapping[str, str], bytes], Page]
"""Send a request (method, path with query, headers, body) to the application of a framework."""


@dataclass
class Browser:
    """A browser with a cookie jar for the application."""

    send: Send
    emulator: Emulator
    jar: CookieJar = field(default_factory=CookieJar)

    def request(self, method: str, path: str, *, body: bytes = b"", **headers: str) -> Page:
        """Send one request with the cookies of the jar, and store the cookies of the response."""
        named_headers = {name.replace("_", "-"): value for name, value in headers.items()}
        cookies = {"Cookie": self.jar.header} if self.jar else {}
        page = self.send(method, path, {**cookies, **named_headers}, body)
        for name, value in page.headers:
            if name.lower() == "set-cookie":
                self._store_cookie(value)
        return page

    def navigate(self, path: str) -> Page:
        """Open a page of the application, and follow redirects through the emulator."""
        page = self.request("GET", path, **NAVIGATION)
        for _ in range(6):
            location = page.header("location")
            if page.status not in (302, 303, 307) or location is None:
                return page
            page = self.follow_redirect(location)
        raise AssertionError("too many redirects")

    def submit_form(self, path: str, **form: str) -> Page:
        """Submit a form of the application, and follow the redirect."""
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        page = self.request("POST", path, body=urlencode(form).encode(), **headers, **NAVIGATION)
        return self.follow_redirect(page.header("location") or "") if page.status == 303 else page

    def follow_redirect(self, location: str) -> Page:
        """Follow one redirect, to the application or the emulator."""
        parts = urlsplit(location)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        if parts.netloc in ("", "testserver"):
            return self.request("GET", target, **NAVIGATION)
        response = self.emulator.handle(Request.from_raw("GET", target, []))
        return Page(response.status, response.body.decode(), list(response.headers.items()))

    def _store_cookie(self, header: str) -> None:
        pair, *attributes = header.split("; ")
        name, _, value = pair.partition("=")
        if name not in FRAMEWORK_COOKIES:
            assert any(attribute.lower() == "httponly" for attribute in attributes)
            assert any(attribute.lower() == "samesite=lax" for attribute in attributes)
        if any(attribute.lower() == "max-age=0" for attribute in attributes):
            self.jar.pop(name, None)
        else:
            self.jar[name] = value.strip('"')
