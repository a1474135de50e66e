"""Each example started as its docstring says, by one command and without any settings, and used as a newcomer does."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parent.parent.parent
ADA = "ada@example.com"


@contextmanager
def started(example: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """The example as a process, without settings of WorkOS."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WORKOS_")}
    command = [sys.executable, "-m", f"examples.{example}", *arguments]
    # stderr is left out: nobody reads it, and a pipe that is full would hold the example up.
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def lines(process: "subprocess.Popen[str]", number: int) -> str:
    assert process.stdout is not None
    return "".join(process.stdout.readline() for _ in range(number))


def first_page(process: "subprocess.Popen[str]", browser: httpx.Client) -> httpx.Response:
    """The page at `/` as soon as the app serves. It has said its address a moment before."""
    end = time.monotonic() + 60
    while True:
        try:
            return browser.get("/")
        except httpx.ConnectError:
            assert process.poll() is None, "the example has ended"
            assert time.monotonic() < end, "the example serves nothing"
            time.sleep(0.05)


@pytest.mark.parametrize("framework", ["fastapi", "flask", "django"])
def test_an_app(framework: str) -> None:
    pytest.importorskip(framework, reason="nox -s web installs the frameworks")
    port = free_port()
    address = f"http://localhost:{port}"
    with started(f"{framework}_app", "--port", str(port)) as process:
        told = lines(process, 2)
        assert f"Sign in as {ADA} with the password" in told
        assert f"The app is at {address}\n" in told
        with httpx.Client(base_url=address, follow_redirects=True, trust_env=False, timeout=30) as browser:
            assert "<h1>Hello, stranger</h1>" in first_page(process, browser).text
            page = browser.get("/login")
            assert page.status_code == 200, page.text
            assert "<h1>Sign in</h1>" in page.text
            assert page.url.port != port  # of the emulator


def test_the_device() -> None:
    with started("device_login") as process:
        told = lines(process, 3).splitlines()
        assert ADA in told[0]
        assert told[1].startswith("Open http://127.0.0.1:")
        page = httpx.get(told[2].split()[-1], trust_env=False, follow_redirects=True)
        assert page.status_code == 200
        assert told[1].split()[-1] in page.text  # the code
