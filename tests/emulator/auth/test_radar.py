"""What Radar does at sign-ins: lists, detections, challenges and events."""

from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..pages.browsing import Browser
from ..pages.conftest import EMAIL, PASSWORD, complete_sign_in, start_sign_in
from ..support import Api

GRANT = "urn:workos:oauth:grant-type:"
CHROME = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0"
CLIENT = {"ip_address": "203.0.113.9", "user_agent": CHROME}
ATTEMPT = {**CLIENT, "email": EMAIL, "auth_method": "Password", "action": "sign-in"}


@pytest.fixture
def ada(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


@pytest.fixture
def browser(api: Api) -> Browser:
    return Browser(api.client)


def risks(api: Api) -> list[Any]:
    """Return the payloads of the events, oldest first."""
    events = api("GET", "/events", params={"events": "authentication.radar_risk_detected"})["data"]
    return [event["data"] for event in events]


def sign_in(api: Api, status: int = 200, **client: Any) -> Any:
    return api.authenticate("password", status, email=EMAIL, password=PASSWORD, **(CLIENT | client))


def sign_in_on_pages(browser: Browser) -> Browser:
    return start_sign_in(browser, prompt="login").submit("Sign in", Email_address=EMAIL, Password=PASSWORD)


def assert_blocked(api: Api, status: int = 403, **client: Any) -> None:
    error = sign_in(api, status, **client)
    assert error["code"] == "policy_denied"


def pass_challenge(api: Api, emulator: Emulator, error: Any, **client: Any) -> Any:
    assert error["code"] == "radar_challenge"
    return api.authenticate(
        f"{GRANT}radar-email-challenge:code",
        **api.pending(error),
        code=emulator.outbox.last(EMAIL).code,
        radar_challenge_id=error["radar_challenge_id"],
        **(CLIENT | client),
    )


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("ip_address", "203.0.113.9"),
        ("ip_address", "203.0.113.0/24"),
        ("email", "ADA@example.com"),
        ("domain", "example.com"),
        ("user_agent", CHROME),
        ("device", "Linux"),
        ("device_fingerprint", "device_1"),
        ("country", "AQ"),
    ],
)
def test_lists(api: Api, ada: Any, emulator: Emulator, kind: str, entry: str) -> None:
    emulator.seed.radar_location("203.0.113.0/24", latitude=-75, longitude=0, country="AQ")
    api("POST", f"/radar/lists/{kind}/block", 201, json={"entry": entry})
    assert_blocked(api, device_id="device_1")
    assert risks(api) == [
        {
            "auth_method": "Password",
            "action": "login",
            "control": "restriction",
            "blocklist_type": kind,
            "ip_address": "203.0.113.9",
            "user_agent": CHROME,
            "user_id": ada["id"],
            "email": EMAIL,
        }
    ]
    attempt = api("POST", "/radar/attempts", json={**ATTEMPT, "signals_id": "device_1"})
    assert (attempt["verdict"], attempt["control"], attempt["blocklist_type"]) == ("block", "restriction", kind)
    assert attempt["reason"] == "detected_enabled_radar_control"
    api("POST", "/radar/lists/email/allow", 201, json={"entry": EMAIL})
    sign_in(api, device_id="device_1")
    attempt = api("POST", "/radar/attempts", json={**ATTEMPT, "signals_id": "device_1"})
    assert attempt.keys() == {"verdict", "reason", "attempt_id"}
    assert (attempt["verdict"], attempt["reason"]) == ("allow", "no_radar_control_detected")
    assert len(risks(api)) == 1


def test_wrong_passwords_of_blocked_users_are_not_told_apart(api: Api, ada: Any) -> None:
    api("POST", "/radar/lists/email/block", 201, json={"entry": EMAIL})
    error = api.authenticate("password", 400, email=EMAIL, password="wrong")
    assert error["code"] == "invalid_credentials"
    assert risks(api) == []


