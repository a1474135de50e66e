"""The clock, over HTTP."""

from datetime import datetime
from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import BOOLEAN, DATE_TIME, object_schema
from workos_emulator.storage.clock import Clock, stamp

_CLOCK = object_schema({"now": DATE_TIME, "frozen": BOOLEAN}, "now", "frozen")


@route("GET", "/clock", response=_CLOCK)
def get_clock(call: ControlCall) -> Any:
    """Get the emulator's current time."""
    return _clock(call.emulator.clock)


@route("POST", "/clock/freeze", body=object_schema({"at": DATE_TIME}), response=_CLOCK)
def freeze_clock(call: ControlCall) -> Any:
    """Freeze the clock at the time `at`; by default, at the current time."""
    at = call.body.get("at")
    call.emulator.clock.freeze(None if at is None else datetime.fromisoformat(at))
    return _clock(call.emulator.clock)


_TRAVEL = object_schema({"to": DATE_TIME, "seconds": {"type": "number"}}, minProperties=1, maxProperties=1)


@route("POST", "/clock/travel", body=_TRAVEL, response=_CLOCK)
def travel(call: ControlCall) -> Any:
    """Set the clock `to` a time, or move it forward by `seconds` (back, if negative). A frozen clock stays frozen."""
    clock = call.emulator.clock
    if "to" in call.body:
        clock.travel(datetime.fromisoformat(call.body["to"]))
    else:
        clock.advance(call.body["seconds"])
    return _clock(clock)


@route("POST", "/clock/unfreeze", response=_CLOCK)
def unfreeze_clock(call: ControlCall) -> Any:
    """Let a frozen clock continue from the time at which it is frozen."""
    call.emulator.clock.unfreeze()
    return _clock(call.emulator.clock)


@route("POST", "/clock/resume", response=_CLOCK)
def resume_clock(call: ControlCall) -> Any:
    """Let the clock show the system time again, however it was frozen or moved."""
    call.emulator.clock.resume()
    return _clock(call.emulator.clock)


def _clock(clock: Clock) -> dict[str, Any]:
    return {"now": stamp(clock.now()), "frozen": clock.frozen}
