"""The tutorial, followed step by step: the files are saved, run and tested as a reader would."""

import importlib.util
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest

from tests.docs.blocks import ROOT, Block, blocks, pages
from tests.docs.runner import PASSWORD
from workos_emulator import Emulator

FRAMEWORKS = {"FastAPI": "fastapi", "Flask": "flask", "Litestar": "litestar"}
VARIANTS = ("Async", "Sync")
START_TIMEOUT = 30.0
"""Seconds that an application may take to accept requests."""


class Project:
    """The folder of a reader, with an emulator and its environment variables.

    Attributes:
        emulator: The emulator.
    """

    def __init__(self, folder: Path, emulator: Emulator, url: str) -> None:
        self.emulator = emulator
        self._folder = folder
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("WORKOS_")},
            "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
            "WORKOS_API_KEY": emulator.api_key,
            "WORKOS_BASE_URL": url,
            "WORKOS_CLIENT_ID": emulator.client_id,
            "WORKOS_COOKIE_PASSWORD": PASSWORD,
        }

    def save(self, block: Block, port: int = 8000) -> None:
        """Save a file of the tutorial, for an application on another port."""
        assert block.title
        self.path(block.title).write_text(block.text.replace("localhost:8000", f"localhost:{port}"), encoding="utf-8")

    def path(self, name: str) -> Path:
        return self._folder / name

    def set(self, name: str, value: str) -> None:
        """Set an environment variable."""
        self._environment[name] = value

    def run(self, *words: str) -> str:
        """Run a command of the tutorial, and return its output."""
        done = self._popen(*words)
        output, errors = done.communicate(timeout=120)
        assert done.returncode == 0, errors + output
        return output

    @contextmanager
    def serving(self, port: int, *words: str, path: str = "/") -> Iterator[subprocess.Popen[str]]:
        """Run a server until the end of the block. It accepts requests to the path when the block starts."""
        server = self._popen(*words)
        try:
            transport = httpx.HTTPTransport(retries=20)  # connection attempts, with increasing delays
            with httpx.Client(transport=transport, timeout=START_TIMEOUT) as client:
                assert client.get(f"http://127.0.0.1:{port}{path}").status_code == 200
            yield server
        finally:
            if server.returncode is None:
                server.terminate()
                server.communicate(timeout=START_TIMEOUT)

    def _popen(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=self._folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Emulator(seed="tutorial") as emulator, emulator.serve() as url:
        yield Project(tmp_path, emulator, url)


def file(page: str, title: str, tab: str = "") -> Block:
    (block,) = [each for each in blocks(f"tutorial/{page}.md") if each.title == title and each.tab == tab]
    return block


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def require(*packages: str) -> None:
    for package in packages:
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed: nox -s web installs the frameworks")


def test_start_of_the_emulator(project: Project) -> None:
    """The command of the page serves an emulator, with the values that the settings of the page export."""
    serve = blocks("tutorial/index.md", "console")[-1]
    settings = file("index", "settings.sh", "Linux and macOS").text
    port = free_port()
    words = serve.text.replace("4100", str(port)).split()
    assert words[0] == "workos-emulator"
    with project.serving(port, "-m", "workos_emulator", *words[1:], path="/_emulator/health") as server:
        server.terminate()
        banner = server.communicate(timeout=START_TIMEOUT)[0].replace(str(port), "4100")
    exports = re.findall(r"export \S+", banner)
    assert len(exports) == 3
    assert re.findall(r"export \S+(?=\n)", settings)[:3] == exports
    assert settings.startswith(". .venv/bin/activate\n")
    in_powershell = file("index", "settings.ps1", "Windows (PowerShell)").text
    assert re.findall(r'env:(\w+) = "(.+)"', in_powershell) == re.findall(r"export (\w+)=(.+)", settings)


def test_settings_configure_the_application(project: Project) -> None:
    """The cookie password is long enough."""
    values = dict(re.findall(r"export (\w+)=(.+)", file("index", "settings.sh", "Linux and macOS").text))
    program = "from workos_sync import SignIn, WorkOS; SignIn(WorkOS(), redirect_uri='http://localhost:8000/callback')"
    for name, value in values.items():
        project.set(name, value)
    project.run("-c", program)


@pytest.mark.parametrize("variant", VARIANTS)
def test_first_call(project: Project, variant: str) -> None:
    project.save(file("first-call", "first_call.py", variant))
    (output,) = blocks("tutorial/first-call.md", "text")
    for text in (output.text, project.run("first_call.py")):
        assert re.fullmatch(r"org_\w{26} Acme\n", text)


@pytest.mark.parametrize("variant", VARIANTS)
def test_users_and_organizations(project: Project, variant: str) -> None:
    project.save(file("users-and-organizations", "create_objects.py", variant))
    (output,) = blocks("tutorial/users-and-organizations.md", "text")
    assert project.run("create_objects.py") == output.text


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_sign_in(project: Project, framework: str) -> None:
    require(FRAMEWORKS[framework])
    project.save(file("users-and-organizations", "create_objects.py", "Sync"))
    project.run("create_objects.py")
    port = free_port()
    project.save(file("sign-in", "app.py", framework), port)
    with project.serving(port, *server_command(framework, port)):
        assert reports_of("ada@acme.example", port) == (200, ["Report 1"])
        assert reports_of("bob@acme.example", port)[0] == 403


def server_command(framework: str, port: int) -> list[str]:
    """Return the command of the page that serves the application, for a free port."""
    (block,) = [each for each in blocks("tutorial/sign-in.md", "console") if each.tab == framework]
    return ["-m", *block.text.splitlines()[-1].replace("8000", str(port)).split()]


def reports_of(email: str, port: int) -> tuple[int, object]:
    """Sign in on the hosted page as a user, and return the status and the JSON of `/reports`."""
    app = f"http://localhost:{port}"
    with httpx.Client(follow_redirects=True) as browser:
        assert "Sign in" in browser.get(app).text
        page = browser.get(f"{app}/login")
        csrf = re.search(r'name="csrf" value="([^"]+)"', page.text)
        action = re.search(r'action="([^"]+)"', page.text)
        assert csrf is not None
        form = {"csrf": csrf[1], "email": email, "password": "correct horse 42"}
        page = browser.post(urljoin(str(page.url), action[1] if action else ""), data=form)
        assert page.text.startswith("Hello, user_")
        assert browser.get(f"{app}/me").json()["user"] in page.text
        reports = browser.get(f"{app}/reports")
        result = reports.status_code, reports.json() if reports.status_code == 200 else None
        browser.post(f"{app}/logout", follow_redirects=False, headers={"Sec-Fetch-Site": "same-origin"})
        assert "Sign in" in browser.get(app).text
        return result


def save_app_with_webhooks(project: Project, port: int = 8000) -> None:
    """Save the application with the change that the webhook step makes."""
    change = next(block for block in blocks("tutorial/webhooks.md", "python") if not block.title)
    import_line, _, call = change.text.strip().partition("\n\n")
    project.save(file("sign-in", "app.py", "FastAPI"), port)
    project.save(file("webhooks", "webhooks.py"))
    text = project.path("app.py").read_text(encoding="utf-8")
    assert text.count("    return app\n") == 1
    text = text.replace("    return app\n", f"    {call}\n    return app\n")
    project.path("app.py").write_text(f"{import_line}\n{text}", encoding="utf-8")


def test_webhooks(project: Project) -> None:
    require("fastapi")
    port = free_port()
    save_app_with_webhooks(project, port)
    project.save(file("webhooks", "endpoint.py"), port)
    project.save(file("webhooks", "create_user.py"))
    project.set("WORKOS_WEBHOOK_SECRET", project.run("endpoint.py").strip())
    with project.serving(port, *server_command("FastAPI", port)) as server:
        project.run("create_user.py")
        project.emulator.deliveries.wait_idle()
        assert [delivery.state for delivery in project.emulator.deliveries] == ["delivered"]
        server.terminate()
        (output,) = blocks("tutorial/webhooks.md", "text")
        assert output.text in server.communicate(timeout=START_TIMEOUT)[0]


def test_tests(project: Project) -> None:
    require("fastapi")
    save_app_with_webhooks(project)
    project.save(file("tests", "test_app.py"))
    block = blocks("tutorial/tests.md", "console")[-1]
    command = block.text.split()[1:]
    installed = any(point.name == "workos" for point in entry_points(group="pytest11"))
    plugin = () if installed else ("-p", "workos_testing.plugin")
    assert "6 passed" in project.run(*command, "-p", "no:cacheprovider", *plugin)


def test_every_file_of_the_tutorial_is_used() -> None:
    used = set(re.findall(r'file\("([\w-]+)", "([\w.]+)"', Path(__file__).read_text(encoding="utf-8")))
    saved = {(block.page, block.title) for page in pages() for block in blocks(page) if block.title}
    assert saved == {(f"tutorial/{page}.md", title) for page, title in used}
