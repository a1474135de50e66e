"""Each example, started with the command in its docstring and without any settings."""

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
def start_example(name: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run an example as a process, without WorkOS settings in its environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WORKOS_")}
    command = [sys.executable, "-m", f"examples.{name}", *arguments]
    # stderr is discarded: nothing reads it, and a full pipe would block the example.
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


def read_lines(process: "subprocess.Popen[str]", number: int) -> str:
    assert process.stdout is not None
    return "".join(process.stdout.readline() for _ in range(number))


def open_home_page(process: "subprocess.Popen[str]", browser: httpx.Client) -> httpx.Response:
    """Return the page at `/` once the app serves it. The app prints its address shortly before that."""
    deadline = time.monotonic() + 60
    while True:
        try:
            return browser.get("/")
        except httpx.ConnectError:
            assert process.poll() is None, "the example has exited"
            assert time.monotonic() < deadline, "the example does not respond"
            time.sleep(0.05)


@pytest.mark.parametrize("framework", ["fastapi", "flask", "django"])
def test_web_app_shows_the_sign_in_page_of_the_emulator(framework: str) -> None:
    pytest.importorskip(framework, reason="nox -s web installs the frameworks")
    port = free_port()
    address = f"http://localhost:{port}"
    with start_example(f"{framework}_app", "--port", str(port)) as process:
        output = read_lines(process, 2)
        assert f"Sign in as {ADA} with the password" in output
        assert f"The app is running at {address}\n" in output
        with httpx.Client(base_url=address, follow_redirects=True, trust_env=False, timeout=30) as browser:
            assert "<h1>Welcome</h1>" in open_home_page(process, browser).text
            page = browser.get("/login")
            assert page.status_code == 200, page.text
            assert "<h1>Sign in</h1>" in page.text
            assert page.url.port != port  # the page comes from the emulator


def test_fastapi_app_documents_its_guards(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fastapi", reason="nox -s web installs the frameworks")
    from examples.fastapi_app import make_app

    for name in ("WORKOS_API_KEY", "WORKOS_CLIENT_ID"):
        monkeypatch.setenv(name, "for_tests")
    monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", "x" * 32)
    paths = make_app().openapi()["paths"]
    denied = paths["/api/colleagues"]["get"]["responses"]["403"]["description"]
    assert "role 'admin' or permission 'colleagues:read'" in denied
    assert "/" not in paths


def test_fastapi_app_returns_models(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fastapi", reason="nox -s web installs the frameworks")
    from fastapi.testclient import TestClient

    from examples.fastapi_app import make_app
    from workos_emulator import Emulator
    from workos_sync import WorkOS

    emulator = Emulator()
    with emulator.serve() as url:
        for name, value in (("API_KEY", emulator.api_key), ("CLIENT_ID", emulator.client_id), ("BASE_URL", url)):
            monkeypatch.setenv(f"WORKOS_{name}", value)
        monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", "x" * 32)
        with WorkOS() as workos:
            users = workos.user_management
            ada = users.create_user(email=ADA, password="correct horse 42", email_verified=True)
            acme = workos.organizations.create_organization(name="Acme")
            users.create_organization_membership(user_id=ada.id, organization_id=acme.id)
            signed_in = users.authenticate_with_password(email=ADA, password="correct horse 42")
        with TestClient(make_app(), headers={"Authorization": f"Bearer {signed_in.access_token}"}) as client:
            me = client.get("/api/me").json()
            assert (me["kind"], me["user_id"], me["organization_id"]) == ("access_token", ada.id, acme.id)
            assert signed_in.access_token not in str(me)
            assert client.get("/api/organization").json()["name"] == "Acme"
            members = client.get("/api/members").json()
            assert ([member["email"] for member in members["data"]], members["object"]) == ([ADA], "list")
            schemas = client.get("/openapi.json").json()["components"]["schemas"]
            assert {"AuthenticatedUser", "Organization", "Page_User_", "User"} <= set(schemas)


def test_device_login_prints_a_code_that_the_emulator_accepts() -> None:
    with start_example("device_login") as process:
        lines = read_lines(process, 3).splitlines()
        assert ADA in lines[0]
        assert lines[1].startswith("Open http://127.0.0.1:")
        user_code = lines[1].split()[-1]
        page = httpx.get(lines[2].split()[-1], trust_env=False, follow_redirects=True)
        assert page.status_code == 200
        assert user_code in page.text
