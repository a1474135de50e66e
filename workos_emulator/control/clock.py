"""The clock."""

from datetime import datetime, timedelta
from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import BOOLEAN, DATE_TIME, object_schema
from workos_emulator.storage.clock import Clock, stamp

_CLOCK = object_schema({"now": DATE_TIME, "frozen": BOOLEAN}, "now", "frozen")


@route("GET", "/clock", response=_CLOCK)
def get_clock(call: ControlCall) -> Any:
    """The time inside the emulator."""
    return _clock(call.emulator.clock)


@route("POST", "/clock/freeze", body=object_schema({"at": DATE_TIME}), response=_CLOCK)
def freeze_clock(call: ControlCall) -> Any:
    """Stop the clock, `at` a moment or now."""
    at = call.body.get("at")
    call.emulator.clock.freeze(None if at is None else datetime.fromisoformat(at))
    return _clock(call.emulator.clock)


_TRAVEL = object_schema({"to": DATE_TIME, "seconds": {"type": "number"}}, minProperties=1, maxProperties=1)


@route("POST", "/clock/travel", body=_TRAVEL, response=_CLOCK)
def travel(call: ControlCall) -> Any:
    """Set the clock `to` a moment, or on by `seconds` (back, if they are negative). A stopped clock stays stopped."""
    clock = call.emulator.clock
    try:
        if "to" in call.body:
            clock.travel(datetime.fromisoformat(call.body["to"]))
        else:
            clock.advance(timedelta(seconds=call.body["seconds"]))
    except OverflowError:
        raise ValueError("seconds leads out of the calendar") from None
    return _clock(clock)


@route("POST", "/clock/resume", response=_CLOCK)
def resume_clock(call: ControlCall) -> Any:
    """Let a stopped clock run on from the moment at which it stands."""
    call.emulator.clock.unfreeze()
    return _clock(call.emulator.clock)


def _clock(clock: Clock) -> dict[str, Any]:
    return {"now": stamp(clock.now()), "frozen": clock.frozen}
