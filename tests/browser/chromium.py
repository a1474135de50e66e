"""A headless Chromium with the actions of a user: open a page, fill a field by its label, press a button.

Tests need no sleeps: an action that leads to another page waits until the browser has loaded it.
"""

import os
import re
import shutil
from base64 import b64decode
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SCREENSHOTS = Path(__file__).parent.parent.parent / "build" / "screenshots"
PAGE_LOAD_TIMEOUT = 30.0
"""Seconds that a page may take to load."""


def missing_requirement() -> str | None:
    """Return what must be installed before the browser can start, or None if it can."""
    if shutil.which("chromium") is None or shutil.which("chromedriver") is None:
        return "Chromium or its driver is not installed: tests/browser/install_chromium.sh installs them"
    try:
        import selenium  # noqa: F401 - only checks that it is installed
    except ImportError:
        return "selenium is not installed: run these tests with nox -s browser"
    return None


class Chromium:
    """A browser window.

    Attributes:
        driver: The Selenium driver, for actions that this class does not have.
    """

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    @property
    def url(self) -> str:
        """The URL of the page."""
        return str(self.driver.current_url)

    @property
    def heading(self) -> str:
        """The text of the first `h1`."""
        return str(self._find("//h1").text)

    @property
    def text(self) -> str:
        """All visible text of the page."""
        return str(self._find("//body").text)

    def open(self, url: str) -> None:
        """Open a URL."""
        self.driver.get(url)

    def fill(self, label: str, text: str) -> None:
        """Replace the text of the field with this label."""
        field = self._field(label)
        field.clear()
        field.send_keys(text)

    def choose(self, label: str, option: str) -> None:
        """Choose an option of the select box with this label, by its text."""
        from selenium.webdriver.support.select import Select

        Select(self._field(label)).select_by_visible_text(option)

    def value_of(self, label: str) -> str:
        """Return the text of the field with this label."""
        return str(self._field(label).get_attribute("value"))

    def press_in_place(self, button: str) -> None:
        """Press a button that stays on the page."""
        self._find(f"//button[normalize-space()={_quoted(button)}]").click()

    def wait_for_heading(self, heading: str) -> None:
        """Wait until a page with this heading is shown, which a script opens."""
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(
            self.driver, PAGE_LOAD_TIMEOUT, 0.02, ignored_exceptions=(WebDriverException, AssertionError)
        ).until(lambda _: self.heading == heading)

    def press(self, button: str) -> None:
        """Press a button, and wait for the next page."""
        self._wait_for_next_page(self._find(f"//button[normalize-space()={_quoted(button)}]").click)

    def type_into(self, selector: str, text: str) -> None:
        """Replace the text of the first field that a CSS selector matches."""
        field = self._select(selector)
        field.clear()
        field.send_keys(text)

    def select_value(self, selector: str, value: str) -> None:
        """Choose the option with this value in the first select box that a CSS selector matches."""
        from selenium.webdriver.support.select import Select

        Select(self._select(selector)).select_by_value(value)

    def click(self, selector: str) -> None:
        """Click the first element that a CSS selector matches, and wait for the next page."""
        self._wait_for_next_page(self._select(selector).click)

    def enter(self) -> None:
        """Press the Enter key in the focused field, and wait for the next page."""
        from selenium.webdriver.common.keys import Keys

        field = self.driver.switch_to.active_element
        self._wait_for_next_page(lambda: field.send_keys(Keys.ENTER))

    def follow(self, link: str) -> None:
        """Follow a link, and wait for the next page."""
        self._wait_for_next_page(self._find(f"//a[normalize-space()={_quoted(link)}]").click)

    def focused(self) -> str:
        """Return the id of the focused element."""
        return str(self.driver.switch_to.active_element.get_attribute("id"))

    @property
    def focused_text(self) -> str:
        """The text of the focused element."""
        return str(self.driver.switch_to.active_element.text)

    def screenshot(self, name: str) -> Path:
        """Save a screenshot of the page as `build/screenshots/<name>.png`."""
        path = self._screenshot_path(name)
        if not self.driver.save_screenshot(str(path)):
            raise AssertionError(f"the screenshot could not be saved to {path}")
        return path

    def full_screenshot(self, name: str) -> None:
        """Save a screenshot of the whole page, also of what the window does not show."""
        size = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        options = {"captureBeyondViewport": True, "clip": {**size, "scale": 1}}
        image = self.driver.execute_cdp_cmd("Page.captureScreenshot", options)["data"]
        self._screenshot_path(name).write_bytes(b64decode(image))

    def console_problems(self) -> list[str]:
        """Return and clear the console's warnings and errors: blocked scripts, styles and images, and failed requests."""
        entries = self.driver.get_log("browser")
        return [entry["message"] for entry in entries if entry["level"] in ("SEVERE", "WARNING")]

    def _screenshot_path(self, name: str) -> Path:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        return SCREENSHOTS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}.png"

    def _wait_for_next_page(self, action: Callable[[], object]) -> None:
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.support.ui import WebDriverWait

        self.driver.execute_script("window.leaving = true")
        action()
        # A script may fail while the browser replaces one page with the next.
        WebDriverWait(self.driver, PAGE_LOAD_TIMEOUT, 0.02, ignored_exceptions=(WebDriverException,)).until(
            lambda driver: driver.execute_script("return !window.leaving && document.readyState === 'complete'")
        )

    def _field(self, label: str) -> Any:
        element = self._find(f"//label[starts-with(normalize-space(), {_quoted(label)})]")
        return self._find(f"//*[@id={_quoted(element.get_attribute('for'))}]")

    def _select(self, selector: str) -> Any:
        from selenium.webdriver.common.by import By

        elements = self.driver.find_elements(By.CSS_SELECTOR, selector)
        assert elements, f"no element matches {selector} at {self.url}"
        return elements[0]

    def _find(self, xpath: str) -> Any:
        from selenium.webdriver.common.by import By

        elements = self.driver.find_elements(By.XPATH, xpath)
        if not elements:
            body = self.driver.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"no element matches {xpath} at {self.url}:\n{body}")
        return elements[0]


@contextmanager
def start(*, dark: bool = False, width: int = 900, height: int = 900) -> Generator[Chromium]:
    """Start a browser with an empty profile, and quit it when the context ends."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        arguments = [
            "--headless=new",
            "--no-sandbox",  # containers have no user namespaces
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            f"--user-data-dir={profile}",
            f"--window-size={width},{height}",
            *(["--blink-settings=preferredColorScheme=0"] if dark else []),
        ]
        for argument in arguments:
            options.add_argument(argument)
        driver = Chrome(options=options, service=Service(shutil.which("chromedriver"), log_output=os.devnull))
        try:
            driver.set_page_load_timeout(PAGE_LOAD_TIMEOUT)
            yield Chromium(driver)
        finally:
            driver.quit()


def _quoted(text: str) -> str:
    """Return a text as an XPath string literal. XPath has no escape sequences."""
    return f'"{text}"' if '"' not in text else f"'{text}'"
