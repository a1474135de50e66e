"""The audit log of tool calls, which is sent in the background."""

import logging
import os
import uuid
from collections import deque
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from attrs import define

from workos_async._agents.tool_call_event import check_actor, tool_call_event
from workos_async._concurrency.background_task import BackgroundTask
from workos_async._concurrency.locks import ForkSafeLock
from workos_async._concurrency.thread_safe_event import ThreadSafeEvent
from workos_async._concurrency.variants import check_client
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.errors import APIConnectionError, InvalidArgumentError, RateLimitExceededError, ServerError
from workos_core.http.timeouts import check_seconds
from workos_core.lazy_names import lazy_type

if TYPE_CHECKING:
    from workos_async._client import WorkOS
    from workos_core.params.audit_logs import AuditLogEventActorParam, AuditLogEventParam
else:
    WorkOS = lazy_type("workos_async._client", "WorkOS")
    AuditLogEventActorParam = lazy_type("workos_core.params.audit_logs", "AuditLogEventActorParam")
    AuditLogEventParam = lazy_type("workos_core.params.audit_logs", "AuditLogEventParam")

BATCH_SIZE = 10
"""The number of events that are sent at the same time."""
SEND_TIMEOUT = 30.0
"""Seconds for sending an event, including retries."""
MIN_RETRY_DELAY, MAX_RETRY_DELAY = 1.0, 30.0
"""Seconds before events are sent again after WorkOS was unavailable. They double with every failure."""
_CLOSING_DELAY = 0.1
_TRANSIENT = (APIConnectionError, ServerError, RateLimitExceededError)

logger = logging.getLogger("workos")


@define(eq=False)
class _QueuedEvent:
    organization_id: str
    event: "AuditLogEventParam"
    idempotency_key: str
    is_done: bool = False


