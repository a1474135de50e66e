"""Roles, resources and access checks; API keys; feature flags; Connect; widgets."""

from typing import Any

import pytest

workos = pytest.importorskip("workos", reason="the official SDK is not installed: nox -s official runs this")

from workos.authorization import ParentResourceById, ResourceTargetByExternalId, ResourceTargetById  # noqa: E402
from workos.authorization.models import ReplaceGroupRoleAssignmentEntry  # noqa: E402
from workos.connect.models import UserObject  # noqa: E402

from workos_emulator import Emulator  # noqa: E402

from .conftest import PASSWORD  # noqa: E402


def test_roles(official: Any, acme: Any) -> None:
    access = official.authorization
    for slug in ("posts:read", "posts:write"):
        access.create_permission(slug=slug, name=slug)
    assert access.update_permission("posts:read", name="Read").name == "Read"
    assert access.get_permission("posts:read").slug == "posts:read"
    assert {item.slug for item in access.list_permissions().data} >= {"posts:read", "posts:write"}
    access.create_environment_role(slug="editor", name="Editor")
    assert access.set_environment_role_permissions("editor", permissions=["posts:read"]).permissions == ["posts:read"]
    assert len(access.add_environment_role_permission("editor", body_slug="posts:write").permissions) == 2
    assert access.update_environment_role("editor", name="Chief").name == "Chief"
    assert access.get_environment_role("editor").slug == "editor"
    assert "editor" in {role.slug for role in access.list_environment_roles().data}
    role = access.create_organization_role(acme.id, name="Local", slug="org-local")
    assert access.set_organization_role_permissions(acme.id, role.slug, permissions=["posts:read"]).slug == role.slug
    access.add_organization_role_permission(acme.id, role.slug, body_slug="posts:write")
    access.remove_organization_role_permission(acme.id, role.slug, permission_slug="posts:write")
    assert access.get_organization_role(acme.id, role.slug).permissions == ["posts:read"]
    assert access.update_organization_role(acme.id, role.slug, name="Ours").name == "Ours"
    assert role.slug in {item.slug for item in access.list_organization_roles(acme.id).data}
    access.delete_organization_role(acme.id, role.slug)
    access.delete_permission("posts:write")


@pytest.fixture
def project(official: Any, acme: Any, emulator: Emulator) -> Any:
    """A resource, and a role with the permission to read it."""
    emulator.seed.role("reader", ["project:read"], resource_type_slug="project")
    return official.authorization.create_resource(
        external_id="p1", name="P1", resource_type_slug="project", organization_id=acme.id
    )


def test_resources_and_checks(official: Any, acme: Any, member: Any, project: Any) -> None:
    access = official.authorization
    target = ResourceTargetById(project.id)
    assert access.check(member.id, permission_slug="project:read", resource_target=target).authorized is False
    assignment = access.assign_role(member.id, role_slug="reader", resource_target=target)
    assert access.check(member.id, permission_slug="project:read", resource_target=target).authorized is True
    external_target = ResourceTargetByExternalId("p1", "project")
    assert access.check(member.id, permission_slug="project:read", resource_target=external_target).authorized is True
    assert len(access.list_role_assignments(member.id).data) >= 1
    assert len(access.list_role_assignments_for_resource(project.id).data) == 1
    assert len(access.list_role_assignments_for_resource_by_external_id(acme.id, "project", "p1").data) == 1
    assert access.list_effective_permissions(member.id, project.id).data[0].slug == "project:read"
    assert len(access.list_effective_permissions_by_external_id(member.id, "project", "p1").data) == 1
    assert len(access.list_memberships_for_resource(project.id, permission_slug="project:read").data) == 1
    memberships = access.list_memberships_for_resource_by_external_id(
        acme.id, "project", "p1", permission_slug="project:read"
    )
    assert [membership.id for membership in memberships.data] == [member.id]
    assert len(access.list_resources(organization_id=acme.id).data) >= 1
    assert access.get_resource(project.id) == access.get_resource_by_external_id(acme.id, "project", "p1")
    assert access.update_resource(project.id, name="P").name == "P"
    assert access.update_resource_by_external_id(acme.id, "project", "p1", name="Q").name == "Q"
    child = (
        access.create_resource(
            external_id="c1",
            name="C",
            resource_type_slug="project",
            organization_id=acme.id,
            parent_resource_id=project.id,
        )
        if "parent_resource_id" in access.create_resource.__kwdefaults__
        else None
    )
    if child is not None:
        parent = ParentResourceById(project.id)
        access.list_resources_for_membership(member.id, permission_slug="project:read", parent_resource=parent)
    access.remove_role_assignment(member.id, assignment.id)
    access.assign_role(member.id, role_slug="reader", resource_target=target)
    access.remove_role(member.id, role_slug="reader", resource_target=target)
    assert access.check(member.id, permission_slug="project:read", resource_target=target).authorized is False
    if child is not None:
        access.delete_resource(child.id)
    access.delete_resource_by_external_id(acme.id, "project", "p1")
    with pytest.raises(workos.NotFoundError):
        access.get_resource(project.id)


