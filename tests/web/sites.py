"""A deployed app and a browser that visits it: what a reverse proxy, a server and a browser do to a request."""

import io
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, unquote_to_bytes, urlencode, urlsplit

import anyio.from_thread

from tests.web.browser import ADA, NAVIGATION, Page
from workos_emulator import Emulator, Request

PROXY = "10.1.2.3"


@dataclass
class HTTPRequest:
    """A request as a server receives it.

    Attributes:
        method: The method.
        target: The path and query in the request line.
        headers: The headers.
        body: The body.
        address: The IP address of the client; empty for a Unix socket.
        scheme: The scheme of the connection.
        root_path: The root path that the server is configured with.
        path_has_root_path: Whether the target starts with the root path.
    """

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""
    address: str = PROXY
    scheme: str = "http"
    root_path: str = ""
    path_has_root_path: bool = True


Server = Callable[[HTTPRequest], Page]
"""Send a request to an app."""


@contextmanager
def serve_asgi(app: Any) -> Generator[Server]:
    """Yield a server for an ASGI app. All requests run in one event loop."""
    with anyio.from_thread.start_blocking_portal() as portal:

        async def call(request: HTTPRequest) -> Page:
            raw_path, _, query = request.target.partition("?")
            raw_headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in request.headers.items()]
            scope: dict[str, Any] = {
                "type": "http",
                "asgi": {"version": "3.0"},
                "http_version": "1.1",
                "method": request.method,
                "scheme": request.scheme,
                "path": unquote(raw_path),
                "raw_path": raw_path.encode(),
                "root_path": request.root_path,
                "query_string": query.encode(),
                "headers": raw_headers,
                "client": (request.address, 50_000) if request.address else None,
                "server": ("app", 8000),
                "state": {},
            }
            messages: list[Any] = []
            body_sent = False

            async def receive() -> Any:
                nonlocal body_sent
                if body_sent:
                    await anyio.sleep_forever()
                body_sent = True
                return {"type": "http.request", "body": request.body, "more_body": False}

            async def send(message: Any) -> None:
                messages.append(message)

            await app(scope, receive, send)
            start, *parts = messages
            headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]]
            return Page(start["status"], b"".join(part.get("body", b"") for part in parts).decode(), headers)

        yield lambda request: portal.call(call, request)


@contextmanager
def serve_wsgi(app: Any, *, uri_variable: str | None = "RAW_URI") -> Generator[Server]:
    """Yield a server for a WSGI app.

    Args:
        app: The app.
        uri_variable: The environ variable that contains the target: `RAW_URI` (gunicorn), `REQUEST_URI` (uWSGI, mod_wsgi) or `None`.
    """

    def call(request: HTTPRequest) -> Page:
        raw_path, _, query = request.target.partition("?")
        path = unquote_to_bytes(raw_path).decode("latin-1")
        root_path = request.root_path.encode().decode("latin-1")
        host, _, port = request.headers.get("Host", "app:8000").partition(":")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": request.method,
            "SCRIPT_NAME": root_path,
            "PATH_INFO": path[len(root_path) :] if request.path_has_root_path else path,
            "QUERY_STRING": query,
            "REMOTE_ADDR": request.address,
            "SERVER_NAME": host,
            "SERVER_PORT": port or "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_LENGTH": str(len(request.body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": request.scheme,
            "wsgi.input": io.BytesIO(request.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        if uri_variable:
            environ[uri_variable] = request.target
        for name, value in request.headers.items():
            variable = name.upper().replace("-", "_")
            environ[variable if variable == "CONTENT_TYPE" else f"HTTP_{variable}"] = value
        status, headers = "", list[tuple[str, str]]()

        def start_response(new_status: str, new_headers: list[tuple[str, str]], *_: Any) -> None:
            nonlocal status, headers
            status, headers = new_status, new_headers

        body = b"".join(app(environ, start_response))
        return Page(int(status.partition(" ")[0]), body.decode(), headers)

    yield call


@dataclass
class Visitor:
    """A browser that keeps the cookies of each host and path.

    Attributes:
        site: Receives the requests for the app, after what proxies do to them. Its argument is the URL that the browser requests.
        emulator: The emulator, for the pages of AuthKit.
        origin: The origin of the current page.
        jar: The cookies by host, path and name.
    """

    site: Callable[[str, HTTPRequest], Page]
    emulator: Emulator
    origin: str
    jar: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def request(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, *, form: Mapping[str, str] | None = None
    ) -> Page:
        """Send one request to a URL or a path of the current origin. The headers are those of a navigation unless you pass others."""
        url = url if "://" in url else self.origin + url
        parts = urlsplit(url)
        assert f"{parts.scheme}://{parts.netloc}" == self.origin, f"{url} is another site"
        target = url[len(self.origin) :] or "/"
        sent = {"Host": parts.netloc, **(NAVIGATION if headers is None else headers)}
        if cookies := self.cookies_for(parts.netloc, parts.path):
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        body = b""
        if form is not None:
            body = urlencode(form).encode()
            sent = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin, **sent}
        page = self.site(url, HTTPRequest(method, target, sent, body))
        for name, value in page.headers:
            if name.lower() == "set-cookie":
                self._store(parts.netloc, value)
        return page

    def cookies_for(self, host: str, path: str) -> dict[str, str]:
        """Return the cookies that the browser sends."""
        return {
            name: value
            for (cookie_host, cookie_path, name), value in self.jar.items()
            if cookie_host == host and f"{path}/".startswith(f"{cookie_path.rstrip('/')}/")
        }

    def sign_in(self, path: str) -> Page:
        """Open a page that requires a user, sign in, and return the page that the browser ends at."""
        page = self.request("GET", path)
        for _ in range(8):
            location = page.header("location")
            if page.status not in (302, 303) or location is None:
                return page
            page = self.follow(location)
        raise AssertionError("too many redirects")

    def follow(self, location: str) -> Page:
        """Follow a redirect, to the app or to AuthKit."""
        parts = urlsplit(location)
        if parts.path == "/user_management/authorize":
            return self.open_authkit(location)
        return self.request("GET", location)

    def open_authkit(self, url: str) -> Page:
        """Sign in as Ada and return the redirect to the callback."""
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}&{urlencode({'login_hint': ADA})}"
        response = self.emulator.handle(Request.from_raw("GET", target, []))
        return Page(response.status, response.body.decode(), list(response.headers.items()))

    def _store(self, host: str, header: str) -> None:
        pair, *attributes = header.strip().split(";")  # older versions of Django write a space before the name
        name, _, value = pair.partition("=")
        values = {key.strip().lower(): text for key, _, text in (each.partition("=") for each in attributes)}
        key = host, values["path"], name
        if values["max-age"] == "0":
            self.jar.pop(key, None)
        else:
            self.jar[key] = value.strip('"')
