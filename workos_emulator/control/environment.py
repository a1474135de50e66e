"""Health, reset, the settings, and the OpenAPI document."""

from typing import Any

from workos_emulator.control.document import document
from workos_emulator.control.routes import ControlCall, registered_routes, route
from workos_emulator.http.schema_parts import ANY_OBJECT, STRING, object_schema
from workos_emulator.rendering.settings import SETTINGS_SCHEMA, apply_settings, render_settings

_HEALTH = object_schema({"status": {"const": "ok"}, "client_id": STRING}, "status", "client_id")


@route("GET", "/health", response=_HEALTH)
def get_health(call: ControlCall) -> Any:
    """Tell that requests are answered. It needs no key, so it can be waited for."""
    return {"status": "ok", "client_id": call.emulator.client_id}


@route("GET", "/openapi.json", response=ANY_OBJECT)
def get_document(call: ControlCall) -> Any:
    """This document."""
    return document(registered_routes())


@route("POST", "/reset", status=204)
def reset(call: ControlCall) -> Any:
    """Forget all objects, messages, faults and logged requests. Clock, settings and kept snapshots stay."""
    call.emulator.reset()


@route("GET", "/settings", response=SETTINGS_SCHEMA)
def get_settings(call: ControlCall) -> Any:
    """What a developer would set in the dashboard. Lifetimes are in seconds."""
    return render_settings(call.emulator.settings)


@route("PATCH", "/settings", body=SETTINGS_SCHEMA, response=SETTINGS_SCHEMA)
def update_settings(call: ControlCall) -> Any:
    """Change some settings; they hold from the next request on."""
    apply_settings(call.emulator.settings, call.body)
    return get_settings(call)
