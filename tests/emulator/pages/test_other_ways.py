"""Signing up, Magic Auth, forgotten passwords, identity providers, signing out."""

from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api
from .browsing import Browser
from .conftest import EMAIL, PASSWORD, begin, finish


def test_signing_up(api: Api, browser: Browser, ada: Any) -> None:
    assert begin(browser, screen_hint="sign-up").heading == "Create an account"
    assert browser.page
    browser.submit("Create account", E_mail_address="bob", Password="short")
    assert browser.page.error_of("E-mail address").startswith("Enter an e-mail address")
    assert browser.page.error_of("Password")
    browser.submit("Create account", E_mail_address=EMAIL, Password=PASSWORD)
    assert browser.page.error_of("E-mail address").startswith("There is an account")
    browser.submit(
        "Create account", First_name="Bob", Last_name=" ", E_mail_address="bob@example.com", Password=PASSWORD
    )
    user = finish(api, browser)["user"]
    assert (user["email"], user["first_name"], user["last_name"]) == ("bob@example.com", "Bob", None)
    created = api("GET", "/events?events=user.created")["data"]
    assert [event["data"]["email"] for event in created] == ["bob@example.com", EMAIL]


def test_signing_up_may_be_off_but_for_the_invited(api: Api, browser: Browser, emulator: Emulator) -> None:
    emulator.settings.sign_up_enabled = False
    assert begin(browser, screen_hint="sign-up").heading == "Signing up is not enabled"
    assert begin(browser).page
    assert "Create an account" not in browser.page.links
    organization = api.organization("Acme")
    body = {"email": "bob@example.com", "organization_id": organization["id"]}
    invitation = api("POST", "/user_management/invitations", 201, json=body)
    begin(browser, screen_hint="sign-up", invitation_token=invitation["token"])
    assert browser.page.value_of("E-mail address") == "bob@example.com"
    browser.submit("Create account", E_mail_address="eve@example.com", Password=PASSWORD)
    assert browser.page.error_of("E-mail address") == "The invitation is for bob@example.com."
    browser.submit("Create account", E_mail_address="bob@example.com", Password=PASSWORD)
    answer = finish(api, browser)
    assert answer["organization_id"] == organization["id"]
    assert answer["user"]["email_verified"] is True
    assert api("GET", f"/user_management/invitations/{invitation['id']}")["state"] == "accepted"


def test_magic_auth(api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock) -> None:
    begin(browser).click("E-mail me a code instead").submit("Send the code", E_mail_address="nonsense")
    assert browser.page
    assert browser.page.error_of("E-mail address")
    browser.submit("Send the code", E_mail_address=EMAIL)
    assert browser.heading == "Enter your code"
    assert browser.submit("Continue", Code="").page.error_of("Code") == "The code is incorrect."
    old = emulator.outbox.last(EMAIL, "magic_auth").code
    assert old
    browser.submit("Send another code")
    code = emulator.outbox.last(EMAIL, "magic_auth").code
    assert code
    browser.submit("Continue", Code=code)
    assert finish(api, browser)["authentication_method"] == "MagicAuth"

    begin(browser).click("E-mail me a code instead").submit("Send the code", E_mail_address=EMAIL)
    browser.submit("Continue", Code=code)
    assert browser.page.error_of("Code") == "The code has already been used."
    emulator.settings.one_time_code_lifetime = timedelta(minutes=1)
    browser.submit("Send another code")
    late = emulator.outbox.last(EMAIL, "magic_auth").code
    assert late
    clock.advance(60)
    assert browser.submit("Continue", Code=late).page.error_of("Code") == "The code has expired."


def test_magic_auth_of_strangers(browser: Browser, emulator: Emulator) -> None:
    emulator.settings.sign_up_enabled = False
    begin(browser).click("E-mail me a code instead").submit("Send the code", E_mail_address="eve@example.com")
    assert browser.page
    assert browser.page.error_of("E-mail address") == "Signing up is not enabled."


