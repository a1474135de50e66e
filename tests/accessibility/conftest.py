"""axe-core, installed from npm into AXE_CORE, which `nox -s accessibility` sets."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Chromium
from tests.browser.conftest import browser, window

__all__ = ["browser", "window"]

FOLDER = os.environ.get("AXE_CORE", "")
collect_ignore_glob = [] if FOLDER else ["test_*"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="Check every page in one appearance and one language only.")


class ChromiumVisitor:
    """The visitor of a tour in a real browser."""

    def __init__(self, browser: Chromium) -> None:
        self.browser = browser

    @property
    def url(self) -> str:
        return self.browser.url

    def open(self, url: str) -> None:
        self.browser.open(url)

    def fill(self, name: str, text: str) -> None:
        if self.browser.driver.find_elements("css selector", f"select[name='{name}']"):
            self.browser.select_value(f"select[name='{name}']", text)
        else:
            self.browser.type_into(f"input[name='{name}'], textarea[name='{name}']", text)

    def press(self, name: str = "") -> None:
        self.browser.click(f"form[method=post] button{f'[name={name}]' if name else ':not([name])'}")

    def follow(self, path: str) -> None:
        self.browser.click(f"main a[href='{path}'], main a[href^='{path}?']")

    def code(self) -> str:
        return str(self.browser.driver.execute_script("return document.querySelector('.code').textContent"))


class Axe:
    """The rules of axe-core: WCAG 2.2 A and AA, and best practices."""

    _RUN = """
        const done = arguments[arguments.length - 1];
        const options = {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]};
        axe.run(document, options).then(results => done(results.violations.map(each => [
            each.id, each.help, each.nodes.map(node => `${node.target.join(" ")}: ${node.html}`)])), String);
    """

    def __init__(self, browser: Chromium) -> None:
        self._driver = browser.driver
        self._source = (Path(FOLDER) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

    def violations(self) -> Any:
        """Return the violations on the page: the ID of the rule, what it says, and the elements."""
        if not self._driver.execute_script("return 'axe' in window"):
            self._driver.execute_script(self._source)
        return self._driver.execute_async_script(self._RUN)


@pytest.fixture
def axe(browser: Chromium) -> Axe:
    return Axe(browser)


@contextmanager
def appearance(browser: Chromium, width: int, *, dark: bool = False, height: int = 860) -> Iterator[None]:
    """Show pages at a size, and in the light or dark color scheme, while the context lasts."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    yield
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
