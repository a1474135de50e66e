"""A server on a socket that serves a paginated list of organizations, and delays responses until the test releases them."""

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
        url: The URL of the server.
        requests: The number of requests received.
        client_disconnected: Set when a client closes its connection while its response is delayed.
    """

    def __init__(self, count: int, size: int) -> None:
        self.count = count
        self.size = size
        self.url = ""
        self.requests = 0
        self.client_disconnected = threading.Event()
        self._released = threading.Event()
        self._first_delayed: int | None = None
        self._change = threading.Condition()

    def hold(self, first: int) -> None:
        """Delay the responses to all requests from number `first` on, counted from 1, until `release`."""
        self._first_delayed = first
        self._released.clear()

    def release(self) -> None:
        """Send the delayed responses, and respond to later requests immediately."""
        self._first_delayed = None
        self._released.set()

    def wait_for_requests(self, number: int) -> bool:
        """Block until this many requests have arrived. Nothing else runs in the thread meanwhile, not even its event loop."""
        with self._change:
            return self._change.wait_for(lambda: self.requests >= number, PATIENCE)

    def handle(self, query: str, connection: socket.socket) -> bytes | None:
        """Return the response body for a request, or None if the client has disconnected."""
        with self._change:
            self.requests += 1
            is_delayed = self._first_delayed is not None and self.requests >= self._first_delayed
            self._change.notify_all()
        while is_delayed and not self._released.wait(0.005):
            if select.select([connection], [], [], 0)[0] and not connection.recv(1, socket.MSG_PEEK):
                self.client_disconnected.set()
                return None
        after = parse_qs(query).get("after", ["org_-1"])[0]
        start = int(after.removeprefix("org_")) + 1
        end = min(self.count, start + self.size)
        data = [{"object": "organization", "id": f"org_{n}", "name": str(n)} for n in range(start, end)]
        next_cursor = f"org_{end - 1}" if end < self.count else None
        return json.dumps(
            {"object": "list", "data": data, "list_metadata": {"before": None, "after": next_cursor}}
        ).encode()


@contextmanager
def pages_server(count: int, size: int) -> Generator[PagesServer]:
    """Run the server in background threads within a `with` block."""
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
            pass  # disconnecting clients are expected

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
