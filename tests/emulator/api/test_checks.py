"""Authorization checks with direct, inherited and group roles."""

from typing import Any

import pytest

from workos_emulator import Emulator

from ..support import Api
from .test_resources import resource


class ResourceTree:
    """A project in a workspace of an organization, and a member `ada` with only the role `member`."""

    def __init__(self, api: Api, emulator: Emulator) -> None:
        self.api = api
        emulator.seed.role("ws-reader", ["read"], resource_type_slug="workspace")
        emulator.seed.role("pr-writer", ["read", "write"], resource_type_slug="project")
        emulator.seed.role("auditor", ["audit"])
        self.organization = api.organization()
        self.workspace = resource(api, self.organization, "workspace", "w")
        self.project = resource(api, self.organization, "project", "p", parent_resource_id=self.workspace["id"])
        self.user = api.user()
        self.ada = api.membership(self.user, self.organization)
        self.of_ada = f"/authorization/organization_memberships/{self.ada['id']}"

    def assign(self, role_slug: str, where: Any, status: int = 201) -> Any:
        body = {"role_slug": role_slug, "resource_id": where["id"]}
        return self.api("POST", f"{self.of_ada}/role_assignments", status, json=body)

    def is_authorized(self, permission: str, where: Any) -> bool:
        body = {"permission_slug": permission, "resource_id": where["id"]}
        return bool(self.api("POST", f"{self.of_ada}/check", json=body)["authorized"])

    def root(self) -> Any:
        id = self.organization["id"]
        return self.api("GET", f"/authorization/organizations/{id}/resources/organization/{id}")

    def permissions(self, where: Any) -> list[str]:
        page = self.api("GET", f"{self.of_ada}/resources/{where['id']}/permissions?order=asc")
        return [permission["slug"] for permission in page["data"]]

    def members(self, where: Any, query: str) -> list[str]:
        page = self.api("GET", f"/authorization/resources/{where['id']}/organization_memberships?{query}")
        return [membership["id"] for membership in page["data"]]


@pytest.fixture
def tree(api: Api, emulator: Emulator) -> ResourceTree:
    return ResourceTree(api, emulator)


def test_roles_apply_to_descendants(tree: ResourceTree) -> None:
    assert not tree.is_authorized("read", tree.workspace)
    tree.assign("ws-reader", tree.workspace)
    assert tree.is_authorized("read", tree.workspace)
    assert tree.is_authorized("read", tree.project)
    assert not tree.is_authorized("write", tree.project)
    assert not tree.is_authorized("read", tree.root())

    tree.assign("pr-writer", tree.project)
    assert tree.is_authorized("write", tree.project)
    assert not tree.is_authorized("write", tree.workspace)
    assert tree.permissions(tree.project) == ["read", "write"]
    assert tree.permissions(tree.workspace) == ["read"]
    path = f"/authorization/resources/{tree.project['id']}/organization_memberships/{tree.ada['id']}/permissions"
    assert [p["slug"] for p in tree.api("GET", path)["data"]] == ["write", "read"]


def test_membership_roles_apply_to_all_resources(tree: ResourceTree) -> None:
    path = f"/user_management/organization_memberships/{tree.ada['id']}"
    tree.api("PUT", path, json={"role_slug": "auditor"})
    assert tree.is_authorized("audit", tree.project)
    tree.api("PUT", f"{path}/deactivate")
    assert not tree.is_authorized("audit", tree.project)
    assert tree.permissions(tree.project) == []


def test_checks_by_external_id(tree: ResourceTree) -> None:
    tree.assign("pr-writer", tree.project)
    body = {"permission_slug": "write", "resource_type_slug": "project", "resource_external_id": "p"}
    assert tree.api("POST", f"{tree.of_ada}/check", json=body) == {"authorized": True}
    path = f"{tree.of_ada}/resources/project/p/permissions"
    assert len(tree.api("GET", path)["data"]) == 2
    tree.api("POST", f"{tree.of_ada}/check", 404, json={**body, "resource_external_id": "none"})
    tree.api("POST", f"{tree.of_ada}/check", 404, json={**body, "permission_slug": "none"})
    both = {**body, "resource_id": tree.project["id"]}
    tree.api("POST", f"{tree.of_ada}/check", 422, json=both)
    tree.api("POST", f"{tree.of_ada}/check", 422, json={"permission_slug": "write"})


def test_resources_of_other_organizations_are_unknown(tree: ResourceTree) -> None:
    other = resource(tree.api, tree.api.organization("Other"), "project", "p")
    tree.api("POST", f"{tree.of_ada}/check", 404, json={"permission_slug": "read", "resource_id": other["id"]})
    tree.assign("pr-writer", other, 404)


