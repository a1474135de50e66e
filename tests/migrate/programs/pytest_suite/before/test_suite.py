"""Tests in the style of applications that call WorkOS."""

import pytest
import workos
from workos import NotFoundError, WorkOSClient


def test_get_organization(client: WorkOSClient, organization_id: str) -> None:
    assert client.organizations.get_organization(organization_id).name == "Acme"


def test_missing_organization(client: WorkOSClient) -> None:
    with pytest.raises(NotFoundError) as info:
        client.organizations.get_organization("org_missing")
    assert info.value.status_code == 404
    assert "org_missing" in str(info.value)


def test_invalid_user(client: WorkOSClient) -> None:
    with pytest.raises((workos.BadRequestError, workos.UnprocessableEntityError)) as caught:
        client.user_management.create_user(email="no email address")
    assert caught.value.status_code in (400, 422)
    assert caught.value.response_json is not None


@pytest.mark.parametrize("role", ["member"])
def test_members(client: WorkOSClient, organization_id: str, role: str) -> None:
    user = client.user_management.create_user(email="ada@acme.com")
    membership = client.organization_membership.create_organization_membership(
        user_id=user.id, organization_id=organization_id
    )
    assert membership.role.slug == role
    members = client.organization_membership.list_organization_memberships(
        organization_id=organization_id, statuses=["active"]
    )
    assert [member.user_id for member in members.data] == [user.id]
    client.organization_membership.deactivate_organization_membership(membership.id)
