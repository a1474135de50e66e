"""Webhook deliveries: which event goes to which endpoint, retries, and delivery status."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from functools import partial
from typing import Any

import anyio

from workos_emulator.events import webhook_delivery
from workos_emulator.events.background_worker import BackgroundWorker
from workos_emulator.events.webhook_delivery import App, Function, Mount, Outcome
from workos_emulator.http.messages import Request
from workos_emulator.rendering.events import render_event
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.events import Event
from workos_emulator.storage.objects.webhooks import Delivery
from workos_emulator.storage.state import State

Due = tuple[Delivery, Mount | None, Request]

_MAX_DELIVERIES = 10_000


class Deliveries:
    """The pending and past deliveries to webhook endpoints, oldest first.

    An endpoint on this machine (`http://localhost:…`) gets its events by itself, from a thread. An app in the same process is
    mounted, and gets them when `run` or `arun` is called. Nothing is sent to other machines unless the settings say so.

    Args:
        get_state: Returns the current state of the emulator.
        lock: The lock of the stored objects.
    """

    def __init__(self, get_state: Callable[[], State], lock: AbstractContextManager[Any]) -> None:
        self._get_state = get_state
        self._lock = lock
        self._mounts: list[Mount] = []
        self._sending: set[str] = set()
        self._worker = BackgroundWorker(self._deliver_due, self._seconds_until_due)

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
        """Deliveries of a type of event, to an endpoint, in a state; all of them by default."""
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
        """Let an app of this process take the webhooks for all addresses that begin with `prefix`.

        Args:
            prefix: Such as `https://app.example.com`.
            app: An ASGI application.
            function: Instead of it, a function that gets the request and returns a response, a status, or None for 200.

        Raises:
            ValueError: Neither `app` nor `function` is given, or both are.
        """
        if (app is None) == (function is None):
            raise ValueError("give an ASGI application or a function")
        self._mounts.insert(0, Mount(prefix, app, function))

    def run(self) -> list[Delivery]:
        """Try everything that is due by the clock of the emulator, and what comes of that.

        Returns:
            The deliveries that were tried.

        Raises:
            RuntimeError: An ASGI application is mounted and this thread has an event loop: await `arun` instead. Or webhooks cause
                webhooks without end.
        """
        tried: list[Delivery] = []
        while due := self._claim_all_due(len(tried)):
            for delivery, mount, request in due:
                self._record_outcome(delivery, self._send(mount, delivery.url, request))
                tried.append(delivery)
        return tried

    async def arun(self) -> list[Delivery]:
        """`run` for async code: a mounted application runs in the event loop of the caller."""
        tried: list[Delivery] = []
        while due := self._claim_all_due(len(tried)):
            for delivery, mount, request in due:
                if mount is None:
                    outcome = await webhook_delivery.send_async(delivery.url, request)
                elif mount.app is not None:
                    outcome = await webhook_delivery.call_app(mount.app, request)
                else:
                    outcome = self._send(mount, delivery.url, request)
                self._record_outcome(delivery, outcome)
                tried.append(delivery)
        return tried

    def retry(self, delivery_id: str) -> None:
        """Make a delivery due now, whatever became of it.

        Raises:
            KeyError: There is none with this id.
        """
        with self._lock:
            delivery = self._state.webhook_deliveries.get(delivery_id)
            if delivery is None:
                raise KeyError(delivery_id)
            delivery.state, delivery.due_at = "waiting", self._state.now()
            self._state.webhook_deliveries.changed(delivery)
        self._worker.wake()

    def wait_idle(self, seconds: float = 10.0) -> None:
        """Wait until nothing is being sent, and nothing is due that is sent by itself.

        Raises:
            TimeoutError: That is not so after this many seconds.
        """
        if not self._worker.wait_idle(seconds):
            raise TimeoutError(f"webhooks are still being sent after {seconds} seconds")

    def watch(self, state: State) -> None:
        """Make deliveries of the events of a state from now on."""
        state.events.subscribe(partial(self._enqueue, state))

    def wake(self) -> None:
        """Look again what can be sent, after something has changed."""
        self._worker.wake()

    def _enqueue(self, state: State, event: Event) -> None:
        for endpoint in state.webhook_endpoints:
            if endpoint.enabled and event.type in endpoint.events:
                is_local = self._find_mount(endpoint.url) or webhook_delivery.is_local(endpoint.url)
                blocked = not (is_local or state.settings.remote_webhooks_enabled)
                now = state.now()
                state.webhook_deliveries.add(
                    Delivery(
                        id=state.ids.new("webhook_delivery"),
                        endpoint_id=endpoint.id,
                        event_id=event.id,
                        event=event.type,
                        url=endpoint.url,
                        body=json.dumps(render_event(event), separators=(",", ":"), ensure_ascii=False),
                        state="blocked" if blocked else "waiting",
                        due_at=None if blocked else now,
                        created_at=now,
                        updated_at=now,
                    )
                )
                if not (blocked or self._find_mount(endpoint.url)):
                    self._worker.wake()

    def _find_mount(self, url: str) -> Mount | None:
        return next((mount for mount in self._mounts if url.startswith(mount.prefix)), None)

    def _claim_due(self, condition: Callable[[Delivery], bool]) -> Sequence[Due]:
        """What is due, with the signed request for it. No other caller claims it before its outcome is recorded."""
        with self._lock:
            state = self._state
            state.events.flush()
            now, claimed = state.now(), list[Due]()
            for delivery in self._pending():
                if delivery.due_at is None or delivery.due_at > now or not condition(delivery):
                    continue
                endpoint = state.webhook_endpoints.get(delivery.endpoint_id)
                if endpoint is None or not endpoint.enabled:
                    delivery.state, delivery.due_at, delivery.updated_at = "cancelled", None, now
                    state.webhook_deliveries.changed(delivery)
                    continue
                header = webhook_delivery.signature(delivery.body, endpoint.secret, now)
                self._sending.add(delivery.id)
                claimed.append(
                    (
                        delivery,
                        self._find_mount(delivery.url),
                        webhook_delivery.build_request(delivery.url, delivery.body, header),
                    )
                )
            return claimed

    def _claim_all_due(self, delivered: int) -> Sequence[Due]:
        if delivered > _MAX_DELIVERIES:
            raise RuntimeError(f"after {_MAX_DELIVERIES} webhooks there are still more: do they cause one another?")
        return self._claim_due(lambda delivery: True)

    def _pending(self) -> list[Delivery]:
        return [
            delivery
            for delivery in self._state.webhook_deliveries.group("state", "waiting")
            if delivery.id not in self._sending
        ]

    def _record_outcome(self, delivery: Delivery, outcome: Outcome) -> None:
        with self._lock:
            self._sending.discard(delivery.id)
            state, now, pauses = self._state, self._state.now(), self._state.settings.webhook_retry_delays
            delivery.attempts.append({"at": stamp(now), "status": outcome.status, "error": outcome.error})
            delivery.updated_at, delivery.due_at = now, None
            if outcome.is_success:
                delivery.state = "delivered"
            elif len(delivery.attempts) > len(pauses):
                delivery.state = "failed"
            else:
                delivery.state = "waiting"
                delivery.due_at = now + timedelta(seconds=pauses[len(delivery.attempts) - 1])
            if delivery.id in state.webhook_deliveries:
                state.webhook_deliveries.changed(delivery)

    @staticmethod
    def _send(mount: Mount | None, url: str, request: Request) -> Outcome:
        if mount is None:
            return webhook_delivery.send(url, request)
        if mount.app is not None:
            return anyio.run(webhook_delivery.call_app, mount.app, request)
        assert mount.function is not None
        return webhook_delivery.call_function(mount.function, request)

    def _deliver_due(self) -> None:
        """Send the due webhooks that go over the network; the background worker calls this."""
        if self._state.settings.webhook_delivery != "automatic":
            return
        while due := self._claim_due(lambda delivery: self._find_mount(delivery.url) is None):
            for delivery, _, request in due:
                self._record_outcome(delivery, webhook_delivery.send(delivery.url, request))

    def _seconds_until_due(self) -> float | None:
        """How long the thread may wait for the next try; None if it need not wait at all."""
        with self._lock:
            if self._state.settings.webhook_delivery != "automatic" or self._state.clock.frozen:
                return None
            due = [d.due_at for d in self._pending() if d.due_at is not None and self._find_mount(d.url) is None]
            return max(0.0, (min(due) - self._state.now()).total_seconds()) if due else None
