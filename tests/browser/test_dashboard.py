"""The dashboard in a real browser: live updates, forms, the keyboard, and its appearance on a desktop and a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workos_emulator import Emulator

from .chromium import Chromium

PATHS = {
    "overview": "/",
    "users": "/dashboard/users",
    "organizations": "/dashboard/organizations",
    "memberships": "/dashboard/memberships",
    "connections": "/dashboard/connections",
    "directories": "/dashboard/directories",
    "events": "/dashboard/events",
    "webhooks": "/dashboard/webhooks",
    "mailbox": "/hosted/mail",
    "requests": "/dashboard/requests",
    "feature-flags": "/dashboard/feature-flags",
    "clock": "/dashboard/clock",
    "faults": "/dashboard/faults",
    "settings": "/dashboard/settings",
}


@pytest.fixture
def objects(emulator: Emulator) -> None:
    organization = emulator.create("organizations", name="Acme <b>& Sons</b>")
    user = emulator.create("users", email="a.very.long.address.of.a.user@subdomain.example.com")
    emulator.create("memberships", user_id=user["id"], organization_id=organization["id"])
    for factory in ("connections", "directories"):
        emulator.create(factory, organization_id=organization["id"])
    emulator.create("feature_flags", slug="beta", name="Beta", enabled=False)
    emulator.faults.add(status=503, path="/organizations/*", count=3)
    emulator.outbox.send("magic_auth", user["email"], "x", code="123456")


@pytest.fixture(params=[1280, 390])
def width(request: pytest.FixtureRequest, browser: Chromium) -> Iterator[int]:
    size = {"width": request.param, "height": 860, "deviceScaleFactor": 1, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield request.param
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def wait_for(browser: Chromium, text: str) -> None:
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(browser.driver, 20).until(lambda _: text in browser.text)


def wait_for_value(browser: Chromium, label: str, start: str) -> None:
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(browser.driver, 20).until(lambda _: browser.value_of(label).startswith(start))


@pytest.mark.usefixtures("objects")
def test_pages_fit_the_window(browser: Chromium, emulator_url: str, width: int) -> None:
    for name, path in PATHS.items():
        browser.open(emulator_url + path)
        fits = "return document.documentElement.scrollWidth <= window.innerWidth"
        assert browser.driver.execute_script(fits), f"{path} is wider than {width} pixels"
        browser.screenshot(f"dashboard-{name}-{width}")
        assert browser.console_problems() == []


def test_events_appear_while_the_page_is_open(browser: Chromium, emulator: Emulator, emulator_url: str) -> None:
    browser.open(f"{emulator_url}/dashboard/events")
    assert "user.created" not in browser.text
    emulator.create("users", email="ada@example.com")
    wait_for(browser, "user.created")
    wait_for(browser, "The list was updated.")
    assert browser.console_problems() == []


@pytest.mark.usefixtures("objects")
def test_forms_work(browser: Chromium, emulator: Emulator, emulator_url: str) -> None:
    browser.open(f"{emulator_url}/dashboard/feature-flags")
    browser.press("Enable Beta")
    assert "The feature flag was enabled." in browser.text
    browser.follow("Clock")
    browser.press("Freeze")
    assert emulator.clock.frozen
    browser.press("Resume")
    assert not emulator.clock.frozen
    browser.follow("Faults")
    browser.press("Remove all faults")
    assert len(emulator.faults) == 0
    assert browser.console_problems() == []


def test_the_keyboard_skips_the_navigation(browser: Chromium, emulator_url: str) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(f"{emulator_url}/dashboard/settings")
    browser.driver.switch_to.active_element.send_keys(Keys.TAB)
    skip = browser.driver.switch_to.active_element
    assert skip.text == "Skip to content"
    skip.send_keys(Keys.ENTER)
    assert browser.focused() == "content"


def test_a_file_becomes_the_logo(browser: Chromium, emulator: Emulator, emulator_url: str, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
    browser.open(f"{emulator_url}/dashboard/settings")
    browser.driver.find_element(By.ID, "brand_logo_file").send_keys(str(logo))
    wait_for_value(browser, "Brand logo", "data:image/svg+xml;base64,")
    browser.press("Save settings")
    assert (emulator.settings.brand_logo or "").startswith("data:image/svg+xml;base64,")
    browser.open(f"{emulator_url}/hosted/signed-out")
    width = "return document.querySelector('.logo').naturalWidth"
    assert browser.driver.execute_script(width) == 8
    assert browser.console_problems() == []
