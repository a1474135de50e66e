"""Webhook deliveries: which event goes to which endpoint, retries, and delivery status."""

import json
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from functools import partial
from typing import Any

import anyio

from workos_emulator.events import log_streams, webhook_delivery
from workos_emulator.events.background_worker import BackgroundWorker
from workos_emulator.events.event_objects import object_keys
from workos_emulator.events.webhook_delivery import App, Function, Mount, Outcome
from workos_emulator.http.messages import Request
from workos_emulator.rendering.events import render_event
from workos_emulator.storage.argument_checks import check_type
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.audit_logs import AuditEvent
from workos_emulator.storage.objects.events import Event
from workos_emulator.storage.objects.webhooks import Delivery
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Change

Due = tuple[Delivery, Mount | None, Request]

_log = logging.getLogger("workos_emulator")

_MAX_DELIVERIES = 10_000
_MAX_CONCURRENT = 16


class Deliveries:
    """The pending and past webhook deliveries, oldest first.

    Endpoints on this machine (`http://localhost:…`) receive webhooks automatically, up to 16 at a time. The events of an object are sent
    to an endpoint one after the other, in order. Mount an app of the same process to deliver to it when you call `run` or `arun`.
    Nothing is sent to other machines unless you enable `Settings.remote_webhooks_enabled`. Deliveries of audit log events to log streams,
    with the event type `audit_log_event` and the ID of the stream as `endpoint_id`, follow the same rules.

    Args:
        get_state: Returns the current state of the emulator.
        lock: The lock of the stored objects.
    """

    def __init__(self, get_state: Callable[[], State], lock: AbstractContextManager[Any]) -> None:
        self._get_state = get_state
        self._lock = lock
        self._mounts: list[Mount] = []
        self._sending: dict[str, Delivery] = {}
        self._in_background = 0
        self._count_lock = threading.Lock()
        self._worker = BackgroundWorker(self._start_due, self._seconds_until_due)

    def __len__(self) -> int:
        return len(self._state.webhook_deliveries)

    def __iter__(self) -> Iterator[Delivery]:
        return iter(self.find())

    @property
    def _state(self) -> State:
        return self._get_state()

    def find(
        self, *, event: str | None = None, endpoint_id: str | None = None, state: str | None = None
    ) -> list[Delivery]:
        """Return the deliveries of an event type, to an endpoint or in a state; all by default."""
        with self._lock:
            self._state.events.flush()
            return [
                delivery
                for delivery in self._state.webhook_deliveries
                if event in (None, delivery.event)
                and endpoint_id in (None, delivery.endpoint_id)
                and state in (None, delivery.state)
            ]

    def mount(self, prefix: str, app: App | None = None, *, function: Function | None = None) -> None:
        """Deliver webhooks for all URLs that start with `prefix` to an app of this process.

        Args:
            prefix: The URL prefix, such as `https://app.example.com`.
            app: An ASGI application.
            function: A function, instead of `app`, that takes the request and returns a response, a status, or None for 200.

        Raises:
            ValueError: Neither `app` nor `function` is given, or both are.
        """
        check_type("prefix", prefix, str, "a str; pass the start of a URL")
        if (app is None) == (function is None):
            raise ValueError("pass either app (an ASGI application) or function")
        if not callable(app or function):
            name = "function" if app is None else "app"
            raise TypeError(f"{name} must be callable, not {type(app or function).__name__}")
        self._mounts.insert(0, Mount(prefix, app, function))

    def run(self) -> list[Delivery]:
        """Attempt all deliveries that are due by the emulator's clock, including those that the webhooks trigger.

        Returns:
            The attempted deliveries.

        Raises:
            RuntimeError: An ASGI application is mounted and this thread runs an event loop (await `arun` instead), or webhooks cause
                each other endlessly.
        """
        attempted: list[Delivery] = []
        while due := self._claim_all_due(len(attempted)):
            for delivery, mount, request in due:
                self._record_outcome(delivery, self._send(mount, delivery.url, request))
                attempted.append(delivery)
        return attempted

    async def arun(self) -> list[Delivery]:
        """Attempt all due deliveries, like `run`, in async code. Mounted applications run in the caller's event loop."""
        attempted: list[Delivery] = []
        while due := self._claim_all_due(len(attempted)):
            for delivery, mount, request in due:
                if mount is None:
                    outcome = await webhook_delivery.send_async(delivery.url, request)
                elif mount.app is not None:
                    outcome = await webhook_delivery.call_app(mount.app, request)
                else:
                    outcome = self._send(mount, delivery.url, request)
                self._record_outcome(delivery, outcome)
                attempted.append(delivery)
        return attempted

    def retry(self, delivery_id: str) -> None:
        """Make a delivery due now, regardless of its state.

        A delivery to another machine is not sent, but becomes `blocked`, unless `Settings.remote_webhooks_enabled` is true.

        Raises:
            UnknownIdError: The delivery does not exist.
        """
        with self._lock:
            delivery = self._state.webhook_deliveries.require(delivery_id)
            delivery.state, delivery.due_at = "waiting", self._state.now()
            self._state.webhook_deliveries.changed(delivery)
        self._worker.wake()

    def wait_idle(self, seconds: float = 10.0) -> None:
        """Wait until no automatic delivery is due or in progress.

        Raises:
            TimeoutError: Deliveries are still in progress after `seconds`.
        """
        if not self._worker.wait_idle(seconds):
            raise TimeoutError(f"webhooks are still being delivered after {seconds} seconds")

    def watch(self, state: State) -> None:
        """Enqueue deliveries for the events and the audit log events of a state from now on."""
        state.events.subscribe(partial(self._enqueue, state))
        state.audit.events.watcher = partial(self._enqueue_audit_event, state)

    def wake(self) -> None:
        """Check for due deliveries, after a change of the state or the clock."""
        self._worker.wake()

    def _enqueue(self, state: State, event: Event) -> None:
        if event.type == "authentication.sso_started" and len(state.webhook_endpoints):
            self._worker.wake()  # the clock may make the event of its timeout due
        for endpoint in state.webhook_endpoints:
            if endpoint.enabled and event.type in endpoint.events:
                body = json.dumps(render_event(event), separators=(",", ":"), ensure_ascii=False)
                self._add(state, endpoint.id, event.id, event.type, endpoint.url, body, object_keys(event))

    def _enqueue_audit_event(self, state: State, change: Change, event: AuditEvent) -> None:
        if change != "created":
            return
        for stream in state.audit.streams.group("organization", event.organization_id):
            if stream.state != "inactive":
                url, body = log_streams.describe(stream, event)
                self._add(state, stream.id, event.id, log_streams.EVENT, url, body, [stream.id])

    def _add(
        self, state: State, endpoint_id: str, event_id: str, event: str, url: str, body: str, objects: list[str]
    ) -> None:
        is_allowed, now = self._is_allowed(state, url), state.now()
        state.webhook_deliveries.add(
            Delivery(
                id=state.ids.new("webhook_delivery"),
                endpoint_id=endpoint_id,
                event_id=event_id,
                event=event,
                url=url,
                objects=objects,
                body=body,
                state="waiting" if is_allowed else "blocked",
                due_at=now if is_allowed else None,
                created_at=now,
                updated_at=now,
            )
        )
        if is_allowed and not self._find_mount(url):
            self._worker.wake()

    def _is_allowed(self, state: State, url: str) -> bool:
        """Return whether anything may be sent to a URL. Settings and mounts change, so this is checked before every attempt."""
        if self._find_mount(url) is not None or webhook_delivery.is_local(url):
            return True
        return state.settings.remote_webhooks_enabled and log_streams.can_send(url)

    def _find_mount(self, url: str) -> Mount | None:
        return next((mount for mount in self._mounts if url.startswith(mount.prefix)), None)

    def _claim_due(self, limit: int, *, in_background: bool = False) -> Sequence[Due]:
        """Claim due deliveries and sign their requests. No other caller can claim them until their outcome is recorded.

        Args:
            limit: The maximum number of deliveries.
            in_background: Whether to claim only deliveries over the network, and none of an object to an endpoint while an earlier one is
                due or in progress.
        """
        with self._lock:
            state = self._state
            state.events.flush()
            now, claimed = state.now(), list[Due]()
            occupied = {place for delivery in self._sending.values() for place in _places(delivery)}
            for number in list(state.webhook_deliveries.numbers("state", "waiting")):
                if len(claimed) >= limit:
                    break
                delivery = state.webhook_deliveries.at(number)
                if delivery.id in self._sending or delivery.due_at is None or delivery.due_at > now:
                    continue
                mount, places = self._find_mount(delivery.url), _places(delivery)
                if in_background and mount is not None:
                    continue
                if in_background and not occupied.isdisjoint(places):
                    occupied |= places
                    continue
                headers = _headers(state, delivery)
                if headers is None or not self._is_allowed(state, delivery.url):
                    delivery.state, delivery.due_at = "canceled" if headers is None else "blocked", None
                    delivery.updated_at = now
                    state.webhook_deliveries.changed(delivery)
                    continue
                occupied |= places
                self._sending[delivery.id] = delivery
                claimed.append((delivery, mount, webhook_delivery.build_request(delivery.url, delivery.body, headers)))
            return claimed

    def _claim_all_due(self, attempted: int) -> Sequence[Due]:
        if attempted > _MAX_DELIVERIES:
            raise RuntimeError(
                f"more than {_MAX_DELIVERIES} webhooks in one run; check whether webhooks cause each other"
            )
        return self._claim_due(_MAX_DELIVERIES)

    def _record_outcome(self, delivery: Delivery, outcome: Outcome) -> None:
        with self._lock:
            self._sending.pop(delivery.id, None)
            state, now, delays = self._state, self._state.now(), self._state.settings.webhook_retry_delays
            delivery.attempts.append({"at": stamp(now), "status": outcome.status, "error": outcome.error})
            delivery.updated_at, delivery.due_at = now, None
            if outcome.is_success:
                delivery.state = "delivered"
            elif len(delivery.attempts) > len(delays):
                delivery.state = "failed"
            else:
                delivery.state = "waiting"
                delivery.due_at = now + timedelta(seconds=delays[len(delivery.attempts) - 1])
            if delivery.id in state.webhook_deliveries:
                state.webhook_deliveries.changed(delivery)
            if stream := state.audit.streams.get(delivery.endpoint_id):
                log_streams.record_outcome(stream, delivery, outcome.status)

    @staticmethod
    def _send(mount: Mount | None, url: str, request: Request) -> Outcome:
        if mount is None:
            return webhook_delivery.send(url, request)
        if mount.app is not None:
            return anyio.run(webhook_delivery.call_app, mount.app, request)
        assert mount.function is not None
        return webhook_delivery.call_function(mount.function, request)

    def _start_due(self) -> bool:
        """Start to send the due webhooks that go over the network. Return whether any are in progress. Called by the background worker."""
        if self._state.settings.webhook_delivery == "automatic":
            due = self._claim_due(_MAX_CONCURRENT - self._in_background, in_background=True)
            with self._count_lock:
                self._in_background += len(due)
            for delivery, _, request in due:
                name = f"workos-emulator-{delivery.id}"
                threading.Thread(
                    target=self._send_in_background, args=(delivery, request), name=name, daemon=True
                ).start()
        return self._in_background > 0

    def _send_in_background(self, delivery: Delivery, request: Request) -> None:
        try:
            self._record_outcome(delivery, webhook_delivery.send(delivery.url, request))
        except Exception:  # such as a database that was closed meanwhile
            _log.exception("failed to record the delivery of a webhook")
        finally:
            with self._count_lock:
                self._in_background -= 1
            self._worker.wake()

    def _seconds_until_due(self) -> float | None:
        """Return the seconds until the next automatic delivery is due; None if there is none."""
        with self._lock:
            state = self._state
            if state.settings.webhook_delivery != "automatic" or state.clock.frozen:
                return None
            due = [
                delivery.due_at
                for number in state.webhook_deliveries.numbers("state", "waiting")
                if (delivery := state.webhook_deliveries.at(number)).due_at is not None
                and delivery.id not in self._sending
                and self._find_mount(delivery.url) is None
            ]
            if len(state.webhook_endpoints):
                due += [session.expires_at for session in state.sso.sessions]  # events that the clock makes due
            return max(0.0, (min(due) - state.now()).total_seconds()) if due else None


def _headers(state: State, delivery: Delivery) -> dict[str, str] | None:
    """Return the headers of the next attempt; None if the endpoint or the stream was deleted, disabled or paused."""
    endpoint = state.webhook_endpoints.get(delivery.endpoint_id)
    if endpoint is not None and endpoint.enabled:
        return {"workos-signature": webhook_delivery.signature(delivery.body, endpoint.secret, state.now())}
    stream = state.audit.streams.get(delivery.endpoint_id)
    if stream is not None and stream.state != "inactive" and log_streams.can_send(delivery.url):
        return log_streams.headers(stream)
    return None


def _places(delivery: Delivery) -> set[tuple[str, str]]:
    return {(delivery.endpoint_id, id) for id in delivery.objects}
