"""The emulator on a socket."""

import ipaddress
import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

_START_SECONDS = 10.0


@contextmanager
def serve(emulator: "Emulator", *, host: str, port: int, allow_remote: bool) -> Generator[str]:
    """Serve an emulator from a thread as long as the context lasts; see `Emulator.serve`."""
    if not allow_remote and not is_loopback(host):
        raise ValueError(
            f"{host} is reachable from other machines; say allow_remote=True (--allow-remote) if you mean it"
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listener:
        app = emulator.app
        config = uvicorn.Config(
            app,
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
            name = f"[{host}]" if ":" in host else host
            yield f"http://{name}:{listener.getsockname()[1]}"
        finally:
            app.stopping = True
            server.should_exit = True
            thread.join()


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the emulator's server did not start")
        time.sleep(0.002)
