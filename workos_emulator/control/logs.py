"""What has happened: requests and messages."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import ANY_OBJECT, MOMENT, TEXT, TEXT_OR_NULL, data, record

_REQUEST = record(
    {
        "id": {**TEXT, "description": "The value of `x-request-id` in the answer."},
        "at": MOMENT,
        "method": TEXT,
        "path": TEXT,
        "query": ANY_OBJECT,
        "headers": ANY_OBJECT,
        "body": {},
        "operation_id": TEXT_OR_NULL,
        "status": {"type": "integer"},
    },
    *("id", "at", "method", "path", "query", "headers", "body", "operation_id", "status"),
)
_MESSAGE = record(
    {
        "id": TEXT,
        "at": MOMENT,
        "kind": TEXT,
        "channel": {"enum": ["email", "sms"]},
        "to": TEXT,
        "about": {**TEXT, "description": "The id of the object that the message is about."},
        "code": TEXT_OR_NULL,
        "token": TEXT_OR_NULL,
        "url": TEXT_OR_NULL,
        "text": TEXT,
        "locale": TEXT_OR_NULL,
    },
    *("id", "at", "kind", "channel", "to", "about", "code", "token", "url", "text", "locale"),
)
_WHICH_REQUESTS = {
    "method": "Only requests with this method.",
    "path": "Only requests with this path.",
    "operation_id": "Only requests that called this operation.",
    "status": "Only requests that were answered with this status.",
}


@route("GET", "/requests", "logs", query=_WHICH_REQUESTS, answer=data(_REQUEST))
def list_requests(call: ControlCall) -> Any:
    """The last 1,000 requests, oldest first. Keys, passwords, codes and tokens are replaced."""
    found = [entry.render() for entry in call.emulator.requests]
    for name, value in call.query.items():
        found = [entry for entry in found if str(entry[name]) == value]
    return {"data": found}


@route("DELETE", "/requests", "logs", status=204)
def clear_requests(call: ControlCall) -> Any:
    """Forget all requests."""
    call.emulator.requests.clear()


_DELIVERY = record(
    {
        "id": TEXT,
        "endpoint_id": TEXT,
        "event_id": TEXT,
        "event": TEXT,
        "url": TEXT,
        "state": {"enum": ["waiting", "delivered", "failed", "blocked", "cancelled"]},
        "due_at": {"type": ["string", "null"], "format": "date-time"},
        "attempts": {"type": "array", "items": ANY_OBJECT},
        "created_at": MOMENT,
        "updated_at": MOMENT,
    },
    *("id", "endpoint_id", "event_id", "event", "url", "state", "due_at", "attempts", "created_at", "updated_at"),
)
_WHICH_DELIVERIES = {
    "event": "Only events of this type.",
    "endpoint_id": "Only what goes to this endpoint.",
    "state": "Only what is in this state.",
}


@route("GET", "/webhook_deliveries", "logs", query=_WHICH_DELIVERIES, answer=data(_DELIVERY))
def list_webhook_deliveries(call: ControlCall) -> Any:
    """The events that were, or are to be, posted to webhook endpoints, oldest first."""
    return {"data": [delivery.render() for delivery in call.emulator.deliveries.find(**call.query)]}


@route("POST", "/webhook_deliveries/{id}/retry", "logs", status=204)
def retry_webhook_delivery(call: ControlCall) -> Any:
    """Make a delivery due now, whatever became of it."""
    call.emulator.deliveries.retry(call.path["id"])


_WHICH_MESSAGES = {
    "to": "Only messages to this address or number.",
    "kind": "Only messages of this kind, such as `magic_auth`.",
}


@route("GET", "/outbox", "logs", query=_WHICH_MESSAGES, answer=data(_MESSAGE))
def list_messages(call: ControlCall) -> Any:
    """The last 1,000 mails and text messages that WorkOS would have sent, oldest first, with codes, tokens and links."""
    found = call.emulator.outbox.find(call.query.get("to"), call.query.get("kind"))
    return {"data": [message.render() for message in found]}


@route("DELETE", "/outbox", "logs", status=204)
def clear_messages(call: ControlCall) -> Any:
    """Forget all messages."""
    call.emulator.outbox.clear()