def test_assignments(tree: ResourceTree) -> None:
    created = tree.assign("ws-reader", tree.workspace)
    assert created["resource"] == {"id": tree.workspace["id"], "external_id": "w", "resource_type_slug": "workspace"}
    assert created["source"] == {"type": "direct", "group_role_assignment_id": None, "group": None}
    assert tree.assign("ws-reader", tree.workspace)["id"] == created["id"]
    tree.assign("ws-reader", tree.project, 422)
    tree.assign("none", tree.project, 404)

    def slugs(query: str = "") -> list[str]:
        page = tree.api("GET", f"{tree.of_ada}/role_assignments?{query}")
        return [assignment["role"]["slug"] for assignment in page["data"]]

    assert sorted(slugs()) == ["member", "ws-reader"]
    assert slugs("resource_type_slug=workspace") == ["ws-reader"]
    assert slugs(f"resource_id={tree.root()['id']}") == ["member"]
    assert slugs("resource_external_id=none") == []
    tree.api("DELETE", f"{tree.of_ada}/role_assignments/{created['id']}", 204)
    tree.api("DELETE", f"{tree.of_ada}/role_assignments/{created['id']}", 404)
    assert slugs() == ["member"]


def test_remove_role_by_slug(tree: ResourceTree) -> None:
    tree.assign("ws-reader", tree.workspace)
    body = {"role_slug": "ws-reader", "resource_type_slug": "workspace", "resource_external_id": "w"}
    response = tree.api.client.request("DELETE", f"{tree.of_ada}/role_assignments", json=body)
    assert response.status_code == 204
    assert tree.api.client.request("DELETE", f"{tree.of_ada}/role_assignments", json=body).status_code == 404


def test_roles_on_the_organization_are_membership_roles(tree: ResourceTree) -> None:
    created = tree.assign("auditor", tree.root())
    path = f"/user_management/organization_memberships/{tree.ada['id']}"
    assert [role["slug"] for role in tree.api("GET", path)["roles"]] == ["member", "auditor"]
    tree.api("DELETE", f"{tree.of_ada}/role_assignments/{created['id']}", 204)
    assert [role["slug"] for role in tree.api("GET", path)["roles"]] == ["member"]


def test_role_assignments_of_a_resource(tree: ResourceTree) -> None:
    tree.assign("ws-reader", tree.workspace)
    by_id = f"/authorization/resources/{tree.workspace['id']}/role_assignments"
    by_key = f"/authorization/organizations/{tree.organization['id']}/resources/workspace/w/role_assignments"
    assert tree.api("GET", by_id) == tree.api("GET", by_key)
    assert [a["organization_membership_id"] for a in tree.api("GET", by_id)["data"]] == [tree.ada["id"]]
    assert tree.api("GET", f"{by_id}?role_slug=none")["data"] == []
    on_root = tree.api("GET", f"/authorization/resources/{tree.root()['id']}/role_assignments")
    assert [a["role"]["slug"] for a in on_root["data"]] == ["member"]


def test_memberships_with_a_permission(tree: ResourceTree) -> None:
    tree.assign("ws-reader", tree.workspace)
    assert tree.members(tree.project, "permission_slug=read") == [tree.ada["id"]]
    assert tree.members(tree.project, "permission_slug=read&assignment=indirect") == [tree.ada["id"]]
    assert tree.members(tree.project, "permission_slug=read&assignment=direct") == []
    assert tree.members(tree.workspace, "permission_slug=read&assignment=direct") == [tree.ada["id"]]
    assert tree.members(tree.project, "permission_slug=write") == []
    path = f"/authorization/organizations/{tree.organization['id']}/resources/workspace/w/organization_memberships"
    listed = tree.api("GET", f"{path}?permission_slug=read")["data"]
    assert listed[0]["user"]["id"] == tree.user["id"]


def test_resources_with_a_permission(tree: ResourceTree) -> None:
    other = resource(tree.api, tree.organization, "workspace", "other")
    tree.assign("ws-reader", tree.workspace)
    path = f"{tree.of_ada}/resources?permission_slug=read"
    below = tree.api("GET", f"{path}&parent_resource_id={tree.root()['id']}")["data"]
    assert [resource["id"] for resource in below] == [tree.workspace["id"]]
    assert other["id"] not in [resource["id"] for resource in below]
    key = "parent_resource_type_slug=workspace&parent_resource_external_id=w"
    assert [resource["id"] for resource in tree.api("GET", f"{path}&{key}")["data"]] == [tree.project["id"]]
    tree.api("GET", path, 422)


