import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from workos_emulator import Emulator, SeedError
from workos_emulator.seeding.factories.catalog import factories
from workos_emulator.seeding.factories.factory import ObjectFactory

from ..support import Api

FILE = Path(__file__).parents[1] / "seed.yaml"


def test_example_covers_every_factory(emulator: Emulator, api: Api) -> None:
    made = emulator.load(FILE)
    assert set(made) == set(factories())
    assert (emulator.api_key, emulator.client_id) == ("sk_test_example", "client_example")
    api.client.headers["authorization"] = f"Bearer {emulator.api_key}"
    user = made["users"]["ada@acme.com"]
    assert api("GET", f"/user_management/users/{user}")["first_name"] == "Ada"
    assert made["organizations"]["Other"] == "org_01HZZZZZZZZZZZZZZZZZZZZZZZ"
    membership = api("GET", f"/user_management/organization_memberships/{made['memberships']['ada']}")
    assert [role["slug"] for role in membership["roles"]] == ["admin", "editor"]
    body = {"permission_slug": "posts:write", "resource_external_id": made["organizations"]["acme"]}
    check = f"/authorization/organization_memberships/{membership['id']}/check"
    assert api("POST", check, json={**body, "resource_type_slug": "organization"})["authorized"] is True
    api.authenticate("password", 200, email="ada@acme.com", password="correct horse battery", invitation_token=None)
    people = api("GET", "/directory_users", params={"group": made["directory_groups"]["Staff"]})["data"]
    assert [person["email"] for person in people] == ["eve@acme.com"]


def test_ids_are_deterministic(api: Api) -> None:
    first, second = Emulator(), Emulator(seed=5)
    assert first.load(FILE) == second.load(FILE)


def test_json_equals_yaml(tmp_path: Path, emulator: Emulator) -> None:
    import yaml

    whole = yaml.load(FILE.read_text(), yaml.BaseLoader)
    whole["settings"], whole["applications"][0]["is_first_party"] = {"access_token_lifetime": 300}, True
    whole["users"][0]["email_verified"] = whole["oauth_resources"][0]["default"] = True
    whole["sign_in_policies"][0]["methods"] = {"password": True, "magic_auth": True}
    place = whole["radar_locations"][0]
    place |= {name: float(place[name]) for name in ("latitude", "longitude")}
    file = tmp_path / "seed.json"
    file.write_text(json.dumps(whole, indent="\t"))
    assert emulator.load(file) == Emulator().load(FILE)


def test_load_a_mapping(emulator: Emulator) -> None:
    made = emulator.load({"users": [{"key": "ada", "email": "ada@example.com"}], "clock": "2030-01-01T00:00:00Z"})
    assert list(made["users"]) == ["ada"]
    assert emulator.clock.now().year == 2030


