"""SSO sessions: sign-ins at identity providers that succeed, fail or time out."""

import json
from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Clock, Emulator
from workos_emulator.http.messages import Request, Response

from ..connect.client import DEVICE_CODE, OAuthClient
from ..pages.browsing import Browser
from ..pages.conftest import start_sign_in
from ..support import Api

EMAIL = "ada@acme.com"


@pytest.fixture
def connection(api: Api, emulator: Emulator) -> Any:
    acme = api.organization(domain_data=[{"domain": "acme.com", "state": "verified"}])
    return emulator.seed.connection(acme["id"], name="Acme Okta")


@pytest.fixture
def browser(api: Api) -> Browser:
    return Browser(api.client)


def statuses(api: Api) -> list[tuple[str, str | None]]:
    """Return the status and the email address of all SSO events, oldest first."""
    names = ",".join(f"authentication.sso_{status}" for status in ("started", "succeeded", "failed", "timed_out"))
    events = api("GET", "/events", params={"events": names, "order": "asc"})["data"]
    return [(event["data"]["status"], event["data"]["email"]) for event in events]


def start(browser: Browser, connection: Any, **query: str) -> Browser:
    return start_sign_in(browser, provider="", connection_id=connection["id"], **query)


def start_sso(browser: Browser, connection: Any, **query: str) -> Browser:
    defaults = {
        "client_id": "client_emulator",
        "redirect_uri": "http://localhost:3000/callback",
        "response_type": "code",
        "connection": connection["id"],
        "state": "s",
    }
    return browser.open("/sso/authorize", **defaults, **query)


def exchange_profile(api: Api, browser: Browser, status: int = 200) -> Any:
    body = {"client_id": "client_emulator", "client_secret": api.emulator.api_key, "grant_type": "authorization_code"}
    return api("POST", "/sso/token", status, json=body | {"code": browser.code})


