"""A server that runs an ASGI app on a free local port."""

import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import uvicorn


@contextmanager
def serve(app: Any = None, *, make_app: Callable[[str], Any] | None = None) -> Generator[str]:
    """Serve an ASGI app from a thread, yield its URL, and stop it when the context ends.

    Args:
        app: The app.
        make_app: A function that creates the app from its URL, instead of `app`.
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

        server = Server(uvicorn.Config(app, lifespan="on", ws="none", log_config=None, timeout_graceful_shutdown=2))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            assert started.wait(30), "the server did not start"
            yield url
        finally:
            server.should_exit = True
            thread.join(30)
