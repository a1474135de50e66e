"""A person with a browser: follows redirects to the emulator and back, and keeps the cookies of the app."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tests.support.browser import CookieJar
from workos_emulator import Emulator, Request

APP = "http://testserver"
CALLBACK = f"{APP}/callback"
PASSWORD = "a cookie password of more than thirty-two characters"
ADA = "ada@example.com"
NAVIGATION = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate"}


@dataclass
class Answer:
    """What a browser sees of an answer."""

    status: int
    text: str
    headers: list[tuple[str, str]]

    def header(self, name: str) -> str | None:
        return next((value for each, value in self.headers if each.lower() == name.lower()), None)


Send = Callable[[str, str, Mapping[str, str], bytes], Answer]
"""Method, path with query, headers and body in; the answer out. Every kit's tests give one."""


@dataclass
class Person:
    """Somebody in front of a browser."""

    send: Send
    emulator: Emulator
    jar: CookieJar = field(default_factory=CookieJar)

    def ask(self, method: str, path: str, *, body: bytes = b"", **headers: str) -> Answer:
        """Send one request with the cookies, and keep those of the answer."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        cookies = {"Cookie": self.jar.header} if self.jar else {}
        answer = self.send(method, path, {**cookies, **names}, body)
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                self._keep(value)
        return answer

    def visit(self, path: str) -> Answer:
        """Navigate, and follow redirects through the emulator until there is a page."""
        answer = self.ask("GET", path, **NAVIGATION)
        for _ in range(6):
            where = answer.header("location")
            if answer.status not in (302, 303, 307) or where is None:
                return answer
            answer = self.go(where)
        raise AssertionError("redirects without end")

    def post(self, path: str, **form: str) -> Answer:
        """Send a form of a page of the app, and follow redirects."""
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        answer = self.ask("POST", path, body=urlencode(form).encode(), **kind, **NAVIGATION)
        return self.go(answer.header("location") or "") if answer.status == 303 else answer

    def go(self, where: str) -> Answer:
        """Follow one redirect."""
        parts = urlsplit(where)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        if parts.netloc in ("", "testserver"):
            return self.ask("GET", target, **NAVIGATION)
        answer = self.emulator.handle(Request.from_raw("GET", target, []))
        return Answer(answer.status, answer.body.decode(), list(answer.headers.items()))

    def _keep(self, header: str) -> None:
        first, *attributes = header.split("; ")
        name, _, value = first.partition("=")
        gone = any(each.lower() == "max-age=0" for each in attributes)
        assert any(each.lower() == "httponly" for each in attributes)
        assert any(each.lower() == "samesite=lax" for each in attributes)
        if gone:
            self.jar.pop(name, None)
        else:
            self.jar[name] = value.strip('"')
