"""The examples of agents, from the command line, against the emulator that they start."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.emulator.pages.browsing import Browser

ROOT = Path(__file__).parents[2]
EMAIL, PASSWORD = "ada@example.com", "correct horse 42"


@contextmanager
def running(example: str, *options: str) -> Generator["subprocess.Popen[str]"]:
    settings = ("WORKOS_API_KEY", "WORKOS_CLIENT_ID", "WORKOS_BASE_URL")
    process = subprocess.Popen(
        [sys.executable, "-m", f"examples.{example}", *options],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def output_of(process: "subprocess.Popen[str]") -> str:
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return output


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return str(listener.getsockname()[1])


def test_the_agent_loop_asks_for_an_account_and_records_its_calls() -> None:
    with running("pipes_agent") as process:
        lines = output_of(process).splitlines()
    assert lines[2:] == [
        "Connect github: not_installed",
        "2 repositories, with a token of 5 characters",
        "Audit log events that could not be recorded: 0",
    ]


def test_the_agent_calls_an_mcp_server_as_an_application() -> None:
    pytest.importorskip("mcp", reason="nox -s mcp installs it")
    with running("mcp_agent", "--port", free_port()) as process:
        assert re.search(r"The server responded: client_\w+ in org_\w+", output_of(process))


def test_the_agent_calls_an_mcp_server_on_behalf_of_a_user() -> None:
    pytest.importorskip("mcp", reason="nox -s mcp installs it")
    with running("mcp_agent", "--user", "--port", free_port()) as process, httpx.Client() as http:
        assert process.stdout is not None
        url = next(line for line in process.stdout if line.startswith("Open ")).removeprefix("Open ").strip()
        browser = Browser(http)
        browser.open(url)
        browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD).submit("Acme")
        for _ in range(3):
            if browser.returned is None:
                assert browser.page is not None
                buttons = [button["text"] for form in browser.page.forms for button in form.buttons]
                browser.submit(next(text for text in buttons if text not in ("Cancel", "Deny")))
        assert browser.returned is not None
        redirect_uri = parse_qs(urlsplit(url).query)["redirect_uri"][0]
        http.get(redirect_uri, params=browser.returned)
        assert re.search(r"The server responded: user_\w+ in org_\w+", output_of(process))