def test_group_roles_apply_to_members(tree: ResourceTree) -> None:
    organization = f"/organizations/{tree.organization['id']}"
    group = tree.api("POST", f"{organization}/groups", 201, json={"name": "G"})
    members = f"{organization}/groups/{group['id']}/organization-memberships"
    roles = f"/authorization/groups/{group['id']}/role_assignments"
    body = {"role_slug": "pr-writer", "resource_id": tree.project["id"]}
    given = tree.api("POST", roles, 201, json=body)
    assert tree.api("POST", roles, 409, json=body)["code"] == "duplicate_group_role_assignment"
    assert not tree.is_authorized("write", tree.project)

    tree.api("POST", members, json={"organization_membership_id": tree.ada["id"]})
    assert tree.is_authorized("write", tree.project)
    derived = tree.api("GET", f"{tree.of_ada}/role_assignments?resource_type_slug=project")["data"][0]
    source = {"type": "group", "group_role_assignment_id": given["id"], "group": {"id": group["id"], "name": "G"}}
    assert derived["source"] == source
    tree.api("DELETE", f"{tree.of_ada}/role_assignments/{derived['id']}", 403)

    tree.api("DELETE", f"{members}/{tree.ada['id']}", 204)
    assert not tree.is_authorized("write", tree.project)
    tree.api("POST", members, json={"organization_membership_id": tree.ada["id"]})
    tree.api("DELETE", f"{roles}/{given['id']}", 204)
    assert not tree.is_authorized("write", tree.project)


def test_group_role_on_the_organization_survives_changes_of_the_membership(tree: ResourceTree) -> None:
    organization = f"/organizations/{tree.organization['id']}"
    membership = f"/user_management/organization_memberships/{tree.ada['id']}"
    group = tree.api("POST", f"{organization}/groups", 201, json={"name": "G"})
    member = {"organization_membership_id": tree.ada["id"]}
    members = f"{organization}/groups/{group['id']}/organization-memberships"
    tree.api("POST", members, json=member)
    given = tree.api(
        "POST", f"/authorization/groups/{group['id']}/role_assignments", 201, json={"role_slug": "auditor"}
    )

    def roles() -> list[tuple[str, str]]:
        page = tree.api("GET", f"{tree.of_ada}/role_assignments")
        return sorted((assignment["role"]["slug"], assignment["source"]["type"]) for assignment in page["data"])

    assert roles() == [("auditor", "group"), ("member", "direct")]
    assert roles() == [("auditor", "group"), ("member", "direct")]
    assert tree.is_authorized("audit", tree.root())
    # The same role of the membership itself is a separate assignment.
    tree.api("PUT", membership, json={"role_slug": "auditor"})
    assert roles() == [("auditor", "direct"), ("auditor", "group")]
    tree.api("PUT", membership, json={"role_slug": "member"})
    assert roles() == [("auditor", "group"), ("member", "direct")]
    assert tree.is_authorized("audit", tree.root())
    tree.api("DELETE", f"/authorization/groups/{group['id']}/role_assignments/{given['id']}", 204)
    assert roles() == [("member", "direct")]
    assert not tree.is_authorized("audit", tree.root())


def test_replace_and_patch_the_roles_of_a_group(tree: ResourceTree) -> None:
    group = tree.api("POST", f"/organizations/{tree.organization['id']}/groups", 201, json={"name": "G"})
    roles = f"/authorization/groups/{group['id']}/role_assignments"
    writer = {"role_slug": "pr-writer", "resource_type_slug": "project", "resource_external_id": "p"}
    reader = {"role_slug": "ws-reader", "resource_id": tree.workspace["id"]}
    auditor = {"role_slug": "auditor"}

    first = tree.api("PUT", roles, json={"role_assignments": [writer, reader]})["data"]
    second = tree.api("PUT", roles, json={"role_assignments": [auditor, reader]})["data"]
    kept = {a["role"]["slug"]: a["id"] for a in first}["ws-reader"]
    assert {a["role"]["slug"] for a in second} == {"auditor", "ws-reader"}
    assert kept in [a["id"] for a in second]
    assert tree.api("GET", f"{roles}/{kept}")["resource"]["external_id"] == "w"

    tree.api("PATCH", roles, 204, json={"add": [writer], "remove": [reader]})
    assert {a["role"]["slug"] for a in tree.api("GET", roles)["data"]} == {"auditor", "pr-writer"}
    tree.api("PATCH", roles, 422, json={})
    tree.api("PATCH", roles, 422, json={"add": [writer], "remove": [writer]})
    tree.api("PATCH", roles, 404, json={"add": [reader], "remove": [{"role_slug": "none"}]})
    assert tree.api("GET", f"{roles}?limit=100")["list_metadata"] == {"before": None, "after": None}
    assert tree.api.client.request("DELETE", roles, json=writer).status_code == 204
    assert tree.api.client.request("DELETE", roles, json=writer).status_code == 404
    tree.api("POST", roles, 422, json={"role_slug": "pr-writer", "resource_type_slug": "project"})


def test_deleting_a_membership_deletes_its_roles(tree: ResourceTree) -> None:
    tree.assign("ws-reader", tree.workspace)
    tree.api("DELETE", f"/user_management/organization_memberships/{tree.ada['id']}")
    path = f"/authorization/resources/{tree.workspace['id']}/role_assignments"
    assert tree.api("GET", path)["data"] == []
    tree.api("DELETE", f"/authorization/resources/{tree.workspace['id']}?cascade_delete=true", 204)