WRONG = [
    ("users:\n  - email: a@b.co\n  - mail: x\n", "{file}:3: users: unknown field 'mail'; did you mean 'email'? The fields are email,"),
    ("users:\n  - first_name: A\n", "{file}:2: users: email is missing"),
    ("users:\n  - email: a@b.co\n    first_name: 5\n", "{file}:3: users: first_name: invalid_type"),
    ("people: []\n", "{file}:1: unknown factory 'people'; use one of permissions,"),
    ("users: {}\n", "{file}:1: users must be a list"),
    ("users:\n  - a\n", "{file}:2: each item of users must be an object"),
    ("- users\n", "{file}:1: a seed must be an object"),
    ("users:\n  - id: org_1\n    email: a@b.co\n", "{file}:2: id must start with user_"),
    ("users:\n  - id: 7\n    email: a@b.co\n", "{file}:2: id must be a string"),
    ("audit_log_schemas:\n  - {id: x, action_name: a, targets: []}\n", "{file}:2: you cannot choose the ID of audit_log_schemas"),
    ("users:\n  - email: a@b.co\n  - email: a@b.co\n", "{file}:3: duplicate users 'a@b.co'"),
    ("users:\n  - {key: a, email: a@b.co}\n  - {key: b, email: A@b.co}\n", "{file}:3: users 'b': Could not create user."),
    ("memberships:\n  - {user_id: nobody, organization_id: none}\n", "{file}:2: memberships 'nobody none': no object"),
    ("domains:\n  - {organization_id: none, domain: a.co}\n", "{file}:2: domains 'a.co': Organization not found"),
    ("users: []\nusers: []\n", "{file}:2: duplicate key 'users'"),
    ("users: [\n", "{file}:2: invalid YAML"),
    ("\tusers: []\n", "{file}:1: invalid YAML"),
    ("users: !!python/object:os.system []\n", "{file}:1: the tag 'tag:yaml.org,2002:python/object:os.system'"),
    ("clock: tomorrow\n", "{file}:1: clock must be a time with a time zone"),
    ("clock: 2026-01-01\n", "{file}:1: clock must be a time with a time zone"),
    ("users: []\nclock: 9999-12-31T12:00:00Z\n", "{file}:2: the clock must stay between the years 1000 and 8999"),
    ("users: []\nclock: 0001-01-01T00:00:00+14:00\n", "{file}:2: the clock must stay between the years 1000 and 8999"),
    ("settings:\n  mfa_required: maybe\n", "{file}:2: settings: mfa_required: invalid_type"),
    ("organizations:\n  - name: A\n    metadata:\n      a: 1\n", "{file}:4: organizations: metadata.a: invalid_type"),
    ("roles:\n  - {slug: a}\nmemberships:\n  - {user_id: u, organization_id: o, role_slugs: []}\n", "{file}:4: memberships: role_slugs: too_few"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_problems_have_file_and_line(tmp_path: Path, emulator: Emulator, text: str, message: str) -> None:
    file = tmp_path / "seed.yaml"
    file.write_text(text)
    before = emulator.snapshot()
    with pytest.raises(SeedError) as raised:
        emulator.load(file)
    assert message.format(file=file) in str(raised.value)
    assert emulator.snapshot()["objects"] == before["objects"]


def test_all_problems_are_reported(tmp_path: Path, emulator: Emulator) -> None:
    file = tmp_path / "seed.yml"
    file.write_text("users:\n  - mail: x\n  - email: 5\norgs: []\n")
    with pytest.raises(SeedError) as raised:
        emulator.load(file)
    assert [problem.line for problem in raised.value.problems] == [2, 2, 3, 4]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b'{\n "users": [,]}', ":2: invalid JSON"), (b"\xff", ":1: invalid UTF-8"), (b"[" * 100_000, ":1: invalid JSON")],
)
def test_invalid_json(tmp_path: Path, emulator: Emulator, content: bytes, message: str) -> None:
    file = tmp_path / "seed.json"
    file.write_bytes(content)
    with pytest.raises(SeedError, match=message):
        emulator.load(file)


def test_line_numbers_of_json_with_tabs(tmp_path: Path, emulator: Emulator) -> None:
    file = tmp_path / "seed.json"
    file.write_text('{\n\t"users": [\n\t\t{"mail":\t"a"}\n\t]\n}')
    with pytest.raises(SeedError, match=r"seed\.json:3: users: unknown field 'mail'"):
        emulator.load(file)


def test_all_or_nothing(emulator: Emulator, api: Api) -> None:
    kept = api.organization("Kept")
    seed = {"organizations": [{"name": "New"}], "domains": [{"organization_id": "none", "domain": "a.co"}]}
    with pytest.raises(SeedError):
        emulator.load(seed)
    assert [item["id"] for item in api("GET", "/organizations")["data"]] == [kept["id"]]


