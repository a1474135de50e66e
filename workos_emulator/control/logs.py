"""The request log, webhook deliveries and messages, over HTTP."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import (
    ANY_OBJECT,
    DATE_TIME,
    NULLABLE_STRING,
    STRING,
    STRINGS,
    list_schema,
    object_schema,
)

_REQUEST = object_schema(
    {
        "id": {**STRING, "description": "The value of the `x-request-id` response header."},
        "at": DATE_TIME,
        "method": STRING,
        "path": STRING,
        "query": ANY_OBJECT,
        "headers": ANY_OBJECT,
        "body": {},
        "operation_id": NULLABLE_STRING,
        "unknown_parameters": {
            **STRINGS,
            "description": "The query parameters that the operation does not document, which had no effect.",
        },
        "status": {"type": "integer"},
    },
    *("id", "at", "method", "path", "query", "headers", "body", "operation_id", "unknown_parameters", "status"),
)
_MESSAGE = object_schema(
    {
        "id": STRING,
        "at": DATE_TIME,
        "kind": STRING,
        "channel": {"enum": ["email", "sms"]},
        "to": STRING,
        "about": {**STRING, "description": "The ID of the object that the message is about."},
        "code": NULLABLE_STRING,
        "token": NULLABLE_STRING,
        "url": NULLABLE_STRING,
        "text": STRING,
        "locale": NULLABLE_STRING,
    },
    *("id", "at", "kind", "channel", "to", "about", "code", "token", "url", "text", "locale"),
)
_REQUEST_FILTERS = {
    "method": "Only requests with this method.",
    "path": "Only requests with this path.",
    "operation_id": "Only requests to this operation.",
    "status": "Only requests whose response has this status.",
}


@route("GET", "/requests", query=_REQUEST_FILTERS, response=list_schema(_REQUEST))
def list_requests(call: ControlCall) -> Any:
    """List the last 1,000 requests, oldest first. Keys, passwords, codes and tokens are redacted."""
    entries = [entry.render() for entry in call.emulator.requests]
    for name, value in call.query.items():
        entries = [entry for entry in entries if str(entry[name]) == value]
    return {"data": entries}


@route("DELETE", "/requests", status=204)
def clear_requests(call: ControlCall) -> Any:
    """Clear the request log."""
    call.emulator.requests.clear()


_DELIVERY = object_schema(
    {
        "id": STRING,
        "endpoint_id": STRING,
        "event_id": STRING,
        "event": STRING,
        "url": STRING,
        "state": {"enum": ["waiting", "delivered", "failed", "blocked", "canceled"]},
        "due_at": {"type": ["string", "null"], "format": "date-time"},
        "attempts": {"type": "array", "items": ANY_OBJECT},
        "created_at": DATE_TIME,
        "updated_at": DATE_TIME,
    },
    *("id", "endpoint_id", "event_id", "event", "url", "state", "due_at", "attempts", "created_at", "updated_at"),
)
_DELIVERY_FILTERS = {
    "event": "Only events of this type.",
    "endpoint_id": "Only deliveries to this endpoint.",
    "state": "Only deliveries in this state.",
}


@route("GET", "/webhook_deliveries", query=_DELIVERY_FILTERS, response=list_schema(_DELIVERY))
def list_webhook_deliveries(call: ControlCall) -> Any:
    """List pending and past webhook deliveries, oldest first."""
    return {"data": [delivery.render() for delivery in call.emulator.deliveries.find(**call.query)]}


@route("POST", "/webhook_deliveries/{id}/retry", status=204)
def retry_webhook_delivery(call: ControlCall) -> Any:
    """Retry a delivery now, regardless of its state."""
    call.emulator.deliveries.retry(call.path["id"])


_MESSAGE_FILTERS = {
    "to": "Only messages to this email address or phone number.",
    "kind": "Only messages of this kind, such as `magic_auth`.",
}


@route("GET", "/outbox", query=_MESSAGE_FILTERS, response=list_schema(_MESSAGE))
def list_messages(call: ControlCall) -> Any:
    """List the last 1,000 emails and text messages that WorkOS would have sent, oldest first, with codes, tokens and links."""
    messages = call.emulator.outbox.find(call.query.get("to"), call.query.get("kind"))
    return {"data": [message.render() for message in messages]}


@route("DELETE", "/outbox", status=204)
def clear_messages(call: ControlCall) -> Any:
    """Delete all messages."""
    call.emulator.outbox.clear()
