"""The socket server of the emulator."""

import errno
import os
import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn

from workos_emulator.http.origins import is_loopback_host
from workos_emulator.server.asgi import Application
from workos_emulator.server.connections import Connections

_START_SECONDS = 10.0


@contextmanager
def serve(
    app: Application,
    *,
    host: str,
    port: int,
    allow_remote: bool,
    header_seconds: float = 10.0,
    body_seconds: float = 60.0,
    response_seconds: float = 60.0,
) -> Generator[str]:
    """Serve an application from a background thread until the context exits; see `Emulator.serve`.

    A connection on which the headers of a request, or its body, take longer than this to arrive is closed. One on which the client
    takes longer to read a response is reset.
    """
    if not allow_remote and not is_loopback_host(host):
        raise ValueError(
            f"host {host!r} is reachable from other machines; pass allow_remote=True (--allow-remote) to allow it"
        )
    with _listen(host, port) as listener:
        connections = Connections(header_seconds, response_seconds)
        app.connections, app.bound_host, app.body_seconds = connections, host, body_seconds
        config = uvicorn.Config(
            app,
            http=connections.protocol,
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=2,
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), name="workos-emulator", daemon=True)
        thread.start()
        try:
            _wait_until_started(server, thread)
            url_host = f"[{host}]" if ":" in host else host
            yield f"http://{url_host}:{listener.getsockname()[1]}"
        finally:
            app.stopping = True
            server.should_exit = True
            thread.join()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sets TCP_NODELAY on accepted sockets only if the listening socket was created with IPPROTO_TCP, which
    # socket.create_server does not do. Without TCP_NODELAY, delayed acknowledgements cost 40 ms per request.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name != "nt":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            problem = f"port {port} of {host} is in use, perhaps by another emulator; stop it, or choose another port"
            raise OSError(error.errno, problem) from error
        raise
    return listener


def _wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the emulator's server did not start")
        time.sleep(0.002)
