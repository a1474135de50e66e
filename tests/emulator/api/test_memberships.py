from typing import Any

import pytest

from workos_emulator import Clock, Emulator
from workos_emulator.storage.store import DuplicateKeyError

from ..support import Api

PATH = "/user_management/organization_memberships"


def test_create_and_get(api: Api) -> None:
    user, organization = api.user(), api.organization("Acme")
    created = api.membership(user, organization)
    assert created["id"].startswith("om_")
    assert (created["status"], created["role"], created["roles"]) == (
        "active",
        {"slug": "member"},
        [{"slug": "member"}],
    )
    assert (created["organization_name"], created["user"]) == ("Acme", user)
    assert (created["directory_managed"], created["custom_attributes"]) == (False, {})
    assert api("GET", f"{PATH}/{created['id']}") == created


def test_roles(api: Api, emulator: Emulator) -> None:
    emulator.seed.role("editor", ["posts:write"])
    created = api.membership(api.user(), api.organization(), role_slugs=["editor", "admin", "editor"])
    assert created["roles"] == [{"slug": "editor"}, {"slug": "admin"}]
    assert created["role"] == {"slug": "editor"}
    path = f"{PATH}/{created['id']}"
    assert api("PUT", path, json={"role_slug": "admin"})["roles"] == [{"slug": "admin"}]
    assert api("PUT", path, json={})["roles"] == [{"slug": "admin"}]

    unknown = api("PUT", path, 422, json={"role_slug": "king"})
    assert (unknown["code"], unknown["role_slug"]) == ("invalid_role", "king")
    both = api("PUT", path, 422, json={"role_slug": "admin", "role_slugs": ["editor"]})
    assert (both["code"], {item["code"] for item in both["errors"]}) == (
        "invalid_request_parameters",
        {"mutually_exclusive"},
    )
    assert api("PUT", path, 422, json={"role_slugs": []})["code"] == "invalid_request_parameters"
    emulator.settings.multiple_roles = False
    assert api("PUT", path, 422, json={"role_slugs": ["admin", "editor"]})["code"] == "multiple_roles_not_enabled"
    assert api("GET", path)["roles"] == [{"slug": "admin"}]


def test_create_requires_user_and_organization(api: Api) -> None:
    user, organization = api.user(), api.organization()
    api("POST", PATH, 404, json={"user_id": "user_none", "organization_id": organization["id"]})
    api("POST", PATH, 404, json={"user_id": user["id"], "organization_id": "org_none"})
    missing = api("POST", PATH, 422, json={})
    assert missing["errors"] == [{"field": name, "code": "required"} for name in ("organization_id", "user_id")]


def test_status(api: Api, clock: Clock) -> None:
    created = api.membership(api.user(), api.organization(), role_slug="admin")
    path = f"{PATH}/{created['id']}"
    clock.advance(1)
    inactive = api("PUT", f"{path}/deactivate")
    assert inactive == created | {"status": "inactive", "updated_at": "2026-01-31T12:00:01.000Z"}
    clock.advance(1)
    assert api("PUT", f"{path}/deactivate") == inactive
    active = api("PUT", f"{path}/reactivate")
    assert active == created | {"updated_at": "2026-01-31T12:00:02.000Z"}
    clock.advance(1)
    assert api("PUT", f"{path}/reactivate") == active


def test_create_again(api: Api) -> None:
    user, organization = api.user(), api.organization()
    created = api.membership(user, organization, role_slug="admin")
    body = {"user_id": user["id"], "organization_id": organization["id"]}
    again = api("POST", PATH, 422, json=body)
    assert again["errors"] == [{"field": "user_id", "code": "user_already_organization_member"}]

    api("PUT", f"{PATH}/{created['id']}/deactivate")
    revived = api("POST", PATH, 201, json=body)
    assert (revived["id"], revived["status"], revived["role"]) == (created["id"], "active", {"slug": "admin"})
    api("PUT", f"{PATH}/{created['id']}/deactivate")
    assert api("POST", PATH, 201, json={**body, "role_slug": "member"})["role"] == {"slug": "member"}


