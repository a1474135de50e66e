# Generated from tests/async_/resources/test_users.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
import pytest

from workos_sync import BadRequestError, InvalidArgumentError, NotFoundError, UnprocessableEntityError, WorkOS


def test_user_lifecycle(workos: WorkOS) -> None:
    user = workos.user_management.create_user(
        email="ada@example.com", first_name="Ada", external_id="7", password="correct horse 1"
    )
    assert user.id.startswith("user_")
    assert user.last_sign_in_at is None
    assert workos.user_management.get_user(user.id) == user
    assert workos.user_management.get_user_by_external_id("7") == user
    changed = workos.user_management.update_user(user.id, last_name="Lovelace", locale="en-GB")
    assert (changed.first_name, changed.last_name, changed.locale) == ("Ada", "Lovelace", "en-GB")
    cleared = workos.user_management.update_user(user.id, external_id=None, locale=None)
    assert (cleared.external_id, cleared.locale, cleared.last_name) == (None, None, "Lovelace")
    assert workos.user_management.get_user_identities(user.id) == []
    workos.user_management.delete_user(user.id)
    with pytest.raises(NotFoundError):
        workos.user_management.get_user(user.id)


def test_filters(workos: WorkOS) -> None:
    for name in ("a", "b", "c"):
        workos.user_management.create_user(email=f"{name}@example.com")
    users = workos.user_management.list_users(email="b@example.com").collect()
    assert [user.email for user in users] == ["b@example.com"]


def test_invalid_email(workos: WorkOS) -> None:
    with pytest.raises(UnprocessableEntityError) as caught:
        workos.user_management.create_user(email="not-an-email")
    assert caught.value.errors


def test_weak_password(workos: WorkOS) -> None:
    with pytest.raises(BadRequestError) as caught:
        workos.user_management.create_user(email="a@example.com", password="123")
    assert caught.value.code == "password_strength_error"


def test_memberships(workos: WorkOS) -> None:
    users = workos.user_management
    user = users.create_user(email="ada@example.com")
    organization = workos.organizations.create_organization(name="Acme")
    membership = users.create_organization_membership(
        user_id=user.id, organization_id=organization.id, role_slug="member"
    )
    assert (membership.status, membership.role.slug, membership.user.id) == ("active", "member", user.id)
    assert users.get_organization_membership(membership.id) == membership
    assert (users.deactivate_organization_membership(membership.id)).status == "inactive"
    inactive = users.list_organization_memberships(user_id=user.id, statuses=["inactive", "pending"])
    assert [item.id for item in inactive] == [membership.id]
    assert users.list_organization_memberships(user_id=user.id, statuses=["active"]).collect() == []
    assert (users.reactivate_organization_membership(membership.id)).status == "active"
    users.delete_organization_membership(membership.id)
    assert users.list_organization_memberships(organization_id=organization.id).collect() == []


def test_memberships_require_a_user_or_an_organization(workos: WorkOS) -> None:
    with pytest.raises(InvalidArgumentError, match="requires organization_id or user_id"):
        workos.user_management.list_organization_memberships().page()
    with pytest.raises(BadRequestError) as caught:
        workos.request("GET", "/user_management/organization_memberships")
    assert caught.value.code == "missing_user_id_or_organization_id"


def test_directory_sync_without_directories(workos: WorkOS) -> None:
    assert workos.directory_sync.list_directories().collect() == []
    with pytest.raises(NotFoundError):
        workos.directory_sync.get_user("directory_user_1")
