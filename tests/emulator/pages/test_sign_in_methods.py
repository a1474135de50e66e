"""Sign-up, Magic Auth, password reset, identity providers, SSO and sign-out."""

from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api
from .browsing import Browser
from .conftest import EMAIL, PASSWORD, complete_sign_in, start_sign_in


def test_sign_up(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    assert start_sign_in(browser, screen_hint="sign-up").heading == "Create an account"
    assert browser.page
    browser.submit("Create account", Email_address="bob", Password="short")
    assert browser.page.error_of("Email address").startswith("Enter an email address")
    assert browser.page.error_of("Password")
    browser.submit("Create account", Email_address=EMAIL, Password=PASSWORD)
    assert browser.page.error_of("Email address").startswith("An account with this email")
    browser.submit(
        "Create account", First_name="Bob", Last_name=" ", Email_address="bob@example.com", Password=PASSWORD
    )
    assert browser.heading == "Verify your email address"
    browser.submit("Continue", Code=emulator.outbox.last("bob@example.com").code or "")
    user = complete_sign_in(api, browser)["user"]
    assert (user["email"], user["first_name"], user["last_name"]) == ("bob@example.com", "Bob", None)
    created = api("GET", "/events?events=user.created")["data"]
    assert [event["data"]["email"] for event in created] == [EMAIL, "bob@example.com"]


def test_disabled_sign_up_allows_invited_users(api: Api, browser: Browser, emulator: Emulator) -> None:
    emulator.settings.sign_up_enabled = False
    assert start_sign_in(browser, screen_hint="sign-up").heading == "Sign-up is disabled"
    assert start_sign_in(browser).page
    assert "Create an account" not in browser.page.links
    organization = api.organization("Acme")
    body = {"email": "bob@example.com", "organization_id": organization["id"]}
    invitation = api("POST", "/user_management/invitations", 201, json=body)
    start_sign_in(browser, screen_hint="sign-up", invitation_token=invitation["token"])
    assert browser.page.value_of("Email address") == "bob@example.com"
    browser.submit("Create account", Email_address="eve@example.com", Password=PASSWORD)
    assert browser.page.error_of("Email address") == "The invitation is for bob@example.com."
    browser.submit("Create account", Email_address="bob@example.com", Password=PASSWORD)
    response = complete_sign_in(api, browser)
    assert response["organization_id"] == organization["id"]
    assert response["user"]["email_verified"] is True
    assert api("GET", f"/user_management/invitations/{invitation['id']}")["state"] == "accepted"


@pytest.fixture(params=["unknown", "revoked", "accepted", "expired"])
def ended_invitation(request: pytest.FixtureRequest, api: Api, clock: Clock) -> str:
    """The token of an invitation of Bob that is not pending."""
    if request.param == "unknown":
        return "unknown"
    invitation = api("POST", "/user_management/invitations", 201, json={"email": "bob@example.com"})
    if request.param == "expired":
        clock.advance(timedelta(days=31))
    elif request.param == "revoked":
        api("POST", f"/user_management/invitations/{invitation['id']}/revoke")
    else:
        api("POST", f"/user_management/invitations/{invitation['id']}/accept")
        (bob,) = api("GET", "/user_management/users", params={"email": "bob@example.com"})["data"]
        api("DELETE", f"/user_management/users/{bob['id']}")
    token: str = invitation["token"]
    return token


def test_sign_up_with_an_ended_invitation(
    api: Api, browser: Browser, emulator: Emulator, ended_invitation: str
) -> None:
    for enabled in (True, False):
        emulator.settings.sign_up_enabled = enabled
        start_sign_in(browser, screen_hint="sign-up", invitation_token=ended_invitation)
        assert browser.heading == "This invitation no longer works"


def test_an_invitation_that_is_revoked_during_the_sign_up(api: Api, browser: Browser) -> None:
    invitation = api("POST", "/user_management/invitations", 201, json={"email": "bob@example.com"})
    start_sign_in(browser, screen_hint="sign-up", invitation_token=invitation["token"])
    api("POST", f"/user_management/invitations/{invitation['id']}/revoke")
    browser.submit("Create account", Email_address="bob@example.com", Password=PASSWORD)
    assert browser.heading == "This invitation no longer works"
    assert api("GET", "/user_management/users")["data"] == []


def test_a_provider_with_an_ended_invitation(api: Api, browser: Browser, ended_invitation: str) -> None:
    start_sign_in(browser, provider="GoogleOAuth", invitation_token=ended_invitation)
    browser.submit("Continue", Email_address="bob@example.com")
    assert browser.returned is None
    assert api("GET", "/user_management/users")["data"] == []


def test_sso_with_an_ended_invitation(api: Api, browser: Browser, emulator: Emulator, ended_invitation: str) -> None:
    acme = api.organization(domain_data=[{"domain": "example.com", "state": "verified"}])
    connection = emulator.seed.connection(acme["id"])
    start_sign_in(browser, provider="", connection_id=connection["id"], invitation_token=ended_invitation)
    browser.submit("Continue", Email_address="bob@example.com")
    assert browser.returned is not None
    assert browser.returned["error"] == "invitation_invalid"
    assert api("GET", "/user_management/users")["data"] == []


def test_a_provider_allows_invited_users_if_sign_up_is_disabled(api: Api, browser: Browser, emulator: Emulator) -> None:
    emulator.settings.sign_up_enabled = False
    invitation = api("POST", "/user_management/invitations", 201, json={"email": "bob@example.com"})
    start_sign_in(browser, provider="GoogleOAuth", invitation_token=invitation["token"])
    browser.submit("Continue", Email_address="bob@example.com")
    assert complete_sign_in(api, browser)["user"]["email"] == "bob@example.com"


def test_magic_auth(api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock) -> None:
    start_sign_in(browser).click("Email me a sign-in code").submit("Send code", Email_address="invalid")
    assert browser.page
    assert browser.page.error_of("Email address")
    browser.submit("Send code", Email_address=EMAIL)
    assert browser.heading == "Enter your code"
    assert browser.submit("Continue", Code="").page.error_of("Code") == "The code is incorrect."
    old = emulator.outbox.last(EMAIL, "magic_auth").code
    assert old
    browser.submit("Resend code")
    code = emulator.outbox.last(EMAIL, "magic_auth").code
    assert code
    browser.submit("Continue", Code=code)
    assert complete_sign_in(api, browser)["authentication_method"] == "MagicAuth"

    start_sign_in(browser, prompt="login").click("Email me a sign-in code").submit("Send code", Email_address=EMAIL)
    browser.submit("Continue", Code=code)
    assert browser.page.error_of("Code") == "The code has already been used."
    emulator.settings.one_time_code_lifetime = timedelta(minutes=1)
    browser.submit("Resend code")
    late = emulator.outbox.last(EMAIL, "magic_auth").code
    assert late
    clock.advance(60)
    assert browser.submit("Continue", Code=late).page.error_of("Code") == "The code has expired."


def test_magic_auth_with_disabled_sign_up(browser: Browser, emulator: Emulator) -> None:
    emulator.settings.sign_up_enabled = False
    start_sign_in(browser).click("Email me a sign-in code").submit("Send code", Email_address="eve@example.com")
    assert browser.page
    assert browser.page.error_of("Email address") == "Signing up is not enabled."


def test_password_reset(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    start_sign_in(browser).click("Forgot your password?").submit("Send link", Email_address="nobody@example.com")
    assert browser.heading == "Check your email"
    assert len(emulator.outbox) == 0
    start_sign_in(browser).click("Forgot your password?").submit("Send link", Email_address=EMAIL)
    assert browser.heading == "Check your email"
    assert browser.page
    browser.click("Open the emulator's mailbox").click("Open link")
    assert browser.heading == "Choose a new password"
    assert browser.submit("Reset password", New_password="short").page.error_of("New password")
    browser.submit("Reset password", New_password="an entirely new one 7")
    assert browser.heading == "Your password has been reset"
    url = emulator.outbox.last(EMAIL, "password_reset").url
    assert url
    assert browser.open(url).heading == "This link no longer works"
    api.authenticate("password", email=EMAIL, password="an entirely new one 7")
    api.authenticate("password", 400, email=EMAIL, password=PASSWORD)


@pytest.mark.parametrize("provider", ["GoogleOAuth", "GitHubOAuth"])
def test_oauth_provider(api: Api, browser: Browser, ada: Any, provider: str) -> None:
    name = provider.removesuffix("OAuth")
    assert start_sign_in(browser, provider=provider).heading == f"Sign in with {name}"
    browser.submit("Continue", Email_address=EMAIL)
    response = complete_sign_in(api, browser)
    assert (response["user"]["id"], response["authentication_method"]) == (ada["id"], provider)
    assert api("GET", f"/user_management/users/{ada['id']}/identities")[0]["provider"].casefold() == provider.casefold()

    start_sign_in(browser, prompt="login").click(f"Continue with {name}")
    browser.submit("Continue", Email_address="new@example.com", First_name="New")
    user = complete_sign_in(api, browser)["user"]
    assert (user["email"], user["first_name"], user["email_verified"]) == ("new@example.com", "New", True)


def test_oauth_provider_denies(browser: Browser) -> None:
    start_sign_in(browser, provider="GoogleOAuth").submit("Deny")
    assert browser.returned
    assert (browser.returned["error"], browser.returned["state"]) == ("access_denied", "s t&")


def test_sso_by_email_domain(api: Api, browser: Browser, emulator: Emulator) -> None:
    domains = [{"domain": "acme.com", "state": "verified"}]
    organization = api.organization("Acme", domain_data=domains)
    emulator.seed.connection(organization["id"], name="Acme Okta")
    start_sign_in(browser).click("Sign in with SSO")
    assert browser.submit("Continue", Email_address="eve@example.com").page.error_of("Email address")
    browser.submit("Continue", Email_address="ada@acme.com")
    assert browser.heading == "Sign in with Acme Okta"
    browser.submit("Continue", First_name="Ada")
    response = complete_sign_in(api, browser)
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", organization["id"])
    assert response["user"]["first_name"] == "Ada"


def test_sso_with_known_profiles(api: Api, browser: Browser, emulator: Emulator) -> None:
    organization = api.organization("Acme", domain_data=[{"domain": "acme.com", "state": "verified"}])
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
    start_sign_in(browser, provider="", connection_id=connection["id"]).submit("Continue as ada@acme.com")
    assert complete_sign_in(api, browser)["user"]["email"] == "ada@acme.com"


def sso_events(api: Api) -> list[Any]:
    names = ",".join(f"authentication.sso_{name}" for name in ("started", "succeeded", "failed"))
    return [event["data"] for event in api("GET", f"/events?events={names}")["data"]]


def test_sso_events(api: Api, browser: Browser, emulator: Emulator) -> None:
    organization = api.organization("Acme", domain_data=[{"domain": "acme.com", "state": "verified"}])
    connection = emulator.seed.connection(organization["id"], name="Acme Okta")
    start_sign_in(browser, provider="", connection_id=connection["id"], login_hint="ada@acme.com")
    complete_sign_in(api, browser)
    start_sign_in(browser, prompt="login").click("Sign in with SSO").submit("Continue", Email_address="eve@acme.com")
    browser.submit("Deny")
    start_sign_in(browser, provider="GoogleOAuth").submit("Deny")
    assert [(event["status"], event["email"]) for event in sso_events(api)] == [
        ("started", "ada@acme.com"),
        ("succeeded", "ada@acme.com"),
        ("started", "eve@acme.com"),
        ("failed", "eve@acme.com"),
    ]
    failed = sso_events(api)[-1]
    used = {"organization_id": organization["id"], "connection_id": connection["id"], "session_id": None}
    assert (failed["error"]["code"], failed["sso"]) == ("access_denied", used)


def test_sso_profile_events(api: Api, browser: Browser, emulator: Emulator) -> None:
    connection = emulator.seed.connection(api.organization("Acme")["id"])
    query = {
        "client_id": "client_emulator",
        "redirect_uri": "http://localhost:3000/callback",
        "response_type": "code",
        "connection": connection["id"],
    }
    grant = {"client_id": "client_emulator", "client_secret": emulator.api_key, "grant_type": "authorization_code"}
    browser.open("/sso/authorize", **query).submit("Continue", Email_address="ada@acme.com")
    api("POST", "/sso/token", json=grant | {"code": browser.code})
    browser.open("/sso/authorize", **query, login_hint="ada@acme.com")
    api("POST", "/sso/token", json=grant | {"code": browser.code})
    assert [(event["status"], event["email"]) for event in sso_events(api)] == [
        ("started", None),
        ("succeeded", "ada@acme.com"),
        ("started", "ada@acme.com"),
        ("succeeded", "ada@acme.com"),
    ]
    browser.open("/sso/authorize", **query | {"connection": "conn_none"})
    assert len(sso_events(api)) == 4


def test_sign_out(api: Api, browser: Browser, ada: Any) -> None:
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    complete_sign_in(api, browser)
    (session,) = api("GET", f"/user_management/users/{ada['id']}/sessions")["data"]
    path = f"/user_management/sessions/logout?session_id={session['id']}"
    response = api.client.get(path, headers={"accept": "text/html,*/*", "authorization": ""})
    assert browser.open(response.headers["location"]).heading == "You are signed out"
    assert api("GET", f"/user_management/users/{ada['id']}/sessions")["data"] == []
    assert browser.open(f"{path}&return_to=http://localhost:3000/callback?out=1").returned == {"out": "1"}


def test_disabled_passwords(browser: Browser, emulator: Emulator) -> None:
    emulator.settings.password_enabled = False
    assert start_sign_in(browser).page
    assert browser.page.forms == []
    assert "Email me a sign-in code" in browser.page.links


def test_magic_link(api: Api, browser: Browser, emulator: Emulator, clock: Clock) -> None:
    body = {"email": "ada@example.com", "type": "MagicLink", "redirect_uri": "http://localhost:3000/callback?a=b"}
    session = api("POST", "/passwordless/sessions", json={**body, "state": "s t"})
    api("POST", f"/passwordless/sessions/{session['id']}/send")
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
    assert browser.open(link).heading == "This link no longer works"

    late = api("POST", "/passwordless/sessions", json={**body, "expires_in": 900})
    clock.advance(900)
    assert browser.open(late["link"]).heading == "This link no longer works"
    nowhere = api("POST", "/passwordless/sessions", json={"email": "ada@example.com", "type": "MagicLink"})
    assert browser.open(nowhere["link"]).heading == "Cannot return to the app"
