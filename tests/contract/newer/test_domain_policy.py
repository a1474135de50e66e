"""The domain policy of an organization: membership, sign-ins through its identity provider, and guests."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from workos_core import errors
from workos_emulator import Emulator

from .live import LiveClient

PASSWORD = "correct horse 42"
CALLBACK = "https://app.example.com/callback"


@pytest.fixture
def acme(live: LiveClient) -> Any:
    domain = {"domain": "acme.com", "state": "verified"}
    return live("organizations.create_organization", name="Acme", domain_data=[domain])


def create_user(live: LiveClient, email: str) -> Any:
    return live("user_management.create_user", email=email, password=PASSWORD, email_verified=True)


def returned(emulator: Emulator, url: str) -> dict[str, str]:
    """Return the parameters with which the browser is redirected to the app."""
    with httpx.Client(transport=emulator.transport) as browser:
        location = browser.get(url).headers["location"]
    return {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}


def test_users_with_a_verified_domain_become_members(live: LiveClient, acme: Any) -> None:
    ada, guest = create_user(live, "ada@acme.com"), create_user(live, "guest@example.com")
    sign_in = "user_management.authenticate_with_password"
    assert live(sign_in, email=ada.email, password=PASSWORD).organization_id == acme.id
    assert live(sign_in, email=guest.email, password=PASSWORD).organization_id is None


def test_an_active_connection_requires_sso(live: LiveClient, acme: Any, emulator: Emulator) -> None:
    ada, connection = create_user(live, "ada@acme.com"), emulator.seed.connection(acme.id)
    arguments = {"email": ada.email, "password": PASSWORD}
    error = live.error(
        errors.OrganizationAuthenticationMethodsRequiredError, "user_management.authenticate_with_password", **arguments
    )
    assert error.body["sso_connection_ids"] == [connection["id"]]
    url = live("user_management.get_authorization_url", provider="authkit", redirect_uri=CALLBACK, login_hint=ada.email)
    code = returned(emulator, url)["code"]
    assert live("user_management.authenticate_with_code", code=code).authentication_method == "SSO"


def test_guests_need_an_invitation(live: LiveClient, acme: Any, emulator: Emulator) -> None:
    connection, email = emulator.seed.connection(acme.id), "guest@example.com"
    create_user(live, email)
    url = live(
        "user_management.get_authorization_url",
        connection_id=connection["id"],
        redirect_uri=CALLBACK,
        login_hint=email,
    )
    assert returned(emulator, url)["error"] == "profile_not_allowed_outside_organization"
    live("user_management.send_invitation", email=email, organization_id=acme.id)
    response = live("user_management.authenticate_with_code", code=returned(emulator, url)["code"])
    assert (response.authentication_method, response.organization_id) == ("SSO", acme.id)


def test_each_rule_can_be_disabled(live: LiveClient, acme: Any, emulator: Emulator) -> None:
    ada, connection = create_user(live, "ada@acme.com"), emulator.seed.connection(acme.id)
    emulator.settings.domain_policy_sso = emulator.settings.domain_jit_membership = False
    emulator.settings.guests_need_invitation = False
    response = live("user_management.authenticate_with_password", email=ada.email, password=PASSWORD)
    assert response.organization_id is None
    url = live(
        "user_management.get_authorization_url",
        connection_id=connection["id"],
        redirect_uri=CALLBACK,
        login_hint="guest@example.com",
    )
    assert "code" in returned(emulator, url)
