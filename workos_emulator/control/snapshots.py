"""Snapshots over HTTP."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import TEXT, TEXTS, Schema, record
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.persistence import snapshots

_SNAPSHOT: Schema = {
    "type": "object",
    "required": ["format", "objects", "values", "clock", "settings", "ids"],
    "description": "All objects, events, messages, settings, the clock and the signing key of access tokens. It holds all secrets "
    "of the environment.",
}
_NAMED = record({"id": {**TEXT, "minLength": 1}})
_ID = record({"id": TEXT}, "id")


@route("GET", "/snapshots", "snapshots", answer=record({"data": TEXTS}, "data"))
def list_snapshots(call: ControlCall) -> Any:
    """The ids of the kept snapshots."""
    return {"data": list(call.emulator.kept)}


@route("POST", "/snapshots", "snapshots", body=_NAMED, status=201, answer=_ID)
def take_snapshot(call: ControlCall) -> Any:
    """Keep a snapshot, under an id of your own (which replaces an older one) or a new one."""
    number = len(call.emulator.kept) + 1
    while (made := f"snapshot_{number}") in call.emulator.kept:
        number += 1
    id = call.body.get("id", made)
    call.emulator.kept[id] = call.emulator.snapshot()
    return {"id": id}


@route("GET", "/snapshots/{id}", "snapshots", answer=_SNAPSHOT)
def get_snapshot(call: ControlCall) -> Any:
    """A kept snapshot, to be stored in a file."""
    return call.emulator.kept[call.path["id"]]


@route("PUT", "/snapshots/{id}", "snapshots", body=_SNAPSHOT, status=204)
def put_snapshot(call: ControlCall) -> Any:
    """Keep a snapshot that comes from a file."""
    snapshots.check(call.body)
    call.emulator.kept[call.path["id"]] = call.body


@route("DELETE", "/snapshots/{id}", "snapshots", status=204)
def delete_snapshot(call: ControlCall) -> Any:
    """Forget a snapshot."""
    del call.emulator.kept[call.path["id"]]


@route("POST", "/snapshots/{id}/restore", "snapshots", answer=record({"id": TEXT, "now": TEXT}, "id", "now"))
def restore_snapshot(call: ControlCall) -> Any:
    """Make everything as it was when a snapshot was taken. The answer tells the time inside the emulator."""
    call.emulator.restore(call.emulator.kept[call.path["id"]])
    return {"id": call.path["id"], "now": stamp(call.emulator.clock.now())}


@route("GET", "/snapshot", "snapshots", answer=_SNAPSHOT)
def read_snapshot(call: ControlCall) -> Any:
    """Everything as it is now, to be stored in a file; it is not kept."""
    return call.emulator.snapshot()


@route("POST", "/restore", "snapshots", body=_SNAPSHOT, answer=record({"now": TEXT}, "now"))
def restore(call: ControlCall) -> Any:
    """Make everything as a snapshot says, which may come from another emulator. The answer tells the time inside the emulator."""
    call.emulator.restore(call.body)
    return {"now": stamp(call.emulator.clock.now())}
