"""A server on a socket whose list of organizations is answered page by page, when the test lets it."""

import json
import select
import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PATIENCE = 20.0
"""Seconds after which a test fails instead of hanging."""


class PagesServer:
    """A list of `count` organizations, `org_0` to `org_…`, in pages of `size`.

    Attributes:
        url: Where it is.
        requests: How many requests arrived.
        hung_up: Set when a client closed its connection while an answer was held back.
    """

    def __init__(self, count: int, size: int) -> None:
        self.count = count
        self.size = size
        self.url = ""
        self.requests = 0
        self.hung_up = threading.Event()
        self.held = threading.Event()
        self._first_held: int | None = None
        self._change = threading.Condition()

    def hold(self, first: int) -> None:
        """Hold back the answers to all requests from this one on, the first being 1, until `release`."""
        self._first_held = first
        self.held.clear()

    def release(self) -> None:
        """Answer what was held back, and all that comes."""
        self._first_held = None
        self.held.set()

    def saw(self, number: int) -> bool:
        """Block until so many requests arrived. Blocking is the point: nobody else in this thread can do a thing meanwhile."""
        with self._change:
            return self._change.wait_for(lambda: self.requests >= number, PATIENCE)

    def handle(self, query: str, connection: socket.socket) -> bytes | None:
        """The body for a request, or None when the client is gone."""
        with self._change:
            self.requests += 1
            held = self._first_held is not None and self.requests >= self._first_held
            self._change.notify_all()
        while held and not self.held.wait(0.005):
            if select.select([connection], [], [], 0)[0] and not connection.recv(1, socket.MSG_PEEK):
                self.hung_up.set()
                return None
        after = parse_qs(query).get("after", ["org_-1"])[0]
        start = int(after.removeprefix("org_")) + 1
        end = min(self.count, start + self.size)
        data = [{"object": "organization", "id": f"org_{n}", "name": str(n)} for n in range(start, end)]
        more = f"org_{end - 1}" if end < self.count else None
        return json.dumps({"object": "list", "data": data, "list_metadata": {"before": None, "after": more}}).encode()


@contextmanager
def pages_server(count: int, size: int) -> Generator[PagesServer]:
    """Serve from threads as long as the context lasts."""
    pages = PagesServer(count, size)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            body = pages.handle(urlsplit(self.path).query, self.connection)
            if body is None:
                self.close_connection = True
                return
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            pass  # clients that hang up are what is tested

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        pages.url = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield pages
        finally:
            pages.release()
            server.shutdown()
            thread.join()
