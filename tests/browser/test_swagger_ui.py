"""The Authorize button of FastAPI's Swagger UI in a real browser, with an access token from the emulator."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest

pytest.importorskip("fastapi_offline", reason="nox -s browser installs it: it serves Swagger UI without a CDN")

from fastapi import Depends
from fastapi_offline import FastAPIOffline

from workos_async import Identity, SignIn, WorkOS
from workos_emulator import Emulator
from workos_testing import Factory, SessionFactory
from workos_web.fastapi import install, require_permission, require_user

from .chromium import Chromium
from .serving import serve

WAIT_SECONDS = 30.0


@pytest.fixture
def url(emulator: Emulator) -> Iterator[str]:
    def make_app(url: str) -> Any:
        workos = WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport)
        app = FastAPIOffline()
        install(app, SignIn(workos, redirect_uri=f"{url}/callback", cookie_password="x" * 32))

        @app.get("/me")
        async def me(identity: Annotated[Identity, Depends(require_user)]) -> dict[str, str | None]:
            return {"user": identity.user_id}

        @app.get("/reports", dependencies=[Depends(require_permission("reports:read"))])
        async def reports() -> str:
            return "the reports"

        return app

    with serve(make_app=make_app) as url:
        yield url


def test_authorize_with_an_access_token(browser: Chromium, url: str, emulator: Emulator) -> None:
    membership = Factory(emulator).membership()
    browser.open(f"{url}/docs")
    click(browser, "//*[@id='operations-default-me_me_get']//button[contains(@class, 'opblock-summary-control')]")
    click(browser, "//button[normalize-space()='Try it out']")
    assert "401" in execute(browser)

    click(browser, "//div[contains(@class, 'auth-wrapper')]/button[normalize-space()='Authorize']")
    browser.screenshot("swagger-ui-authorize")
    bearer = "//div[contains(@class, 'auth-container')][.//code[contains(., 'WorkOSBearer')]]"
    assert "http, Bearer" in find(browser, bearer).text
    find(browser, f"{bearer}//input").send_keys(SessionFactory(emulator).access_token(membership.user_id))
    click(browser, f"{bearer}//button[normalize-space()='Authorize']")
    click(browser, "//button[normalize-space()='Close']")
    assert membership.user_id in execute(browser)
    browser.screenshot("swagger-ui-authorized")

    click(browser, "//*[@id='operations-default-me_me_get']//button[contains(@class, 'opblock-summary-control')]")
    click(
        browser,
        "//*[@id='operations-default-reports_reports_get']//button[contains(@class, 'opblock-summary-control')]",
    )
    click(browser, "//button[normalize-space()='Try it out']")
    response = execute(browser)
    assert "403" in response
    assert "permission 'reports:read'" in response


def execute(browser: Chromium) -> str:
    """Send the request of the open operation, and return the text of its response."""
    click(browser, "//button[normalize-space()='Execute']")
    text: str = find(
        browser, "//table[contains(@class, 'live-responses-table')]/tbody/tr[contains(@class, 'response')]"
    ).text
    click(browser, "//button[normalize-space()='Clear']")
    return text


def click(browser: Chromium, xpath: str) -> None:
    find(browser, xpath).click()


def find(browser: Chromium, xpath: str) -> Any:
    """Return the first visible element, once the page shows it."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.expected_conditions import visibility_of_element_located
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(browser.driver, WAIT_SECONDS, 0.05).until(visibility_of_element_located((By.XPATH, xpath)))
