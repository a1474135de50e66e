"""Directories that provision users."""

from typing import Any

import pytest

from workos_emulator import Emulator

from ..support import Api


@pytest.fixture
def acme(api: Api) -> Any:
    return api.organization("Acme", domain_data=[{"domain": "acme.com", "state": "verified"}])


@pytest.fixture
def directory(acme: Any, emulator: Emulator) -> Any:
    return emulator.seed.directory(acme["id"], provisions_users=True)


def members(api: Api, acme: Any) -> list[Any]:
    query = {"organization_id": acme["id"], "statuses": "active,inactive,pending", "order": "asc"}
    listed: list[Any] = api("GET", "/user_management/organization_memberships", params=query)["data"]
    return listed


def events(api: Api, prefixes: tuple[str, ...] = ("user.", "organization_membership.", "invitation.")) -> list[str]:
    listed = api("GET", "/events?order=asc&limit=100")["data"]
    return [event["event"] for event in listed if event["event"].startswith(prefixes)]


def test_managed_user(api: Api, acme: Any, directory: Any, emulator: Emulator) -> None:
    attributes = {"department": "R&D"}
    names = {"first_name": "Ada", "last_name": "Lovelace"}
    added = emulator.seed.directory_user(
        directory["id"], email="ada@acme.com", custom_attributes=attributes, role_slugs=["admin"], **names
    )
    (user,) = api("GET", "/user_management/users")["data"]
    assert (user["email"], user["first_name"], user["last_name"]) == ("ada@acme.com", "Ada", "Lovelace")
    assert user["email_verified"] is True
    (member,) = members(api, acme)
    assert (member["status"], member["role"], member["directory_managed"]) == ("active", {"slug": "admin"}, True)
    assert member["custom_attributes"] == attributes
    assert events(api) == ["user.created", "organization_membership.created"]

    emulator.seed.update_directory_user(added["id"], first_name="Augusta", email="countess@acme.com")
    updated = api("GET", f"/user_management/users/{user['id']}")
    assert (updated["first_name"], updated["email"]) == ("Augusta", "ada@acme.com")
    emulator.seed.update_directory_user(added["id"], custom_attributes={"department": "Math"})
    assert members(api, acme)[0]["custom_attributes"] == {"department": "Math"}
    assert events(api)[2:] == ["user.updated", "organization_membership.updated"]


@pytest.mark.parametrize("by", ["state", "deletion"])
def test_deprovisioning(api: Api, acme: Any, directory: Any, emulator: Emulator, by: str) -> None:
    added = emulator.seed.directory_user(directory["id"], email="ada@acme.com", role_slugs=["admin"])
    (member,) = members(api, acme)
    tokens = emulator.seed.sign_in(member["user_id"])
    if by == "state":
        emulator.seed.update_directory_user(added["id"], state="inactive")
    else:
        emulator.seed.delete_directory_user(added["id"])
    (member,) = members(api, acme)
    assert (member["status"], member["role"]) == ("inactive", {"slug": "member"})
    api.authenticate("refresh_token", 400, refresh_token=tokens["refresh_token"])
    assert events(api)[-1] == "organization_membership.updated"
    assert api("GET", f"/user_management/users/{member['user_id']}")
    if by == "state":
        emulator.seed.update_directory_user(added["id"], state="active")
        (member,) = members(api, acme)
        assert (member["status"], member["role"]) == ("active", {"slug": "admin"})


def test_guest(api: Api, acme: Any, directory: Any, emulator: Emulator) -> None:
    added = emulator.seed.directory_user(directory["id"], email="eve@example.com", first_name="Eve")
    (user,) = api("GET", "/user_management/users")["data"]
    (member,) = members(api, acme)
    assert (user["email_verified"], member["status"]) == (False, "pending")
    assert events(api) == ["user.created", "organization_membership.created", "invitation.created"]
    invitation = emulator.outbox.last("eve@example.com", "invitation")
    emulator.seed.update_directory_user(added["id"], first_name="Evelyn")
    assert api("GET", f"/user_management/users/{user['id']}")["first_name"] == "Eve"
    api("POST", f"/user_management/invitations/{invitation.about}/accept")
    assert members(api, acme)[0]["status"] == "active"


def test_deprovisioned_guest(api: Api, acme: Any, directory: Any, emulator: Emulator) -> None:
    added = emulator.seed.directory_user(directory["id"], email="eve@example.com")
    invitation = emulator.outbox.last("eve@example.com", "invitation")
    emulator.seed.delete_directory_user(added["id"])
    assert members(api, acme) == []
    assert api("GET", f"/user_management/invitations/{invitation.about}")["state"] == "revoked"
    assert len(api("GET", "/user_management/users")["data"]) == 1


def test_existing_users_and_duplicates(api: Api, acme: Any, directory: Any, emulator: Emulator) -> None:
    ada = api.user("ada@acme.com")
    emulator.seed.directory_user(directory["id"], email="ADA@acme.com")
    emulator.seed.directory_user(directory["id"], email="ada@acme.com", state="active")
    emulator.seed.directory_user(directory["id"], email=None)
    emulator.seed.directory_user(directory["id"], email="bob@acme.com", state="inactive")
    assert [member["user_id"] for member in members(api, acme)] == [ada["id"]]


def test_directories_without_provisioning(api: Api, acme: Any, emulator: Emulator) -> None:
    directory = emulator.seed.directory(acme["id"])
    emulator.seed.directory_user(directory["id"], email="ada@acme.com")
    assert members(api, acme) == []
    api("PATCH", f"/_emulator/directories/{directory['id']}", json={"provisions_users": True})
    assert [member["status"] for member in members(api, acme)] == ["active"]
    api("DELETE", f"/_emulator/directories/{directory['id']}", 204)
    assert [member["status"] for member in members(api, acme)] == ["active"]


def test_over_http_and_in_seed_files(api: Api, acme: Any, emulator: Emulator) -> None:
    fields = {"organization_id": acme["id"], "provisions_users": True}
    directory = api("POST", "/_emulator/directories", 201, json=fields)
    api("POST", "/_emulator/directory_users", 201, json={"directory_id": directory["id"], "email": "ada@acme.com"})
    assert len(members(api, acme)) == 1
    emulator.load(
        {
            "directories": [{"organization_id": acme["id"], "name": "Second", "provisions_users": True}],
            "directory_users": [{"directory_id": "Second", "email": "bob@acme.com"}],
        }
    )
    assert len(members(api, acme)) == 2
