import pytest

from workos_async import BadRequestError, InvalidArgumentError, NotFoundError, UnprocessableEntityError, WorkOS


async def test_user_lifecycle(workos: WorkOS) -> None:
    user = await workos.user_management.create_user(
        email="ada@example.com", first_name="Ada", external_id="7", password="correct horse 1"
    )
    assert user.id.startswith("user_")
    assert user.last_sign_in_at is None
    assert await workos.user_management.get_user(user.id) == user
    assert await workos.user_management.get_user_by_external_id("7") == user
    changed = await workos.user_management.update_user(user.id, last_name="Lovelace", locale="en-GB")
    assert (changed.first_name, changed.last_name, changed.locale) == ("Ada", "Lovelace", "en-GB")
    cleared = await workos.user_management.update_user(user.id, external_id=None, locale=None)
    assert (cleared.external_id, cleared.locale, cleared.last_name) == (None, None, "Lovelace")
    assert await workos.user_management.get_user_identities(user.id) == []
    await workos.user_management.delete_user(user.id)
    with pytest.raises(NotFoundError):
        await workos.user_management.get_user(user.id)


async def test_filters(workos: WorkOS) -> None:
    for name in ("a", "b", "c"):
        await workos.user_management.create_user(email=f"{name}@example.com")
    users = await workos.user_management.list_users(email="b@example.com").collect()
    assert [user.email for user in users] == ["b@example.com"]


async def test_invalid_email(workos: WorkOS) -> None:
    with pytest.raises(UnprocessableEntityError) as caught:
        await workos.user_management.create_user(email="not-an-email")
    assert caught.value.errors


async def test_weak_password(workos: WorkOS) -> None:
    with pytest.raises(BadRequestError) as caught:
        await workos.user_management.create_user(email="a@example.com", password="123")
    assert caught.value.code == "password_strength_error"


async def test_memberships(workos: WorkOS) -> None:
    users = workos.user_management
    user = await users.create_user(email="ada@example.com")
    organization = await workos.organizations.create_organization(name="Acme")
    membership = await users.create_organization_membership(
        user_id=user.id, organization_id=organization.id, role_slug="member"
    )
    assert (membership.status, membership.role.slug, membership.user.id) == ("active", "member", user.id)
    assert await users.get_organization_membership(membership.id) == membership
    assert (await users.deactivate_organization_membership(membership.id)).status == "inactive"
    inactive = users.list_organization_memberships(user_id=user.id, statuses=["inactive", "pending"])
    assert [item.id async for item in inactive] == [membership.id]
    assert await users.list_organization_memberships(user_id=user.id, statuses=["active"]).collect() == []
    assert (await users.reactivate_organization_membership(membership.id)).status == "active"
    await users.delete_organization_membership(membership.id)
    assert await users.list_organization_memberships(organization_id=organization.id).collect() == []


async def test_memberships_require_a_user_or_an_organization(workos: WorkOS) -> None:
    with pytest.raises(InvalidArgumentError, match="requires organization_id or user_id"):
        await workos.user_management.list_organization_memberships().page()
    with pytest.raises(BadRequestError) as caught:
        await workos.request("GET", "/user_management/organization_memberships")
    assert caught.value.code == "missing_user_id_or_organization_id"


async def test_directory_sync_without_directories(workos: WorkOS) -> None:
    assert await workos.directory_sync.list_directories().collect() == []
    with pytest.raises(NotFoundError):
        await workos.directory_sync.get_user("directory_user_1")