def test_group_roles(official: Any, acme: Any, project: Any) -> None:
    access = official.authorization
    group = official.groups.create_organization_group(acme.id, name="G")
    assignment = access.create_group_role_assignment(group.id, role_slug="reader", resource_id=project.id)
    assert access.get_group_role_assignment(group.id, assignment.id).role.slug == "reader"
    assert len(access.list_group_role_assignments(group.id).data) == 1
    access.delete_group_role_assignment(group.id, assignment.id)
    entry = ReplaceGroupRoleAssignmentEntry(role_slug="reader", resource_id=project.id)
    assert len(access.update_group_role_assignments(group.id, role_assignments=[entry]).data) == 1
    access.delete_group_role_assignments(group.id, role_slug="reader", resource_id=project.id)


def test_api_keys(official: Any, acme: Any, ada: Any, member: Any) -> None:
    keys = official.api_keys
    key = keys.create_organization_api_key(acme.id, name="CI")
    assert keys.create_validation(value=key.value).api_key.id == key.id
    assert [item.id for item in keys.list_organization_api_keys(acme.id).data] == [key.id]
    keys.create_api_key_expire(key.id)
    assert keys.create_validation(value=key.value).api_key is None
    keys.delete_api_key(key.id)
    user_key = official.user_management.create_user_api_key(ada.id, name="Own", organization_id=acme.id)
    assert [item.id for item in official.user_management.list_user_api_keys(ada.id).data] == [user_key.id]
    assert keys.create_validation(value=user_key.value).api_key.id == user_key.id


def test_feature_flags(official: Any, acme: Any, ada: Any, member: Any, emulator: Emulator) -> None:
    flags = official.feature_flags
    emulator.seed.feature_flag("beta", description="Beta features", owner={"email": "o@example.com"})
    assert flags.get_feature_flag("beta").default_value is False
    assert flags.disable_feature_flag("beta").enabled is False
    assert flags.enable_feature_flag("beta").enabled is True
    flags.add_flag_target(acme.id, "beta")
    assert [flag.slug for flag in flags.list_organization_feature_flags(acme.id).data] == ["beta"]
    assert [flag.slug for flag in flags.list_user_feature_flags(ada.id).data] == ["beta"]
    flags.remove_flag_target(acme.id, "beta")
    assert flags.list_organization_feature_flags(acme.id).data == []
    assert [flag.slug for flag in flags.list_feature_flags().data] == ["beta"]


def test_connect(official: Any, acme: Any, ada: Any, member: Any, emulator: Emulator) -> None:
    connect = official.connect
    machine = connect.create_m2m_application(name="Machine", organization_id=acme.id)
    app = connect.create_oauth_application(name="App", is_first_party=True)
    assert connect.get_application(app.id).name == "App"
    assert connect.update_application(app.id, name="Other").name == "Other"
    assert {item.id for item in connect.list_applications().data} == {machine.id, app.id}
    secret = connect.create_application_client_secret(machine.id)
    listed = connect.list_application_client_secrets(machine.id)
    assert [item.id for item in getattr(listed, "data", listed)] == [secret.id]
    connect.delete_client_secret(secret.id)
    assert emulator.seed.authorized_application(ada.id, acme.id, application_id=app.id)
    assert len(official.user_management.list_user_authorized_applications(ada.id).data) == 1
    assert len(official.organizations.list_authorized_applications(acme.id).data) == 1
    official.user_management.delete_user_authorized_application(app.id, ada.id)
    connect.delete_application(app.id)
    external_auth_id = emulator.seed.external_auth()
    response = connect.complete_oauth2(
        external_auth_id=external_auth_id, user=UserObject(id="hr-9", email="new@example.com")
    )
    assert response.redirect_uri


def test_client_api_and_widget_tokens(official: Any, acme: Any, ada: Any, member: Any) -> None:
    assert official.client_api.create_token(organization_id=acme.id, user_id=ada.id).token
    widget = official.widgets.create_token(
        organization_id=acme.id, user_id=ada.id, scopes=["widgets:users-table:manage"]
    )
    assert widget.token


def test_errors(official: Any, emulator: Emulator) -> None:
    for status, kind in (
        (400, workos.BadRequestError),
        (409, workos.ConflictError),
        (422, workos.UnprocessableEntityError),
    ):
        emulator.faults.add(status=status)
        with pytest.raises(kind):
            official.organizations.list_organizations()
    assert PASSWORD
