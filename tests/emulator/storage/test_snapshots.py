import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from workos_emulator import Emulator
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.users import PasswordHash
from workos_emulator.storage.persistence import codec, inventory, snapshots
from workos_emulator.storage.persistence.errors import UnreadableError
from workos_emulator.storage.signing_key import SigningKey
from workos_emulator.storage.store import Collection

from ..support import Api

ROOT = Path(__file__).parents[3]


def populate(api: Api, emulator: Emulator) -> Any:
    """Store objects of many kinds: with passwords, codes, bytes, sets and nested objects."""
    organization = api.organization("Acme", domain_data=[{"domain": "acme.com", "state": "verified"}])
    user = api.user(password="correct horse battery")
    api.membership(user, organization, role_slug="admin")
    api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})
    api("POST", "/user_management/invitations", 201, json={"email": "bob@example.com"})
    api("POST", "/radar/lists/ip_address/block", 201, json={"entry": "1.2.3.4"})
    directory = emulator.seed.directory(organization["id"], name="D")
    group = emulator.seed.directory_group(directory["id"], name="G")
    emulator.seed.directory_user(directory["id"], email="c@acme.com", group_ids=[group["id"]])
    emulator.seed.connection(organization["id"])
    emulator.seed.feature_flags(organization["id"], ["beta"])
    emulator.seed.radar_assessment("block")
    api.authenticate("password", email="ada@example.com", password="correct horse battery")
    return organization


def all_objects(api: Api) -> Any:
    paths = (
        "/organizations",
        "/user_management/users",
        "/directory_users",
        "/connections",
        "/user_management/invitations",
    )
    return [api("GET", path) for path in paths]


def test_restore(api: Api, emulator: Emulator, clock: Any) -> None:
    organization = populate(api, emulator)
    before, snapshot = all_objects(api), json.loads(json.dumps(emulator.snapshot()))
    events = [event["event"] for event in api("GET", "/events", params={"limit": 100})["data"]]

    api("DELETE", f"/organizations/{organization['id']}")
    api.user("new@example.com")
    clock.advance(3600)
    emulator.settings.mfa_required = True
    emulator.restore(snapshot)

    assert all_objects(api) == before
    assert [event["event"] for event in api("GET", "/events", params={"limit": 100})["data"]] == events
    assert clock.now() == datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert emulator.settings.mfa_required is False
    assert emulator.outbox.last("ada@example.com", "magic_auth").code
    api.authenticate("password", email="ada@example.com", password="correct horse battery")
    assert emulator.snapshot()["objects"].keys() == snapshot["objects"].keys()


def test_snapshot_of_a_restored_emulator(api: Api, emulator: Emulator) -> None:
    populate(api, emulator)
    snapshot = emulator.snapshot()
    emulator.restore(snapshot)
    assert emulator.snapshot() == snapshot


def test_same_ids_after_a_restore(api: Api, emulator: Emulator) -> None:
    snapshot = emulator.snapshot()
    first = api.organization()
    emulator.restore(snapshot)
    assert api.organization() == first


def test_restore_in_another_emulator(api: Api, emulator: Emulator) -> None:
    populate(api, emulator)
    other = Emulator()
    other.restore(emulator.snapshot())
    assert [o.name for o in other.environment.state.organizations] == ["Acme"]
    ids = [other.environment.state.ids.new("org") for _ in range(3)]
    assert ids == sorted(ids)
    assert ids[0] > next(iter(other.environment.state.organizations)).id


def test_indexes_work_after_a_restore(api: Api, emulator: Emulator) -> None:
    organization = populate(api, emulator)
    emulator.restore(emulator.snapshot())
    assert len(api("GET", "/user_management/users", params={"organization_id": organization["id"]})["data"]) == 1
    api("POST", "/user_management/users", 400, json={"email": "ada@example.com"})
    other = emulator.seed.connection(organization["id"])
    types = [event["event"] for event in api("GET", "/events", params={"limit": 100})["data"]]
    assert types.count("connection.activated") == 2, other


