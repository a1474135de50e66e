# Generated from workos_async/_auth/refresh_lock.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The lock that lets only one of several processes refresh a session, and shares the result with the others through Redis."""

import logging
import os
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event, Thread
from typing import Any, Generic, TypeVar
from weakref import ref

from attrs import frozen

from workos_core.auth.sessions.refresh_lock_scripts import ACQUIRE, RELEASE, RENEW, STORE
from workos_core.errors import StoreUnavailableError
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.call_deadline import Deadline
from workos_sync._concurrency.callbacks import Call
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.sleep import sleep
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent
from workos_sync._redis import MIN_TIMEOUT_SECONDS, TIMEOUT_SECONDS, Redis, RedisClient

T = TypeVar("T")

LOCK_TTL = 2.0
"""Seconds after which the lock of a process that died expires."""
RENEW_INTERVAL = 0.4
"""Seconds between two renewals of the lock by its holder."""
HOLDER_TTL = 10.0
"""Seconds after its last renewal for which a holder counts as unfinished: it may be suspended, and have used the refresh token."""
REFRESH_TIMEOUT = 25.0
"""Seconds for a whole refresh, including the wait for another process, if the client has no deadline."""
MIN_POLL_INTERVAL, MAX_POLL_INTERVAL = 0.02, 0.25
_STOP_TIMEOUT = _MIN_STORE_TIMEOUT = 0.25
_SAVE_INTERVAL = 0.5
_MAX_UNSAVED = 1024
_PREFIX = "workos:refresh:"
_MARK_PREFIX = "workos:ended:"

logger = logging.getLogger("workos")


@frozen
class _Refresh(Generic[T]):
    """The arguments of `RefreshLock.run`, with the names of its keys."""

    keys: list[str]
    call: Call[T]
    seal: Callable[[T], str | None]
    unseal: Callable[[str], T | None]
    ttl: float
    in_doubt: Callable[[T], T]
    deadline: Deadline


@frozen
class _Lease:
    """The lock in the hands of this process, as of when it was acquired.

    Attributes:
        token: The fencing token.
        is_in_doubt: Whether an earlier holder has not finished.
    """

    token: str
    is_in_doubt: bool


@frozen
class _Unsaved:
    """A result that could not be stored because Redis was unavailable.

    Attributes:
        keys: The keys of its lock.
        token: The fencing token of its holder.
        text: The sealed result.
        lifetime: How long other processes need it.
    """

    keys: list[str]
    token: str
    text: str
    lifetime: Deadline


