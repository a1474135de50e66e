"""Handlers of Vault objects, and of data keys encrypted with AES-256-GCM."""

from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.api.vault import keys
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.vault import VaultKey, VaultObject, VaultVersion
from workos_emulator.storage.state import State, fold

_ACTOR = "API key"


def _render_metadata(state: State, object: VaultObject) -> dict[str, Any]:
    return {
        "context": object.context,
        "environment_id": state.environment_id,
        "id": object.id,
        "key_id": object.key_id,
        "updated_at": stamp(object.updated_at),
        "updated_by": {"id": state.environment_id, "name": _ACTOR},
        "version_id": object.versions[-1].id,
    }


def _render_object(state: State, object: VaultObject) -> dict[str, Any]:
    return {"id": object.id, "metadata": _render_metadata(state, object), "name": object.name}


def _get(call: Call) -> VaultObject:
    objects = call.state.vault.objects
    stored = objects.find("name", call.path["name"]) if "name" in call.path else objects.get(call.path["object_id"])
    if stored is None:
        raise errors.vault(404, "The object does not exist.")
    return stored


def _emit_event(call: Call, action: str, **data: Any) -> None:
    actor = {"actor_id": call.state.environment_id, "actor_source": "api", "actor_name": _ACTOR}
    call.state.events.emit(f"vault.{action}", {**actor, **data})


def _find_or_create_key(call: Call, context: dict[str, str]) -> VaultKey:
    key, is_new = keys.find_or_create_key(call.state, context)
    if is_new:
        _emit_event(call, "kek.created", key_name=key.id, key_id=key.id)
    return key


def _check_version(call: Call, object: VaultObject, expected: str | None) -> None:
    if expected is not None and expected != object.versions[-1].id:
        raise errors.vault(409, "The object has been updated to another version.")


def _create_version(call: Call, value: str) -> VaultVersion:
    now = call.state.now()
    return VaultVersion(id=call.state.ids.new("secret_version"), value=value, created_at=now, updated_at=now)


@operation("listVaultObjects")
def list_objects(call: Call) -> Result:
    """List Vault objects, filtered by a substring of the name and the time of the last update."""
    search = fold(call.query.get("search", ""))
    since = datetime.fromisoformat(call.query["updatedAfter"]) if "updatedAfter" in call.query else None

    def keep(object: VaultObject) -> bool:
        return search in fold(object.name) and (since is None or object.updated_at > since)

    def render(object: VaultObject) -> dict[str, Any]:
        return {"id": object.id, "name": object.name, "updated_at": stamp(object.updated_at)}

    page = call.page(call.state.vault.objects, render, keep=keep)
    _emit_event(call, "names.listed")
    return {"data": page["data"], "list_metadata": page["list_metadata"]}


@operation("createVaultObject")
def create(call: Call) -> Result:
    """Create a Vault object."""
    body, now, name = call.body, call.state.now(), call.body["name"]
    if call.state.vault.objects.find("name", name) is not None:
        raise errors.vault(409, f"The object '{name}' already exists.")
    object = VaultObject(
        id=call.state.ids.new("secret"),
        name=name,
        context=body["key_context"],
        key_id=_find_or_create_key(call, body["key_context"]).id,
        versions=[_create_version(call, body["value"])],
        created_at=now,
        updated_at=now,
    )
    call.state.vault.objects.add(object)
    _emit_event(call, "data.created", kv_name=name, key_id=object.key_id, key_context=object.context)
    return _render_metadata(call.state, object)


@operation("readVaultObject")
@operation("readVaultObjectByName")
def read(call: Call) -> Result:
    """Get a Vault object with its value."""
    object = _get(call)
    _emit_event(call, "data.read", kv_name=object.name, key_id=object.key_id)
    return {**_render_object(call.state, object), "value": object.versions[-1].value}


@operation("describeVaultObject")
def describe(call: Call) -> Result:
    """Get a Vault object without its value."""
    object = _get(call)
    _emit_event(call, "metadata.read", kv_name=object.name)
    return _render_object(call.state, object)


@operation("listVaultObjectVersions")
def list_versions(call: Call) -> Result:
    """List all versions of a Vault object, newest first."""
    object = _get(call)
    newest = object.versions[-1]
    data = [
        {
            "created_at": stamp(version.created_at),
            "current_version": version is newest,
            "etag": sha256(version.value.encode()).hexdigest(),
            "id": version.id,
            "size": len(version.value.encode()),
        }
        for version in reversed(object.versions)
    ]
    return {"data": data, "list_metadata": {"before": None, "after": None}}


@operation("updateVaultObject")
def update(call: Call) -> Result:
    """Update the value of a Vault object, which creates a new version."""
    object = _get(call)
    _check_version(call, object, call.body.get("version_check"))
    object.versions.append(_create_version(call, call.body["value"]))
    object.updated_at = call.state.now()
    _emit_event(call, "data.updated", kv_name=object.name, key_id=object.key_id, key_context=object.context)
    return _render_object(call.state, object)


@operation("deleteVaultObject")
def delete(call: Call) -> Result:
    """Delete a Vault object with all its versions."""
    object = _get(call)
    _check_version(call, object, call.query.get("version_check"))
    call.state.vault.objects.remove(object.id)
    _emit_event(call, "data.deleted", kv_name=object.name)
    return {"name": object.name, "success": True}


@operation("createDataKey", behavior="computed")
def create_data_find_or_create_key(call: Call) -> Result:
    """Create a 256-bit data key, encrypted with the key of the context."""
    return _render_data_key(call, call.state.ids.random_bytes(32))


@operation("createRekey", behavior="computed")
def rekey(call: Call) -> Result:
    """Re-encrypt a data key with the key of another context. Data that it encrypted stays readable."""
    _, secret = _decrypt_data_find_or_create_key(call, call.body["encrypted_keys"])
    return _render_data_key(call, secret, "dek.rekeyed")


def _render_data_key(call: Call, secret: bytes, event: str = "dek.read") -> Result:
    key = _find_or_create_key(call, call.body["context"])
    _emit_event(call, event, key_ids=[key.id], key_context=call.body["context"])
    return {
        "context": call.body["context"],
        "data_key": b64encode(secret).decode(),
        "encrypted_keys": keys.seal(call.state, key, secret),
        "id": key.id,
    }


def _decrypt_data_find_or_create_key(call: Call, blob: str) -> tuple[str, bytes]:
    decrypted = keys.unseal(call.state, blob)
    if decrypted is None:
        raise errors.vault(400, "The keys cannot be decrypted.")
    return decrypted


@operation("decryptDataKey", behavior="computed")
def decrypt_data_find_or_create_key(call: Call) -> Result:
    """Decrypt a data key that this environment encrypted."""
    key_id, secret = _decrypt_data_find_or_create_key(call, call.body["keys"])
    _emit_event(call, "dek.decrypted", key_id=key_id)
    return {"data_key": b64encode(secret).decode(), "id": key_id}
