"""Every page in each of its states: without violations of axe-core, and within the window."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.browser.chromium import Chromium
from tests.emulator.pages.tour.tour import JOURNEYS, Journey, Tour
from workos_emulator import Emulator
from workos_emulator.pages.texts.catalog import LANGUAGES

from .conftest import Axe, ChromiumVisitor, appearance

APPEARANCES = ((1280, "light"), (1280, "dark"), (390, "light"))
"""Widths and color schemes. Colors don't depend on the width."""
ONLY_LISTS = ("dashboard",)
"""Modules of journeys without pages that must fit the window."""

IS_NARROW_ENOUGH = "return document.documentElement.scrollWidth <= window.innerWidth"
IS_LOW_ENOUGH = "return document.documentElement.scrollHeight <= window.innerHeight"


def travel(browser: Chromium, journey: Journey, check: Callable[[str], None]) -> None:
    emulator = Emulator(seed=1)
    with emulator.serve() as url:
        journey(Tour(emulator, url, ChromiumVisitor(browser), check))


def is_hosted(url: str) -> bool:
    """Return whether a page must fit the window. The lists of the dashboard are as long as they have to be."""
    path = urlsplit(url).path
    return path not in ("/", "/hosted/mail") and not path.startswith("/dashboard")


def name_of(journey: Journey) -> str:
    return f"{journey.__module__.rpartition('.')[2]}.{journey.__name__}"


@pytest.mark.parametrize("journey", JOURNEYS, ids=name_of)
def test_pages_have_no_violations(
    browser: Chromium, axe: Axe, journey: Journey, request: pytest.FixtureRequest
) -> None:
    problems: list[str] = []
    appearances = APPEARANCES[:1] if request.config.getoption("--quick") else APPEARANCES

    def check(name: str) -> None:
        for width, scheme in appearances:
            with appearance(browser, width, dark=scheme == "dark"):
                problems.extend(f"{name} at {width}, {scheme}: {each}" for each in axe.violations())
                if not browser.driver.execute_script(IS_NARROW_ENOUGH):
                    problems.append(f"{name} is wider than {width} pixels")
                if scheme == "light":
                    browser.full_screenshot(f"{name}-{width}")

    travel(browser, journey, check)
    assert problems == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hosted_pages_fit_the_window(browser: Chromium, language: str, request: pytest.FixtureRequest) -> None:
    if language != "en" and request.config.getoption("--quick"):
        pytest.skip("--quick checks one language")
    problems: list[str] = []

    def check(name: str) -> None:
        if is_hosted(browser.url) and not browser.driver.execute_script(IS_LOW_ENOUGH):
            height = browser.driver.execute_script("return document.documentElement.scrollHeight")
            problems.append(f"{name} has a height of {height} pixels")
            browser.screenshot(f"{name}-too-high-{language}")

    headers = {"headers": {"Accept-Language": language}}
    browser.driver.execute_cdp_cmd("Network.enable", {})
    browser.driver.execute_cdp_cmd("Network.setExtraHTTPHeaders", headers)
    with appearance(browser, 1280):
        for journey in JOURNEYS:
            if not name_of(journey).startswith(ONLY_LISTS):
                travel(browser, journey, check)
    browser.driver.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {}})
    assert problems == []
