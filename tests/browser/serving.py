"""Servers that run an ASGI or a WSGI app on a free local port."""

import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import uvicorn


@contextmanager
def serve(app: Any = None, *, make_app: Callable[[str], Any] | None = None, root_path: str = "") -> Generator[str]:
    """Serve an ASGI app from a thread, yield its URL, and stop it when the context ends.

    Args:
        app: The app.
        make_app: A function that creates the app from its URL, instead of `app`.
        root_path: The path below which a proxy serves the app.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        if make_app is not None:
            app = make_app(url)
        started = threading.Event()

        class Server(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                started.set()

        config = uvicorn.Config(
            app,
            lifespan="on",
            ws="none",
            log_config=None,
            timeout_keep_alive=120,  # on a busy machine a connection may be idle for longer than the default of 5 seconds
            timeout_graceful_shutdown=2,
            root_path=root_path,
        )
        server = Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            assert started.wait(30), "the server did not start"
            yield url
        finally:
            server.should_exit = True
            thread.join(30)


@contextmanager
def serve_wsgi(make_app: Callable[[str], Any]) -> Generator[str]:
    """Serve a WSGI app from threads, yield its URL, and stop it when the context ends.

    Args:
        make_app: A function that creates the app from its URL.
    """
    with make_server("127.0.0.1", 0, None, ThreadingServer, SilentHandler) as server:  # type: ignore[arg-type]
        url = f"http://127.0.0.1:{server.server_port}"
        server.set_app(make_app(url))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield url
        finally:
            server.shutdown()
            thread.join(30)


class ThreadingServer(ThreadingMixIn, WSGIServer):
    """A WSGI server with one thread per request."""

    daemon_threads = True


class SilentHandler(WSGIRequestHandler):
    """A request handler that logs nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Discard the message."""
