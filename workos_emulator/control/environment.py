"""Health, reset, the clock, the settings, the OpenAPI document."""

from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from workos_emulator.clock import Clock, stamp
from workos_emulator.control.routes import Call, route
from workos_emulator.control.shapes import ANY_OBJECT, FLAG, MOMENT, TEXT, TEXT_OR_NULL, TEXTS, Schema, record
from workos_emulator.settings import Settings

_HEALTH = record({"status": {"const": "ok"}, "client_id": TEXT}, "status", "client_id")
_CLOCK = record({"now": MOMENT, "frozen": FLAG}, "now", "frozen")


def _setting(default: Any) -> Schema:
    if isinstance(default, timedelta):
        return {"type": "number", "minimum": 0, "description": "Seconds."}
    if isinstance(default, frozenset):
        return TEXTS
    if default is None:
        return TEXT_OR_NULL
    if isinstance(default, tuple):
        return {"type": "array", "items": TEXT if isinstance(default[0], str) else {"type": "number", "minimum": 0}}
    return {bool: FLAG, int: {"type": "integer", "minimum": 0}, str: TEXT}[type(default)]


_SETTINGS = record({each.name: _setting(each.default) for each in fields(Settings)}, minProperties=1)


@route("GET", "/health", "environment", answer=_HEALTH)
def get_health(call: Call) -> Any:
    """Tell that requests are answered. It needs no key, so it can be waited for."""
    return {"status": "ok", "client_id": call.emulator.client_id}


@route("GET", "/openapi.json", "environment", answer=ANY_OBJECT)
def get_document(call: Call) -> Any:
    """This document."""
    from workos_emulator.control.document import document

    return document()


@route("POST", "/reset", "environment", status=204)
def reset(call: Call) -> Any:
    """Forget all objects, messages, faults and logged requests. Clock, settings and kept snapshots stay."""
    call.emulator.reset()


@route("GET", "/clock", "clock", answer=_CLOCK)
def get_clock(call: Call) -> Any:
    """The time inside the emulator."""
    return _clock(call.emulator.clock)


@route("POST", "/clock/freeze", "clock", body=record({"at": MOMENT}), answer=_CLOCK)
def freeze_clock(call: Call) -> Any:
    """Stop the clock, `at` a moment or now."""
    at = call.body.get("at")
    call.emulator.clock.freeze(None if at is None else datetime.fromisoformat(at))
    return _clock(call.emulator.clock)


_TRAVEL = record({"to": MOMENT, "seconds": {"type": "number"}}, minProperties=1, maxProperties=1)


@route("POST", "/clock/travel", "clock", body=_TRAVEL, answer=_CLOCK)
def travel(call: Call) -> Any:
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
def resume_clock(call: Call) -> Any:
    """Let a stopped clock run on from the moment at which it stands."""
    call.emulator.clock.unfreeze()
    return _clock(call.emulator.clock)


@route("GET", "/settings", "environment", answer=_SETTINGS)
def get_settings(call: Call) -> Any:
    """What a developer would set in the dashboard. Lifetimes are in seconds."""
    return {each.name: _shown(getattr(call.emulator.settings, each.name)) for each in fields(Settings)}


@route("PATCH", "/settings", "environment", body=_SETTINGS, answer=_SETTINGS)
def update_settings(call: Call) -> Any:
    """Change some settings; they hold from the next request on."""
    apply_settings(call.emulator.settings, call.body)
    return get_settings(call)


def apply_settings(settings: Settings, given: dict[str, Any]) -> None:
    """Change settings to values that fit the schema of `updateSettings`."""
    defaults = {each.name: each.default for each in fields(Settings)}
    for name, value in given.items():
        setattr(settings, name, _made(defaults[name], value))


def _made(default: Any, value: Any) -> Any:
    if isinstance(default, tuple):
        return tuple(_made(default[0], item) for item in value)
    if isinstance(default, timedelta):
        return timedelta(seconds=value)
    return frozenset(value) if isinstance(default, frozenset) else value


def settings_schema() -> Schema:
    """The schema of `updateSettings`."""
    return _SETTINGS


def _shown(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, tuple):
        return [_shown(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    return sorted(value) if isinstance(value, frozenset) else value  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _clock(clock: Clock) -> dict[str, Any]:
    return {"now": stamp(clock.now()), "frozen": clock.frozen}
