"""Refreshing a session into an organization that requires SSO or a second factor."""

from typing import Any

import pytest

from workos_emulator import Clock, Emulator, totp_code

from ..support import Api

PASSWORD = "correct horse 42"
EMAIL = "ada@example.com"
TOTP = "urn:workos:oauth:grant-type:mfa-totp"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


@pytest.fixture
def organization(api: Api, user: Any) -> Any:
    organization = api.organization()
    api.membership(user, organization)
    return organization


@pytest.fixture
def tokens(api: Api, user: Any, organization: Any) -> Any:
    """The response to a sign-in to another organization."""
    other = api.organization("Other")
    api.membership(user, other)
    error = api.authenticate("password", 403, email=EMAIL, password=PASSWORD)
    grant = "urn:workos:oauth:grant-type:organization-selection"
    return api.authenticate(grant, **api.pending(error), organization_id=other["id"])


def refresh(api: Api, tokens: Any, organization: Any, status: int = 200) -> Any:
    fields = {"refresh_token": tokens["refresh_token"], "organization_id": organization["id"]}
    return api.authenticate("refresh_token", status, **fields)


def sso_code(api: Api, connection: Any, email: str = EMAIL) -> str:
    query = {
        "client_id": "client_emulator",
        "redirect_uri": "https://app.example.com/cb",
        "response_type": "code",
        "connection_id": connection["id"],
        "login_hint": email,
    }
    location: str = api.client.get("/user_management/authorize", params=query).headers["location"]
    return location.partition("code=")[2]


def test_sso_is_required(api: Api, tokens: Any, organization: Any, emulator: Emulator) -> None:
    connection = emulator.seed.connection(organization["id"])
    emulator.seed.sign_in_policy(organization["id"], sso_required=True)
    error = refresh(api, tokens, organization, 400)
    assert (error["error"], error["email"]) == ("sso_required", EMAIL)
    assert error["connection_ids"] == [connection["id"]]
    token = error["pending_authentication_token"]
    fields = {"code": sso_code(api, connection), "pending_authentication_token": token}
    response = api.authenticate("authorization_code", **fields)
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", organization["id"])
    fields["code"] = sso_code(api, connection)
    assert api.authenticate("authorization_code", 400, **fields)["code"] == "invalid_pending_authentication_token"
    # The session and its refresh token are still valid for the first organization.
    fields = {"refresh_token": tokens["refresh_token"]}
    assert api.authenticate("refresh_token", **fields)["organization_id"] == tokens["organization_id"]


def test_pending_token_of_another_user(api: Api, tokens: Any, organization: Any, emulator: Emulator) -> None:
    connection = emulator.seed.connection(organization["id"])
    emulator.seed.sign_in_policy(organization["id"], sso_required=True)
    error = refresh(api, tokens, organization, 400)
    api.membership(api.user("bob@example.com"), organization)
    code = sso_code(api, connection, "bob@example.com")
    assert api.authenticate("authorization_code", 400, **api.pending(error), code=code)["code"] == "user_mismatch"


def test_session_of_another_identity_provider(api: Api, user: Any, organization: Any, emulator: Emulator) -> None:
    connections = []
    for each in (organization, api.organization("Partner")):
        if each is not organization:
            api.membership(user, each)
        connections.append(emulator.seed.connection(each["id"]))
        emulator.seed.sign_in_policy(each["id"], sso_required=True)
    own, partner = connections
    signed_in = api.authenticate("authorization_code", code=sso_code(api, partner))
    assert refresh(api, signed_in, organization, 400)["connection_ids"] == [own["id"]]
    signed_in = api.authenticate("authorization_code", code=sso_code(api, own))
    partner_id = {"id": partner["organization_id"]}
    assert refresh(api, signed_in, partner_id, 400)["connection_ids"] == [partner["id"]]
    assert refresh(api, signed_in, organization)["organization_id"] == organization["id"]


def test_second_factor_is_required(
    api: Api, user: Any, tokens: Any, organization: Any, emulator: Emulator, clock: Clock
) -> None:
    emulator.seed.sign_in_policy(organization["id"], mfa_required=True)
    assert refresh(api, tokens, organization, 403)["code"] == "mfa_enrollment"
    enrolled = api("POST", f"/user_management/users/{user['id']}/auth_factors", 201, json={"type": "totp"})
    error = refresh(api, tokens, organization, 403)
    assert error["code"] == "mfa_challenge"
    factor = error["authentication_factors"][0]["id"]
    challenge = api("POST", f"/auth/factors/{factor}/challenge", 201, json={})["id"]
    code = totp_code(enrolled["authentication_factor"]["totp"]["secret"], clock.now())
    fields = {**api.pending(error), "authentication_challenge_id": challenge, "code": code}
    response = api.authenticate(TOTP, **fields)
    assert response["organization_id"] == organization["id"]
    # This session has a second factor: switching to and fro needs no other one.
    switched = refresh(api, response, {"id": tokens["organization_id"]})
    assert refresh(api, switched, organization)["organization_id"] == organization["id"]


def test_methods_of_the_organization(api: Api, tokens: Any, organization: Any, emulator: Emulator) -> None:
    emulator.seed.sign_in_policy(organization["id"], methods={"password": False})
    error = refresh(api, tokens, organization, 400)
    assert error["error"] == "organization_authentication_methods_required"


def test_second_factor_at_the_sign_in(api: Api, user: Any, emulator: Emulator) -> None:
    organization = api.organization("Acme")
    api.membership(user, organization)
    emulator.seed.sign_in_policy(organization["id"], mfa_required=True)
    assert api.authenticate("password", 403, email=EMAIL, password=PASSWORD)["code"] == "mfa_enrollment"
    connection = emulator.seed.connection(organization["id"])
    assert api.authenticate("authorization_code", code=sso_code(api, connection))["authentication_method"] == "SSO"


def test_impersonators_are_exempt(api: Api, user: Any, tokens: Any, organization: Any, emulator: Emulator) -> None:
    emulator.seed.sign_in_policy(organization["id"], sso_required=True, mfa_required=True)
    fields = {"email": "support@example.com", "organization_id": tokens["organization_id"]}
    impersonated = api.authenticate("authorization_code", code=emulator.seed.impersonation(user["id"], **fields))
    assert refresh(api, impersonated, organization)["impersonator"]["email"] == "support@example.com"
