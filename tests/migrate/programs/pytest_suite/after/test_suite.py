"""Tests in the style of applications that call WorkOS."""

import pytest
import workos_sync
from workos_sync import NotFoundError, WorkOS


def test_get_organization(client: WorkOS, organization_id: str) -> None:
    assert client.organizations.get_organization(organization_id).name == "Acme"


def test_missing_organization(client: WorkOS) -> None:
    with pytest.raises(NotFoundError) as info:
        client.organizations.get_organization("org_missing")
    assert info.value.status == 404
    assert "org_missing" in str(info.value)


def test_invalid_user(client: WorkOS) -> None:
    with pytest.raises((workos_sync.BadRequestError, workos_sync.UnprocessableEntityError)) as caught:
        client.user_management.create_user(email="no email address")
    assert caught.value.status in (400, 422)
    assert caught.value.body is not None


@pytest.mark.parametrize("role", ["member"])
def test_members(client: WorkOS, organization_id: str, role: str) -> None:
    user = client.user_management.create_user(email="ada@acme.com")
    membership = client.user_management.create_organization_membership(
        user_id=user.id, organization_id=organization_id
    )
    assert membership.role.slug == role
    members = client.user_management.list_organization_memberships(
        organization_id=organization_id, statuses=["active"]
    ).page()
    assert [member.user_id for member in members.data] == [user.id]
    client.user_management.deactivate_organization_membership(membership.id)
