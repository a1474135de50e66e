import os
from collections.abc import Iterator

import pytest

from workos_emulator import Emulator

from . import chromium
from .chromium import Chromium


@pytest.fixture(scope="session")
def window() -> Iterator[Chromium]:
    """The browser of all tests in this process. If it can't start, the tests are skipped, but fail under `nox -s browser` in CI."""
    if reason := chromium.missing_requirement():
        if os.environ.get("CI") == "true" and os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium.start() as window:
        yield window


@pytest.fixture
def browser(window: Chromium) -> Chromium:
    """The browser without cookies and console messages of earlier tests."""
    window.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    window.console_problems()
    return window


@pytest.fixture
def emulator() -> Emulator:
    return Emulator(seed=1)


@pytest.fixture
def emulator_url(emulator: Emulator) -> Iterator[str]:
    with emulator.serve() as url:
        yield url
