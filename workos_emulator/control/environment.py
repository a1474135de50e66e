"""Health, reset, the clock, the settings, the OpenAPI document."""

from datetime import datetime, timedelta
from typing import Any

from workos_emulator.control.document import document
from workos_emulator.control.routes import ControlCall, registered_routes, route
from workos_emulator.http.schema_parts import ANY_OBJECT, FLAG, MOMENT, TEXT, record
from workos_emulator.rendering.settings import SETTINGS_SCHEMA, apply_settings, render_settings
from workos_emulator.storage.clock import Clock, stamp

_HEALTH = record({"status": {"const": "ok"}, "client_id": TEXT}, "status", "client_id")
_CLOCK = record({"now": MOMENT, "frozen": FLAG}, "now", "frozen")


@route("GET", "/health", "environment", answer=_HEALTH)
def get_health(call: ControlCall) -> Any:
    """Tell that requests are answered. It needs no key, so it can be waited for."""
    return {"status": "ok", "client_id": call.emulator.client_id}


@route("GET", "/openapi.json", "environment", answer=ANY_OBJECT)
def get_document(call: ControlCall) -> Any:
    """This document."""
    return document(registered_routes())


@route("POST", "/reset", "environment", status=204)
def reset(call: ControlCall) -> Any:
    """Forget all objects, messages, faults and logged requests. Clock, settings and kept snapshots stay."""
    call.emulator.reset()


@route("GET", "/clock", "clock", answer=_CLOCK)
def get_clock(call: ControlCall) -> Any:
    """The time inside the emulator."""
    return _clock(call.emulator.clock)


@route("POST", "/clock/freeze", "clock", body=record({"at": MOMENT}), answer=_CLOCK)
def freeze_clock(call: ControlCall) -> Any:
    """Stop the clock, `at` a moment or now."""
    at = call.body.get("at")
    call.emulator.clock.freeze(None if at is None else datetime.fromisoformat(at))
    return _clock(call.emulator.clock)


_TRAVEL = record({"to": MOMENT, "seconds": {"type": "number"}}, minProperties=1, maxProperties=1)


@route("POST", "/clock/travel", "clock", body=_TRAVEL, answer=_CLOCK)
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


@route("POST", "/clock/resume", "clock", answer=_CLOCK)
def resume_clock(call: ControlCall) -> Any:
    """Let a stopped clock run on from the moment at which it stands."""
    call.emulator.clock.unfreeze()
    return _clock(call.emulator.clock)


@route("GET", "/settings", "environment", answer=SETTINGS_SCHEMA)
def get_settings(call: ControlCall) -> Any:
    """What a developer would set in the dashboard. Lifetimes are in seconds."""
    return render_settings(call.emulator.settings)


@route("PATCH", "/settings", "environment", body=SETTINGS_SCHEMA, answer=SETTINGS_SCHEMA)
def update_settings(call: ControlCall) -> Any:
    """Change some settings; they hold from the next request on."""
    apply_settings(call.emulator.settings, call.body)
    return get_settings(call)


def _clock(clock: Clock) -> dict[str, Any]:
    return {"now": stamp(clock.now()), "frozen": clock.frozen}
