import pytest

from workos_emulator import Emulator

from ..support import Api


def test_lifecycle(api: Api) -> None:
    organization = api.organization()
    path = f"/organizations/{organization['id']}/groups"
    group = api("POST", path, 201, json={"name": "Engineers", "description": "They build"})
    other = api("POST", path, 201, json={"name": "Sales"})
    assert group["id"].startswith("group_")
    assert [g["id"] for g in api("GET", path)["data"]] == [other["id"], group["id"]]
    assert [g["id"] for g in api("GET", f"{path}?search=ENG")["data"]] == [group["id"]]
    changed = api("PATCH", f"{path}/{group['id']}", json={"description": None})
    assert (changed["name"], changed["description"]) == ("Engineers", None)
    api("DELETE", f"{path}/{group['id']}", 204)
    api("GET", f"{path}/{group['id']}", 404)
    elsewhere = api.organization("Other")
    api("GET", f"/organizations/{elsewhere['id']}/groups/{other['id']}", 404)


def test_members(api: Api) -> None:
    organization = api.organization()
    ada, bob = (api.membership(api.user(f"{name}@example.com"), organization) for name in ("ada", "bob"))
    path = f"/organizations/{organization['id']}/groups"
    group = api("POST", path, 201, json={"name": "G"})
    members = f"{path}/{group['id']}/organization-memberships"

    assert api("POST", members, json={"organization_membership_id": ada["id"]}) == group
    api("POST", members, json={"organization_membership_id": ada["id"]})
    assert [m["id"] for m in api("GET", members)["data"]] == [ada["id"]]
    of_ada = f"/user_management/organization_memberships/{ada['id']}/groups"
    assert [g["id"] for g in api("GET", of_ada)["data"]] == [group["id"]]

    api("PATCH", members, 204, json={"add": [bob["id"]], "remove": [ada["id"]]})
    assert [m["id"] for m in api("GET", members)["data"]] == [bob["id"]]
    api("PATCH", members, 404, json={"add": [ada["id"], "om_none"]})
    assert [m["id"] for m in api("GET", members)["data"]] == [bob["id"]]
    api("PATCH", members, 422, json={})
    api("PATCH", members, 422, json={"add": [ada["id"]], "remove": [ada["id"]]})
    api("DELETE", f"{members}/{ada['id']}", 404)
    api("DELETE", f"{members}/{bob['id']}", 204)
    assert api("GET", members)["data"] == []


def test_members_of_other_organizations(api: Api) -> None:
    one, two = api.organization("One"), api.organization("Two")
    stranger = api.membership(api.user(), two)
    group = api("POST", f"/organizations/{one['id']}/groups", 201, json={"name": "G"})
    members = f"/organizations/{one['id']}/groups/{group['id']}/organization-memberships"
    api("POST", members, 404, json={"organization_membership_id": stranger["id"]})


def test_group_size_limit(api: Api, emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emulator.settings, "group_size_limit", 1)
    organization = api.organization()
    group = api("POST", f"/organizations/{organization['id']}/groups", 201, json={"name": "G"})
    members = f"/organizations/{organization['id']}/groups/{group['id']}/organization-memberships"
    first, second = (api.membership(api.user(f"{n}@example.com"), organization)["id"] for n in "ab")
    api("POST", members, json={"organization_membership_id": first})
    error = api("POST", members, 400, json={"organization_membership_id": second})
    assert error["code"] == "group_membership_limit_exceeded"
    api("PATCH", members, 204, json={"add": [second], "remove": [first]})


def test_deleting_a_membership_removes_it_from_groups(api: Api) -> None:
    organization = api.organization()
    ada = api.membership(api.user(), organization)
    group = api("POST", f"/organizations/{organization['id']}/groups", 201, json={"name": "G"})
    members = f"/organizations/{organization['id']}/groups/{group['id']}/organization-memberships"
    api("POST", members, json={"organization_membership_id": ada["id"]})
    api("DELETE", f"/user_management/organization_memberships/{ada['id']}")
    assert api("GET", members)["data"] == []


def test_group_of_another_organization(api: Api) -> None:
    one, two = api.organization("One"), api.organization("Two")
    group = api("POST", f"/organizations/{one['id']}/groups", 201, json={"name": "G"})
    assert api("GET", f"/organizations/{one['id']}/groups/{group['id']}") == group
    api("GET", f"/organizations/{two['id']}/groups/{group['id']}", 404)