@pytest.mark.parametrize(
    "error", [OverflowError("the time is out of range"), RuntimeError("a defect"), KeyboardInterrupt()]
)
def test_nothing_is_left_after_any_error(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> Any:
        raise error

    def replace(name: str) -> ObjectFactory:
        found = factories()[name]
        return dataclasses.replace(found, create=fail) if name == "invitations" else found

    patched = {name: replace(name) for name in factories()}
    monkeypatch.setattr("workos_emulator.seeding.factories.catalog.factories", lambda: patched)
    before = emulator.snapshot()
    seed = {
        "clock": "2030-01-01T00:00:00Z",
        "settings": {"mfa_required": True},
        "api_key": "sk_test_seed",
        "users": [{"email": "ada@example.com"}],
        "invitations": [{"email": "bob@example.com"}],
    }
    expected = SeedError if isinstance(error, OverflowError) else type(error)
    with pytest.raises(expected) as raised:
        emulator.load(seed)
    if isinstance(raised.value, SeedError):
        assert str(raised.value) == "seed:1: invitations 'bob@example.com': the time is out of range"
    assert emulator.snapshot() == before
    assert emulator.api_key == "sk_test_emulator"


def test_missing_file(emulator: Emulator) -> None:
    with pytest.raises(FileNotFoundError):
        emulator.load("none.yaml")


@pytest.mark.parametrize("factory", factories())
def test_every_factory_has_defaults(emulator: Emulator, factory: str) -> None:
    first: Any = emulator.create(factory)
    assert isinstance(first, dict)
    if factory not in ("data_integrations", "waitlists"):
        emulator.create(factory)


def test_create(emulator: Emulator, api: Api) -> None:
    user = emulator.create("users", id="user_1", email="ada@example.com")
    assert user == api("GET", "/user_management/users/user_1")
    assert emulator.create("memberships", user_id="user_1", role_slugs=["admin"])["user_id"] == "user_1"
    with pytest.raises(ValueError, match="unknown factory 'people'"):
        emulator.create("people")
    with pytest.raises(ValueError, match="email"):
        emulator.create("users", email="no address")
    with pytest.raises(KeyError):
        emulator.create("memberships", user_id="user_none")


def test_connected_accounts(emulator: Emulator, api: Api) -> None:
    mine = emulator.create("connected_accounts", scopes=["repo"])
    path = f"/user_management/users/{mine['user_id']}/connected_accounts/github"
    assert {**api("GET", path), "warnings": []} == mine
    integration = emulator.create("data_integrations", provider="slack", ownership="organization")
    shared = emulator.create("connected_accounts", data_integration_id=integration["id"], id="connected_account_1")
    assert (shared["id"], shared["user_id"]) == ("connected_account_1", None)
    path = f"/organizations/{shared['organization_id']}/connected_accounts/slack"
    assert api("GET", path)["established_by_user_id"] == shared["established_by_user_id"]
    member = emulator.create("memberships")
    pair = {name: member[name] for name in ("user_id", "organization_id")}
    limited = emulator.create("connected_accounts", **pair)
    assert (limited["user_id"], limited["organization_id"]) == (member["user_id"], member["organization_id"])
    with pytest.raises(KeyError):
        emulator.create("connected_accounts", data_integration_id="none")
    entry = {"data_integration_id": integration["id"], "user_id": member["user_id"]}
    with pytest.raises(SeedError, match="organization_id is required"):
        emulator.load({"connected_accounts": [entry]})


def test_agents(emulator: Emulator, api: Api) -> None:
    agent = emulator.create("agent_registrations", id="agent_registration_1", email="ada@example.com")
    body = {"type": "api_key", "credential": agent["api_key"]}
    assert api("POST", "/agents/credentials/validate", json=body)["registration_id"] == "agent_registration_1"
    token = emulator.create("agent_blueprint_tokens")
    instance = api("GET", f"/agents/instances/{token['agent_instance_id']}")
    check = f"/agents/blueprints/{instance['agent_blueprint_id']}/tokens/validate"
    valid = api("POST", check, json={"agent_access_token": token["access_token"]})
    assert valid["organization_id"] == instance["organization_id"]
    user = emulator.create("memberships")["user_id"]
    signed_in = emulator.seed.sign_in(user)["access_token"]
    acting = emulator.create("agent_blueprint_tokens", type="user_delegated", user_access_token=signed_in)
    instance = api("GET", f"/agents/instances/{acting['agent_instance_id']}")
    assert instance["type"] == "delegated"
