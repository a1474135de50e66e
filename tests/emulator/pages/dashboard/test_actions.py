"""The forms of the dashboard: each one's effect, and the protection against other sites."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from workos_emulator import Clock, Emulator, Settings

from ...support import Api
from ..browsing import Browser

START = datetime(2026, 1, 31, 12, tzinfo=UTC)


def message(browser: Browser) -> str:
    assert browser.page
    return browser.page.html.partition('role="status">')[2].partition("<")[0]


def test_advance_the_clock(browser: Browser, clock: Clock) -> None:
    browser.open("/dashboard/clock").submit("Advance 1 hour")
    assert clock.now() == START + timedelta(hours=1)
    assert message(browser) == "The clock was moved."
    browser.submit("Advance", Seconds="-1.5")
    assert clock.now() == START + timedelta(hours=1, seconds=-1.5)


def test_freeze_and_resume_the_clock(browser: Browser, clock: Clock) -> None:
    browser.open("/dashboard/clock").submit("Resume")
    assert not clock.frozen
    assert clock.now() != START
    browser.submit("Freeze", Time="2027-01-01T00:00:00")
    assert clock.frozen
    assert clock.now() == datetime(2027, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("seconds", ["", "x", "nan", "inf", "1e300", "1e12"])
def test_invalid_seconds(browser: Browser, clock: Clock, seconds: str) -> None:
    browser.open("/dashboard/clock").submit("Advance", Seconds=seconds)
    assert browser.page
    assert browser.page.status == 422
    assert browser.page.error_of("Seconds")
    assert browser.page.title.startswith("Error:")
    assert clock.now() == START


def test_an_invalid_time(browser: Browser, clock: Clock) -> None:
    browser.open("/dashboard/clock").submit("Freeze", Time="tomorrow")
    assert browser.page
    assert "2026-01-31T12:00:00Z" in browser.page.error_of("Time")
    assert clock.now() == START


def test_toggle_a_feature_flag(api: Api, browser: Browser) -> None:
    api.emulator.create("feature_flags", slug="beta", name="Beta", enabled=True)
    browser.open("/dashboard/feature-flags").submit("Disable Beta")
    assert api("GET", "/feature-flags/beta")["enabled"] is False
    assert message(browser) == "The feature flag was disabled."
    browser.submit("Enable Beta")
    assert api("GET", "/feature-flags/beta")["enabled"] is True
    events = api("GET", "/events?events=flag.updated")["data"]
    assert [event["data"]["enabled"] for event in events] == [False, True]


def test_add_and_remove_faults(api: Api, browser: Browser) -> None:
    browser.open("/dashboard/faults").submit("Add fault", Status="503", Path="/organizations*", **{"Retry-After": "7"})
    browser.submit("Add fault", Status="500", Number_of_requests="", Method="delete")
    first, second = api.emulator.faults
    assert (first.status, first.path, first.remaining, dict(first.headers)) == (
        503,
        "/organizations*",
        1,
        {"retry-after": "7"},
    )
    assert (second.method, second.remaining) == ("DELETE", None)
    assert api.client.get("/organizations").status_code == 503
    browser.open("/dashboard/faults").submit("Remove fault 2")
    assert list(api.emulator.faults) == []
    browser.submit("Add fault", Delay_in_seconds="0.5", The_connection="truncate").submit("Remove all faults")
    assert list(api.emulator.faults) == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "a fault needs status, delay or connection"),
        ({"Status": "99"}, "status must be from 200 to 599 (got 99)"),
        ({"Status": "x"}, "status must be a number (got &#x27;x&#x27;)"),
        ({"Delay_in_seconds": "inf"}, "delay must be a number of seconds"),
        ({"Status": "500", "Probability_from_0_to_1": "nan"}, "probability must be from 0 to 1 (got nan)"),
        ({"Status": "500", "Retry-After": "1\r\nx: y"}, "retry_after must be a number of seconds or a date"),
    ],
)
def test_an_invalid_fault(browser: Browser, emulator: Emulator, fields: dict[str, str], problem: str) -> None:
    browser.open("/dashboard/faults").submit("Add fault", **fields)
    assert browser.page
    assert (browser.page.status, browser.page.alert) == (422, problem)
    assert len(emulator.faults) == 0


def test_faults_do_not_affect_the_dashboard(browser: Browser, emulator: Emulator) -> None:
    emulator.faults.add(status=500, count=None)
    browser.open("/dashboard/faults").submit("Remove all faults")
    assert browser.page
    assert browser.page.status == 200
    assert len(emulator.faults) == 0


def test_change_the_settings(browser: Browser, emulator: Emulator) -> None:
    browser.open("/dashboard/settings").submit("Save settings")
    assert emulator.settings == Settings()
    browser.submit(
        "Save settings",
        Access_token_lifetime="90",
        MFA_required="yes",
        Sign_up_enabled="",
        Hosted_pages="always",
        Application_URL="http://localhost:3000",
        Webhook_retry_delays="1, 2.5",
        Allowed_hosts="a.example",
        Device_interval="3",
    )
    settings = emulator.settings
    assert message(browser) == "The settings were saved."
    assert settings.access_token_lifetime == timedelta(seconds=90)
    assert (settings.mfa_required, settings.sign_up_enabled) == (True, False)
    assert (settings.hosted_pages, settings.application_url) == ("always", "http://localhost:3000")
    assert settings.webhook_retry_delays == (1, 2.5)
    assert (settings.allowed_hosts, settings.device_interval) == (frozenset({"a.example"}), 3)


def test_invalid_settings_change_nothing(browser: Browser, emulator: Emulator) -> None:
    fields = {"Access_token_lifetime": "-1", "Hosted_pages": "sometimes", "Application_name": "New"}
    browser.open("/dashboard/settings").submit("Save settings", **fields)
    assert browser.page
    assert browser.page.status == 422
    assert browser.page.error_of("Access token lifetime") == "Enter a number of at least 0."
    assert "hosted_pages must be one of" in browser.page.error_of("Hosted pages")
    assert browser.page.value_of("Application name") == "New"
    assert emulator.settings == Settings()


def test_redeliver_a_webhook(api: Api, browser: Browser) -> None:
    statuses = [500, 200]
    api.emulator.deliveries.mount("https://app.example.com", function=lambda request: statuses.pop(0))
    url = "https://app.example.com/hook"
    api("POST", "/webhook_endpoints", 201, json={"endpoint_url": url, "events": ["user.created"]})
    api.emulator.settings.webhook_retry_delays = ()
    api.user()
    api.emulator.deliveries.run()
    browser.open("/dashboard/webhooks", state="failed")
    assert browser.page
    assert "500" in browser.page.text
    browser.submit(f"Redeliver user.created to {url}")
    assert message(browser) == "The webhook will be sent again."
    assert [each.state for each in api.emulator.deliveries] == ["waiting"]
    api.emulator.deliveries.run()
    assert [each.state for each in api.emulator.deliveries] == ["delivered"]
    browser.open("/dashboard/webhooks").click("user.created")
    assert "ada@example.com" in browser.page.text
    assert "delivered" in browser.page.text


def forms(emulator: Emulator) -> dict[str, dict[str, str]]:
    emulator.create("feature_flags", slug="beta")
    return {
        "/dashboard/clock": {"action": "advance", "seconds": "60"},
        "/dashboard/faults": {"action": "add", "status": "500"},
        "/dashboard/feature-flags": {"slug": "beta", "enabled": ""},
        "/dashboard/settings": {"mfa_required": "yes"},
        "/dashboard/webhooks": {"delivery": "x"},
    }


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document", "sec-fetch-site": "cross-site"},
        {},
    ],
)
def test_forms_need_the_token_and_the_same_origin(api: Api, headers: dict[str, str], clock: Clock) -> None:
    client = api.client
    page = client.get("/dashboard/clock", headers={"accept": "text/html"})
    cookie = page.cookies["workos_emulator_dashboard"]
    for path, fields in forms(api.emulator).items():
        data = fields | ({"csrf": cookie} if headers else {"csrf": "0" * 32})
        response = client.post(path, data=data, headers={"accept": "text/html", **headers})
        assert response.status_code == 403, path
        assert "Back to the overview" in response.text
    assert clock.now() == START
    assert len(api.emulator.faults) == 0
    assert api.emulator.settings == Settings()


def test_actions_redirect_with_303(api: Api) -> None:
    client: httpx.Client = api.client
    token = client.get("/dashboard/clock", headers={"accept": "text/html"}).cookies["workos_emulator_dashboard"]
    data = {"csrf": token, "action": "advance", "seconds": "1"}
    response = client.post("/dashboard/clock", data=data, headers={"accept": "text/html"})
    assert (response.status_code, response.headers["location"]) == (303, "/dashboard/clock?done=advanced")
