"""Sign-in: the organization that AuthKit preselects, and email addresses that a provider does not return."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from workos_core.errors import (
    AuthenticationFlowError,
    BadRequestError,
    EmailCompletionRequiredError,
    EmailVerificationRequiredError,
    InvalidArgumentError,
)
from workos_emulator import Emulator

from .live import LiveClient, open_page, open_url

CALLBACK = "http://localhost:3000/callback"
COOKIE_PASSWORD = "a cookie password of more than thirty-two characters"
EMAIL = "ada@example.com"
PASSWORD = "correct horse 42"


def create_member(live: LiveClient, *names: str) -> list[Any]:
    """Create a user who is a member of an organization with each of these names, and return the organizations."""
    user = live("user_management.create_user", email=EMAIL, password=PASSWORD, email_verified=True)
    organizations = [live("organizations.create_organization", name=name) for name in names]
    for organization in organizations:
        live("user_management.create_organization_membership", user_id=user.id, organization_id=organization.id)
    return organizations


def test_authkit_preselects_an_organization(live: LiveClient, emulator: Emulator) -> None:
    _, second = create_member(live, "First", "Second")
    emulator.seed.connection(second.id)  # AuthKit is shown all the same
    arguments = {"provider": "authkit", "organization_id": second.id, "redirect_uri": CALLBACK}
    url: str = live.client().user_management.get_authorization_url(**arguments)
    assert parse_qs(urlsplit(url).query).items() >= {"provider": ["authkit"], "organization_id": [second.id]}.items()
    browser = open_page(emulator, url)
    assert browser.heading == "Sign in"
    assert browser.page
    assert "Second" in browser.page.text
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    response = live("user_management.authenticate_with_code", code=browser.code)
    assert (response.organization_id, response.authentication_method) == (second.id, "Password")


def test_no_other_selectors_can_be_combined(live: LiveClient) -> None:
    client = live.client().user_management
    for selectors in (
        {"provider": "GoogleOAuth", "organization_id": "org_1"},
        {"provider": "authkit", "connection_id": "conn_1"},
        {"organization_id": "org_1", "connection_id": "conn_1"},
        {"organization_id": "org_1", "connection_id": "conn_1", "provider": "authkit"},
    ):
        with pytest.raises(InvalidArgumentError, match="organization_id with provider='authkit'"):
            client.get_authorization_url(redirect_uri=CALLBACK, **selectors)


@pytest.mark.parametrize("provider", ["GoogleOAuth", "authkit"])
def test_the_emulator_checks_the_selectors_too(emulator: Emulator, provider: str) -> None:
    query = {"client_id": emulator.client_id, "redirect_uri": CALLBACK, "response_type": "code", "provider": provider}
    url = httpx.URL("https://api.workos.com/user_management/authorize", params={**query, "organization_id": "org_none"})
    response = open_url(emulator, str(url))
    error = parse_qs(urlsplit(response.headers["location"]).query)["error"]
    assert error == ["organization_invalid" if provider == "authkit" else "invalid_connection_selector"]


def test_sign_in_preselects_an_organization(live: LiveClient, emulator: Emulator) -> None:
    _, second = create_member(live, "First", "Second")

    sign_in = live.sdk.package.SignIn(live.client(), redirect_uri=CALLBACK, cookie_password=COOKIE_PASSWORD)
    redirect = sign_in.start({}, provider="authkit", organization_id=second.id)
    browser = open_page(emulator, redirect.url).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.returned
    cookies = {cookie.name: cookie.value for cookie in redirect.cookies}
    result = live.run(sign_in.complete(browser.returned, cookies))
    assert result.response.organization_id == second.id


def sign_in_without_email(live: LiveClient, emulator: Emulator, **arguments: str) -> EmailCompletionRequiredError:
    """Sign in with a provider that returns no email address, and return the error of the code exchange."""
    url = live.client().user_management.get_authorization_url(redirect_uri=CALLBACK, **arguments)
    browser = open_page(emulator, url).submit("Continue without an email address", First_name="Ada")
    error: EmailCompletionRequiredError = live.error(
        EmailCompletionRequiredError, "user_management.authenticate_with_code", code=browser.code
    )
    return error


def verify_email(live: LiveClient, emulator: Emulator, token: str | None) -> Any:
    code = emulator.outbox.last(EMAIL, "email_verification").code
    return live("user_management.authenticate_with_email_verification", code=code, pending_authentication_token=token)


def test_email_completion(live: LiveClient, emulator: Emulator) -> None:
    error = sign_in_without_email(live, emulator, provider="GitHubOAuth")
    assert (error.status, error.code, error.pending_authentication_token) == (403, "email_completion_required", None)
    assert isinstance(error, AuthenticationFlowError)
    assert error.email_completion_token
    arguments = {"email_completion_token": error.email_completion_token, "email": EMAIL}
    unverified = live.error(
        EmailVerificationRequiredError, "user_management.authenticate_with_email_completion", **arguments
    )
    assert (
        json.loads(live.requests[-1].content).items()
        >= {
            "grant_type": "urn:workos:oauth:grant-type:email-completion",
            "client_secret": emulator.api_key,
            **arguments,
        }.items()
    )
    response = verify_email(live, emulator, unverified.pending_authentication_token)
    assert (response.user.email, response.user.first_name, response.user.email_verified) == (EMAIL, "Ada", True)
    assert response.authentication_method == "GitHubOAuth"
    (identity,) = live("user_management.get_user_identities", response.user.id)
    assert identity.provider == "GithubOAuth"


def test_an_email_completion_token_works_once_and_expires(live: LiveClient, emulator: Emulator) -> None:
    method = "user_management.authenticate_with_email_completion"
    token = sign_in_without_email(live, emulator, provider="GitHubOAuth").email_completion_token
    live.error(EmailVerificationRequiredError, method, email_completion_token=token, email=EMAIL)
    assert live.error(BadRequestError, method, email_completion_token=token, email=EMAIL).error == "invalid_grant"
    token = sign_in_without_email(live, emulator, provider="GitHubOAuth").email_completion_token
    emulator.clock.advance(emulator.settings.pending_authentication_lifetime)
    assert live.error(BadRequestError, method, email_completion_token=token, email=EMAIL).error == "invalid_grant"


def test_an_email_address_that_was_entered_gives_no_access_to_its_account(live: LiveClient, emulator: Emulator) -> None:
    owner = live("user_management.create_user", email=EMAIL, email_verified=True)
    token = sign_in_without_email(live, emulator, provider="GitHubOAuth").email_completion_token
    error = live.error(
        EmailVerificationRequiredError,
        "user_management.authenticate_with_email_completion",
        email_completion_token=token,
        email=EMAIL,
    )
    assert live("user_management.get_user_identities", owner.id) == []
    assert verify_email(live, emulator, error.pending_authentication_token).user.id == owner.id


def test_the_hosted_pages_ask_for_the_email_address(live: LiveClient, emulator: Emulator) -> None:
    url = live.client().user_management.get_authorization_url(redirect_uri=CALLBACK, provider="authkit")
    browser = open_page(emulator, url).click("Continue with Google").submit("Continue without an email address")
    assert browser.heading == "Enter your email address"
    assert browser.submit("Continue", Email_address="ada").page
    assert browser.page.error_of("Email address") == "Enter an email address, such as ada@example.com."
    browser.submit("Continue", Email_address=EMAIL)
    assert browser.heading == "Verify your email address"
    browser.submit("Continue", Code=emulator.outbox.last(EMAIL, "email_verification").code or "")
    response = live("user_management.authenticate_with_code", code=browser.code)
    assert (response.user.email, response.authentication_method) == (EMAIL, "GoogleOAuth")
