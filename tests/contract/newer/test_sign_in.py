"""Sign-in: the organization that AuthKit preselects."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from workos_core.errors import InvalidArgumentError
from workos_emulator import Emulator

from .live import LiveClient, open_page

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
    with httpx.Client(transport=emulator.transport) as client:
        response = client.get(url)
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
