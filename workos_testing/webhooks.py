"""Signed webhook requests, as WorkOS sends them."""

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from workos_core.serialization.unstructure import to_dict
from workos_core.webhooks.signatures import SIGNATURE_HEADER, sign
from workos_emulator import Emulator
from workos_emulator.rendering.events import render_event
from workos_emulator.storage.clock import stamp

SECRET = "webhook-secret-for-tests"  # noqa: S105 - only for tests


@frozen
class WebhookRequest:
    """A webhook request: post `body` with `headers`.

    Attributes:
        event: The event as decoded JSON.
        body: The bytes that are signed.
        headers: `Content-Type` and `WorkOS-Signature`.
    """

    event: dict[str, Any] = field(hash=False)
    body: bytes
    headers: dict[str, str] = field(hash=False)


class Webhooks:
    """A builder of signed webhook requests.

    Attributes:
        secret: The signing secret. Configure your application with it, or set it to the secret of your application.
    """

    def __init__(self, emulator: Emulator, secret: str = SECRET) -> None:
        self._emulator = emulator
        self.secret = secret

    def request(
        self, event: str, data: Any, *, id: str | None = None, secret: str | None = None, age: float = 0
    ) -> WebhookRequest:
        """Return a webhook request for an event that you define.

        Args:
            event: The event type, such as `user.created`.
            data: The payload: a model or decoded JSON.
            id: The ID of the event; a new one by default. Use the same ID twice to simulate a repeated delivery.
            secret: A signing secret to use instead of `secret`. Your application must reject a request with the wrong one.
            age: The age of the signature in seconds.
        """
        now = self._emulator.clock.now()
        payload: dict[str, Any] = {
            "id": id or self._emulator.environment.state.ids.new("event"),
            "object": "event",
            "event": event,
            "data": _to_json_object(data),
            "created_at": stamp(now),
        }
        return self._sign(payload, now.timestamp() - age, secret)

    def latest(self, event: str, *, secret: str | None = None) -> WebhookRequest:
        """Return a webhook request for the latest event of a type in the emulator.

        Args:
            event: The event type, such as `user.created`.
            secret: A signing secret to use instead of `secret`.

        Raises:
            LookupError: The emulator has no event of this type.
        """
        events = [item for item in self._emulator.environment.state.events.events if item.type == event]
        if not events:
            raise LookupError(f"the emulator has no event of type {event}")
        return self._sign(render_event(events[-1]), self._emulator.clock.now().timestamp(), secret)

    def _sign(self, payload: dict[str, Any], signed_at: float, secret: str | None) -> WebhookRequest:
        body = json.dumps(payload, separators=(",", ":"), ensure_ascii=False).encode()
        signature = sign(body, self.secret if secret is None else secret, now=signed_at)
        return WebhookRequest(payload, body, {"Content-Type": "application/json", SIGNATURE_HEADER: signature})


def _to_json_object(data: Any) -> dict[str, Any]:
    return {**data} if isinstance(data, Mapping) else to_dict(data)