def test_a_blocked_browser(api: Api, browser: Browser, ada: Any) -> None:
    api("POST", "/radar/lists/email/block", 201, json={"entry": EMAIL})
    sign_in_on_pages(browser)
    assert browser.page
    assert (browser.heading, browser.page.status) == ("Your sign-in was not successful", 403)
    (risk,) = risks(api)
    assert (risk["blocklist_type"], risk["user_agent"]) == ("email", api.client.headers["user-agent"])
    api.client.request("DELETE", "/radar/lists/email/block", json={"entry": EMAIL})
    sign_in_on_pages(browser)
    assert complete_sign_in(api, browser)["user"]["id"] == ada["id"]


def test_sign_ins_on_the_pages_are_assessed_once(api: Api, browser: Browser, ada: Any) -> None:
    """The server that exchanges the code has another user agent than the browser."""
    sign_in_on_pages(browser)
    api("POST", "/radar/lists/user_agent/block", 201, json={"entry": "Server"})
    assert browser.returned
    api.authenticate("authorization_code", code=browser.returned["code"], user_agent="Server")


@pytest.mark.parametrize("method", ["MagicAuth", "GoogleOAuth", "SSO"])
def test_methods(api: Api, ada: Any, emulator: Emulator, method: str) -> None:
    emulator.settings.radar_bot_detection = "log"
    emulator.settings.guests_need_invitation = False
    bot = {"user_agent": "Googlebot/2.1"}
    if method == "MagicAuth":
        code = api("POST", "/user_management/magic_auth", 201, json={"email": EMAIL})["code"]
        api.authenticate(f"{GRANT}magic-auth:code", email=EMAIL, code=code, **bot)
    else:
        connection = emulator.seed.connection(api.organization()["id"])
        selector = {"connection_id": connection["id"]} if method == "SSO" else {"provider": method, "login_hint": EMAIL}
        query = {"response_type": "code", "login_hint": EMAIL, "client_id": emulator.client_id, **selector}
        redirect = api.client.get(
            "/user_management/authorize", params={"redirect_uri": "http://localhost:3000/callback", **query}
        )
        code = dict(redirect.next_request.url.params)["code"] if redirect.next_request else ""
        api.authenticate("authorization_code", code=code, **bot)
    (risk,) = risks(api)
    names = {"MagicAuth": "Email_OTP", "GoogleOAuth": "Social", "SSO": "SSO"}
    assert (risk["auth_method"], risk["control"], risk["user_agent"]) == (
        names[method],
        "bot_detection",
        "Googlebot/2.1",
    )


@pytest.mark.parametrize("agent", ["Googlebot/2.1", "curl/8.5.0", "python-requests/2.32", "HeadlessChrome/140.0"])
def test_bots(api: Api, ada: Any, emulator: Emulator, agent: str) -> None:
    sign_in(api, user_agent=agent)
    emulator.settings.radar_bot_detection = "log"
    sign_in(api)
    sign_in(api, user_agent=agent)
    assert [risk["control"] for risk in risks(api)] == ["bot_detection"]
    emulator.settings.radar_bot_detection = "block"
    assert_blocked(api, user_agent=agent)
    assert api("POST", "/radar/attempts", json={**ATTEMPT, "user_agent": agent})["control"] == "bot_detection"


