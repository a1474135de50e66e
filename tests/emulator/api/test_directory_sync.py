from typing import Any

import pytest

from workos_emulator import Emulator

from ..support import Api


@pytest.fixture
def directory(api: Api, emulator: Emulator) -> Any:
    return emulator.seed.directory(
        api.organization("Acme")["id"], name="Acme Okta", type="okta scim v2.0", domain="acme.com"
    )


def ids(api: Api, path: str, **query: Any) -> list[str]:
    return [item["id"] for item in api("GET", path, params=query)["data"]]


def test_directories(api: Api, emulator: Emulator, directory: Any) -> None:
    other = emulator.seed.directory(api.organization("Other")["id"], name="Other", state="unlinked")
    assert directory["id"].startswith("directory_")
    assert (directory["type"], directory["state"], directory["domain"]) == ("okta scim v2.0", "linked", "acme.com")
    assert directory["metadata"] == {"users": {"active": 0, "inactive": 0}, "groups": 0}
    assert api("GET", f"/directories/{directory['id']}") == directory
    assert "domain" not in api("GET", f"/directories/{other['id']}")

    assert ids(api, "/directories") == [other["id"], directory["id"]]
    assert ids(api, "/directories", organization_id=directory["organization_id"]) == [directory["id"]]
    assert ids(api, "/directories", organization_id="org_none") == []
    assert ids(api, "/directories", search="OKTA") == [directory["id"]]
    assert ids(api, "/directories", domain="Acme.com") == [directory["id"]]
    assert ids(api, "/directories", domain="acme") == []


def test_groups_and_users(api: Api, emulator: Emulator, directory: Any) -> None:
    one, two = (emulator.seed.directory_group(directory["id"], name=name, idp_id=name) for name in ("One", "Two"))
    ada = emulator.seed.directory_user(
        directory["id"],
        email="ada@acme.com",
        first_name="Ada",
        last_name="L",
        group_ids=[one["id"], two["id"]],
        role_slugs=["admin"],
        custom_attributes={"job_title": "Engineer"},
        raw_attributes={"a": {"b": 1}},
    )
    bob = emulator.seed.directory_user(directory["id"], state="inactive", group_ids=[two["id"]], idp_id="bob")

    assert (ada["name"], ada["job_title"], ada["role"]) == ("Ada L", "Engineer", {"slug": "admin"})
    assert ada["emails"] == [{"primary": True, "type": "work", "value": "ada@acme.com"}]
    assert ada["groups"] == [one, two]
    assert (bob["email"], bob["name"], bob["emails"]) == (None, None, [])
    assert "role" not in bob
    assert api("GET", f"/directory_users/{ada['id']}") == ada
    assert api("GET", f"/directory_groups/{one['id']}") == one
    counted = api("GET", f"/directories/{directory['id']}")["metadata"]
    assert counted == {"users": {"active": 1, "inactive": 1}, "groups": 2}

    assert ids(api, "/directory_users", directory=directory["id"]) == [bob["id"], ada["id"]]
    assert ids(api, "/directory_users", group=one["id"]) == [ada["id"]]
    assert ids(api, "/directory_users", group=two["id"], directory=directory["id"], limit=1) == [bob["id"]]
    assert ids(api, "/directory_users", email="ADA@acme.com") == [ada["id"]]
    assert ids(api, "/directory_users", directory=directory["id"], idp_id="bob") == [bob["id"]]
    assert ids(api, "/directory_groups", directory=directory["id"]) == [two["id"], one["id"]]
    assert ids(api, "/directory_groups", user=bob["id"]) == [two["id"]]
    assert ids(api, "/directory_groups", user=bob["id"], directory=directory["id"]) == [two["id"]]


def test_directories_are_isolated(api: Api, emulator: Emulator, directory: Any) -> None:
    other = emulator.seed.directory(directory["organization_id"], name="Other")
    group = emulator.seed.directory_group(other["id"], name="Group")
    user = emulator.seed.directory_user(other["id"], group_ids=[group["id"]])
    assert ids(api, "/directory_users", directory=directory["id"]) == []
    assert ids(api, "/directory_users", directory=directory["id"], group=group["id"]) == []
    assert ids(api, "/directory_groups", directory=directory["id"], user=user["id"]) == []
    with pytest.raises(KeyError):
        emulator.seed.directory_user(directory["id"], group_ids=["directory_group_none"])


def test_unknown_ids(api: Api) -> None:
    api("GET", "/directories/directory_none", 404)
    api("DELETE", "/directories/directory_none", 404)
    for kind in ("directory_users", "directory_groups"):
        api("GET", f"/{kind}/none", 404)
        api("GET", f"/{kind}?directory=directory_none", 404)
    api("GET", "/directory_users?group=directory_group_none", 404)
    api("GET", "/directory_groups?user=directory_user_none", 404)


def test_delete(api: Api, emulator: Emulator, directory: Any) -> None:
    group = emulator.seed.directory_group(directory["id"], name="Group")
    user = emulator.seed.directory_user(directory["id"], group_ids=[group["id"]])
    assert api("DELETE", f"/directories/{directory['id']}") is None
    for path in (f"directories/{directory['id']}", f"directory_groups/{group['id']}", f"directory_users/{user['id']}"):
        api("GET", f"/{path}", 404)
