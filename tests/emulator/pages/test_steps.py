"""The steps between the first factor and the app."""

import re
from typing import Any

from workos_emulator import Clock, Emulator, totp_code

from ..support import Api
from .browsing import Browser
from .conftest import EMAIL, PASSWORD, complete_sign_in, start_sign_in


def sign_in(browser: Browser, email: str = EMAIL) -> Browser:
    return start_sign_in(browser, prompt="login").submit("Sign in", Email_address=email, Password=PASSWORD)


def test_choose_an_organization(api: Api, browser: Browser, ada: Any) -> None:
    first, second, foreign = (api.organization(name) for name in ("Acme & Sons", "Initech", "Globex"))
    for organization in (first, second):
        api.membership(ada, organization)
    assert sign_in(browser).heading == "Choose an organization"
    assert browser.page
    (form,) = browser.page.forms
    assert [button["text"] for button in form.buttons] == ["Acme & Sons", "Initech"]
    form.buttons.append({"text": "Globex", "name": "organization_id", "value": foreign["id"]})
    assert browser.submit("Globex").page.alert == "Choose one of the organizations below."
    browser.submit("Initech")
    assert complete_sign_in(api, browser)["organization_id"] == second["id"]


def test_requested_organization(api: Api, browser: Browser, ada: Any) -> None:
    first, second = api.organization("First"), api.organization("Second")
    for organization in (first, second):
        api.membership(ada, organization)
    start_sign_in(browser, provider="", organization_id=first["id"])
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert complete_sign_in(api, browser)["organization_id"] == first["id"]


def test_enroll_and_use_a_second_factor(api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.mfa_required = True
    assert sign_in(browser).heading == "Set up your authenticator app"
    assert browser.page
    secret = re.findall(r'class="code">([A-Z2-7]{32})<', browser.page.html)[0]
    assert browser.submit("Confirm", Code="").page.error_of("Code") == "The code is incorrect."
    assert api("GET", f"/user_management/users/{ada['id']}/auth_factors")["data"] == []
    browser.submit("Confirm", Code=f" {totp_code(secret, clock.now())} ")
    assert complete_sign_in(api, browser)["user"]["id"] == ada["id"]

    assert sign_in(browser).heading == "Enter your code"
    right = totp_code(secret, clock.now())
    wrong = "000000" if right != "000000" else "111111"
    browser.submit("Continue", Code=wrong)
    assert browser.page.error_of("Code") == "The code is incorrect."
    browser.submit("Continue", Code=right)
    assert complete_sign_in(api, browser)["user"]["id"] == ada["id"]


def test_sms_code(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.settings.mfa_required = True
    factor = {"type": "sms", "phone_number": "+15550100", "user_id": ada["id"]}
    api("POST", "/auth/factors/enroll", 201, json=factor)
    sign_in(browser)
    first = emulator.outbox.last("+15550100").code
    assert first
    browser.submit("Resend code")
    again = emulator.outbox.last("+15550100").code
    assert again
    assert again != first
    browser.submit("Continue", Code=again)
    assert complete_sign_in(api, browser)


def test_second_factor_cannot_be_skipped(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.settings.mfa_required = True
    sign_in(browser)
    assert browser.page
    url = browser.page.url
    assert browser.open(url.replace("/second-factor", "/organization")).page
    form = browser.page.forms[0]
    form.buttons.append({"text": "None", "name": "organization_id", "value": ""})
    browser.submit("None")
    assert browser.returned is None
    assert browser.open(url.replace("/second-factor", "/device/confirm")).heading == "This device is no longer waiting"


def test_completed_steps_belong_to_one_user(
    api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock
) -> None:
    emulator.settings.mfa_required = True
    api.user("bob@example.com", password=PASSWORD)
    for name in ("First", "Second"):
        api.membership(ada, api.organization(name))
    sign_in(browser)
    assert browser.page
    secret = re.findall(r'class="code">([A-Z2-7]{32})<', browser.page.html)[0]
    browser.submit("Confirm", Code=totp_code(secret, clock.now()))
    assert browser.heading == "Choose an organization"
    browser.open(browser.page.url.replace("/organization", "/sign-in"))
    browser.submit("Sign in", Email_address="bob@example.com", Password=PASSWORD)
    assert browser.heading == "Set up your authenticator app"


def test_email_verification(api: Api, browser: Browser, unverified: Any, emulator: Emulator) -> None:
    assert sign_in(browser).heading == "Verify your email address"
    assert browser.page
    assert browser.submit("Continue", Code="invalid").page.error_of("Code") == "The code is incorrect."
    browser.submit("Resend code")
    code = emulator.outbox.last(EMAIL, "email_verification").code
    assert code
    browser.submit("Continue", Code=code)
    assert complete_sign_in(api, browser)["user"]["email_verified"] is True


def test_codes_are_in_the_mailbox(browser: Browser, unverified: Any, emulator: Emulator) -> None:
    sign_in(browser)
    assert browser.page
    browser.click("Open the emulator's mailbox")
    assert browser.heading == "Mailbox"
    code = emulator.outbox.last(EMAIL).code
    assert code
    assert code in browser.page.text
    assert browser.click("Show all messages").heading == "Mailbox"


def test_radar(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.seed.radar_challenge(ada["id"])
    assert sign_in(browser).heading == "Verify your identity"
    code = emulator.outbox.last(EMAIL, "radar_challenge").code
    assert code
    browser.submit("Continue", Code=code)
    assert complete_sign_in(api, browser)

    emulator.seed.radar_challenge(ada["id"], "sms")
    sign_in(browser).submit("Send code", Phone_number="nobody")
    assert browser.page
    assert browser.page.error_of("Phone number")
    browser.submit("Send code", Phone_number="+15550100")
    code = emulator.outbox.last("+15550100").code
    assert code
    browser.submit("Continue", Code=code)
    assert complete_sign_in(api, browser)


def test_organization_requires_sso(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    organization = api.organization("Acme")
    api.membership(ada, organization)
    emulator.seed.connection(organization["id"], name="Acme Okta")
    emulator.seed.sign_in_policy(organization["id"], sso_required=True)
    assert sign_in(browser).heading == "Sign in with Acme Okta"
    browser.submit("Continue", Email_address=EMAIL)
    response = complete_sign_in(api, browser)
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", organization["id"])
    (started,) = api("GET", "/events?events=authentication.sso_started")["data"]
    assert started["data"]["email"] == EMAIL


def test_method_disabled_by_organization(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    organization = api.organization("Acme")
    api.membership(ada, organization)
    emulator.seed.sign_in_policy(organization["id"], methods={"password": False})
    sign_in(browser)
    assert browser.returned
    assert browser.returned["error"] == "organization_authentication_methods_required"


def test_pages_emit_events(api: Api, browser: Browser, unverified: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.mfa_required = True
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password="wrong")
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    browser.submit("Continue", Code="x").submit("Continue", Code=emulator.outbox.last(EMAIL).code or "")
    assert browser.page
    secret = re.findall(r'class="code">([A-Z2-7]{32})<', browser.page.html)[0]
    browser.submit("Confirm", Code=totp_code(secret, clock.now()))
    complete_sign_in(api, browser)
    names = [
        "password_failed",
        "email_verification_failed",
        "email_verification_succeeded",
        "mfa_succeeded",
        "password_succeeded",
    ]
    events = api("GET", "/events?events=" + ",".join(f"authentication.{name}" for name in names))["data"]
    assert [event["event"].partition(".")[2] for event in events] == names
