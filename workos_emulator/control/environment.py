"""Health, reset, settings, and the OpenAPI document, over HTTP."""

from typing import Any

from workos_emulator.control.document import document
from workos_emulator.control.routes import ControlCall, registered_routes, route
from workos_emulator.http.schema_parts import ANY_OBJECT, STRING, object_schema
from workos_emulator.rendering.settings import SETTINGS_SCHEMA, apply_settings, render_settings

_HEALTH = object_schema({"status": {"const": "ok"}, "client_id": STRING}, "status", "client_id")


@route("GET", "/health", response=_HEALTH)
def get_health(call: ControlCall) -> Any:
    """Check that the emulator serves requests. Poll this endpoint to wait for the emulator; it requires no API key."""
    return {"status": "ok", "client_id": call.emulator.client_id}


@route("GET", "/openapi.json", response=ANY_OBJECT)
def get_document(call: ControlCall) -> Any:
    """Get this document."""
    return document(registered_routes())


_RESET = object_schema(
    {
        "keep": {
            "type": "array",
            "items": {"enum": ["settings", "clock"]},
            "description": "What stays; nothing by default.",
        }
    }
)


@route("POST", "/reset", body=_RESET, status=204)
def reset(call: ControlCall) -> Any:
    """Delete all objects, messages, faults and logged requests, and return the settings and the clock to their initial state.

    The API key, the client ID and saved snapshots stay.
    """
    call.emulator.reset(keep=call.body.get("keep", ()))


@route("GET", "/settings", response=SETTINGS_SCHEMA)
def get_settings(call: ControlCall) -> Any:
    """Get the settings of the environment, which you configure in the dashboard at WorkOS. Lifetimes are in seconds."""
    return render_settings(call.emulator.settings)


@route("PATCH", "/settings", body=SETTINGS_SCHEMA, response=SETTINGS_SCHEMA)
def update_settings(call: ControlCall) -> Any:
    """Update settings. Changes apply from the next request."""
    apply_settings(call.emulator.settings, call.body)
    return get_settings(call)
