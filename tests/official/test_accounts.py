"""Connected accounts of Pipes, connections created through the API, and newer operations."""

from typing import Any

import pytest

workos = pytest.importorskip("workos", reason="the official SDK is not installed: nox -s official runs this")

from workos import _errors  # noqa: E402 - some of its errors are not exported
from workos.sso import CreateProtocolOptionsSAML  # noqa: E402
from workos.sso.models import CreateConnectionSAMLOptions  # noqa: E402

from workos_emulator import Emulator  # noqa: E402

from .conftest import PASSWORD  # noqa: E402


def test_connected_accounts_of_users(official: Any, ada: Any) -> None:
    pipes = official.pipes
    pipes.create_data_integration(provider="github", auth_methods=["oauth", "api_key", "client_credentials"])
    account = pipes.create_user_connected_account(ada.id, "github", access_token="t")
    assert pipes.update_user_connected_account(ada.id, "github", access_token="u").id == account.id
    assert pipes.create_data_integration_api_key("github", user_id=ada.id, secret="s", connection_intent="add")
    secret = {"client_id": "c", "client_secret": "s"}
    assert pipes.create_data_integration_client_credential("github", user_id=ada.id, connection_intent="add", **secret)


def test_connected_accounts_of_organizations(official: Any, acme: Any, ada: Any, member: Any) -> None:
    pipes = official.pipes
    pipes.create_data_integration(provider="github", ownership="organization")
    account = pipes.create_organization_connected_account(acme.id, "github", user_id=ada.id, access_token="t")
    assert pipes.get_organization_connected_account(acme.id, "github").id == account.id
    updated = pipes.update_organization_connected_account(acme.id, "github", user_id=ada.id, access_token="u")
    assert updated.id == account.id
    pipes.delete_organization_connected_account(acme.id, "github")


def test_create_connection(official: Any, acme: Any) -> None:
    options = CreateProtocolOptionsSAML(
        CreateConnectionSAMLOptions(idp_metadata_url="https://idp.example.com/metadata")
    )
    connection = official.sso.create_connection(
        organization_id=acme.id, name="Okta", connection_type="OktaSAML", protocol_options=options
    )
    assert official.sso.get_connection(connection.id).name == "Okta"


def test_radar_sms_challenge(official: Any, ada: Any, emulator: Emulator) -> None:
    users = official.user_management
    emulator.seed.radar_challenge(ada.id, "sms")
    with pytest.raises(_errors.AuthorizationError) as caught:
        users.authenticate_with_password(email=ada.email, password=PASSWORD)
    token = caught.value.response_json["pending_authentication_token"]
    challenge = users.create_radar_challenge(
        user_id=ada.id, pending_authentication_token=token, phone_number="+15550100"
    )
    response = users.authenticate_with_radar_sms_challenge(
        code=emulator.outbox.last("+15550100").code,
        pending_authentication_token=token,
        verification_id=challenge.verification_id,
        phone_number="+15550100",
    )
    assert response.user.id == ada.id


def test_group_memberships(official: Any, acme: Any, member: Any) -> None:
    groups = official.groups
    group = groups.create_organization_group(acme.id, name="G")
    groups.create_group_organization_membership(acme.id, group.id, organization_membership_id=member.id)
    assert groups.list_group_organization_memberships(acme.id, group.id).data[0].user.id == member.user_id
    groups.delete_group_organization_membership(acme.id, group.id, member.id)
    assert groups.list_group_organization_memberships(acme.id, group.id).data == []
