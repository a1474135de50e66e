"""The published browser clients, installed from npm into WORKOS_BROWSER_CLIENTS, which `nox -s browser_clients` sets."""

import html
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Chromium
from tests.browser.conftest import browser, emulator, emulator_url, window
from tests.browser.serving import serve
from workos_emulator import Emulator

__all__ = ["browser", "emulator", "emulator_url", "window"]

FOLDER = os.environ.get("WORKOS_BROWSER_CLIENTS", "")
collect_ignore_glob = [] if FOLDER else ["test_*"]

SOURCES = {"authkit-js": "authkit_js.mjs", "authkit-react": "authkit_react.jsx"}
PAGE = """<!doctype html>
<html lang="en"><head><title>App</title><link rel="icon" href="data:,"></head><body>
<div id="session"><h1 id="heading">Loading</h1><p id="organization"></p><p id="issued"></p><p id="notice"></p></div>
<div id="actions"></div>
<label for="target">Organization</label><input id="target">
<script type="application/json" id="settings">%s</script>
<script type="module" src="/app.js"></script>
</body></html>
"""


@pytest.fixture(scope="session")
def bundles() -> dict[str, bytes]:
    """The application with each client, bundled by esbuild."""
    folder = Path(FOLDER)
    for source in ("shared.mjs", *SOURCES.values()):
        shutil.copy(Path(__file__).parent / source, folder)
    for name, source in SOURCES.items():
        options = ["--bundle", "--format=esm", "--jsx=automatic", f"--outfile={name}.js"]
        defines = ['--define:process.env.NODE_ENV="production"', "--log-level=warning"]
        subprocess.run([folder / "node_modules/.bin/esbuild", source, *options, *defines], cwd=folder, check=True)
    return {name: (folder / f"{name}.js").read_bytes() for name in SOURCES}


@dataclass
class ClientApp:
    """An application with a browser client.

    Attributes:
        url: The URL of the application.
        dev_mode: The option `devMode` of the client.
    """

    url: str
    dev_mode: bool
    emulator: Emulator
    emulator_url: str
    browser: Chromium

    def open(self, path: str = "/") -> None:
        """Open a page of the application, and wait until the client has restored the session."""
        self.browser.open(self.url + path)
        self.wait_until_ready()

    def reload(self) -> None:
        self.browser.driver.refresh()
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        self.wait_for(lambda: self.script("return document.body.dataset.ready === 'true'"))

    def click(self, button: str) -> None:
        """Press a button that leads to no other page."""
        from selenium.webdriver.common.by import By

        self.browser.driver.find_element(By.XPATH, f"//button[.='{button}']").click()

    def text(self, id: str) -> str:
        """Return the text of an element; an empty string if it does not exist."""
        return str(self.script("return document.getElementById(arguments[0])?.textContent ?? ''", id))

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until a condition is true, for 20 seconds at most."""
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.support.ui import WebDriverWait

        wait = WebDriverWait(self.browser.driver, 20, 0.02, ignored_exceptions=(WebDriverException,))
        wait.until(lambda _: condition(), f"{self.browser.url}: {self.browser.text}")

    def wait_for_text(self, id: str, text: str) -> None:
        self.wait_for(lambda: self.text(id) == text)

    def script(self, text: str, *arguments: object) -> Any:
        """Return the result of a script in the page."""
        return self.browser.driver.execute_script(text, *arguments)


@pytest.fixture(params=[True, False], ids=["devMode", "cookie"])
def dev_mode(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(params=SOURCES)
def library(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make_app(
    library: str,
    bundles: dict[str, bytes],
    emulator: Emulator,
    emulator_url: str,
    browser: Chromium,
    dev_mode: bool,
) -> Iterator[Callable[[str], ClientApp]]:
    """A function that serves the application with the client at a host."""
    with ExitStack() as stack:

        def start(host: str) -> ClientApp:
            options = {
                "apiHostname": "127.0.0.1",
                "port": int(emulator_url.rpartition(":")[2]),
                "https": False,
                "devMode": dev_mode,
            }
            settings = json.dumps({"clientId": emulator.client_id, "options": options})
            page = (PAGE % html.escape(settings, quote=False)).encode()
            url = stack.enter_context(serve(_files(page, bundles[library]))).replace("127.0.0.1", host)
            return ClientApp(url, dev_mode, emulator, emulator_url, browser)

        yield start


def _files(page: bytes, script: bytes) -> Any:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            while (message := await receive())["type"] != "lifespan.shutdown":
                await send({"type": f"{message['type']}.complete"})
            await send({"type": "lifespan.shutdown.complete"})
            return
        is_script = scope["path"] == "/app.js"
        kind = b"text/javascript" if is_script else b"text/html; charset=utf-8"
        headers = [(b"content-type", kind), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": script if is_script else page})

    return app
