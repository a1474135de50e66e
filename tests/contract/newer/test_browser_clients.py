"""What authkit-js needs from the API: CORS with credentials for registered origins, and the refresh token in an HttpOnly cookie."""

from typing import Any

import httpx
import pytest

from workos_emulator import Emulator

from .live import LiveClient

PASSWORD = "correct horse 42"
ORIGIN = "https://app.example.com"


@pytest.fixture
def browser(live: LiveClient, emulator: Emulator) -> httpx.Client:
    live("user_management.create_user", email="ada@example.com", password=PASSWORD, email_verified=True)
    return httpx.Client(transport=emulator.transport, base_url="https://api.workos.com", headers={"origin": ORIGIN})


def authenticate(emulator: Emulator, browser: httpx.Client, **body: Any) -> httpx.Response:
    return browser.post("/user_management/authenticate", json={"client_id": emulator.client_id, **body})


def sign_in(emulator: Emulator, browser: httpx.Client) -> httpx.Response:
    credentials = {"client_secret": emulator.api_key, "email": "ada@example.com", "password": PASSWORD}
    return authenticate(emulator, browser, grant_type="password", **credentials)


def test_only_registered_origins_may_read_responses(
    live: LiveClient, emulator: Emulator, browser: httpx.Client
) -> None:
    assert "access-control-allow-origin" not in sign_in(emulator, browser).headers
    live("user_management.create_cors_origin", origin=ORIGIN)
    for response in (sign_in(emulator, browser), authenticate(emulator, browser, grant_type="refresh_token")):
        assert response.headers["access-control-allow-origin"] == ORIGIN
        assert response.headers["access-control-allow-credentials"] == "true"
        assert "Origin" in response.headers["vary"]


def test_the_refresh_token_is_in_a_cookie(live: LiveClient, emulator: Emulator, browser: httpx.Client) -> None:
    live("user_management.create_cors_origin", origin=ORIGIN)
    cookies = sign_in(emulator, browser).headers.get_list("set-cookie")
    assert any("HttpOnly" in cookie for cookie in cookies)
    refreshed = authenticate(emulator, browser, grant_type="refresh_token")
    assert refreshed.status_code == 200, refreshed.text
    browser.headers["origin"] = "https://attacker.example"
    assert authenticate(emulator, browser, grant_type="refresh_token").status_code >= 400
