"""The `workos` CLI signs in with the device flow of Connect, and manages objects of the emulator."""

import json
import re
from typing import Any

import httpx
import pytest

from tests.emulator.pages.browsing import Browser
from workos_emulator import Emulator

from .conftest import Cli


def log_in(cli: Cli, url: str, decision: str) -> tuple[int, str]:
    """Run `workos auth login`, decide in a browser, and return the exit code and the output."""
    with cli.start("auth", "login") as process:
        try:
            assert process.stdout
            output = ""
            for line in process.stdout:
                output += line
                if code := re.search(r"Enter code: (\S+)", line):
                    decide(url, code[1], decision)
        finally:
            process.kill()
    return process.returncode, output


def decide(url: str, user_code: str, decision: str) -> None:
    with httpx.Client(base_url=url) as client:
        browser = Browser(client).open("/hosted/device", user_code=user_code).submit("Continue")
        browser.submit("Sign in", Email_address="ada@example.com", Password="correct horse 42")
        assert browser.heading == "Connect WorkOS CLI to this device?"
        browser.submit(decision)


def test_login_status_refresh_and_logout(cli: Cli, url: str, emulator: Emulator) -> None:
    code, output = log_in(cli, url, "Connect device")
    assert code == 0, output
    assert "Authentication successful!" in output
    status = cli.json("auth", "status")
    assert (status["authenticated"], status["email"], status["hasRefreshToken"]) == (True, "ada@example.com", True)

    stored = json.loads(cli.credentials.read_text())
    cli.credentials.write_text(json.dumps(stored | {"expiresAt": 0}))
    assert cli.json("auth", "status")["tokenExpired"]
    assert "Enter code" not in cli.run("auth", "login")
    refreshed = json.loads(cli.credentials.read_text())
    assert refreshed["accessToken"] != stored["accessToken"]
    assert refreshed["refreshToken"] != stored["refreshToken"]
    cli.run("auth", "logout")
    assert not cli.json("auth", "status")["authenticated"]


def test_denied_login(cli: Cli, url: str) -> None:
    code, output = log_in(cli, url, "Deny")
    assert code == 1, output
    assert "access_denied" in output
    assert not cli.credentials.exists()


def test_login_after_the_consent_was_revoked(cli: Cli, url: str, emulator: Emulator) -> None:
    assert log_in(cli, url, "Connect device")[0] == 0
    (authorization,) = emulator.environment.state.authorized_applications
    emulator.seed.revoke_authorized_application(authorization.id)
    stored = json.loads(cli.credentials.read_text())
    cli.credentials.write_text(json.dumps(stored | {"expiresAt": 0}))
    code, output = log_in(cli, url, "Connect device")
    assert code == 0, output
    assert "Enter code" in output


@pytest.fixture
def environment(cli: Cli, url: str, emulator: Emulator) -> Cli:
    """The CLI with the emulator as its active environment."""
    cli.run("env", "add", "emulator", emulator.api_key, "--client-id", emulator.client_id, "--endpoint", url)
    return cli


def test_organizations(environment: Cli, emulator: Emulator) -> None:
    created = environment.json("organization", "create", "Acme", "acme.com")
    (organization,) = emulator.environment.state.organizations
    assert organization.id in json.dumps(created)
    assert organization.name == "Acme"
    environment.json("organization", "update", organization.id, "Acme Corp")
    assert environment.json("organization", "get", organization.id)["name"] == "Acme Corp"
    assert [item["id"] for item in environment.json("organization", "list")["data"]] == [organization.id]
    environment.json("organization", "delete", organization.id)
    assert environment.json("organization", "list")["data"] == []


LISTS: list[tuple[str, Any]] = [
    ("user list", "ada@example.com"),
    ("membership list --user {user}", "active"),
    ("invitation list", "guest@example.com"),
    ("role list", "member"),
    ("permission list", "posts:read"),
    ("connection list", "Okta"),
    ("directory list", "Directory"),
    ("directory list-users --directory {directory}", "eve@example.com"),
    ("event list --events user.created", "user.created"),
    ("feature-flag list", "beta"),
    ("webhook list", "https://example.com/webhooks"),
    ("vault list", "token"),
    ("session list {user}", "[]"),
]


def test_lists(environment: Cli, emulator: Emulator) -> None:
    ids = emulator.load(
        {
            "organizations": [{"key": "acme", "name": "Acme"}],
            "permissions": [{"slug": "posts:read", "name": "Read posts"}],
            "users": [{"key": "bob", "email": "bob@example.com"}],
            "memberships": [{"user_id": "bob", "organization_id": "acme"}],
            "invitations": [{"email": "guest@example.com"}],
            "connections": [{"organization_id": "acme", "name": "Okta"}],
            "directories": [{"key": "directory", "organization_id": "acme", "name": "Directory"}],
            "directory_users": [{"directory_id": "directory", "email": "eve@example.com"}],
            "feature_flags": [{"slug": "beta"}],
            "webhook_endpoints": [{"endpoint_url": "https://example.com/webhooks", "events": ["user.created"]}],
            "vault_objects": [{"name": "token", "value": "v", "key_context": {"organization": "acme"}}],
        }
    )
    for command, expected in LISTS:
        arguments = command.format(user=ids["users"]["bob"], directory=ids["directories"]["directory"])
        assert expected in json.dumps(environment.json(*arguments.split())), command


def test_wrong_api_key(cli: Cli, url: str) -> None:
    cli.run("env", "add", "emulator", "sk_test_wrong", "--endpoint", url)
    assert "error" in cli.run("organization", "list", code=1)
