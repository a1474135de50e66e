from typing import Any

import pytest

from workos_emulator import Emulator

from ..support import Api

ROLES = "/authorization/roles"


def permission(api: Api, slug: str, **fields: Any) -> Any:
    return api("POST", "/authorization/permissions", 201, json={"slug": slug, "name": slug, **fields})


def test_permissions(api: Api) -> None:
    created = permission(api, "documents:read", description="Read them", resource_type_slug="document")
    assert (created["system"], created["resource_type_slug"], created["id"][:5]) == (False, "document", "perm_")
    path = "/authorization/permissions/documents:read"
    assert api("GET", path) == created
    assert api("GET", "/authorization/permissions?limit=1")["data"] == [created]

    changed = api("PATCH", path, json={"description": None})
    assert (changed["name"], changed["description"]) == ("documents:read", None)
    again = {"slug": "documents:read", "name": "Again"}
    assert api("POST", "/authorization/permissions", 409, json=again)["code"] == "permission_slug_conflict"
    api("DELETE", path, 204)
    api("GET", path, 404)


def test_system_permissions_cannot_be_changed(api: Api) -> None:
    path = "/authorization/permissions/widgets:users-table:manage"
    assert api("GET", path)["system"] is True
    api("PATCH", path, 403, json={"name": "Mine"})
    api("DELETE", path, 403)


@pytest.mark.parametrize("slug", ["", "Read", "a b", "ä"])
def test_permission_slugs(api: Api, slug: str) -> None:
    error = api("POST", "/authorization/permissions", 400, json={"slug": slug, "name": "A"})
    assert error["code"] == "bad_request"


def test_environment_roles(api: Api) -> None:
    assert [role["slug"] for role in api("GET", ROLES)["data"]] == ["member", "admin"]
    permission(api, "a")
    permission(api, "b")
    created = api("POST", ROLES, 201, json={"slug": "editor", "name": "Editor"})
    assert (created["type"], created["permissions"], created["resource_type_slug"]) == (
        "EnvironmentRole",
        [],
        "organization",
    )
    assert api("POST", ROLES, 409, json={"slug": "editor", "name": "E"})["code"] == "role_slug_conflict"
    assert api("POST", ROLES, 400, json={"slug": "Editor!", "name": "E"})["code"] == "bad_request"

    path = f"{ROLES}/editor"
    assert api("PUT", f"{path}/permissions", json={"permissions": ["a", "a"]})["permissions"] == ["a"]
    assert api("POST", f"{path}/permissions", json={"slug": "b"})["permissions"] == ["a", "b"]
    assert api("POST", f"{path}/permissions", json={"slug": "b"})["permissions"] == ["a", "b"]
    api("PUT", f"{path}/permissions", 404, json={"permissions": ["none"]})
    assert api("PATCH", path, json={"name": "Writer", "description": "Writes"})["name"] == "Writer"

    api("DELETE", "/authorization/permissions/a", 204)
    assert api("GET", path)["permissions"] == ["b"]


def test_organization_roles(api: Api) -> None:
    organization = api.organization()
    roles = f"/authorization/organizations/{organization['id']}/roles"
    permission(api, "a")
    first = api("POST", roles, 201, json={"name": "Team Lead"})
    second = api("POST", roles, 201, json={"name": "Team lead"})
    assert (first["slug"], second["slug"]) == ("org-team-lead", "org-team-lead-2")
    assert first["type"] == "OrganizationRole"
    assert api("POST", roles, 400, json={"name": "A", "slug": "lead"})["code"] == "bad_request"
    conflict = api("POST", roles, 409, json={"name": "A", "slug": "org-team-lead"})
    assert conflict["code"] == "organization_role_slug_conflict"
    slugs = [role["slug"] for role in api("GET", roles)["data"]]
    assert slugs == ["member", "admin", "org-team-lead", "org-team-lead-2"]
    other = api.organization("Other")
    api("GET", f"/authorization/organizations/{other['id']}/roles/org-team-lead", 404)

    path = f"{roles}/org-team-lead"
    assert api("PUT", f"{path}/permissions", json={"permissions": ["a"]})["permissions"] == ["a"]
    assert api("DELETE", f"{path}/permissions/a")["permissions"] == []
    api("DELETE", f"{path}/permissions/a", 404)
    assert api("GET", f"{roles}/admin")["type"] == "EnvironmentRole"
    api("PATCH", f"{roles}/admin", 403, json={"name": "Boss"})
    api("DELETE", f"{roles}/admin", 403)
    api("DELETE", path, 204)
    api("GET", path, 404)


def test_role_in_use_cannot_be_deleted(api: Api) -> None:
    organization, user = api.organization(), api.user()
    roles = f"/authorization/organizations/{organization['id']}/roles"
    api("POST", roles, 201, json={"name": "Lead", "slug": "org-lead"})
    membership = api.membership(user, organization, role_slug="org-lead")
    assert membership["role"] == {"slug": "org-lead"}
    assert api("DELETE", f"{roles}/org-lead", 409)["code"] == "role_has_assignments"

    api("PUT", f"/user_management/organization_memberships/{membership['id']}", json={"role_slug": "member"})
    group = api("POST", f"/organizations/{organization['id']}/groups", 201, json={"name": "G"})
    api("POST", f"/authorization/groups/{group['id']}/role_assignments", 201, json={"role_slug": "org-lead"})
    assert api("DELETE", f"{roles}/org-lead", 409)["code"] == "role_has_group_role_mappings"
    api("DELETE", f"/organizations/{organization['id']}/groups/{group['id']}", 204)
    api("DELETE", f"{roles}/org-lead", 204)


def test_role_of_another_organization(api: Api) -> None:
    one, two, user = api.organization("One"), api.organization("Two"), api.user()
    api("POST", f"/authorization/organizations/{one['id']}/roles", 201, json={"name": "Lead", "slug": "org-lead"})
    body = {"user_id": user["id"], "organization_id": two["id"], "role_slug": "org-lead"}
    assert api("POST", "/user_management/organization_memberships", 422, json=body)["code"] == "invalid_role"


def test_seeded_roles_have_permissions(api: Api, emulator: Emulator) -> None:
    emulator.seed.role("editor", ["documents:write"])
    assert api("GET", f"{ROLES}/editor")["permissions"] == ["documents:write"]
    assert api("GET", "/authorization/permissions/documents:write")["name"] == "documents:write"


def test_add_and_remove_one_permission(api: Api) -> None:
    path = f"/authorization/organizations/{api.organization()['id']}/roles"
    for slug in ("posts:read", "posts:write"):
        permission(api, slug)
    role = api("POST", path, 201, json={"name": "Local", "slug": "org-local"})
    path = f"{path}/org-local"
    assert api("PATCH", path, json={"name": "Ours", "description": "Here"})["name"] == "Ours"
    for slug in ("posts:read", "posts:write", "posts:read"):
        api("POST", f"{path}/permissions", json={"slug": slug})
    role = api("GET", path)
    assert (role["id"], role["description"], sorted(role["permissions"])) == (
        role["id"],
        "Here",
        ["posts:read", "posts:write"],
    )
    api("POST", f"{path}/permissions", 404, json={"slug": "posts:none"})
    api("DELETE", f"{path}/permissions/posts:read")
    assert api("GET", path)["permissions"] == ["posts:write"]
