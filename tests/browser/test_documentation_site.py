"""The documentation site in a real browser: navigation, search, tabs, colors, and narrow screens."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from .chromium import Chromium

SITE = Path(__file__).parents[2] / "build" / "site"
WAIT_SECONDS = 30.0
PAGES = ("", "tutorial/sign-in/", "client/", "names/", "reference/control-api/", "reference/resources/user_management/")
WIDE, NARROW = 1280, 390

# `nox -s browser` builds the site and requires these tests.
pytestmark = pytest.mark.skipif(
    not SITE.exists() and os.environ.get("BROWSER_TESTS") != "required", reason="the site is not built: run nox -s docs"
)


class Handler(SimpleHTTPRequestHandler):
    """A request handler without a log."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(SITE))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def site(browser: Chromium, url: str) -> Iterator[Chromium]:
    """A wide browser window without settings of earlier tests."""
    resize(browser, WIDE)
    browser.open(url)
    browser.driver.execute_script("localStorage.clear()")
    yield browser
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert browser.console_problems() == []


def resize(browser: Chromium, width: int) -> None:
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 800}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def wait_for(browser: Chromium, xpath: str) -> Any:
    """Return the first visible element that matches, when there is one."""
    from selenium.common.exceptions import StaleElementReferenceException
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    def visible(driver: Any) -> Any:
        return next((each for each in driver.find_elements(By.XPATH, xpath) if each.is_displayed()), None)

    wait = WebDriverWait(browser.driver, WAIT_SECONDS, 0.02, ignored_exceptions=(StaleElementReferenceException,))
    return wait.until(visible, f"nothing visible matches {xpath} at {browser.url}")


def test_navigation(site: Chromium, url: str) -> None:
    for link, heading in [
        ("Tutorial", "Tutorial"),
        ("1. First call", "First call"),
        ("How-to guides", "How-to guides"),
        ("Reference", "Reference"),
        ("Explanation", "Explanation"),
        ("Project", "Changelog"),
    ]:
        wait_for(site, f"//nav//a[normalize-space()='{link}']").click()
        assert wait_for(site, "//h1").text.rstrip("¶") == heading
    loaded = site.driver.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert loaded
    assert [each for each in loaded if not each.startswith(url)] == []


def test_every_step_of_the_tutorial_leads_to_the_next(site: Chromium, url: str) -> None:
    site.open(f"{url}tutorial/")
    headings = []
    while True:
        headings.append(wait_for(site, "//h1").text.rstrip("¶"))
        if headings[-1] == "Deployment":
            break
        wait_for(site, "//a[contains(@class, 'md-footer__link--next')]").click()
        wait_for(site, f"//h1[not(starts-with(., '{headings[-1]}'))]")
    assert headings[1:] == [
        "First call", "Users and organizations", "Sign-in", "Webhooks", "Tests", "Deployment",
    ]  # fmt: skip


def test_search(site: Chromium) -> None:
    wait_for(site, "//input[@aria-label='Search']").send_keys("create_organization")
    result = wait_for(
        site, "//a[contains(@class, 'md-search-result__link')][contains(@href, 'resources/organizations')]"
    )
    site.screenshot("documentation-search")
    site.driver.execute_script("arguments[0].click()", result)
    assert wait_for(site, "//h1").text.rstrip("¶") == "workos.organizations"


def test_a_selected_tab_stays_selected_on_other_pages(site: Chromium, url: str) -> None:
    site.open(f"{url}tutorial/first-call/")
    assert "asyncio.run(main())" in site.text
    wait_for(site, "//label[normalize-space()='Sync']").click()
    wait_for(site, "//code[contains(., 'from workos_sync import WorkOS')]")
    assert "asyncio.run(main())" not in site.text
    site.open(f"{url}tutorial/users-and-organizations/")
    wait_for(site, "//code[contains(., 'from workos_sync import')]")
    assert "asyncio.run(main())" not in site.text


def test_framework_tabs(site: Chromium, url: str) -> None:
    site.open(f"{url}tutorial/sign-in/")
    for framework, text in (("Flask", "from flask import Flask"), ("Litestar", "from litestar import Litestar")):
        wait_for(site, f"//label[normalize-space()='{framework}']").click()
        assert text in wait_for(site, f"//code[contains(., '{text}')]").text
        assert "from fastapi import" not in site.text


def test_dark_and_light(site: Chromium) -> None:
    def background() -> str:
        return str(site.driver.execute_script("return getComputedStyle(document.body).backgroundColor"))

    light = background()
    wait_for(site, "//label[@title='Switch to dark mode']").click()
    wait_for(site, "//label[@title='Switch to light mode']")
    site.screenshot("documentation-dark")
    assert background() != light


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("page", PAGES)
def test_pages_fit_the_window(site: Chromium, url: str, page: str, width: int) -> None:
    """Code and tables scroll on their own: the page does not scroll sideways."""
    resize(site, width)
    site.open(f"{url}{page}")
    site.screenshot(f"documentation-{page or 'home'}-{width}")
    assert site.driver.execute_script("return document.documentElement.scrollWidth") <= width


def test_menu_of_a_narrow_window(site: Chromium, url: str) -> None:
    resize(site, NARROW)
    site.open(f"{url}tutorial/first-call/")
    wait_for(site, "//label[contains(@class, 'md-header__button')][@for='__drawer']").click()
    wait_for(site, "//nav//a[normalize-space()='4. Webhooks']").click()
    assert wait_for(site, "//h1").text.rstrip("¶") == "Webhooks"