def test_pending(api: Api, emulator: Emulator) -> None:
    user, organization = api.user(), api.organization()
    pending = emulator.seed.membership(user["id"], organization["id"], status="pending", custom_attributes={"a": [1]})
    path = f"{PATH}/{pending['id']}"
    assert api("GET", path) == pending
    for verb in ("deactivate", "reactivate"):
        assert api("PUT", f"{path}/{verb}", 400)["code"] == f"cannot_{verb}_pending_organization_membership"
    body = {"user_id": user["id"], "organization_id": organization["id"]}
    assert api("POST", PATH, 400, json=body)["code"] == "cannot_reactivate_pending_organization_membership"
    assert api("DELETE", path) is None


def test_seed_rejects_invalid_values(api: Api, emulator: Emulator) -> None:
    user, organization = api.user(), api.organization()
    with pytest.raises(ValueError, match="king"):
        emulator.seed.membership(user["id"], organization["id"], role_slugs=["king"])
    with pytest.raises(KeyError):
        emulator.seed.membership("user_none", organization["id"])
    emulator.seed.membership(user["id"], organization["id"])
    with pytest.raises(DuplicateKeyError):
        emulator.seed.membership(user["id"], organization["id"])


def test_list(api: Api, emulator: Emulator) -> None:
    users = [api.user(f"u{number}@example.com") for number in range(4)]
    acme, other = api.organization("Acme"), api.organization("Other")
    active, inactive, former = [api.membership(user, acme) for user in users[:3]]
    for membership in (inactive, former):
        api("PUT", f"{PATH}/{membership['id']}/deactivate")
    pending = emulator.seed.membership(users[3]["id"], acme["id"], status="pending")
    elsewhere = api.membership(users[0], other)

    def ids(**query: Any) -> list[str]:
        return [item["id"] for item in api("GET", PATH, params=query)["data"]]

    every = "active,inactive,pending"
    assert ids(organization_id=acme["id"]) == [active["id"]]
    assert ids(organization_id=acme["id"], statuses="inactive") == [former["id"], inactive["id"]]
    newest = [pending["id"], former["id"], inactive["id"], active["id"]]
    assert ids(organization_id=acme["id"], statuses=every) == newest
    assert ids(organization_id=acme["id"], statuses=every, limit=2, after=newest[1]) == newest[2:]
    assert ids(user_id=users[0]["id"]) == [elsewhere["id"], active["id"]]
    assert ids(user_id=users[0]["id"], organization_id=other["id"]) == [elsewhere["id"]]
    assert ids(user_id=users[1]["id"], organization_id=other["id"], statuses=every) == []


def test_list_errors(api: Api) -> None:
    organization = api.organization()
    assert api("GET", PATH, 400)["code"] == "missing_user_id_or_organization_id"
    api("GET", f"{PATH}?user_id=user_none", 404)
    api("GET", f"{PATH}?organization_id=org_none", 404)
    bad = api("GET", f"{PATH}?organization_id={organization['id']}&statuses=active,gone", 400)
    assert (bad["code"], bad["errors"]) == (
        "invalid_request_parameters",
        [{"field": "statuses.1", "code": "invalid_value"}],
    )


def test_delete(api: Api) -> None:
    user, organization = api.user(), api.organization()
    path = f"{PATH}/{api.membership(user, organization)['id']}"
    assert api("DELETE", path) is None
    api("GET", path, 404)
    api("DELETE", path, 404)
    assert api("GET", f"{PATH}?user_id={user['id']}")["data"] == []
    api.membership(user, organization)


def test_deleting_the_organization_deletes_memberships(api: Api) -> None:
    user, organization = api.user(), api.organization()
    membership = api.membership(user, organization)
    api("DELETE", f"/organizations/{organization['id']}")
    api("GET", f"{PATH}/{membership['id']}", 404)
    assert api("GET", f"{PATH}?user_id={user['id']}&statuses=active,inactive,pending")["data"] == []
