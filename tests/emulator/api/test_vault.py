from base64 import b64decode, b64encode
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

KV = "/vault/v1/kv"
KEYS = "/vault/v1/keys"
CONTEXT = {"organization_id": "org_1"}


def store(api: Api, name: str = "token", value: str = "s3cret", **fields: Any) -> Any:
    return api("POST", KV, 201, json={"name": name, "value": value, "key_context": CONTEXT, **fields})


def test_object_lifecycle(api: Api, clock: Clock) -> None:
    metadata = store(api)
    path = f"{KV}/{metadata['id']}"
    whole = api("GET", path)
    assert whole == {"id": metadata["id"], "name": "token", "value": "s3cret", "metadata": metadata}
    assert api("GET", f"{KV}/name/token") == whole
    assert api("GET", f"{path}/metadata") == {name: whole[name] for name in ("id", "name", "metadata")}

    clock.advance(60)
    changed = api("PUT", path, 201, json={"value": "n€w"})
    assert changed["metadata"]["version_id"] != metadata["version_id"]
    assert api("GET", path)["value"] == "n€w"
    versions = api("GET", f"{path}/versions")["data"]
    assert [(v["current_version"], v["size"]) for v in versions] == [(True, 5), (False, 6)]
    assert versions[1]["id"] == metadata["version_id"]

    assert api("DELETE", path) == {"name": "token", "success": True}
    assert list(api("GET", path, 404)) == ["error"]
    store(api)


def test_version_check(api: Api) -> None:
    metadata = store(api)
    path = f"{KV}/{metadata['id']}"
    api("PUT", path, 201, json={"value": "b", "version_check": metadata["version_id"]})
    assert list(api("PUT", path, 409, json={"value": "c", "version_check": metadata["version_id"]})) == ["error"]
    api("DELETE", f"{path}?version_check={metadata['version_id']}", 409)
    assert api("GET", path)["value"] == "b"
    api("PUT", path, 201, json={"value": "c", "version_check": None})


def test_list(api: Api, clock: Clock) -> None:
    first = store(api, "api/token")
    clock.advance(60)
    second = store(api, "password")
    assert [item["id"] for item in api("GET", KV)["data"]] == [second["id"], first["id"]]
    assert [item["id"] for item in api("GET", f"{KV}?search=TOK")["data"]] == [first["id"]]
    assert [item["id"] for item in api("GET", f"{KV}?updatedAfter=2026-01-31T12:00:30Z")["data"]] == [second["id"]]
    page = api("GET", f"{KV}?limit=1&order=asc")
    assert page["data"][0] == {"id": first["id"], "name": "api/token", "updated_at": "2026-01-31T12:00:00.000Z"}
    assert api("GET", f"{KV}?order=asc&after={page['list_metadata']['after']}")["data"][0]["id"] == second["id"]
    assert api("GET", f"{KV}/name/api%2Ftoken")["id"] == first["id"]


@pytest.mark.parametrize(
    ("method", "path", "status", "body"),
    [
        ("POST", KV, 409, {"name": "token", "value": "v", "key_context": {}}),
        ("POST", KV, 422, {"name": "x", "value": "v"}),
        ("POST", KV, 422, {"name": "x" * 201, "value": "v", "key_context": {}}),
        ("POST", KV, 422, {"name": "x", "value": "v", "key_context": {str(n): "" for n in range(11)}}),
        ("PUT", f"{KV}/none", 404, {"value": "v"}),
        ("GET", f"{KV}/name/none", 404, None),
        ("GET", f"{KV}?after=none", 400, None),
        ("POST", f"{KEYS}/data-key", 422, {}),
        ("POST", f"{KEYS}/decrypt", 400, {}),
        ("POST", f"{KEYS}/decrypt", 400, {"keys": "no base64"}),
        ("POST", f"{KEYS}/decrypt", 400, {"keys": ""}),
        ("POST", f"{KEYS}/decrypt", 400, {"keys": b64encode(b"\x03abc" + bytes(60)).decode()}),
    ],
)
def test_error_format(api: Api, method: str, path: str, status: int, body: Any) -> None:
    store(api)
    assert list(api(method, path, status, json=body)) == ["error"]


def test_data_keys(api: Api) -> None:
    made = api("POST", f"{KEYS}/data-key", json={"context": CONTEXT})
    assert made["context"] == CONTEXT
    assert len(b64decode(made["data_key"])) == 32
    assert made["data_key"] not in made["encrypted_keys"]
    opened = api("POST", f"{KEYS}/decrypt", json={"keys": made["encrypted_keys"]})
    assert opened == {"data_key": made["data_key"], "id": made["id"]}
    assert api("POST", f"{KEYS}/data-key", json={"context": CONTEXT})["data_key"] != made["data_key"]


def test_modified_keys_cannot_be_decrypted(api: Api) -> None:
    blob = bytearray(b64decode(api("POST", f"{KEYS}/data-key", json={"context": CONTEXT})["encrypted_keys"]))
    blob[-1] ^= 1
    api("POST", f"{KEYS}/decrypt", 400, json={"keys": b64encode(blob).decode()})


def test_keys_of_another_environment_cannot_be_decrypted(api: Api, emulator: Emulator) -> None:
    blob = api("POST", f"{KEYS}/data-key", json={"context": CONTEXT})["encrypted_keys"]
    emulator.reset()
    store(api)
    api("POST", f"{KEYS}/decrypt", 400, json={"keys": f"{blob[:8]}AAAA{blob[12:]}"})


def test_rekey(api: Api) -> None:
    made = api("POST", f"{KEYS}/data-key", json={"context": CONTEXT})
    body = {"context": {"organization_id": "org_2"}, "encrypted_keys": made["encrypted_keys"]}
    moved = api("POST", f"{KEYS}/rekey", json=body)
    assert moved["data_key"] == made["data_key"]
    assert moved["id"] != made["id"]
    opened = api("POST", f"{KEYS}/decrypt", json={"keys": moved["encrypted_keys"]})
    assert opened == {"data_key": made["data_key"], "id": moved["id"]}
    api("POST", f"{KEYS}/rekey", 400, json={**body, "encrypted_keys": "x"})


def test_context_order_does_not_matter(api: Api) -> None:
    ids = [
        api("POST", f"{KEYS}/data-key", json={"context": context})["id"]
        for context in ({"a": "1", "b": "2"}, {"b": "2", "a": "1"}, {"a": "1"})
    ]
    assert ids[0] == ids[1] != ids[2]


def test_events(api: Api) -> None:
    metadata = store(api)
    api("GET", f"{KV}/{metadata['id']}")
    api("GET", KV)
    events = api("GET", "/events?order=asc")["data"]
    names = [event["event"] for event in events]
    assert names == ["vault.kek.created", "vault.data.created", "vault.data.read", "vault.names.listed"]
    assert events[1]["data"]["key_id"] == metadata["key_id"]
    assert "s3cret" not in str(events)
