"""A Next.js application with the published authkit-nextjs, from the npm folder WORKOS_NEXTJS, which `nox -s nextjs` sets."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from workos_emulator import Emulator

FOLDER = os.environ.get("WORKOS_NEXTJS", "")
START_SECONDS = 60.0
collect_ignore_glob = [] if FOLDER else ["test_*"]


@dataclass
class Apps:
    """The URLs of the Next.js application and of the FastAPI example, on one host: they share cookies."""

    nextjs: str
    fastapi: str
    emulator: Emulator


@pytest.fixture(scope="session")
def apps() -> Iterator[Apps]:
    with pytest.MonkeyPatch.context() as environment:
        for name in ("WORKOS_API_KEY", "WORKOS_CLIENT_ID", "WORKOS_BASE_URL", "WORKOS_COOKIE_PASSWORD"):
            environment.setitem(os.environ, name, "")  # restored after the tests
        from examples.fastapi_app import make_app
        from examples.shared import running_emulator
        from tests.browser.serving import serve

        with running_emulator() as emulator, serve(make_app=make_app) as fastapi, _serve_nextjs() as nextjs:
            yield Apps(nextjs, fastapi, emulator)


@contextmanager
def _serve_nextjs() -> Iterator[str]:
    """Serve the application from the npm folder, with the emulator and the cookie password of the environment."""
    folder = Path(FOLDER)
    shutil.copytree(Path(__file__).parent / "app", folder, dirs_exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    variables = {
        "APP_URL": url,
        "NEXT_PUBLIC_WORKOS_REDIRECT_URI": f"{url}/callback",
        "NEXT_TELEMETRY_DISABLED": "1",
        "WORKOS_API_HOSTNAME": "127.0.0.1",
        "WORKOS_API_HTTPS": "false",
        "WORKOS_API_PORT": os.environ["WORKOS_BASE_URL"].rpartition(":")[2],
    }
    log = folder / "next.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["node", "node_modules/next/dist/bin/next", "dev", "--hostname", "127.0.0.1", "--port", str(port)],
            cwd=folder,
            env={**os.environ, **variables},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_ready(f"{url}/api/me", process, log)
            yield url
        finally:
            os.killpg(process.pid, 15)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, 9)
                process.wait()


def _wait_until_ready(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the application has compiled and responds."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(url, timeout=deadline - time.monotonic())
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"Next.js did not start within {START_SECONDS:g} seconds:\n{log.read_text()[-4000:]}")


@pytest.fixture
def browser() -> Iterator[httpx.Client]:
    """A browser without JavaScript. Its cookies are shared by all ports of a host, like those of real browsers."""
    with httpx.Client(follow_redirects=True, timeout=60) as client:
        yield client
