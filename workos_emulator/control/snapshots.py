"""Snapshots over HTTP."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import STRING, STRINGS, Schema, object_schema
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.persistence import snapshots

_SNAPSHOT: Schema = {
    "type": "object",
    "required": ["format", "objects", "values", "clock", "settings", "ids"],
    "description": "All objects, events, messages and settings, the clock, and the signing key of access tokens. It contains all "
    "secrets of the environment.",
}
_NAMED = object_schema({"id": {**STRING, "minLength": 1}})
_ID = object_schema({"id": STRING}, "id")


@route("GET", "/snapshots", response=object_schema({"data": STRINGS}, "data"))
def list_snapshots(call: ControlCall) -> Any:
    """List the IDs of the saved snapshots."""
    return {"data": list(call.emulator.saved_snapshots)}


@route("POST", "/snapshots", body=_NAMED, status=201, response=_ID)
def take_snapshot(call: ControlCall) -> Any:
    """Save a snapshot under the given ID, replacing an existing one, or under a generated ID."""
    number = len(call.emulator.saved_snapshots) + 1
    while (default_id := f"snapshot_{number}") in call.emulator.saved_snapshots:
        number += 1
    id = call.body.get("id", default_id)
    call.emulator.saved_snapshots[id] = call.emulator.snapshot()
    return {"id": id}


@route("GET", "/snapshots/{id}", response=_SNAPSHOT)
def get_snapshot(call: ControlCall) -> Any:
    """Get a saved snapshot, for storage in a file."""
    return call.emulator.saved_snapshots[call.path["id"]]


@route("PUT", "/snapshots/{id}", body=_SNAPSHOT, status=204)
def put_snapshot(call: ControlCall) -> Any:
    """Save a snapshot from a file."""
    snapshots.check(call.body)
    call.emulator.saved_snapshots[call.path["id"]] = call.body


@route("DELETE", "/snapshots/{id}", status=204)
def delete_snapshot(call: ControlCall) -> Any:
    """Delete a saved snapshot."""
    del call.emulator.saved_snapshots[call.path["id"]]


@route("POST", "/snapshots/{id}/restore", response=object_schema({"id": STRING, "now": STRING}, "id", "now"))
def restore_snapshot(call: ControlCall) -> Any:
    """Restore a saved snapshot. The response contains the emulator's current time."""
    call.emulator.restore(call.emulator.saved_snapshots[call.path["id"]])
    return {"id": call.path["id"], "now": stamp(call.emulator.clock.now())}


@route("GET", "/snapshot", response=_SNAPSHOT)
def read_snapshot(call: ControlCall) -> Any:
    """Get the current state as a snapshot, for storage in a file, without saving it."""
    return call.emulator.snapshot()


@route("POST", "/restore", body=_SNAPSHOT, response=object_schema({"now": STRING}, "now"))
def restore(call: ControlCall) -> Any:
    """Restore a snapshot of this or another emulator. The response contains the emulator's current time."""
    call.emulator.restore(call.body)
    return {"now": stamp(call.emulator.clock.now())}
