"""Sign-up with a passkey."""

from typing import Any

from workos_emulator import Emulator

from ....support.authenticator import Authenticator
from ...support import Api
from ..browsing import Browser
from ..conftest import EMAIL, complete_sign_in, start_sign_in
from .conftest import create_passkey, options_of, problem_of, use_passkey

BOB = "bob@example.com"


def open_sign_up(browser: Browser, **query: str) -> Browser:
    return start_sign_in(browser, screen_hint="sign-up", **query).click("Create an account with a passkey")


def test_sign_up(api: Api, browser: Browser, ada: Any, device: Authenticator, emulator: Emulator) -> None:
    open_sign_up(browser)
    browser.submit("Continue", Email_address="")
    assert browser.page
    assert browser.page.error_of("Email address") == "Enter your email address."
    browser.submit("Continue", Email_address="bob")
    assert browser.page.error_of("Email address").startswith("Enter an email address")
    browser.submit("Continue", Email_address=EMAIL)
    assert browser.page.error_of("Email address").startswith("An account with this email address already exists.")
    browser.submit("Continue", First_name="Bob", Last_name="Jones", Email_address=BOB)
    assert browser.heading == "Create your passkey"
    assert {name: options_of(browser)["user"][name] for name in ("name", "displayName")} == {
        "name": BOB,
        "displayName": "Bob Jones",
    }
    assert api("GET", "/user_management/users", params={"email": BOB})["data"] == []
    create_passkey(browser, device)
    assert browser.heading == "Verify your email address"
    browser.submit("Continue", Code=emulator.outbox.last(BOB).code or "")
    response = complete_sign_in(api, browser)
    user = response["user"]
    assert (user["email"], user["first_name"], user["last_name"]) == (BOB, "Bob", "Jones")
    assert response["authentication_method"] == "Passkey"
    assert device.credentials[0].user_handle == user["id"].encode()
    use_passkey(start_sign_in(browser), device)
    assert complete_sign_in(api, browser)["user"]["id"] == user["id"]


def test_a_rejected_passkey_creates_no_user(api: Api, browser: Browser, device: Authenticator) -> None:
    open_sign_up(browser).submit("Continue", Email_address=BOB)
    device.overrides = {"origin": "https://evil.example.com"}
    create_passkey(browser, device)
    assert problem_of(browser).startswith("The passkey could not be verified.")
    assert api("GET", "/user_management/users")["data"] == []
    device.overrides = {}
    assert create_passkey(browser, device).heading == "Verify your email address"


def test_an_email_address_that_was_taken_in_the_meantime(
    api: Api, browser: Browser, device: Authenticator, emulator: Emulator
) -> None:
    open_sign_up(browser).submit("Continue", Email_address=BOB)
    api.user(BOB)
    create_passkey(browser, device)
    assert browser.heading == "Create an account"
    assert len(emulator.environment.state.passkeys.all) == 0


def test_the_second_page_needs_the_first(browser: Browser) -> None:
    open_sign_up(browser)
    assert browser.page
    query = browser.page.url.partition("?")[2]
    assert browser.open(f"/hosted/sign-up/passkey/create?{query}").heading == "Create an account"


def test_without_passwords(browser: Browser, device: Authenticator, emulator: Emulator) -> None:
    emulator.settings.password_enabled = False
    start_sign_in(browser).click("Create an account").submit("Continue", Email_address=BOB)
    assert create_passkey(browser, device).heading == "Verify your email address"
    emulator.settings.passkey_enabled = False
    assert start_sign_in(browser, screen_hint="sign-up").heading == "Sign-up is disabled"


def test_disabled_sign_up_allows_invited_users(
    api: Api, browser: Browser, device: Authenticator, emulator: Emulator
) -> None:
    emulator.settings.sign_up_enabled = False
    assert start_sign_in(browser, screen_hint="sign-up").heading == "Sign-up is disabled"
    organization = api.organization("Acme")
    body = {"email": BOB, "organization_id": organization["id"]}
    invitation = api("POST", "/user_management/invitations", 201, json=body)
    open_sign_up(browser, invitation_token=invitation["token"])
    assert browser.page
    assert browser.page.value_of("Email address") == BOB
    browser.submit("Continue", Email_address="eve@example.com")
    assert browser.page.error_of("Email address") == f"The invitation is for {BOB}."
    create_passkey(browser.submit("Continue", Email_address=BOB), device)
    assert complete_sign_in(api, browser)["organization_id"] == organization["id"]


def test_an_invitation_that_is_revoked_during_the_sign_up(
    api: Api, browser: Browser, device: Authenticator, emulator: Emulator
) -> None:
    invitation = api("POST", "/user_management/invitations", 201, json={"email": BOB})
    open_sign_up(browser, invitation_token=invitation["token"]).submit("Continue", Email_address=BOB)
    api("POST", f"/user_management/invitations/{invitation['id']}/revoke")
    create_passkey(browser, device)
    assert browser.heading == "This invitation no longer works"
    assert api("GET", "/user_management/users")["data"] == []
    assert len(emulator.environment.state.passkeys.all) == 0


def test_managed_users_sign_up_at_their_identity_provider(api: Api, browser: Browser, emulator: Emulator) -> None:
    organization = api.organization("Example", domain_data=[{"domain": "example.com", "state": "verified"}])
    emulator.seed.connection(organization["id"], name="Example Okta")
    open_sign_up(browser).submit("Continue", Email_address=BOB)
    assert browser.heading == "Sign in with Example Okta"


def test_radar_blocks_the_sign_up(api: Api, browser: Browser, device: Authenticator, emulator: Emulator) -> None:
    api("POST", "/radar/lists/email/block", 201, json={"entry": BOB})
    open_sign_up(browser).submit("Continue", Email_address=BOB)
    create_passkey(browser, device)
    assert browser.page
    assert browser.page.status == 403
    assert api("GET", "/user_management/users")["data"] == []
    assert len(emulator.environment.state.passkeys.all) == 0