def test_a_user_who_does_not_return(api: Api, browser: Browser, connection: Any, clock: Clock) -> None:
    start(browser, connection)
    started = clock.now()
    clock.advance(299)
    assert statuses(api) == [("started", None)]
    clock.advance(3600)
    (event,) = api("GET", "/events?events=authentication.sso_timed_out")["data"]
    assert event["data"] == {
        "type": "sso",
        "status": "timed_out",
        "ip_address": None,
        "user_agent": api.client.headers["user-agent"],
        "user_id": None,
        "email": None,
        "sso": {
            "organization_id": connection["organization_id"],
            "connection_id": connection["id"],
            "session_id": None,
        },
        "error": {"code": "sso_timed_out", "message": "The user did not return from the identity provider in time."},
    }
    assert event["created_at"] == (started + timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def test_a_lower_lifetime_ends_later_sessions_first(
    api: Api, browser: Browser, connection: Any, clock: Clock, emulator: Emulator
) -> None:
    emulator.settings.hosted_pages = "always"
    start(browser, connection, login_hint="first@acme.com")
    emulator.settings.sso_session_lifetime = timedelta(minutes=1)
    start(browser, connection, login_hint="second@acme.com")
    clock.advance(60)
    assert statuses(api)[2:] == [("timed_out", "second@acme.com")]
    clock.advance(240)
    assert statuses(api)[3:] == [("timed_out", "first@acme.com")]


@pytest.mark.parametrize("via", ["authkit", "sso"])
def test_a_user_who_returns_too_late(api: Api, browser: Browser, connection: Any, clock: Clock, via: str) -> None:
    (start if via == "authkit" else start_sso)(browser, connection)
    clock.advance(300)
    browser.submit("Continue", Email_address=EMAIL)
    assert browser.returned
    assert browser.returned.keys() == {"error", "error_description", "state"}
    assert browser.returned["error"] == "server_error"
    assert statuses(api) == [("started", None), ("timed_out", None)]
    (start if via == "authkit" else start_sso)(browser, connection)
    browser.submit("Continue", Email_address=EMAIL)
    assert browser.code


def test_a_code_that_is_not_exchanged(api: Api, browser: Browser, connection: Any, clock: Clock) -> None:
    start(browser, connection).submit("Continue", Email_address=EMAIL)
    start_sso(browser, connection, login_hint=EMAIL)
    assert statuses(api) == [("started", None), ("started", EMAIL)]
    clock.advance(300)
    assert statuses(api)[2:] == [("timed_out", EMAIL)] * 2
    profile = exchange_profile(api, browser)["profile"]  # the code itself is valid for ten minutes
    assert profile["email"] == EMAIL
    assert statuses(api)[4:] == []


def test_a_profile_code_that_is_exchanged_too_late(api: Api, browser: Browser, connection: Any, clock: Clock) -> None:
    start_sso(browser, connection).submit("Continue", Email_address=EMAIL)
    clock.advance(300)
    exchange_profile(api, browser)
    assert statuses(api) == [("started", None), ("timed_out", EMAIL)]


def test_success(api: Api, browser: Browser, connection: Any, clock: Clock) -> None:
    start(browser, connection).submit("Continue", Email_address=EMAIL)
    api.authenticate("authorization_code", code=browser.code)
    start_sso(browser, connection, login_hint=EMAIL)
    exchange_profile(api, browser)
    expected = [("started", None), ("succeeded", EMAIL), ("started", EMAIL), ("succeeded", EMAIL)]
    assert statuses(api) == expected
    clock.advance(3600)
    assert statuses(api) == expected


def test_failure(api: Api, browser: Browser, connection: Any, clock: Clock) -> None:
    start(browser, connection).submit("Deny")
    start_sso(browser, connection).submit("Deny")
    start(browser, connection).submit("Continue", Email_address="guest@example.com")
    expected = [
        *(("started", None), ("failed", None), ("started", None), ("failed", None)),
        *(("started", None), ("failed", "guest@example.com")),
    ]
    assert statuses(api) == expected
    clock.advance(3600)
    assert statuses(api) == expected


def test_another_method_abandons_the_identity_provider(
    api: Api, browser: Browser, connection: Any, clock: Clock
) -> None:
    api.user("bob@example.com", password="correct horse 42")
    start_sign_in(browser).click("Sign in with SSO").submit("Continue", Email_address=EMAIL)
    assert browser.page
    browser.open(browser.page.url.replace("/provider", "/sign-in"))
    browser.submit("Sign in", Email_address="bob@example.com", Password="correct horse 42")
    api.authenticate("authorization_code", code=browser.code)
    clock.advance(300)
    assert statuses(api) == [("started", EMAIL), ("timed_out", EMAIL)]


def test_oauth_providers_have_no_sessions(api: Api, browser: Browser, emulator: Emulator, clock: Clock) -> None:
    start_sign_in(browser, provider="GoogleOAuth")
    clock.advance(300)
    browser.submit("Continue", Email_address=EMAIL)
    assert browser.code
    assert statuses(api) == []


def test_the_setting_and_deleted_connections(
    api: Api, browser: Browser, connection: Any, emulator: Emulator, clock: Clock
) -> None:
    emulator.settings.sso_session_lifetime = timedelta(seconds=30)
    start(browser, connection)
    clock.advance(30)
    start(browser, connection)
    emulator.seed.delete_connection(connection["id"])
    clock.advance(30)
    assert statuses(api) == [("started", None), ("timed_out", None), ("started", None)]


def test_webhooks_after_a_move_of_the_clock(api: Api, browser: Browser, connection: Any, emulator: Emulator) -> None:
    received: list[bytes] = []

    def receive(request: Request) -> Response:
        received.append(request.body)
        return Response(200)

    url = "https://app.test/webhooks"
    emulator.deliveries.mount(url, function=receive)
    body = {"endpoint_url": url, "events": ["authentication.sso_timed_out"]}
    api("POST", "/webhook_endpoints", 201, json=body)
    start(browser, connection)
    emulator.clock.advance(300)
    emulator.deliveries.run()
    assert [b"timed_out" in each for each in received] == [True]


def sign_in_device(api: Api, browser: Browser, device: Any) -> Browser:
    browser.open(device["verification_uri_complete"]).submit("Continue")
    return browser.click("Sign in with SSO").submit("Continue", Email_address=EMAIL).submit("Continue")


@pytest.mark.parametrize("button", ["Connect device", "Deny"])
def test_devices(api: Api, browser: Browser, connection: Any, clock: Clock, button: str) -> None:
    device = api("POST", "/user_management/authorize/device", json={"client_id": "client_emulator"})
    sign_in_device(api, browser, device).submit(button)
    if button == "Connect device":
        api.authenticate(DEVICE_CODE, client_secret=None, device_code=device["device_code"])
    clock.advance(3600)
    assert statuses(api) == [("started", EMAIL), ("succeeded", EMAIL)]


@pytest.mark.parametrize("button", ["Connect device", "Deny"])
def test_devices_of_connect_applications(
    api: Api, browser: Browser, connection: Any, clock: Clock, button: str
) -> None:
    client = OAuthClient.create(api, uses_pkce=True)
    device = client.post("/oauth2/device_authorization", "none", client_id=client.client_id, scope="openid").json()
    sign_in_device(api, browser, device).submit(button)
    if button == "Connect device":
        client.token(DEVICE_CODE, device_code=device["device_code"])
    clock.advance(3600)
    assert statuses(api) == [("started", EMAIL), ("succeeded", EMAIL)]


@pytest.mark.parametrize("button", ["", "Authorize", "Deny"])
def test_connect_applications(api: Api, browser: Browser, connection: Any, clock: Clock, button: str) -> None:
    if button:
        partner = api.organization("Partner")
        client = OAuthClient.create(api, is_first_party=False, organization_id=partner["id"])
    else:
        client = OAuthClient.create(api)
    client.authorize(browser).click("Sign in with SSO").submit("Continue", Email_address=EMAIL).submit("Continue")
    if button:
        browser.submit(button)
    assert browser.returned
    clock.advance(3600)
    assert statuses(api) == [("started", EMAIL), ("succeeded", EMAIL)]
    (event,) = api("GET", "/events?events=authentication.sso_succeeded")["data"]
    (user,) = api("GET", "/user_management/users")["data"]
    assert event["data"]["user_id"] == user["id"]


def test_users_that_radar_blocks(api: Api, browser: Browser, connection: Any, clock: Clock) -> None:
    api("POST", "/radar/lists/email/block", 201, json={"entry": EMAIL})
    start(browser, connection).submit("Continue", Email_address=EMAIL)
    assert browser.returned is None
    expected = [("started", None), ("failed", EMAIL)]
    assert statuses(api) == expected
    (event,) = api("GET", "/events?events=authentication.sso_failed")["data"]
    assert event["data"]["error"]["code"] == "policy_denied"
    clock.advance(3600)
    assert statuses(api) == expected


@pytest.mark.parametrize("via", ["authkit", "sso"])
def test_a_code_that_is_rejected(api: Api, browser: Browser, connection: Any, clock: Clock, via: str) -> None:
    membership = api.membership(api.user(EMAIL), {"id": connection["organization_id"]})
    api("PUT", f"/user_management/organization_memberships/{membership['id']}/deactivate")
    (start if via == "authkit" else start_sso)(browser, connection).submit("Continue", Email_address=EMAIL)
    api.authenticate("authorization_code", 400, code=browser.code)
    expected = [("started", None), ("failed", EMAIL)]
    assert statuses(api) == expected
    clock.advance(3600)
    assert statuses(api) == expected


def test_a_code_whose_sign_in_is_continued(
    api: Api, browser: Browser, connection: Any, emulator: Emulator, clock: Clock
) -> None:
    api.user(EMAIL)
    start(browser, connection, login_hint=EMAIL)
    emulator.seed.radar_assessment("challenge", email=EMAIL)
    error = api.authenticate("authorization_code", 403, code=browser.code)
    assert statuses(api) == [("started", EMAIL)]
    code = emulator.outbox.last(EMAIL).code
    grant = "urn:workos:oauth:grant-type:radar-email-challenge:code"
    challenge = {"radar_challenge_id": error["radar_challenge_id"]}
    api.authenticate(grant, code=code, **challenge, **api.pending(error))
    clock.advance(3600)
    assert statuses(api) == [("started", EMAIL), ("succeeded", EMAIL)]


@pytest.mark.parametrize("via", ["pages", "login_hint", "sso pages", "sso"])
def test_a_code_that_is_exchanged_too_late(
    api: Api, browser: Browser, connection: Any, emulator: Emulator, clock: Clock, via: str
) -> None:
    """A sign-in does not both time out and succeed."""
    if via == "sso":
        emulator.seed.profile(connection["id"], EMAIL)
    opener, hint = start_sso if via.startswith("sso") else start, {} if via.endswith("pages") else {"login_hint": EMAIL}
    opener(browser, connection, **hint)
    if not hint:
        browser.submit("Continue", Email_address=EMAIL)
    clock.advance(300)
    error = api.authenticate("authorization_code", 400, code=browser.code)
    assert error["error"] == "invalid_grant"
    assert "timed out" in error["error_description"]
    assert [status for status, _ in statuses(api)] == ["started", "timed_out"]
    assert api("GET", "/events?events=session.created")["data"] == []


@pytest.mark.parametrize("via", ["authkit", "sso"])
def test_codes_of_earlier_versions(
    api: Api, browser: Browser, connection: Any, emulator: Emulator, clock: Clock, via: str
) -> None:
    """Codes in the databases of versions without SSO sessions stay valid until they expire."""
    (start if via == "authkit" else start_sso)(browser, connection).submit("Continue", Email_address=EMAIL)
    snapshot = json.loads(json.dumps(emulator.snapshot()))
    snapshot["objects"]["sso.sessions"] = []
    for name, tag in (("authorization_codes", "$AuthorizationCode"), ("sso.codes", "$ProfileCode")):
        for stored in snapshot["objects"].get(name, []):
            del stored[tag]["sso_expires_at"]
    emulator.restore(snapshot)
    clock.advance(300)
    assert api.authenticate("authorization_code", code=browser.code)["authentication_method"] == "SSO"


def test_a_user_who_is_too_late_on_the_pages(
    api: Api, browser: Browser, connection: Any, emulator: Emulator, clock: Clock
) -> None:
    emulator.seed.radar_assessment("challenge", email=EMAIL)
    start(browser, connection).submit("Continue", Email_address=EMAIL)
    assert browser.returned is None
    clock.advance(300)
    expected = [("started", None), ("timed_out", None)]
    assert statuses(api) == expected
    browser.submit("Continue", Code=emulator.outbox.last(EMAIL).code or "")
    assert browser.returned
    assert browser.returned["error"] == "server_error"
    assert statuses(api) == expected


def test_devices_get_an_error_page(api: Api, browser: Browser, connection: Any, clock: Clock) -> None:
    body = {"client_id": "client_emulator"}
    device = api("POST", "/user_management/authorize/device", json=body)
    browser.open(device["verification_uri_complete"]).submit("Continue")
    browser.click("Sign in with SSO").submit("Continue", Email_address=EMAIL)
    browser.submit("Deny")
    assert browser.heading == "Your sign-in was not successful"


def test_another_provider_abandons_the_identity_provider(
    api: Api, browser: Browser, connection: Any, clock: Clock
) -> None:
    start_sign_in(browser).click("Sign in with SSO").submit("Continue", Email_address=EMAIL)
    assert browser.heading == "Sign in with Acme Okta"
    assert browser.page
    browser.open(browser.page.url.replace("/provider", "/sign-in")).click("Continue with Google")
    assert browser.heading == "Sign in with Google"
    browser.submit("Continue", Email_address="bob@example.com")
    assert api.authenticate("authorization_code", code=browser.code)["authentication_method"] == "GoogleOAuth"
    clock.advance(300)
    assert statuses(api) == [("started", EMAIL), ("timed_out", EMAIL)]


def test_denying_another_provider(api: Api, browser: Browser, connection: Any) -> None:
    start_sign_in(browser).click("Sign in with SSO").submit("Continue", Email_address=EMAIL)
    assert browser.page
    browser.open(browser.page.url.replace("/provider", "/sign-in")).click("Continue with Google").submit("Deny")
    assert browser.returned
    assert browser.returned["error"] == "access_denied"
    assert statuses(api) == [("started", EMAIL)]


def test_the_connection_of_an_sso_flow_cannot_be_left(browser: Browser, connection: Any) -> None:
    start_sso(browser, connection)
    assert browser.page
    assert browser.open(f"{browser.page.url}&provider=GoogleOAuth").heading == "Sign in with Acme Okta"
