"""What comes between the proof of who somebody is and the app."""

import re
from typing import Any

from workos_emulator import Clock, Emulator, totp_code

from ..support import Api
from .browsing import Browser
from .conftest import EMAIL, PASSWORD, begin, finish


def sign_in(browser: Browser, email: str = EMAIL) -> Browser:
    return begin(browser).submit("Sign in", E_mail_address=email, Password=PASSWORD)


def test_choosing_an_organization(api: Api, browser: Browser, ada: Any) -> None:
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
    assert finish(api, browser)["organization_id"] == second["id"]


def test_an_organization_that_was_asked_for(api: Api, browser: Browser, ada: Any) -> None:
    first, second = api.organization("First"), api.organization("Second")
    for organization in (first, second):
        api.membership(ada, organization)
    begin(browser, provider="", organization_id=first["id"])
    browser.submit("Sign in", E_mail_address=EMAIL, Password=PASSWORD)
    assert finish(api, browser)["organization_id"] == first["id"]


def test_setting_a_second_factor_up_then_using_it(
    api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock
) -> None:
    emulator.settings.mfa_required = True
    assert sign_in(browser).heading == "Set up your authenticator app"
    assert browser.page
    secret = re.findall(r'class="code">([A-Z2-7]{32})<', browser.page.html)[0]
    assert browser.submit("Confirm", Code="").page.error_of("Code") == "The code is incorrect."
    assert api("GET", f"/user_management/users/{ada['id']}/auth_factors")["data"] == []
    browser.submit("Confirm", Code=f" {totp_code(secret, clock.now())} ")
    assert finish(api, browser)["user"]["id"] == ada["id"]

    assert sign_in(browser).heading == "Enter your code"
    right = totp_code(secret, clock.now())
    wrong = "000000" if right != "000000" else "111111"
    browser.submit("Continue", Code=wrong)
    assert browser.page.error_of("Code") == "The code is incorrect."
    browser.submit("Continue", Code=right)
    assert finish(api, browser)["user"]["id"] == ada["id"]


def test_a_code_by_text_message(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.settings.mfa_required = True
    factor = {"type": "sms", "phone_number": "+15550100", "user_id": ada["id"]}
    api("POST", "/auth/factors/enroll", 201, json=factor)
    sign_in(browser)
    first = emulator.outbox.last("+15550100").code
    assert first
    browser.submit("Send another code")
    again = emulator.outbox.last("+15550100").code
    assert again
    assert again != first
    browser.submit("Continue", Code=again)
    assert finish(api, browser)


def test_no_way_around_the_second_factor(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.settings.mfa_required = True
    sign_in(browser)
    assert browser.page
    url = browser.page.url
    assert browser.open(url.replace("/second-factor", "/organization")).page
    form = browser.page.forms[0]
    form.buttons.append({"text": "None", "name": "organization_id", "value": ""})
    browser.submit("None")
    assert browser.returned is None
    assert browser.open(url.replace("/second-factor", "/device/confirm")).heading == "The device does not wait any more"


def test_steps_of_one_user_do_not_count_for_another(
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
    browser.submit("Sign in", E_mail_address="bob@example.com", Password=PASSWORD)
    assert browser.heading == "Set up your authenticator app"


def test_confirming_the_address(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.settings.email_verification_required = True
    assert sign_in(browser).heading == "Confirm your e-mail address"
    assert browser.page
    assert browser.submit("Continue", Code="nonsense").page.error_of("Code") == "The code is incorrect."
    browser.submit("Send another code")
    code = emulator.outbox.last(EMAIL, "email_verification").code
    assert code
    browser.submit("Continue", Code=code)
    assert finish(api, browser)["user"]["email_verified"] is True


def test_codes_are_in_the_mailbox(browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.settings.email_verification_required = True
    sign_in(browser)
    assert browser.page
    browser.click("Open the mailbox of the emulator")
    assert browser.heading == "Mailbox"
    code = emulator.outbox.last(EMAIL).code
    assert code
    assert code in browser.page.text
    assert browser.click("Show all messages").heading == "Mailbox"


def test_radar(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.seed.radar_challenge(ada["id"])
    assert sign_in(browser).heading == "Is it you?"
    code = emulator.outbox.last(EMAIL, "radar_challenge").code
    assert code
    browser.submit("Continue", Code=code)
    assert finish(api, browser)

    emulator.seed.radar_challenge(ada["id"], "sms")
    sign_in(browser).submit("Send the code", Telephone_number="nobody")
    assert browser.page
    assert browser.page.error_of("Telephone number")
    browser.submit("Send the code", Telephone_number="+15550100")
    code = emulator.outbox.last("+15550100").code
    assert code
    browser.submit("Continue", Code=code)
    assert finish(api, browser)


def test_an_organization_that_demands_sso(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    organization = api.organization("Acme")
    api.membership(ada, organization)
    emulator.seed.connection(organization["id"], name="Acme Okta")
    emulator.seed.sign_in_policy(organization["id"], sso_required=True)
    assert sign_in(browser).heading == "Sign in at Acme Okta"
    browser.submit("Continue", E_mail_address=EMAIL)
    answer = finish(api, browser)
    assert (answer["authentication_method"], answer["organization_id"]) == ("SSO", organization["id"])
    (started,) = api("GET", "/events?events=authentication.sso_started")["data"]
    assert started["data"]["email"] == EMAIL


def test_a_method_that_the_organization_refuses(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    organization = api.organization("Acme")
    api.membership(ada, organization)
    emulator.seed.sign_in_policy(organization["id"], methods={"password": False})
    sign_in(browser)
    assert browser.returned
    assert browser.returned["error"] == "organization_authentication_methods_required"


def test_the_pages_make_events(api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.mfa_required = emulator.settings.email_verification_required = True
    begin(browser).submit("Sign in", E_mail_address=EMAIL, Password="wrong")
    browser.submit("Sign in", E_mail_address=EMAIL, Password=PASSWORD)
    browser.submit("Continue", Code="x").submit("Continue", Code=emulator.outbox.last(EMAIL).code or "")
    assert browser.page
    secret = re.findall(r'class="code">([A-Z2-7]{32})<', browser.page.html)[0]
    browser.submit("Confirm", Code=totp_code(secret, clock.now()))
    finish(api, browser)
    names = [
        "password_failed",
        "email_verification_failed",
        "email_verification_succeeded",
        "mfa_succeeded",
        "password_succeeded",
    ]
    found = api("GET", "/events?events=" + ",".join(f"authentication.{name}" for name in names))["data"]
    assert [event["event"].partition(".")[2] for event in reversed(found)] == names