def test_connection_events_are_not_repeated_after_a_restore(api: Api, emulator: Emulator) -> None:
    connection = emulator.seed.connection(api.organization()["id"])
    emulator.restore(emulator.snapshot())
    emulator.seed.update_connection(connection["id"], name="New")
    types = [event["event"] for event in api("GET", "/events")["data"]]
    assert types.count("connection.activated") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        [],
        {"format": 99},
        {"objects": {"none": []}},
        {"values": {"none": 1}},
        {"objects": {"organizations": [{"$Nonsense": {}}]}},
        {"objects": {"organizations": [{"$Organization": {"colour": "red"}}]}},
        {"objects": {"organizations": [1]}},
        {"clock": 1},
        {"ids": {}},
        {"signing_key": 1},
        {"signing_key": "no key"},
        {"clock": {"$tuple": [{"$seconds": 0.0}, {"$datetime": "9999-12-31T12:00:00+00:00"}]}},
        {"clock": {"$tuple": [{"$seconds": 1e12}, None]}},
        {"clock": {"$tuple": [{"$seconds": 0.0}, "2026-01-31T12:00:00Z"]}},
        {"clock": None},
    ],
)
def test_invalid_snapshot_changes_nothing(api: Api, emulator: Emulator, wrong: Any) -> None:
    api.organization()
    emulator.settings.mfa_required = True
    good = emulator.snapshot()
    with pytest.raises(ValueError, match=r"."):
        emulator.restore({**good, **wrong} if isinstance(wrong, dict) and wrong else wrong)
    assert emulator.snapshot() == good


def test_other_key_types_are_rejected(emulator: Emulator) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    keys = emulator.jwks
    with pytest.raises(ValueError, match="signing key of the snapshot is not an RSA private key") as raised:
        emulator.restore({**emulator.snapshot(), "signing_key": pem})
    assert pem.splitlines()[1] not in str(raised.value)
    assert emulator.jwks == keys


def test_duplicate_keys_are_rejected(api: Api, emulator: Emulator) -> None:
    api.user()
    snapshot = emulator.snapshot()
    duplicate = json.loads(json.dumps(snapshot["objects"]["users"][0]).replace('"user_', '"user_x'))
    duplicate["$User"]["number"] = 1
    snapshot["objects"]["users"].append(duplicate)
    with pytest.raises(ValueError, match="two objects of users have the same email"):
        emulator.restore(snapshot)


def test_everything_stored_can_be_encoded(emulator: Emulator) -> None:
    """Every attribute of the state is a collection or a value that the codec supports."""
    state = emulator.environment.state
    assert {"organizations", "codes.invitations", "sso.profiles", "outbox.messages", "events.events"} <= set(
        inventory.collections(state)
    )
    assert "codes.radar_planned" in inventory.value_slots(state)
    for place in inventory.value_slots(state).values():
        assert codec.loads(codec.dumps(place.value)) == place.value
    for collection in inventory.collections(state).values():
        assert isinstance(collection, Collection)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "$text",
        {"$key": 1, "other": [1.5, True]},
        {("a", "b"): {"x"}, 1: frozenset({"y"})},
        {"$datetime": "no"},
        b"\x00\xff",
        (1, ("a",)),
        timedelta(seconds=1.5),
        datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC),
        [PasswordHash(kind="k", value="v")],
    ],
)
def test_values_round_trip(value: Any) -> None:
    assert codec.loads(codec.dumps(value)) == value


@pytest.mark.parametrize("text", ["", "{", '{"$datetime": "x"}', '{"$bytes": "%"}', '{"$dict": [1]}', '{"$None": {}}'])
def test_invalid_values(text: str) -> None:
    with pytest.raises(UnreadableError):
        codec.loads(text)


def test_unsupported_types() -> None:
    with pytest.raises(TypeError, match="object cannot be encoded"):
        codec.dumps(object())


