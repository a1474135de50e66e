"""A headless Chromium that does what a person does: opens pages, fills fields by their labels, presses buttons.

No test sleeps: after whatever leads to another page, the helper waits until the browser has it.
"""

import os
import re
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SCREENSHOTS = Path(__file__).parent.parent.parent / "build" / "screenshots"
SECONDS = 30.0
"""How long a page may take to come."""


def missing() -> str | None:
    """What is needed to start the browser and not there; None if nothing is."""
    if shutil.which("chromium") is None or shutil.which("chromedriver") is None:
        return "Chromium or its driver is not installed: tests/browser/install_chromium.sh installs them"
    try:
        import selenium  # noqa: F401 - looks whether it is there
    except ImportError:
        return "selenium is not installed: nox -s browser runs this"
    return None


class Chromium:
    """One window.

    Attributes:
        driver: The driver of selenium, for what this class does not do.
    """

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    @property
    def url(self) -> str:
        """The address of the page."""
        return str(self.driver.current_url)

    @property
    def heading(self) -> str:
        """The text of the first `h1`."""
        return str(self._one("//h1").text)

    @property
    def text(self) -> str:
        """All text that can be seen."""
        return str(self._one("//body").text)

    def open(self, url: str) -> None:
        """Go to an address."""
        self.driver.get(url)

    def fill(self, label: str, text: str) -> None:
        """Put a text into the field with this label."""
        field = self._field(label)
        field.clear()
        field.send_keys(text)

    def value_of(self, label: str) -> str:
        """The text in a field."""
        return str(self._field(label).get_attribute("value"))

    def press(self, button: str) -> None:
        """Press a button, and wait for the page that it leads to."""
        self._leave(self._one(f"//button[normalize-space()={_quoted(button)}]").click)

    def enter(self) -> None:
        """Press the Enter key in the field that has the focus, and wait for the page that it leads to."""
        from selenium.webdriver.common.keys import Keys

        field = self.driver.switch_to.active_element
        self._leave(lambda: field.send_keys(Keys.ENTER))

    def follow(self, link: str) -> None:
        """Follow a link, and wait for the page that it leads to."""
        self._leave(self._one(f"//a[normalize-space()={_quoted(link)}]").click)

    def focused(self) -> str:
        """The id of the element that has the focus."""
        return str(self.driver.switch_to.active_element.get_attribute("id"))

    def screenshot(self, name: str) -> Path:
        """Take a picture of the whole page, kept as `build/screenshots/<name>.png`."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}.png"
        if not self.driver.save_screenshot(str(path)):
            raise AssertionError(f"no screenshot could be written to {path}")
        return path

    def problems_in_console(self) -> list[str]:
        """What the browser complains of: scripts, styles or pictures that the page may not load, and failed requests."""
        entries = self.driver.get_log("browser")
        return [entry["message"] for entry in entries if entry["level"] in ("SEVERE", "WARNING")]

    def _leave(self, act: Any) -> None:
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.support.ui import WebDriverWait

        self.driver.execute_script("window.leaving = true")
        act()
        # While one page makes room for the next, a question to it may fail.
        WebDriverWait(self.driver, SECONDS, 0.02, ignored_exceptions=(WebDriverException,)).until(
            lambda driver: driver.execute_script("return !window.leaving && document.readyState === 'complete'")
        )

    def _field(self, label: str) -> Any:
        found = self._one(f"//label[starts-with(normalize-space(), {_quoted(label)})]")
        return self._one(f"//*[@id={_quoted(found.get_attribute('for'))}]")

    def _one(self, path: str) -> Any:
        from selenium.webdriver.common.by import By

        found = self.driver.find_elements(By.XPATH, path)
        if not found:
            body = self.driver.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"there is no {path} at {self.url}:\n{body}")
        return found[0]


@contextmanager
def start(*, dark: bool = False, width: int = 900, height: int = 900) -> Generator[Chromium]:
    """A browser with an empty profile, as long as the context lasts."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        arguments = [
            "--headless=new",
            "--no-sandbox",  # containers give no user namespaces
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
            driver.set_page_load_timeout(SECONDS)
            yield Chromium(driver)
        finally:
            driver.quit()


def _quoted(text: str) -> str:
    """A text in XPath, which has no escapes."""
    return f'"{text}"' if '"' not in text else f"'{text}'"