def test_a_forgotten_password(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    begin(browser).click("Forgot your password?").submit("Send the link", E_mail_address="nobody@example.com")
    assert browser.heading == "Look at your mail"
    assert len(emulator.outbox) == 0
    begin(browser).click("Forgot your password?").submit("Send the link", E_mail_address=EMAIL)
    assert browser.heading == "Look at your mail"
    assert browser.page
    browser.click("Open the mailbox of the emulator").click("Open the link")
    assert browser.heading == "Choose a new password"
    assert browser.submit("Set the password", New_password="short").page.error_of("New password")
    browser.submit("Set the password", New_password="an entirely new one 7")
    assert browser.heading == "Your password is new"
    url = emulator.outbox.last(EMAIL, "password_reset").url
    assert url
    assert browser.open(url).heading == "The link does not work any more"
    api.authenticate("password", email=EMAIL, password="an entirely new one 7")
    api.authenticate("password", 400, email=EMAIL, password=PASSWORD)


@pytest.mark.parametrize("provider", ["GoogleOAuth", "GitHubOAuth"])
def test_a_provider(api: Api, browser: Browser, ada: Any, provider: str) -> None:
    name = provider.removesuffix("OAuth")
    assert begin(browser, provider=provider).heading == f"Sign in at {name}"
    browser.submit("Continue", E_mail_address=EMAIL)
    answer = finish(api, browser)
    assert (answer["user"]["id"], answer["authentication_method"]) == (ada["id"], provider)
    assert api("GET", f"/user_management/users/{ada['id']}/identities")[0]["provider"].casefold() == provider.casefold()

    begin(browser).click(f"Continue with {name}")
    browser.submit("Continue", E_mail_address="new@example.com", First_name="New")
    user = finish(api, browser)["user"]
    assert (user["email"], user["first_name"], user["email_verified"]) == ("new@example.com", "New", True)


def test_a_provider_refuses(browser: Browser) -> None:
    begin(browser, provider="GoogleOAuth").submit("Refuse")
    assert browser.returned
    assert (browser.returned["error"], browser.returned["state"]) == ("access_denied", "s t&")


def test_sso_by_the_domain(api: Api, browser: Browser, emulator: Emulator) -> None:
    domains = [{"domain": "acme.com", "state": "verified"}]
    organization = api.organization("Acme", domain_data=domains)
    emulator.seed.connection(organization["id"], name="Acme Okta")
    begin(browser).click("Sign in through your organization (SSO)")
    assert browser.submit("Continue", E_mail_address="eve@example.com").page.error_of("E-mail address")
    browser.submit("Continue", E_mail_address="ada@acme.com")
    assert browser.heading == "Sign in at Acme Okta"
    browser.submit("Continue", First_name="Ada")
    answer = finish(api, browser)
    assert (answer["authentication_method"], answer["organization_id"]) == ("SSO", organization["id"])
    assert answer["user"]["first_name"] == "Ada"


def test_sso_with_people_who_are_known(api: Api, browser: Browser, emulator: Emulator) -> None:
    organization = api.organization("Acme")
    connection = emulator.seed.connection(organization["id"], name="Acme Okta")
    for name in ("ada", "bob"):
        emulator.seed.profile(connection["id"], email=f"{name}@acme.com")
    query = {
        "client_id": "client_emulator",
        "redirect_uri": "http://localhost:3000/callback",
        "response_type": "code",
        "connection": connection["id"],
        "state": "x",
    }
    browser.open("/sso/authorize", **query).submit("Continue as bob@acme.com")
    assert browser.returned
    body = {
        "client_id": "client_emulator",
        "client_secret": api.emulator.api_key,
        "grant_type": "authorization_code",
        "code": browser.returned["code"],
    }
    assert api("POST", "/sso/token", json=body)["profile"]["email"] == "bob@acme.com"
    assert browser.returned["state"] == "x"
    begin(browser, provider="", connection_id=connection["id"]).submit("Continue as ada@acme.com")
    assert finish(api, browser)["user"]["email"] == "ada@acme.com"


def sso_events(api: Api) -> list[Any]:
    names = ",".join(f"authentication.sso_{name}" for name in ("started", "succeeded", "failed"))
    return [event["data"] for event in reversed(api("GET", f"/events?events={names}")["data"])]


def test_sso_becomes_events(api: Api, browser: Browser, emulator: Emulator) -> None:
    organization = api.organization("Acme", domain_data=[{"domain": "acme.com", "state": "verified"}])
    connection = emulator.seed.connection(organization["id"], name="Acme Okta")
    begin(browser, provider="", connection_id=connection["id"], login_hint="ada@acme.com")
    finish(api, browser)
    begin(browser).click("Sign in through your organization (SSO)").submit("Continue", E_mail_address="eve@acme.com")
    browser.submit("Refuse")
    begin(browser, provider="GoogleOAuth").submit("Refuse")
    assert [(event["status"], event["email"]) for event in sso_events(api)] == [
        ("started", "ada@acme.com"),
        ("succeeded", "ada@acme.com"),
        ("started", "eve@acme.com"),
        ("failed", "eve@acme.com"),
    ]
    failed = sso_events(api)[-1]
    used = {"organization_id": organization["id"], "connection_id": connection["id"], "session_id": None}
    assert (failed["error"]["code"], failed["sso"]) == ("access_denied", used)


def test_sso_of_a_profile_becomes_events(api: Api, browser: Browser, emulator: Emulator) -> None:
    connection = emulator.seed.connection(api.organization("Acme")["id"])
    query = {
        "client_id": "client_emulator",
        "redirect_uri": "http://localhost:3000/callback",
        "response_type": "code",
        "connection": connection["id"],
    }
    browser.open("/sso/authorize", **query).submit("Continue", E_mail_address="ada@acme.com")
    browser.open("/sso/authorize", **query, login_hint="ada@acme.com")
    assert [(event["status"], event["email"]) for event in sso_events(api)] == [
        ("started", None),
        ("succeeded", "ada@acme.com"),
        ("started", "ada@acme.com"),
        ("succeeded", "ada@acme.com"),
    ]
    browser.open("/sso/authorize", **query | {"connection": "conn_none"})
    assert len(sso_events(api)) == 4


def test_signing_out(api: Api, browser: Browser, ada: Any) -> None:
    begin(browser).submit("Sign in", E_mail_address=EMAIL, Password=PASSWORD)
    finish(api, browser)
    (session,) = api("GET", f"/user_management/users/{ada['id']}/sessions")["data"]
    path = f"/user_management/sessions/logout?session_id={session['id']}"
    response = api.client.get(path, headers={"accept": "text/html,*/*", "authorization": ""})
    assert browser.open(response.headers["location"]).heading == "You are signed out"
    assert api("GET", f"/user_management/users/{ada['id']}/sessions")["data"] == []
    assert browser.open(f"{path}&return_to=http://localhost:3000/callback?out=1").returned == {"out": "1"}


def test_passwords_may_be_off(browser: Browser, emulator: Emulator) -> None:
    emulator.settings.password_enabled = False
    assert begin(browser).page
    assert browser.page.forms == []
    assert "E-mail me a code instead" in browser.page.links


def test_magic_link(api: Api, browser: Browser, emulator: Emulator, clock: Clock) -> None:
    body = {"email": "ada@example.com", "type": "MagicLink", "redirect_uri": "http://localhost:3000/callback?a=b"}
    session = api("POST", "/passwordless/sessions", json={**body, "state": "s t"})
    api("POST", f"/passwordless/sessions/{session['id']}/send", 204)
    link = emulator.outbox.last("ada@example.com", "magic_link").url
    assert link == session["link"]
    browser.open(link)
    assert browser.returned
    assert (browser.returned["a"], browser.returned["state"]) == ("b", "s t")
    token = {
        "client_id": "client_emulator",
        "client_secret": emulator.api_key,
        "grant_type": "authorization_code",
        "code": browser.returned["code"],
    }
    profile = api("POST", "/sso/token", json=token)["profile"]
    assert (profile["email"], profile["connection_type"]) == ("ada@example.com", "MagicLink")
    assert browser.open(link).heading == "The link does not work any more"

    late = api("POST", "/passwordless/sessions", json={**body, "expires_in": 60})
    clock.advance(60)
    assert browser.open(late["link"]).heading == "The link does not work any more"
    nowhere = api("POST", "/passwordless/sessions", json={"email": "ada@example.com", "type": "MagicLink"})
    assert browser.open(nowhere["link"]).heading == "There is no way back to the app"