class RefreshLock:
    """A lock per refresh token in Redis, for several processes and hosts; `SingleFlight` does the same within a process.

    The result is stored under a hash of the old refresh token and sealed with the cookie password: Redis sees neither tokens nor
    users, and a client of Redis without the password can't substitute another session.

    The lock expires after LOCK_TTL and is renewed in the background while its holder works, so that a process that died delays the
    others for less than three seconds. A holder that was suspended for longer can't overwrite the result of its successor.

    While Redis is unavailable, each process refreshes on its own, as it does without the lock, and a warning is logged. A result is
    stored as soon as Redis is available again.

    Args:
        redis: The URL of a Redis server, or a `redis.Redis`.
        purpose: What is refreshed, for logs and errors.
    """

    def __init__(self, redis: str | RedisClient, *, purpose: str = "sessions") -> None:
        self._redis = Redis(redis)
        self._purpose = purpose
        self._unsaved: OrderedDict[str, _Unsaved] = OrderedDict()
        self._saver: BackgroundTask | None = None
        self._saver_process = 0  # set when it starts
        self._lock = ForkSafeLock()  # held briefly, never during a command

    def run(
        self,
        key: str,
        call: Call[T],
        seal: Callable[[T], str | None],
        unseal: Callable[[str], T | None],
        ttl: float,
        *,
        in_doubt: Callable[[T], T] | None = None,
        deadline: Deadline | None = None,
    ) -> T:
        """Return the result for `key`: that of another process, or that of `call` while holding the lock.

        Args:
            key: The key of the lock and of the result.
            call: The refresh. It has to end at the deadline.
            seal: Returns a result as sealed text, or `None` if it must not be shared.
            unseal: Returns the result in a sealed text, or `None` if the text is not genuine.
            ttl: Seconds for which other processes receive the result.
            in_doubt: Returns the result to report instead of one that another process may contradict: it was obtained without the lock,
                or after another holder that has not finished and may have used the refresh token.
            deadline: The deadline of the wait for another process; REFRESH_TIMEOUT from now by default.

        Raises:
            APITimeoutError: The deadline has passed while another process had the lock. `call` was not called.
        """
        keys = [f"{_PREFIX}{{{key}}}:{part}" for part in ("lock", "holders", "result")]
        deadline = deadline or Deadline.start(REFRESH_TIMEOUT)
        refresh = _Refresh(keys, call, seal, unseal, ttl, in_doubt or _unchanged, deadline)
        try:
            result = self._acquire(refresh)
        except StoreUnavailableError as error:
            _log_unavailable(self._purpose, error)
            return self._run_without_lock(refresh)
        return self._run_with_lock(refresh, result) if isinstance(result, _Lease) else result

    def _acquire(self, refresh: _Refresh[T]) -> T | _Lease:
        """Return the result of another process, or the lock."""
        interval = MIN_POLL_INTERVAL
        forged: bytes | str = ""
        while True:
            arguments = _milliseconds(LOCK_TTL), _milliseconds(HOLDER_TTL), forged
            reply = self._redis.eval(ACQUIRE, refresh.keys, arguments, timeout=_timeout(refresh.deadline))
            if reply and reply[0]:
                return _Lease(_text(reply[1]), is_in_doubt=reply[2] > 0)
            if reply:
                result = _read(reply[1], refresh)
                if result is not None:
                    return result
                forged = reply[1]
                continue
            remaining = refresh.deadline.remaining
            if not remaining:
                raise refresh.deadline.error(f"while another process refreshed {self._purpose}")
            sleep(min(interval, remaining))
            interval = min(2 * interval, MAX_POLL_INTERVAL)

    def _run_with_lock(self, refresh: _Refresh[T], lease: _Lease) -> T:
        renewal = _Renewal(self._redis, refresh.keys, lease)
        try:
            value = refresh.call()
        except BaseException:
            renewal.stop()
            self._release(refresh, lease)
            raise
        renewal.stop()
        text = refresh.seal(value)
        if text is not None:
            return self._store(refresh, lease, value, text)
        had_lock, stored = self._release(refresh, lease)
        other = None if stored is None else _read(stored, refresh)
        if other is not None:
            return other
        return value if had_lock and not lease.is_in_doubt else refresh.in_doubt(value)

    def _run_without_lock(self, refresh: _Refresh[T]) -> T:
        value = refresh.call()
        text = refresh.seal(value)
        if text is None:
            return refresh.in_doubt(value)
        self._save_later(refresh, _UNFENCED, text)
        return value

    def _store(self, refresh: _Refresh[T], lease: _Lease, value: T, text: str) -> T:
        """Store the result and release the lock. Return the result, or that of a later holder."""
        arguments = lease.token, text, _milliseconds(refresh.ttl)
        try:
            newer = self._redis.eval(STORE, refresh.keys, arguments, timeout=_store_timeout(refresh.deadline))
        except StoreUnavailableError as error:
            _log_unavailable(self._purpose, error)
            self._save_later(refresh, lease.token, text)
            return value
        other = None if newer is None else _read(newer, refresh)
        return value if other is None else other

    def _release(self, refresh: _Refresh[Any], lease: _Lease) -> tuple[bool, bytes | str | None]:
        """Release the lock. Return whether this process still had it, and the stored result of another holder."""
        timeout = _store_timeout(refresh.deadline)
        try:
            had_lock, stored = self._redis.eval(RELEASE, refresh.keys, [lease.token], timeout=timeout)
        except StoreUnavailableError as error:
            _log_unavailable(self._purpose, error)
            return False, None
        return bool(had_lock), stored

    def _save_later(self, refresh: _Refresh[Any], token: str, text: str) -> None:
        """Store a result in the background, as soon as Redis is available."""
        keys = refresh.keys
        with self._lock:
            self._unsaved[keys[-1]] = _Unsaved(keys, token, text, Deadline.start(refresh.ttl))
            if len(self._unsaved) > _MAX_UNSAVED:
                self._unsaved.popitem(last=False)
            if self._saver is None or self._saver_process != os.getpid():
                self._saver_process = os.getpid()
                self._saver = _start(self._save_all, self._saver_done)

    def _save_all(self) -> None:
        while (unsaved := self._next_unsaved()) is not None:
            arguments = unsaved.token, unsaved.text, max(1, _milliseconds(unsaved.lifetime.remaining))
            try:
                self._redis.eval(STORE, unsaved.keys, arguments, timeout=TIMEOUT_SECONDS)
            except StoreUnavailableError:
                sleep(_SAVE_INTERVAL)
            else:
                self._remove_unsaved(unsaved)

    def _next_unsaved(self) -> _Unsaved | None:
        """Return a result to store. If there is none, the background task ends."""
        with self._lock:
            for key, unsaved in list(self._unsaved.items()):
                if unsaved.lifetime.remaining:
                    return unsaved
                del self._unsaved[key]
            self._saver = None
            return None

    def _remove_unsaved(self, unsaved: _Unsaved) -> None:
        with self._lock:
            if self._unsaved.get(unsaved.keys[-1]) is unsaved:
                del self._unsaved[unsaved.keys[-1]]

    def _saver_done(self, task: BackgroundTask) -> None:
        with self._lock:
            if self._saver is task:
                self._saver = None

    def mark(self, key: str, seconds: float, deadline: Deadline | None = None) -> None:
        """Set a mark that all processes see for a while. If Redis is unavailable, a warning is logged."""
        try:
            self._redis.set(f"{_MARK_PREFIX}{key}", "1", seconds=seconds, timeout=_timeout(deadline))
        except StoreUnavailableError as error:
            logger.warning("other processes don't see that a session has ended, since Redis is unavailable: %s", error)

    def is_marked(self, key: str, deadline: Deadline | None = None) -> bool:
        """Return whether a process has set a mark.

        Raises:
            StoreUnavailableError: Redis is unavailable.
        """
        return self._redis.get(f"{_MARK_PREFIX}{key}", timeout=_timeout(deadline)) is not None

    def close(self) -> None:
        """Close the connections to Redis, unless the client was passed in. Results that are not stored yet are discarded."""
        saver = self._saver
        if saver is not None:
            saver.cancel()
        self._redis.close()


