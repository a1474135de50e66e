"""Values of settings that would fail later."""

import json
from base64 import urlsafe_b64decode
from datetime import timedelta
from typing import Any

import httpx
import pytest

from workos_emulator import Emulator, SeedError, Settings

from ..pages.browsing import Browser
from ..support import Api

URLS = (
    "admin_portal_return_url",
    "admin_portal_success_url",
    "application_url",
    "authkit_url",
    "connect_login_uri",
    "public_url",
)
INVALID_URLS = ("javascript:alert(1)", "localhost:3000", "/settings", "", "http://", "http://a b/", "ftp://localhost/")
OUT_OF_RANGE: list[tuple[str, Any]] = [
    ("session_lifetime", timedelta(days=36_501)),
    ("session_lifetime", timedelta(days=-36_501)),
    ("session_lifetime", timedelta.min),
    ("sso_session_lifetime", timedelta.max),
    ("webhook_retry_delays", (1, 1e300)),
    ("webhook_retry_delays", (-1,)),
    ("webhook_retry_delays", (float("nan"),)),
    ("invitation_days", 36_501),
    ("invitation_days_limit", 10**12),
    ("audit_log_retention_days", 10**12),
    ("device_interval", 10**20),
]


@pytest.mark.parametrize("name", URLS)
@pytest.mark.parametrize("value", INVALID_URLS)
def test_invalid_urls(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=f"{name} must be an http or https URL, such as http://localhost:3000"):
        setattr(Settings(), name, value)


@pytest.mark.parametrize("name", URLS)
def test_valid_urls(name: str) -> None:
    settings = Settings()
    for value in ("http://localhost:3000", "https://app.example.com/a?b=c", "http://[::1]:3000/", None):
        setattr(settings, name, value)
        assert getattr(settings, name) == value


@pytest.mark.parametrize(("name", "value"), OUT_OF_RANGE)
def test_durations_out_of_range(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"{name} must be from 0 seconds to 36,500 days"):
        setattr(Settings(), name, value)


def test_the_limits_of_durations() -> None:
    settings = Settings(session_lifetime=timedelta(days=36_500), password_lockout=timedelta())
    assert (settings.session_lifetime.days, settings.password_lockout.days) == (36_500, 0)
    with pytest.raises(ValueError, match="password_min_length must be at least 0"):
        settings.password_min_length = -1


def test_the_longest_lifetimes_can_be_used(api: Api, emulator: Emulator) -> None:
    for name in ("session_lifetime", "one_time_code_lifetime", "pending_authentication_lifetime"):
        setattr(emulator.settings, name, timedelta(days=36_500))
    emulator.settings.invitation_days = emulator.settings.invitation_days_limit = 36_500
    api.user(password="correct horse 42")
    api.authenticate("password", email="ada@example.com", password="correct horse 42")
    api("POST", "/user_management/invitations", 201, json={"email": "bob@example.com"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("session_lifetime", 1e300),
        ("session_lifetime", 4e9),
        ("invitation_days", 10**100),
        ("webhook_retry_delays", [1e300]),
        ("public_url", "localhost"),
    ],
)
def test_every_way_to_change_settings(api: Api, emulator: Emulator, name: str, value: Any) -> None:
    error = api("PATCH", "/_emulator/settings", 422, json={name: value})
    assert f"{name} must be " in error["message"]
    with pytest.raises(SeedError, match=f"settings: .*{name} must be "):
        emulator.load({"settings": {name: value}})
    assert emulator.settings == Settings()


@pytest.mark.parametrize(
    ("label", "text", "problem"),
    [
        ("Session lifetime", "4000000000", "session_lifetime must be from 0 seconds to 36,500 days"),
        ("Public URL", "localhost", "public_url must be an http or https URL"),
    ],
)
def test_the_dashboard(emulator: Emulator, label: str, text: str, problem: str) -> None:
    with httpx.Client(transport=emulator.transport, base_url="http://localhost:4100") as client:
        browser = Browser(client).open("/dashboard/settings")
        browser.submit("Save settings", **{label: text})
    assert browser.page
    assert problem in browser.page.error_of(label)
    assert emulator.settings == Settings()


def test_a_negative_lifetime_creates_expired_tokens(api: Api, emulator: Emulator) -> None:
    emulator.settings.access_token_lifetime = timedelta(seconds=-90)
    api.user(password="correct horse 42")
    response = api.authenticate("password", email="ada@example.com", password="correct horse 42")
    claims = json.loads(urlsafe_b64decode(response["access_token"].split(".")[1] + "=="))
    assert claims["exp"] - claims["iat"] == -90
