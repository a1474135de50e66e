"""The Admin Portal sets up and deletes directories."""

from typing import Any

import pytest

from workos_emulator import Emulator
from workos_emulator.pages.admin_portal.providers import DIRECTORY_PROVIDERS

from ...support import Api
from .checks import events
from .conftest import OpenPortal

ALL = ("dsync.activated", "dsync.deleted", "dsync.user.created")


def only_directory(api: Api, organization: Any) -> Any:
    (directory,) = api("GET", "/directories", params={"organization_id": organization["id"]})["data"]
    return directory


def test_scim(api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator) -> None:
    received: list[bytes] = []
    emulator.deliveries.mount("https://app.example.com", function=lambda request: received.append(request.body))
    body = {"endpoint_url": "https://app.example.com/webhooks", "events": list(ALL)}
    api("POST", "/webhook_endpoints", 201, json=body)
    browser = open_portal("dsync", success_url="http://localhost:3000/callback?portal=1")
    browser.submit("Continue", Directory_provider="okta scim v2.0")
    assert browser.heading == "Set up Okta SCIM"
    assert browser.page is not None
    directory = only_directory(api, acme)
    assert (directory["type"], directory["state"]) == ("okta scim v2.0", "unlinked")
    assert f"http://localhost:4100/scim/v2.0/{directory['id']}" in browser.page.text
    (stored,) = emulator.environment.state.directories
    assert len(stored.bearer_token) == 40
    assert stored.bearer_token in browser.page.text
    assert events(api, *ALL) == []
    browser.submit("I have entered the details")
    assert browser.heading == "Acme Okta SCIM"
    assert only_directory(api, acme)["state"] == "linked"
    (activated,) = events(api, *ALL)
    assert (activated["id"], activated["state"], activated["type"]) == (directory["id"], "active", "okta scim v2.0")
    assert stored.bearer_token in browser.page.text
    browser.submit("Add user", Email_address="ada@example.com", First_name="Ada")
    assert "Users (1)" in browser.page.text
    (user,) = api("GET", "/directory_users", params={"directory": directory["id"]})["data"]
    assert (user["email"], user["first_name"], user["last_name"]) == ("ada@example.com", "Ada", None)
    assert [delivery.event for delivery in emulator.deliveries.run()] == ["dsync.activated", "dsync.user.created"]
    assert len(received) == 2
    assert browser.submit("Finish setup").returned == {"portal": "1"}


def test_deletion(api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator) -> None:
    directory = emulator.seed.directory(acme["id"], name="Staff")
    group = emulator.seed.directory_group(directory["id"], name="Engineers")
    emulator.seed.directory_user(directory["id"], email="ada@example.com", group_ids=[group["id"]])
    browser = open_portal("dsync").click("Staff")
    assert browser.page is not None
    assert "Engineers" in browser.page.text
    browser.submit("Delete directory")
    assert browser.heading == "Choose your directory provider"
    assert api("GET", "/directories")["data"] == []
    assert [each["id"] for each in events(api, "dsync.deleted")] == [directory["id"]]


def test_users_are_provisioned(api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator) -> None:
    emulator.seed.directory(acme["id"], name="Staff", provisions_users=True)
    open_portal("dsync").click("Staff").submit("Add user", Email_address="ada@example.com")
    assert [user["email"] for user in api("GET", "/user_management/users")["data"]] == ["ada@example.com"]


@pytest.mark.parametrize(
    ("type", "button", "fields", "error"),
    [
        ("gsuite directory", "Allow access", {"Domain": "Acme.com"}, "Enter the domain"),
        ("workday", "Connect", {"API_key": "s3cret"}, "Enter the API key"),
    ],
)
def test_providers_that_need_details(
    api: Api, open_portal: OpenPortal, acme: Any, type: str, button: str, fields: dict[str, str], error: str
) -> None:
    browser = open_portal("dsync").submit("Continue", Directory_provider=type)
    (label,) = fields
    browser.submit(button)
    assert browser.page is not None
    assert error in browser.page.error_of(label.replace("_", " "))
    assert only_directory(api, acme)["state"] == "unlinked"
    browser.submit(button, **fields)
    directory = only_directory(api, acme)
    assert directory["state"] == "linked"
    assert directory.get("domain") == ("acme.com" if label == "Domain" else None)
    assert len(events(api, "dsync.activated")) == 1


@pytest.mark.parametrize("type", DIRECTORY_PROVIDERS)
def test_every_provider_can_be_chosen(api: Api, open_portal: OpenPortal, acme: Any, type: str) -> None:
    browser = open_portal("dsync").submit("Continue", Directory_provider=type)
    assert browser.heading == f"Set up {DIRECTORY_PROVIDERS[type]}"
    assert only_directory(api, acme)["type"] == type


def test_files(api: Api, open_portal: OpenPortal, acme: Any) -> None:
    browser = open_portal("dsync").submit("Continue", Directory_provider="sftp")
    browser.submit("I have uploaded the files")
    assert only_directory(api, acme)["state"] == "linked"
    browser.click("All directories").click("Add a directory").submit("Continue")
    assert browser.page is not None
    assert browser.page.error_of("Directory provider") == "Choose a directory provider."


def test_rejected_forms(api: Api, open_portal: OpenPortal, acme: Any) -> None:
    browser = open_portal("dsync").submit("Continue", Directory_provider="s3")
    stale = browser.page
    browser.submit("I have uploaded the files")
    browser.submit("Add user", Email_address="ada")
    assert browser.page is not None
    assert "email address" in browser.page.error_of("Email address")
    browser.page = stale
    browser.submit("I have uploaded the files")
    assert browser.page is not None
    assert (browser.heading, browser.page.status) == ("Invalid form", 409)
    assert len(events(api, "dsync.activated")) == 1