def test_http(api: Api, emulator: Emulator) -> None:
    api.organization("First")
    assert api("POST", "/_emulator/snapshots", 201) == {"id": "snapshot_1"}
    assert api("POST", "/_emulator/snapshots", 201, json={"id": "mine"}) == {"id": "mine"}
    document = api("GET", "/_emulator/snapshots/mine")
    api("POST", "/_emulator/reset", 204)
    api("POST", "/_emulator/snapshots/snapshot_1/restore")
    assert [item["name"] for item in api("GET", "/organizations")["data"]] == ["First"]

    api("DELETE", "/_emulator/snapshots/mine", 204)
    api("POST", "/_emulator/snapshots/mine/restore", 404)
    api("PUT", "/_emulator/snapshots/file", 204, json=document)
    assert api("GET", "/_emulator/snapshots") == {"data": ["snapshot_1", "file"]}
    api("POST", "/_emulator/snapshots/file/restore")
    api("PUT", "/_emulator/snapshots/file", 422, json={**document, "format": 0})
    api("PUT", "/_emulator/snapshots/file", 422, json={})
    api("GET", "/_emulator/snapshots/none", 404)


def test_http_snapshot_and_restore(api: Api, emulator: Emulator) -> None:
    api.organization("First")
    document = api("GET", "/_emulator/snapshot")
    api("POST", "/_emulator/reset", 204)
    assert api("POST", "/_emulator/restore", json=document) == {"now": stamp(emulator.clock.now())}
    assert [item["name"] for item in api("GET", "/organizations")["data"]] == ["First"]
    api("POST", "/_emulator/restore", 422, json={**document, "signing_key": "no key"})
    api("POST", "/_emulator/restore", 422, json={})
    assert [item["name"] for item in api("GET", "/organizations")["data"]] == ["First"]
    assert api("GET", "/_emulator/snapshots") == {"data": []}


def test_tokens_verify_in_another_process(tmp_path: Path) -> None:
    file, code = (
        tmp_path / "snapshot.json",
        """
import json, sys
from workos_emulator import Emulator
emulator = Emulator()
token = emulator.seed.sign_in(emulator.create("users")["id"])["access_token"]
json.dump(emulator.snapshot(), open(sys.argv[1], "w"))
print(token)
""",
    )
    command = [sys.executable, "-c", code, str(file)]
    token = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, timeout=60).stdout.strip()
    with Emulator(db=tmp_path / "db") as emulator:
        assert emulator.environment.signing_key.verify(token) is None
        emulator.restore(json.loads(file.read_text()))
        keys = emulator.jwks
        claims = emulator.environment.signing_key.verify(token)
        assert claims is not None
        assert claims["sub"] in emulator.environment.state.users
        emulator.reset()
        assert emulator.environment.signing_key.verify(token) == claims
        assert emulator.jwks == keys
    with Emulator(db=tmp_path / "db") as reopened:
        assert reopened.environment.signing_key.verify(token) == claims


def test_snapshot_without_a_key_keeps_the_key() -> None:
    untouched = SigningKey()
    one, other = Emulator(), Emulator()
    snapshot = snapshots.take(one.environment.state, untouched)
    assert "signing_key" not in snapshot
    before = other.jwks
    other.restore(snapshot)
    assert other.jwks == before


@pytest.mark.parametrize(("intent", "intents"), [("sso", ["sso"]), (None, [])])
def test_portal_links_of_earlier_versions(api: Api, emulator: Emulator, intent: str | None, intents: list[str]) -> None:
    """An earlier version stored one `intent` instead of `intents`, and none of the fields that were added since."""
    organization = api.organization()
    api("POST", "/portal/generate_link", 201, json={"organization": organization["id"], "intent": "sso"})
    snapshot = json.loads(json.dumps(emulator.snapshot()))
    (name,) = [name for name, objects in snapshot["objects"].items() if any("$PortalLink" in item for item in objects)]
    fields = snapshot["objects"][name][0]["$PortalLink"]
    kept = ("id", "number", "created_at", "updated_at", "organization_id", "expires_at", "external_user_id")
    link = {key: fields[key] for key in kept if key in fields} | {"intent": intent}
    snapshot["objects"][name][0]["$PortalLink"] = link
    emulator.restore(snapshot)
    stored = emulator.environment.state.portal_links.get(link["id"])
    assert stored is not None
    assert stored.intents == intents
