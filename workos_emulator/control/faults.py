"""Fault injection over HTTP."""

from typing import Any, get_args

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import NULLABLE_STRING, STRING, list_schema, object_schema
from workos_emulator.server.faults import ConnectionFault, Fault

_CONNECTION = {"type": ["string", "null"], "enum": [*get_args(ConnectionFault), None]}
_NEW_FAULT = object_schema(
    {
        "status": {"type": "integer", "minimum": 200, "maximum": 599},
        "count": {
            "type": ["integer", "null"],
            "minimum": 1,
            "description": "The number of requests to affect, 1 by default; null for all.",
        },
        "method": STRING,
        "path": {**STRING, "description": "A pattern for the path; `*` matches any text, slashes included."},
        "retry_after": {"type": ["number", "string"]},
        "delay": {"type": "number", "minimum": 0, "description": "The delay before the response, in seconds."},
        "headers": {"type": "object", "additionalProperties": STRING},
        "body": {"description": "The response body: a string is sent as is, any other value as JSON."},
        "connection": {
            "enum": list(get_args(ConnectionFault)),
            "description": "`reset` the connection before the request is handled, `reset_after` it, or `truncate` the response body.",
        },
        "probability": {"type": "number", "minimum": 0, "maximum": 1},
        "seed": {"type": ["integer", "string"], "description": "Makes `probability` deterministic."},
    },
    anyOf=[{"required": ["status"]}, {"required": ["delay"]}, {"required": ["connection"]}],
)
_FAULT = object_schema(
    {
        "id": STRING,
        "status": {"type": ["integer", "null"]},
        "remaining": {"type": ["integer", "null"]},
        "method": NULLABLE_STRING,
        "path": NULLABLE_STRING,
        "delay": {"type": "number"},
        "headers": {"type": "object", "additionalProperties": STRING},
        "connection": _CONNECTION,
        "probability": {"type": "number"},
    },
    *("id", "status", "remaining", "method", "path", "delay", "headers", "connection", "probability"),
)


@route("GET", "/faults", response=list_schema(_FAULT))
def list_faults(call: ControlCall) -> Any:
    """List the pending faults, oldest first."""
    return {"data": [_render(fault) for fault in call.emulator.faults]}


@route("POST", "/faults", body=_NEW_FAULT, status=201, response=_FAULT)
def add_fault(call: ControlCall) -> Any:
    """Inject a fault into matching requests. If several faults match a request, the oldest one applies."""
    return _render(call.emulator.faults.add(**call.body))


@route("DELETE", "/faults", status=204)
def clear_faults(call: ControlCall) -> Any:
    """Remove all faults."""
    call.emulator.faults.clear()


@route("DELETE", "/faults/{id}", status=204)
def remove_fault(call: ControlCall) -> Any:
    """Remove a fault."""
    number = call.path["id"].removeprefix("fault_")
    if not number.isascii() or not number.isdecimal() or not call.emulator.faults.remove(int(number)):
        raise KeyError(call.path["id"])


def _render(fault: Fault) -> dict[str, Any]:
    return {
        "id": f"fault_{fault.number}",
        "status": fault.status,
        "remaining": fault.remaining,
        "method": fault.method,
        "path": fault.path,
        "delay": fault.delay,
        "headers": dict(fault.headers),
        "connection": fault.connection,
        "probability": fault.probability,
    }
