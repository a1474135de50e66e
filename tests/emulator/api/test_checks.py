"""Who may do what: direct roles, inherited ones, and those of groups."""

from typing import Any

import pytest

from workos_emulator import Emulator

from ..support import Api
from .test_resources import resource


class World:
    """A project in a workspace of an organization, and a member `ada` with the role `member` only."""

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

    def may(self, permission: str, where: Any) -> bool:
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
def world(api: Api, emulator: Emulator) -> World:
    return World(api, emulator)


def test_roles_count_below(world: World) -> None:
    assert not world.may("read", world.workspace)
    world.assign("ws-reader", world.workspace)
    assert world.may("read", world.workspace)
    assert world.may("read", world.project)
    assert not world.may("write", world.project)
    assert not world.may("read", world.root())

    world.assign("pr-writer", world.project)
    assert world.may("write", world.project)
    assert not world.may("write", world.workspace)
    assert world.permissions(world.project) == ["read", "write"]
    assert world.permissions(world.workspace) == ["read"]
    path = f"/authorization/resources/{world.project['id']}/organization_memberships/{world.ada['id']}/permissions"
    assert [p["slug"] for p in world.api("GET", path)["data"]] == ["write", "read"]


def test_roles_of_the_membership_count_everywhere(world: World) -> None:
    path = f"/user_management/organization_memberships/{world.ada['id']}"
    world.api("PUT", path, json={"role_slug": "auditor"})
    assert world.may("audit", world.project)
    world.api("PUT", f"{path}/deactivate")
    assert not world.may("audit", world.project)
    assert world.permissions(world.project) == []


def test_by_external_id(world: World) -> None:
    world.assign("pr-writer", world.project)
    body = {"permission_slug": "write", "resource_type_slug": "project", "resource_external_id": "p"}
    assert world.api("POST", f"{world.of_ada}/check", json=body) == {"authorized": True}
    path = f"{world.of_ada}/resources/project/p/permissions"
    assert len(world.api("GET", path)["data"]) == 2
    world.api("POST", f"{world.of_ada}/check", 404, json={**body, "resource_external_id": "none"})
    world.api("POST", f"{world.of_ada}/check", 404, json={**body, "permission_slug": "none"})
    both = {**body, "resource_id": world.project["id"]}
    world.api("POST", f"{world.of_ada}/check", 422, json=both)
    world.api("POST", f"{world.of_ada}/check", 422, json={"permission_slug": "write"})


def test_resources_of_other_organizations_are_unknown(world: World) -> None:
    other = resource(world.api, world.api.organization("Other"), "project", "p")
    world.api("POST", f"{world.of_ada}/check", 404, json={"permission_slug": "read", "resource_id": other["id"]})
    world.assign("pr-writer", other, 404)


def test_assignments(world: World) -> None:
    created = world.assign("ws-reader", world.workspace)
    assert created["resource"] == {"id": world.workspace["id"], "external_id": "w", "resource_type_slug": "workspace"}
    assert created["source"] == {"type": "direct", "group_role_assignment_id": None, "group": None}
    assert world.assign("ws-reader", world.workspace)["id"] == created["id"]
    world.assign("ws-reader", world.project, 422)
    world.assign("none", world.project, 404)

    def slugs(query: str = "") -> list[str]:
        page = world.api("GET", f"{world.of_ada}/role_assignments?{query}")
        return [assignment["role"]["slug"] for assignment in page["data"]]

    assert sorted(slugs()) == ["member", "ws-reader"]
    assert slugs("resource_type_slug=workspace") == ["ws-reader"]
    assert slugs(f"resource_id={world.root()['id']}") == ["member"]
    assert slugs("resource_external_id=none") == []
    world.api("DELETE", f"{world.of_ada}/role_assignments/{created['id']}", 204)
    world.api("DELETE", f"{world.of_ada}/role_assignments/{created['id']}", 404)
    assert slugs() == ["member"]


def test_take_a_role_by_name(world: World) -> None:
    world.assign("ws-reader", world.workspace)
    body = {"role_slug": "ws-reader", "resource_type_slug": "workspace", "resource_external_id": "w"}
    response = world.api.client.request("DELETE", f"{world.of_ada}/role_assignments", json=body)
    assert response.status_code == 204
    assert world.api.client.request("DELETE", f"{world.of_ada}/role_assignments", json=body).status_code == 404


def test_roles_on_the_organization_are_those_of_the_membership(world: World) -> None:
    created = world.assign("auditor", world.root())
    path = f"/user_management/organization_memberships/{world.ada['id']}"
    assert [role["slug"] for role in world.api("GET", path)["roles"]] == ["member", "auditor"]
    world.api("DELETE", f"{world.of_ada}/role_assignments/{created['id']}", 204)
    assert [role["slug"] for role in world.api("GET", path)["roles"]] == ["member"]


def test_who_has_a_role_on_a_resource(world: World) -> None:
    world.assign("ws-reader", world.workspace)
    by_id = f"/authorization/resources/{world.workspace['id']}/role_assignments"
    by_key = f"/authorization/organizations/{world.organization['id']}/resources/workspace/w/role_assignments"
    assert world.api("GET", by_id) == world.api("GET", by_key)
    assert [a["organization_membership_id"] for a in world.api("GET", by_id)["data"]] == [world.ada["id"]]
    assert world.api("GET", f"{by_id}?role_slug=none")["data"] == []
    on_root = world.api("GET", f"/authorization/resources/{world.root()['id']}/role_assignments")
    assert [a["role"]["slug"] for a in on_root["data"]] == ["member"]


