from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api


def create(api: Api, owner: Any, status: int = 201, **fields: Any) -> Any:
    collection = "/organizations" if owner["object"] == "organization" else "/user_management/users"
    return api("POST", f"{collection}/{owner['id']}/api_keys", status, json={"name": "Key", **fields})


def validate(api: Api, value: str) -> Any:
    return api("POST", "/api_keys/validations", json={"value": value})["api_key"]


def test_keys_of_an_organization(api: Api, emulator: Emulator, clock: Clock) -> None:
    emulator.seed.role("editor", ["posts:read"])
    organization = api.organization()
    created = create(api, organization, permissions=["posts:read", "posts:read"])
    value = created.pop("value")
    assert value.startswith("sk_")
    assert created["obfuscated_value"] == f"sk_...{value[-4:]}"
    assert created["owner"] == {"type": "organization", "id": organization["id"]}
    assert (created["permissions"], created["expires_at"], created["last_used_at"]) == (["posts:read"], None, None)
    path = f"/organizations/{organization['id']}/api_keys"
    assert api("GET", path)["data"] == [created]

    clock.advance(1)
    assert validate(api, value) == created | {"last_used_at": "2026-01-31T12:00:01.000Z"}
    assert validate(api, "sk_none") is None
    api("DELETE", f"/api_keys/{created['id']}", 204)
    api("DELETE", f"/api_keys/{created['id']}", 404)
    assert validate(api, value) is None
    api("GET", "/organizations/org_none/api_keys", 404)
    unknown = create(api, organization, 422, permissions=["none"])
    assert unknown["errors"] == [{"field": "permissions.0", "code": "unknown_permission"}]


def test_keys_of_a_user(api: Api) -> None:
    user, home, other = api.user(), api.organization("Home"), api.organization("Other")
    membership = api.membership(user, home)
    created = create(api, user, organization_id=home["id"])
    assert created["owner"] == {"type": "user", "id": user["id"], "organization_id": home["id"]}
    refused = create(api, user, 422, organization_id=other["id"])
    assert refused["errors"] == [{"field": "organization_id", "code": "user_not_organization_member"}]
    create(api, user, 404, organization_id="org_none")

    path = f"/user_management/users/{user['id']}/api_keys"
    assert [key["id"] for key in api("GET", path)["data"]] == [created["id"]]
    assert api("GET", path, params={"organization_id": other["id"]})["data"] == []
    assert api("GET", f"/organizations/{home['id']}/api_keys")["data"] == []
    assert validate(api, created["value"])["id"] == created["id"]
    api("DELETE", f"/user_management/organization_memberships/{membership['id']}")
    assert validate(api, created["value"]) is None


def test_expiry(api: Api, clock: Clock) -> None:
    organization = api.organization()
    key = create(api, organization, expires_at="2026-01-31T12:00:10Z")
    assert key["expires_at"] == "2026-01-31T12:00:10.000Z"
    path = f"/api_keys/{key['id']}/expire"
    assert api("POST", path, json={"expires_at": None})["expires_at"] is None
    assert (
        api("POST", path, json={"expires_at": "2026-01-31T13:00:05+01:00"})["expires_at"] == "2026-01-31T12:00:05.000Z"
    )
    clock.advance(4)
    assert validate(api, key["value"])
    clock.advance(1)
    assert validate(api, key["value"]) is None
    assert api("POST", path, 409)["code"] == "api_key_already_expired"

    at_once = create(api, organization)
    assert api("POST", f"/api_keys/{at_once['id']}/expire")["expires_at"] == "2026-01-31T12:00:05.000Z"
    past = create(api, organization)
    api("POST", f"/api_keys/{past['id']}/expire", json={"expires_at": "2020-01-01T00:00:00Z"})
    assert validate(api, at_once["value"]) is validate(api, past["value"]) is None
    api("POST", "/api_keys/api_key_none/expire", 404)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"expires_at": "2026-01-31T12:00:00Z"}, "expires_at"),
        ({"expires_at": "tomorrow"}, "expires_at"),
        ({"expires_at": "9999-12-31T23:59:59-14:00"}, "expires_at"),
        ({"name": 1}, "name"),
    ],
)
def test_errors(api: Api, fields: Any, field: str) -> None:
    assert create(api, api.organization(), 422, **fields)["errors"][0]["field"] == field


def test_deleting_the_owner_deletes_its_keys(api: Api) -> None:
    organization, user = api.organization(), api.user()
    api.membership(user, organization)
    of_organization = create(api, organization)
    of_user = create(api, user, organization_id=organization["id"])
    api("DELETE", f"/user_management/users/{user['id']}")
    assert validate(api, of_user["value"]) is None
    api("DELETE", f"/organizations/{organization['id']}")
    assert validate(api, of_organization["value"]) is None
