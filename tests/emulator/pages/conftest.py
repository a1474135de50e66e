from typing import Any

import pytest

from ..support import Api
from .browsing import Browser

EMAIL = "ada@example.com"
PASSWORD = "correct horse 42"


@pytest.fixture
def browser(api: Api) -> Browser:
    return Browser(api.client)


@pytest.fixture
def ada(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD, first_name="Ada")


@pytest.fixture
def unverified(api: Api) -> Any:
    """Ada, whose email address is not verified yet."""
    return api.user(EMAIL, password=PASSWORD, first_name="Ada", email_verified=False)


def start_sign_in(browser: Browser, **query: str) -> Browser:
    defaults = {
        "client_id": "client_emulator",
        "redirect_uri": "http://localhost:3000/callback",
        "response_type": "code",
        "provider": "authkit",
        "state": "s t&",
    }
    query = {name: value for name, value in (defaults | query).items() if value}
    return browser.open("/user_management/authorize", **query)


def complete_sign_in(api: Api, browser: Browser) -> Any:
    """Exchange the code that the app received, and return the response."""
    assert browser.returned is not None, f"the browser is still at {browser.heading!r}"
    assert browser.returned["state"] == "s t&"
    return api.authenticate("authorization_code", code=browser.returned["code"])
