"""A reverse proxy that serves an app below a path: it removes the path and reports it in headers."""

import http.client
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

_HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host"}


@contextmanager
def reverse_proxy(prefix: str) -> Generator["ReverseProxy"]:
    """Start a proxy on a free local port, and stop it when the context ends. Set its `upstream` before the first request."""
    server = ReverseProxy(("127.0.0.1", 0), _Handler)
    server.prefix = prefix
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(30)


class ReverseProxy(ThreadingHTTPServer):
    """A reverse proxy.

    Attributes:
        prefix: The path that it serves, such as `/shop`. Other paths have the status 404.
        upstream: The URL of the app.
        rejected: The paths of the requests outside of the prefix.
    """

    daemon_threads = True
    prefix = ""
    upstream = ""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.rejected: list[str] = []

    @property
    def url(self) -> str:
        """The URL of the proxy, without the prefix."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: ReverseProxy

    def do_GET(self) -> None:
        """Forward a request."""
        prefix = self.server.prefix
        if not f"{self.path.partition('?')[0]}/".startswith(f"{prefix}/"):
            self.server.rejected.append(self.path)
            self.send_error(404)
            return
        upstream = urlsplit(self.server.upstream)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP_BY_HOP}
        headers |= {
            "Host": upstream.netloc,
            "X-Forwarded-For": self.client_address[0],
            "X-Forwarded-Host": self.headers["Host"],
            "X-Forwarded-Proto": "http",
            "X-Forwarded-Prefix": prefix,
        }
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        connection = http.client.HTTPConnection(upstream.netloc, timeout=30)
        try:
            connection.request(self.command, self.path.removeprefix(prefix) or "/", body or None, headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        self.send_response_only(response.status)
        for name, value in response.getheaders():
            if name.lower() not in (*_HOP_BY_HOP, "content-length"):
                self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self) -> None:
        """Forward a request."""
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        """Discard the message."""