class _Renewal:
    """A thread that renews the lock until its holder has finished or lost it.

    It is no task, so that an event loop that is blocked, such as by an import on first use, doesn't lose the lock.

    Args:
        redis: The server.
        keys: The keys of the lock.
        lease: The lock.
    """

    def __init__(self, redis: Redis, keys: list[str], lease: _Lease) -> None:
        arguments = lease.token, _milliseconds(LOCK_TTL), _milliseconds(HOLDER_TTL)
        renew = partial(redis.eval_blocking, RENEW, keys, arguments)
        self._is_finished = Event()
        self._has_ended = ThreadSafeEvent()
        # Weak, so that the renewal also ends if an exception of a signal handler has dropped this object before `stop`.
        run = partial(_renew, renew, self._is_finished, self._has_ended, ref(self))
        self._thread = Thread(target=run, name="workos-refresh-lock", daemon=True)
        with suppress(RuntimeError):  # no thread can be started: the lock expires after LOCK_TTL
            self._thread.start()

    def stop(self) -> None:
        """Stop the thread, and wait for its end: a renewal after the release would acquire the lock again.

        A renewal without a response within _STOP_TIMEOUT is left to itself.
        """
        self._is_finished.set()
        if self._thread.is_alive():
            self._has_ended.wait(_STOP_TIMEOUT)


def _renew(
    renew: Callable[[], object], is_finished: Event, has_ended: ThreadSafeEvent, renewal: Callable[[], object]
) -> None:
    has_lock = True
    try:
        while has_lock and not is_finished.wait(RENEW_INTERVAL) and renewal() is not None:
            with suppress(StoreUnavailableError):
                has_lock = bool(renew())
    finally:
        has_ended.set()


_UNFENCED = "0"


def _start(call: Call[object], on_done: Callable[[BackgroundTask], None] | None = None) -> BackgroundTask | None:
    try:
        return BackgroundTask(call, on_done)
    except RuntimeError:  # no thread can be started
        return None


def _unchanged(value: T) -> T:
    return value


def _read(stored: bytes | str, refresh: _Refresh[T]) -> T | None:
    """Return the result in a stored value, or `None` if it is not genuine."""
    _, _, sealed = _text(stored).partition(":")
    return refresh.unseal(sealed)


def _text(value: bytes | str) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


def _milliseconds(seconds: float) -> int:
    return round(1000 * seconds)


def _timeout(deadline: Deadline | None) -> float:
    """Return the seconds for a command. Half of the time until the deadline is left to go on without Redis."""
    if deadline is None:
        return TIMEOUT_SECONDS
    return min(max(deadline.remaining / 2, MIN_TIMEOUT_SECONDS), TIMEOUT_SECONDS)


def _store_timeout(deadline: Deadline) -> float:
    """Return the seconds for the command after a call, which a result that arrives at the deadline still gets."""
    return min(max(deadline.remaining, _MIN_STORE_TIMEOUT), TIMEOUT_SECONDS)


def _log_unavailable(purpose: str, error: StoreUnavailableError) -> None:
    logger.warning(
        "refreshing %s without the lock shared between processes, since Redis is unavailable: %s", purpose, error
    )