class ToolAuditLog:
    """Records the tool calls of agents and MCP clients as audit log events: the actor, on whose behalf, the tool and the result.

    `record` never waits: events are queued and sent in batches in the background. While WorkOS is unavailable, they stay in the queue.
    If the queue is full, new events are dropped with a warning. Close the log when the program ends, so that queued events are sent.

    The action needs an audit log schema with the targets `tool` and `user`, and the metadata `result`; see docs/agents.md.

    Args:
        workos: The client, with an API key.
        action: The action of the events.
        organization_id: The ID of the organization of events whose actor has none (`org_…`).
        location: The location in the context of the events, such as the name of your server.
        max_queue: The maximum number of queued events.
        close_timeout: Seconds to wait for queued events when the log is closed.
    """

    def __init__(
        self,
        workos: WorkOS,
        *,
        action: str = "agent.tool_called",
        organization_id: str | None = None,
        location: str = "server",
        max_queue: int = 1000,
        close_timeout: float = 10.0,
    ) -> None:
        check_client(workos)
        if max_queue < 1:
            raise InvalidArgumentError(f"max_queue must be at least 1 (got {max_queue})")
        check_seconds("close_timeout", close_timeout)
        self._workos = workos
        self._action = action
        self._organization_id = organization_id
        self._location = location
        self._max_queue = max_queue
        self._close_timeout = close_timeout
        self._dropped = 0
        self._is_closed = False
        self._lock = ForkSafeLock()  # held briefly, never during a request
        self._reset()

    def _reset(self) -> None:
        """Start with an empty queue. After a fork, the events in the queue are sent by the process that recorded them."""
        self._process = os.getpid()
        self._queue: deque[_QueuedEvent] = deque()
        self._pending = 0
        self._is_abandoned = False
        self._worker: BackgroundTask | None = None
        self._sending: list[BackgroundTask] = []
        self._wake_up = ThreadSafeEvent()
        self._closing = ThreadSafeEvent()
        self._idle = ThreadSafeEvent()
        self._idle.set()

    def __repr__(self) -> str:
        return f"ToolAuditLog({self._action!r})"

    async def __aenter__(self) -> Self:
        self._check_process()
        self._ensure_worker()
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    @property
    def dropped(self) -> int:
        """The number of events that were not recorded: the queue was full, or WorkOS rejected them."""
        return self._dropped

    def record(
        self,
        tool: str,
        *,
        actor: "ConnectTokenClaims | AuditLogEventActorParam",
        on_behalf_of: str | None = None,
        result: str = "success",
        organization_id: str | None = None,
        metadata: Mapping[str, str | float | bool] | None = None,
    ) -> bool:
        """Queue an event, and return whether it was queued. Any thread can call this, and it never waits.

        Args:
            tool: The name of the tool.
            actor: The claims of the caller's access token, or an actor with `id` and `type`.
            on_behalf_of: The ID of the user for whom an agent or application acts (`user_…`).
            result: The result, such as `success` or `error`. Don't put content of the tool here.
            organization_id: The ID of the organization; by default that of the claims, or of the log.
            metadata: Other metadata of the event.

        Raises:
            InvalidArgumentTypeError: The actor is something else.
        """
        caller = check_actor(actor)
        organization = organization_id or getattr(caller, "org_id", None) or self._organization_id
        if organization is None:
            return self._drop("it has no organization: pass organization_id")
        event = tool_call_event(
            self._action, tool, caller, on_behalf_of, self._location, {"result": result, **(metadata or {})}
        )
        self._check_process()
        with self._lock:
            is_accepted = not self._is_closed and len(self._queue) < self._max_queue
            if is_accepted:
                self._queue.append(_QueuedEvent(organization, event, str(uuid.uuid4())))
                self._pending += 1
                self._idle.clear()
        if not is_accepted:
            return self._drop("the log is closed" if self._is_closed else f"the queue has {self._max_queue} events")
        self._ensure_worker()
        self._wake_up.set()
        return True

    @contextmanager
    def track(
        self,
        tool: str,
        *,
        actor: "ConnectTokenClaims | AuditLogEventActorParam",
        on_behalf_of: str | None = None,
        organization_id: str | None = None,
        metadata: Mapping[str, str | float | bool] | None = None,
    ) -> Generator[None]:
        """Record a tool call when the block ends: with the result `success`, or `error` if it raises an exception.

        Args:
            tool: See `record`.
            actor: See `record`.
            on_behalf_of: See `record`.
            organization_id: See `record`.
            metadata: See `record`.

        Raises:
            InvalidArgumentTypeError: The actor is neither claims nor a dict.
        """
        check_actor(actor)  # before the tool has an effect
        record = partial(
            self.record,
            tool,
            actor=actor,
            on_behalf_of=on_behalf_of,
            organization_id=organization_id,
            metadata=metadata,
        )
        try:
            yield
        except BaseException:
            record(result="error")
            raise
        record(result="success")

    async def flush(self, timeout: float | None = None) -> bool:
        """Wait until all queued events are sent, at most `timeout` seconds. Return whether they are."""
        self._check_process()
        if self._idle.is_set:
            return True
        self._ensure_worker()
        self._wake_up.set()
        return await self._idle.wait(timeout)

    async def aclose(self) -> None:
        """Send the queued events, and stop. Events that can't be sent within `close_timeout` are dropped with a warning."""
        self._check_process()
        with self._lock:
            self._is_closed = True
        self._closing.set()
        is_sent = await self.flush(self._close_timeout)
        self._is_abandoned = True
        worker, self._worker = self._worker, None
        if worker is not None and not worker.is_lost:
            for task in [*self._sending, worker]:
                task.cancel()
            await worker.join()
        if not is_sent:
            self._drop_pending()

    def _drop_pending(self) -> None:
        """Drop the events that could not be sent."""
        with self._lock:
            lost = self._pending
            self._dropped += lost
            self._queue.clear()
            self._pending = 0
            self._idle.set()
        if lost:
            logger.warning("%d audit log events could not be sent before the log was closed", lost)

    def _drop(self, reason: str) -> bool:
        with self._lock:
            self._dropped += 1
        logger.warning("an audit log event was dropped: %s", reason)
        return False

    def _check_process(self) -> None:
        """Reset the state if this process was forked since."""
        with self._lock:
            if self._process != os.getpid():
                self._reset()

    def _ensure_worker(self) -> None:
        """Start the worker, unless it runs. In a thread without an event loop, the next call in one starts it."""
        with self._lock, suppress(RuntimeError):
            if self._worker is None or self._worker.is_lost:
                self._worker = BackgroundTask(self._run)

    async def _run(self) -> None:
        delay = MIN_RETRY_DELAY
        while True:
            await self._wake_up.wait()
            self._wake_up.clear()
            while batch := self._take():
                if await self._send(batch):
                    delay = MIN_RETRY_DELAY
                    continue
                self._wake_up.set()
                await self._closing.wait(delay)
                if self._closing.is_set:
                    await ThreadSafeEvent().wait(_CLOSING_DELAY)
                delay = min(2 * delay, MAX_RETRY_DELAY)

    def _take(self) -> list[_QueuedEvent]:
        with self._lock:
            if self._is_abandoned:
                return []
            return [self._queue.popleft() for _ in range(min(BATCH_SIZE, len(self._queue)))]

    async def _send(self, batch: list[_QueuedEvent]) -> bool:
        """Send events at the same time. Put those back that can't be sent now, and return whether there is none."""
        try:
            self._sending = [BackgroundTask(partial(self._send_one, queued)) for queued in batch]
            for task in self._sending:
                await task.join()
        finally:
            unsent = [queued for queued in batch if not queued.is_done]
            with self._lock:
                self._queue.extendleft(reversed(unsent))
                self._pending -= len(batch) - len(unsent)
                if not self._pending:
                    self._idle.set()
        return not unsent

    async def _send_one(self, queued: _QueuedEvent) -> None:
        try:
            await self._workos.audit_logs.create_event(
                organization_id=queued.organization_id,
                event=queued.event,
                idempotency_key=queued.idempotency_key,
                options={"deadline": SEND_TIMEOUT, "priority": "background"},
            )
        except _TRANSIENT as error:
            logger.warning("an audit log event can't be sent now: %s", error)
            return
        except Exception as error:
            self._drop(f"{type(error).__name__}: {error}")
        queued.is_done = True