def test_who_may(world: World) -> None:
    world.assign("ws-reader", world.workspace)
    assert world.members(world.project, "permission_slug=read") == [world.ada["id"]]
    assert world.members(world.project, "permission_slug=read&assignment=indirect") == [world.ada["id"]]
    assert world.members(world.project, "permission_slug=read&assignment=direct") == []
    assert world.members(world.workspace, "permission_slug=read&assignment=direct") == [world.ada["id"]]
    assert world.members(world.project, "permission_slug=write") == []
    path = f"/authorization/organizations/{world.organization['id']}/resources/workspace/w/organization_memberships"
    listed = world.api("GET", f"{path}?permission_slug=read")["data"]
    assert listed[0]["user"]["id"] == world.user["id"]


def test_on_what(world: World) -> None:
    other = resource(world.api, world.organization, "workspace", "other")
    world.assign("ws-reader", world.workspace)
    path = f"{world.of_ada}/resources?permission_slug=read"
    below = world.api("GET", f"{path}&parent_resource_id={world.root()['id']}")["data"]
    assert [found["id"] for found in below] == [world.workspace["id"]]
    assert other["id"] not in [found["id"] for found in below]
    key = "parent_resource_type_slug=workspace&parent_resource_external_id=w"
    assert [found["id"] for found in world.api("GET", f"{path}&{key}")["data"]] == [world.project["id"]]
    world.api("GET", path, 422)


def test_groups_give_roles_to_their_members(world: World) -> None:
    organization = f"/organizations/{world.organization['id']}"
    group = world.api("POST", f"{organization}/groups", 201, json={"name": "G"})
    members = f"{organization}/groups/{group['id']}/organization-memberships"
    roles = f"/authorization/groups/{group['id']}/role_assignments"
    body = {"role_slug": "pr-writer", "resource_id": world.project["id"]}
    given = world.api("POST", roles, 201, json=body)
    assert world.api("POST", roles, 409, json=body)["code"] == "duplicate_group_role_assignment"
    assert not world.may("write", world.project)

    world.api("POST", members, json={"organization_membership_id": world.ada["id"]})
    assert world.may("write", world.project)
    derived = world.api("GET", f"{world.of_ada}/role_assignments?resource_type_slug=project")["data"][0]
    source = {"type": "group", "group_role_assignment_id": given["id"], "group": {"id": group["id"], "name": "G"}}
    assert derived["source"] == source
    world.api("DELETE", f"{world.of_ada}/role_assignments/{derived['id']}", 403)

    world.api("DELETE", f"{members}/{world.ada['id']}", 204)
    assert not world.may("write", world.project)
    world.api("POST", members, json={"organization_membership_id": world.ada["id"]})
    world.api("DELETE", f"{roles}/{given['id']}", 204)
    assert not world.may("write", world.project)


def test_replace_and_patch_the_roles_of_a_group(world: World) -> None:
    group = world.api("POST", f"/organizations/{world.organization['id']}/groups", 201, json={"name": "G"})
    roles = f"/authorization/groups/{group['id']}/role_assignments"
    writer = {"role_slug": "pr-writer", "resource_type_slug": "project", "resource_external_id": "p"}
    reader = {"role_slug": "ws-reader", "resource_id": world.workspace["id"]}
    auditor = {"role_slug": "auditor"}

    first = world.api("PUT", roles, json={"role_assignments": [writer, reader]})["data"]
    second = world.api("PUT", roles, json={"role_assignments": [auditor, reader]})["data"]
    kept = {a["role"]["slug"]: a["id"] for a in first}["ws-reader"]
    assert {a["role"]["slug"] for a in second} == {"auditor", "ws-reader"}
    assert kept in [a["id"] for a in second]
    assert world.api("GET", f"{roles}/{kept}")["resource"]["external_id"] == "w"

    world.api("PATCH", roles, 204, json={"add": [writer], "remove": [reader]})
    assert {a["role"]["slug"] for a in world.api("GET", roles)["data"]} == {"auditor", "pr-writer"}
    world.api("PATCH", roles, 422, json={})
    world.api("PATCH", roles, 422, json={"add": [writer], "remove": [writer]})
    world.api("PATCH", roles, 404, json={"add": [reader], "remove": [{"role_slug": "none"}]})
    assert world.api("GET", f"{roles}?limit=100")["list_metadata"] == {"before": None, "after": None}
    assert world.api.client.request("DELETE", roles, json=writer).status_code == 204
    assert world.api.client.request("DELETE", roles, json=writer).status_code == 404
    world.api("POST", roles, 422, json={"role_slug": "pr-writer", "resource_type_slug": "project"})


def test_a_membership_takes_its_roles_along(world: World) -> None:
    world.assign("ws-reader", world.workspace)
    world.api("DELETE", f"/user_management/organization_memberships/{world.ada['id']}")
    path = f"/authorization/resources/{world.workspace['id']}/role_assignments"
    assert world.api("GET", path)["data"] == []
    world.api("DELETE", f"/authorization/resources/{world.workspace['id']}?cascade_delete=true", 204)
