"""Webhook requests, as WorkOS would send them."""

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from workos_core.serialization.unstructure import to_dict
from workos_core.webhooks.signatures import SIGNATURE_HEADER, sign
from workos_emulator import Emulator
from workos_emulator.rendering.events import render_event
from workos_emulator.storage.clock import stamp

SECRET = "webhook-secret-for-tests"  # noqa: S105 - it protects nothing


@frozen
class WebhookRequest:
    """A webhook request: post `body` with `headers`.

    Attributes:
        event: The event as decoded JSON.
        body: The bytes that are signed.
        headers: `Content-Type` and `WorkOS-Signature`.
    """

    event: dict[str, Any]
    body: bytes
    headers: dict[str, str]


class Webhooks:
    """Builds signed webhook requests.

    Attributes:
        secret: The secret that signs them, unless one is given. Set it to that of your app, or give this one to your app.
    """

    def __init__(self, emulator: Emulator, secret: str = SECRET) -> None:
        self._emulator = emulator
        self.secret = secret

    def request(
        self, event: str, data: Any, *, id: str | None = None, secret: str | None = None, age: float = 0
    ) -> WebhookRequest:
        """A request that tells of an event.

        Args:
            event: The type, such as `user.created`.
            data: The payload: a model or decoded JSON.
            id: The id of the event; a new one by default. The same id twice is what a repeated delivery looks like.
            secret: Another secret than `secret`: with a wrong one, your app must refuse the request.
            age: Seconds since it was signed.
        """
        now = self._emulator.clock.now()
        payload: dict[str, Any] = {
            "id": id or self._emulator.environment.state.ids.new("event"),
            "object": "event",
            "event": event,
            "data": _data(data),
            "created_at": stamp(now),
        }
        return self._signed(payload, now.timestamp() - age, secret)

    def latest(self, event: str, *, secret: str | None = None) -> WebhookRequest:
        """A request that tells of the newest event of a type that has happened in the emulator.

        Raises:
            LookupError: There is none.
        """
        found = [each for each in self._emulator.environment.state.events.events if each.type == event]
        if not found:
            raise LookupError(f"no event {event} has happened")
        return self._signed(render_event(found[-1]), self._emulator.clock.now().timestamp(), secret)

    def _signed(self, payload: dict[str, Any], at: float, secret: str | None) -> WebhookRequest:
        body = json.dumps(payload, separators=(",", ":"), ensure_ascii=False).encode()
        signature = sign(body, self.secret if secret is None else secret, now=at)
        return WebhookRequest(payload, body, {"Content-Type": "application/json", SIGNATURE_HEADER: signature})


def _data(data: Any) -> dict[str, Any]:
    return {**data} if isinstance(data, Mapping) else to_dict(data)