def test_brute_force(api: Api, ada: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.radar_brute_force_attack = "block"
    attacker: dict[str, Any] = {"ip_address": "198.51.100.1", "user_agent": CHROME}
    for number in range(10):
        sign_in(api, **attacker)
        api.authenticate("password", 400, email=f"user-{number}@example.com", password="wrong", **attacker)
    assert_blocked(api, **attacker)
    sign_in(api)
    clock.advance(600)
    sign_in(api, **attacker)


def test_brute_force_of_attempts(api: Api, emulator: Emulator) -> None:
    """Attempts that are not reported as successful have failed."""
    emulator.settings.radar_brute_force_attack = "challenge"
    attempts = [api("POST", "/radar/attempts", json=ATTEMPT) for _ in range(10)]
    assert {attempt["verdict"] for attempt in attempts} == {"allow"}
    challenged = api("POST", "/radar/attempts", json=ATTEMPT)
    assert (challenged["verdict"], challenged["control"]) == ("challenge", "brute_force_attack")
    for attempt in (*attempts[:2], challenged):
        api("PUT", f"/radar/attempts/{attempt['attempt_id']}", 204, json={"attempt_status": "success"})
    assert api("POST", "/radar/attempts", json=ATTEMPT)["verdict"] == "allow"


def test_impossible_travel(api: Api, ada: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.radar_impossible_travel = "block"
    emulator.seed.radar_location("203.0.113.0/24", latitude=40.7, longitude=-74.0, country="US")
    emulator.seed.radar_location("198.51.100.7", latitude=22.3, longitude=114.2, country="HK")
    sign_in(api, ip_address="203.0.113.1")
    clock.advance(3600)
    assert_blocked(api, ip_address="198.51.100.7")
    sign_in(api, ip_address="192.0.2.1")  # nobody knows where that is
    sign_in(api, ip_address="203.0.113.1")
    clock.advance(14 * 3600)
    sign_in(api, ip_address="198.51.100.7")


def test_impossible_travel_of_attempts(api: Api, emulator: Emulator) -> None:
    emulator.settings.radar_impossible_travel = "block"
    emulator.seed.radar_location("203.0.113.0/24", latitude=40.7, longitude=-74.0)
    emulator.seed.radar_location("198.51.100.7", latitude=22.3, longitude=114.2)
    first = api("POST", "/radar/attempts", json=ATTEMPT)
    elsewhere = {**ATTEMPT, "ip_address": "198.51.100.7"}
    assert api("POST", "/radar/attempts", json=elsewhere)["verdict"] == "allow"
    api("PUT", f"/radar/attempts/{first['attempt_id']}", 204, json={"attempt_status": "success"})
    assert api("POST", "/radar/attempts", json=elsewhere)["control"] == "impossible_travel"


def test_stale_accounts(api: Api, ada: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.radar_stale_account = "log"
    sign_in(api)
    clock.advance(60 * 86400)
    sign_in(api)
    assert risks(api) == []
    clock.advance(60 * 86400 + 1)
    sign_in(api)
    assert [risk["control"] for risk in risks(api)] == ["stale_account"]


def test_unrecognized_devices(api: Api, ada: Any, emulator: Emulator) -> None:
    emulator.settings.radar_unrecognized_device = "challenge"
    sign_in(api)
    error = sign_in(api, 403, user_agent="Firefox")
    assert risks(api) == []
    sign_in(api)  # in the meantime, from the known device
    error = sign_in(api, 403, user_agent="Firefox")
    pass_challenge(api, emulator, error, user_agent="Firefox")
    (risk,) = risks(api)
    assert (risk["control"], risk["user_agent"], risk["action"]) == ("unrecognized_device", "Firefox", "login")
    sign_in(api, user_agent="Firefox")
    assert len(risks(api)) == 1


def test_a_challenge_on_the_pages(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.settings.radar_bot_detection = "challenge"
    sign_in_on_pages(browser)  # with the user agent of an HTTP client for Python
    assert browser.heading == "Verify your identity"
    browser.submit("Continue", Code=emulator.outbox.last(EMAIL).code or "")
    complete_sign_in(api, browser)
    assert [risk["control"] for risk in risks(api)] == ["bot_detection"]


def test_a_challenge_that_a_later_sign_in_makes_obsolete(
    api: Api, browser: Browser, ada: Any, emulator: Emulator
) -> None:
    emulator.settings.radar_bot_detection = "challenge"
    sign_in_on_pages(browser)
    sign_in(api)  # from a browser that is no bot
    assert browser.page
    browser.open(browser.page.url).submit("Continue", Code=emulator.outbox.last(EMAIL).code or "")
    complete_sign_in(api, browser)


def test_repeat_sign_ups(api: Api, browser: Browser, emulator: Emulator) -> None:
    emulator.settings.radar_repeat_sign_up = "block"
    fields = {"Email_address": EMAIL, "Password": PASSWORD}
    for _ in range(3):
        start_sign_in(browser, screen_hint="sign-up", prompt="login").submit("Create account", **fields)
        assert browser.heading == "Verify your email address"
        (user,) = api("GET", "/user_management/users")["data"]
        api("DELETE", f"/user_management/users/{user['id']}")
    start_sign_in(browser, screen_hint="sign-up", prompt="login").submit("Create account", **fields)
    assert browser.heading == "Your sign-in was not successful"
    assert api("GET", "/user_management/users")["data"] == []
    emulator.settings.radar_repeat_sign_up = "log"
    start_sign_in(browser, screen_hint="sign-up", prompt="login").submit("Create account", **fields)
    (risk,) = risks(api)
    assert (risk["action"], risk["control"]) == ("signup", "repeat_sign_up")


def test_the_most_severe_action_wins(api: Api, ada: Any, emulator: Emulator) -> None:
    emulator.settings.radar_bot_detection = "log"
    emulator.settings.radar_unrecognized_device = "block"
    sign_in(api)
    assert_blocked(api, user_agent="curl/8.5.0")
    assert [risk["control"] for risk in risks(api)] == ["unrecognized_device"]


def test_planned_assessments(api: Api, ada: Any, emulator: Emulator) -> None:
    emulator.seed.radar_assessment("block", control="restriction", blocklist_type="country", email=EMAIL)
    emulator.seed.radar_assessment("allow", control="stale_account", email=EMAIL)
    emulator.seed.radar_assessment("challenge", control="bot_detection", email=EMAIL)
    emulator.seed.radar_assessment("block")  # for the next attempt of the API only
    assert_blocked(api)
    sign_in(api)
    pass_challenge(api, emulator, sign_in(api, 403))
    assert [(risk["control"], risk["blocklist_type"]) for risk in risks(api)] == [
        ("restriction", "country"),
        ("stale_account", None),
        ("bot_detection", None),
    ]
    sign_in(api)
    assert api("POST", "/radar/attempts", json=ATTEMPT)["verdict"] == "block"


def test_the_dashboard(api: Api, browser: Browser, ada: Any) -> None:
    api("POST", "/radar/lists/email/block", 201, json={"entry": EMAIL})
    assert_blocked(api)
    api("POST", "/radar/attempts", json={**ATTEMPT, "email": "<b>@example.com"})
    browser.open("/").click("Radar")
    assert browser.page
    assert "restriction (email)" in browser.page.text
    assert CHROME in browser.page.text
    assert browser.page.links[EMAIL].endswith(f"/dashboard/users/{ada['id']}")
    browser.submit("Search", Search_by_email_address_or_control="nobody")
    assert "restriction (email)" not in browser.page.text


def test_planned_challenges(api: Api, ada: Any, emulator: Emulator) -> None:
    emulator.seed.radar_challenge(ada["id"], control="impossible_travel")
    sign_in(api, 403)
    error = sign_in(api, 403)
    pass_challenge(api, emulator, error)
    assert [risk["control"] for risk in risks(api)] == ["impossible_travel"]


def test_sign_ins_of_tests_are_not_assessed(api: Api, ada: Any, emulator: Emulator) -> None:
    api("POST", "/radar/lists/email/block", 201, json={"entry": EMAIL})
    emulator.seed.sign_in(ada["id"])
    code = emulator.seed.impersonation(ada["id"], email="support@example.com")
    api.authenticate("authorization_code", code=code)


def test_the_control_api_and_seeds(api: Api, ada: Any, emulator: Emulator) -> None:
    control = "/_emulator/radar_"
    api("POST", f"{control}locations", 204, json={"ip_address": "203.0.113.9", "latitude": 1, "longitude": 2})
    assessment = {"verdict": "block", "control": "restriction", "blocklist_type": "email", "email": EMAIL}
    api("POST", f"{control}assessments", 204, json=assessment)
    api("POST", f"{control}challenges", 204, json={"user_id": ada["id"], "control": "bot_detection"})
    assert_blocked(api)
    emulator.load(
        {
            "settings": {"radar_bot_detection": "block"},
            "radar_locations": [{"ip_address": "198.51.100.0/24", "latitude": 1, "longitude": 2, "country": "FR"}],
            "radar_assessments": [{"verdict": "allow", "control": "stale_account", "email": EMAIL}],
            "radar_list_entries": [{"type": "country", "action": "block", "entry": "FR"}],
        }
    )
    pass_challenge(api, emulator, sign_in(api, 403))
    assert_blocked(api, user_agent="curl/8.5.0")
    assert_blocked(api, ip_address="198.51.100.20")
    assert [risk["control"] for risk in risks(api)] == [
        *("restriction", "stale_account", "bot_detection", "bot_detection", "restriction")
    ]
