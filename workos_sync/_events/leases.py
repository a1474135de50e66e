# Generated from workos_async/_events/leases.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Leases: which of several streams may move a cursor."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from logging import getLogger
from time import monotonic
from uuid import uuid4
from weakref import ReferenceType, ref

from workos_core.errors import LeaseLostError, StoreUnavailableError, WorkOSError
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent
from workos_sync._events.cursor_stores import LeasedCursorStore

logger = getLogger("workos")

RENEWALS_PER_LEASE = 4
"""How often the holder renews its lease, and the others check it, in the time after which it expires."""


class Term:
    """The time from one acquisition of a lease to its end.

    Args:
        token: The fencing token: the store accepts a checkpoint only with the token of the current term.
        valid_until: The time until which no other stream can have taken over, without a renewal.
    """

    def __init__(self, token: str, valid_until: float) -> None:
        self.token = token
        self.valid_until = valid_until
        self.is_over = False


class Lease:
    """The right of one stream to move the cursor of a store.

    With `lease_seconds`, a background task renews the lease, and another stream takes over after it has seen no renewal for that time.
    Without, a stream takes over from an earlier one at once. In both cases, the earlier one can no longer save.

    Clocks are never compared: each process measures time with its own monotonic clock. The holder counts from before its last renewal,
    the others from after they have seen it, so the holder notices the end first.

    Args:
        store: The store.
        clock: A monotonic clock, in seconds.
    """

    def __init__(self, store: LeasedCursorStore, clock: Callable[[], float] = monotonic) -> None:
        self._store = store
        self._clock = clock
        self._term: Term | None = None
        self._renewals_stopped = ThreadSafeEvent()
        self._renewals: BackgroundTask | None = None
        self._seen: tuple[str | None, int] | None = None
        self._seen_at = 0.0

    @property
    def retry_seconds(self) -> float | None:
        """Seconds between two attempts to acquire the lease. None if attempts need no wait."""
        seconds = self._store.lease_seconds
        return None if seconds is None else seconds / RENEWALS_PER_LEASE

    def try_acquire(self) -> bool:
        """Acquire the lease if it is free or has expired. Return whether it was acquired.

        Raises:
            StoreUnavailableError: The store is unreachable.
        """
        if self._term is not None:
            # After a commit with an unknown outcome, this waits for the transaction if it still runs.
            self._store.release_lease(self._term.token)
            self._end()
        seconds = self._store.lease_seconds
        token, started = uuid4().hex, self._clock()
        is_expired = seconds is None or started - self._seen_at >= seconds
        try:
            state = self._store.acquire_lease(token, self._seen if is_expired else None)
        except BaseException:
            self._seen = None  # the holder may have been unable to renew the lease too
            raise
        if state[0] != token:
            if state != self._seen:
                self._seen, self._seen_at = state, self._clock()
            return False
        self._seen = None
        self._term = Term(token, started + (seconds or 0))
        if self.retry_seconds is not None:
            self._renewals_stopped = ThreadSafeEvent()
            self._renewals = BackgroundTask(
                partial(_renew, ref(self), self._term, self._renewals_stopped, self.retry_seconds)
            )
        return True

    def is_held(self) -> bool:
        """Return whether no other stream has taken over. Renews the lease if too much time has passed since the last renewal.

        Raises:
            StoreUnavailableError: The lease has to be renewed, and the store is unreachable.
        """
        term = self._term
        if term is None or term.is_over:
            return False
        return self._store.lease_seconds is None or self._clock() < term.valid_until or self.renew(term)

    def renew(self, term: Term) -> bool:
        """Renew the lease. Return False if another stream has taken over."""
        started = self._clock()
        if self._store.renew_lease(term.token):
            term.valid_until = started + (self._store.lease_seconds or 0)
        else:
            term.is_over = True
        return not term.is_over

    def save(self, checkpoint: str) -> None:
        """Save a checkpoint.

        Raises:
            LeaseLostError: Another stream has taken over.
        """
        if not self._store.save_with_lease(self.token, checkpoint):
            raise self.lose()

    @property
    def token(self) -> str:
        """The fencing token of the current term.

        Raises:
            LeaseLostError: Another stream has taken over.
        """
        if self._term is None or self._term.is_over:
            raise self.lose()
        return self._term.token

    def lose(self) -> LeaseLostError:
        """End the term, and return the error to raise. The lease has to be acquired again."""
        if self._term is not None:
            self._term.is_over = True
        return LeaseLostError(f"another consumer has taken over the event stream of {self._store}")

    def release(self) -> None:
        """Let another stream take over now. If the store is unreachable, the lease expires."""
        term = self._term
        self._end()
        if term is not None:
            with suppress(StoreUnavailableError):
                self._store.release_lease(term.token)

    def _end(self) -> None:
        self._term = None
        task, self._renewals = self._renewals, None
        if task is not None:
            self._renewals_stopped.set()
            task.join()


def _renew(reference: "ReferenceType[Lease]", term: Term, stopped: ThreadSafeEvent, interval: float) -> None:
    """Renew a lease until its term ends. Ends, too, when the stream was dropped without being closed, so that another one takes over."""
    while not stopped.wait(interval):
        lease = reference()
        if lease is None or term.is_over:
            return
        try:
            lease.renew(term)
        except WorkOSError as error:
            logger.debug("event stream: the lease was not renewed: %s", error)
        del lease
