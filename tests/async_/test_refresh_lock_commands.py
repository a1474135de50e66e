"""What the refresh lock asks of Redis: the keys, arguments and timeouts of its commands, and what it makes of the replies."""

import logging
import os
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from workos_async import APITimeoutError
from workos_async._auth import refresh_lock
from workos_async._auth.refresh_lock import RefreshLock
from workos_async._concurrency.background_task import BackgroundTask
from workos_async._concurrency.call_deadline import Deadline
from workos_async._concurrency.sleep import sleep
from workos_core.auth.sessions.refresh_lock_scripts import ACQUIRE, RELEASE, RENEW, STORE
from workos_core.errors import StoreUnavailableError

NAMES = {ACQUIRE: "acquire", RELEASE: "release", RENEW: "renew", STORE: "store"}
KEYS = [f"workos:refresh:{{key}}:{part}" for part in ("lock", "holders", "result")]
ACQUIRED, ACQUIRED_IN_DOUBT = [1, b"7", 0], [1, b"7", 1]
UNAVAILABLE = StoreUnavailableError("Redis: down")
WARNING = "refreshing sessions without the lock shared between processes, since Redis is unavailable: Redis: down"


class Store:
    """A Redis that replies to each script what the test says, and records the commands.

    Args:
        replies: The replies to each script, in order. An exception is raised.
    """

    def __init__(self, **replies: list[Any]) -> None:
        self.replies = replies
        self.commands: list[tuple[object, ...]] = []
        self.timeouts: dict[str, float | None] = {}
        self.is_closed = False

    async def eval(
        self, script: str, keys: list[str], arguments: Sequence[Any], *, timeout: float | None = None
    ) -> Any:
        self.timeouts[NAMES[script]] = timeout
        return self.eval_blocking(script, keys, arguments)

    def eval_blocking(self, script: str, keys: list[str], arguments: Sequence[Any]) -> Any:
        assert keys == KEYS
        return self._reply(NAMES[script], *arguments)

    async def get(self, key: str, *, timeout: float | None) -> Any:
        self.timeouts["get"] = timeout
        return self._reply("get", key)

    async def set(self, key: str, value: str, *, seconds: float, timeout: float | None) -> None:
        self.timeouts["set"] = timeout
        self._reply("set", key, value, seconds)

    async def aclose(self) -> None:
        self.is_closed = True

    def _reply(self, name: str, *arguments: object) -> Any:
        self.commands.append((name, *arguments))
        reply = self.replies[name].pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply


class Remaining(Deadline):
    """A deadline of nine seconds with a certain remaining time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(9, 0)
        self.__dict__["seconds_left"] = seconds

    @property
    def remaining(self) -> float:
        return float(self.__dict__["seconds_left"])


def lock_with(store: Store, **arguments: Any) -> RefreshLock:
    lock = RefreshLock("redis://127.0.0.1:1", **arguments)
    lock._redis = store  # type: ignore[assignment]
    return lock


async def run(lock: RefreshLock, result: str = "result", **arguments: Any) -> str:
    """Run a refresh. Results that start with "rejected" are not shared, and the text "forged" is not genuine."""

    async def call() -> str:
        if result == "failed":
            raise OSError("failed")
        return result

    def seal(result: str) -> str | None:
        return None if result.startswith("rejected") else f"sealed {result}"

    def unseal(text: str) -> str | None:
        return None if text == "forged" else f"unsealed {text}"

    return await lock.run("key", call, seal, unseal, 60, **arguments)


def in_doubt(result: str) -> str:
    return f"{result}, in doubt"


async def until(condition: Callable[[], object]) -> None:
    for _ in range(3000):
        if condition():
            return
        await sleep(0.01)
    raise AssertionError("the condition did not become true within 30 seconds")


async def test_result_is_stored_with_the_fencing_token() -> None:
    store = Store(acquire=[ACQUIRED], store=[None])
    assert await run(lock_with(store), in_doubt=in_doubt) == "result"
    assert store.commands == [("acquire", 2000, 10_000, ""), ("store", "7", "sealed result", 60_000)]


async def test_newer_result_replaces_that_of_the_call() -> None:
    store = Store(acquire=[ACQUIRED], store=[b"9:newer:text"])
    assert await run(lock_with(store)) == "unsealed newer:text"
    store = Store(acquire=[ACQUIRED], store=[b"9:forged"])
    assert await run(lock_with(store)) == "result"


async def test_result_of_another_process_is_returned() -> None:
    for value in (b"7:of:another", "7:of:another"):
        store = Store(acquire=[[0, value]])
        assert await run(lock_with(store)) == "unsealed of:another"
    assert store.commands == [("acquire", 2000, 10_000, "")]


async def test_result_that_is_no_text_is_read_without_an_error() -> None:
    store = Store(acquire=[[0, b"7:\xff"]])
    assert await run(lock_with(store)) == "unsealed �"


async def test_forged_result_is_replaced() -> None:
    store = Store(acquire=[[0, b"7:forged"], [0, b"8:forged"], ACQUIRED], store=[None])
    assert await run(lock_with(store)) == "result"
    assert [command[-1] for command in store.commands[:3]] == ["", b"7:forged", b"8:forged"]


@pytest.mark.parametrize(
    ("acquired", "released", "expected"),
    [
        (ACQUIRED, [1, None], "rejected"),
        (ACQUIRED, [0, None], "rejected, in doubt"),
        (ACQUIRED, [1, b"9:forged"], "rejected"),
        (ACQUIRED, [0, b"9:other"], "unsealed other"),
        (ACQUIRED, UNAVAILABLE, "rejected, in doubt"),
        (ACQUIRED_IN_DOUBT, [1, None], "rejected, in doubt"),
        (ACQUIRED_IN_DOUBT, [1, b"9:other"], "unsealed other"),
        ([1, b"7", 2], [1, None], "rejected, in doubt"),
    ],
)
async def test_rejection_is_final_only_with_the_lock(acquired: Any, released: Any, expected: str) -> None:
    store = Store(acquire=[acquired], release=[released])
    assert await run(lock_with(store), "rejected", in_doubt=in_doubt) == expected
    assert store.commands[1:] == [("release", "7")]


async def test_rejection_without_in_doubt_is_returned_unchanged() -> None:
    assert await run(lock_with(Store(acquire=[UNAVAILABLE])), "rejected") == "rejected"
    assert await run(lock_with(Store(acquire=[ACQUIRED_IN_DOUBT], release=[[1, None]])), "rejected") == "rejected"


async def test_lock_is_released_after_an_exception() -> None:
    store = Store(acquire=[ACQUIRED], release=[[1, None]])
    with pytest.raises(OSError, match="failed"):
        await run(lock_with(store), "failed")
    assert store.commands[1:] == [("release", "7")]


@pytest.mark.parametrize(
    ("remaining", "before", "after"),
    [(60.0, 1.0, 1.0), (1.5, 0.75, 1.0), (0.6, 0.3, 0.6), (0.2, 0.1, 0.25), (0.0, 0.05, 0.25)],
)
async def test_commands_leave_time_to_go_on_without_redis(remaining: float, before: float, after: float) -> None:
    for result in ("result", "rejected", "failed"):
        store = Store(acquire=[ACQUIRED], store=[None], release=[[1, None]])
        try:
            await run(lock_with(store), result, deadline=Remaining(remaining))
        except OSError:
            assert result == "failed"
        assert store.timeouts == {"acquire": before, "store" if result == "result" else "release": after}


async def test_wait_for_another_process_ends_at_the_default_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "REFRESH_TIMEOUT", 0)
    with pytest.raises(APITimeoutError, match="deadline of 0 s passed while another process refreshed tokens"):
        await run(lock_with(Store(acquire=[[]]), purpose="tokens"))


async def test_wait_is_not_longer_than_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def record(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(refresh_lock, "sleep", record)
    store = Store(acquire=[[], [], [], [0, b"7:x"]])
    assert await run(lock_with(store), deadline=Remaining(0.03)) == "unsealed x"
    assert waits == [0.02, 0.03, 0.03]


@pytest.mark.parametrize("failing", ["acquire", "store", "release"])
async def test_outage_is_logged(failing: str, caplog: pytest.LogCaptureFixture) -> None:
    replies: dict[str, list[Any]] = {"acquire": [ACQUIRED], failing: [UNAVAILABLE] * 2}
    store = Store(**replies)
    lock = lock_with(store)
    with caplog.at_level(logging.WARNING, "workos"):
        await run(lock, "rejected" if failing == "release" else "result")
    assert caplog.messages == [WARNING]
    await lock.aclose()


@pytest.mark.parametrize(("failing", "token"), [("acquire", "0"), ("store", "7")])
async def test_result_is_stored_when_redis_is_available(
    failing: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    async def record(seconds: float) -> None:
        waits.append(seconds)
        await sleep(0)

    monkeypatch.setattr(refresh_lock, "sleep", record)
    store = Store(acquire=[UNAVAILABLE if failing == "acquire" else ACQUIRED], store=[UNAVAILABLE, UNAVAILABLE, None])
    lock = lock_with(store)
    assert await run(lock, in_doubt=in_doubt) == "result"
    await until(lambda: not store.replies["store"] and lock._saver is None)
    assert not lock._unsaved
    assert store.timeouts["store"] == 1.0
    assert set(waits) == {0.5}
    saved = [command for command in store.commands if command[0] == "store"][-2:]
    for name, stored_token, text, milliseconds in saved:
        assert (name, stored_token, text) == ("store", token, "sealed result")
        assert 50_000 < int(str(milliseconds)) <= 60_000


async def test_saved_results_do_not_keep_each_other_waiting() -> None:
    lock = lock_with(Store())
    first = refresh_lock._Unsaved(KEYS, "1", "first", Deadline.start(60))
    second = refresh_lock._Unsaved(KEYS, "2", "second", Deadline.start(60))
    lock._unsaved[KEYS[-1]] = second
    lock._remove_unsaved(first)  # while it was being stored, the second has replaced it
    assert lock._next_unsaved() is second
    lock._remove_unsaved(second)
    lock._remove_unsaved(second)
    assert not lock._unsaved


async def test_result_that_nobody_needs_any_more_is_dropped() -> None:
    lock = lock_with(Store())
    late = refresh_lock._Unsaved(["late"], "1", "late", Remaining(0))
    useful = refresh_lock._Unsaved(["useful"], "2", "useful", Remaining(0.0001))
    lock._unsaved.update(late=late, useful=useful)
    assert lock._next_unsaved() is useful
    assert list(lock._unsaved) == ["useful"]
    lock._unsaved["useful"] = late
    assert lock._next_unsaved() is None
    assert not lock._unsaved


async def test_last_moment_of_a_result_is_a_valid_lifetime() -> None:
    store = Store(store=[None])
    lock = lock_with(store)
    lock._unsaved[KEYS[-1]] = refresh_lock._Unsaved(KEYS, "7", "text", Remaining(0.0001))
    await lock._save_all()
    assert store.commands == [("store", "7", "text", 1)]


async def test_background_task_starts_once_per_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []

    def start(*_: object) -> object:
        started.append(object())
        return started[-1]

    monkeypatch.setattr(refresh_lock, "_start", start)
    lock = lock_with(Store(acquire=[UNAVAILABLE] * 4))
    await run(lock)
    await run(lock)
    assert lock._saver is started[0]
    assert len(started) == 1
    lock._saver_process = -1  # as after a fork
    await run(lock)
    await run(lock)
    assert lock._saver is started[1]
    assert (len(started), lock._saver_process) == (2, os.getpid())


async def test_background_task_that_has_ended_is_started_again() -> None:
    store = Store(acquire=[UNAVAILABLE] * 2, store=[OSError("a defect"), None])
    lock = lock_with(store)
    await run(lock)
    await until(lambda: lock._saver is None)
    assert lock._unsaved
    await run(lock)
    await until(lambda: not lock._unsaved)


async def test_end_of_a_task_leaves_its_successor() -> None:
    async def nothing() -> None:
        pass

    lock = lock_with(Store())
    first, second = BackgroundTask(nothing), BackgroundTask(nothing)
    lock._saver = second
    lock._saver_done(first)
    assert lock._saver is second
    lock._saver_done(second)
    assert lock._saver is None
    await first.join()
    await second.join()


async def test_result_is_kept_if_no_task_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(refresh_lock, "BackgroundTask", fail)
    lock = lock_with(Store(acquire=[UNAVAILABLE]))
    assert await run(lock) == "result"
    assert list(lock._unsaved) == [KEYS[-1]]
    assert lock._saver is None


async def test_closing_ends_the_background_task() -> None:
    store = Store(acquire=[UNAVAILABLE], store=[UNAVAILABLE] * 100)
    lock = lock_with(store)
    await run(lock)
    saver = lock._saver
    assert saver is not None
    await lock.aclose()
    await saver.join()
    assert store.is_closed
    assert len(store.replies["store"]) > 90


async def test_marks(caplog: pytest.LogCaptureFixture) -> None:
    store = Store(set=[None, None, UNAVAILABLE], get=[None, b"1", b"", UNAVAILABLE])
    lock = lock_with(store)
    await lock.mark("session", 30)
    assert store.timeouts["set"] == 1.0
    await lock.mark("session", 30, Remaining(0.4))
    assert store.timeouts["set"] == 0.2
    assert store.commands == [("set", "workos:ended:session", "1", 30)] * 2
    with caplog.at_level(logging.WARNING, "workos"):
        await lock.mark("session", 30)
    assert caplog.messages == [
        "other processes don't see that a session has ended, since Redis is unavailable: Redis: down"
    ]
    assert not await lock.is_marked("session")
    assert store.timeouts["get"] == 1.0
    assert await lock.is_marked("session", Remaining(0.4))
    assert store.timeouts["get"] == 0.2
    assert await lock.is_marked("session")
    with pytest.raises(StoreUnavailableError):
        await lock.is_marked("session")
    assert store.commands[-1] == ("get", "workos:ended:session")


def renewals(store: Store) -> int:
    return sum(command[0] == "renew" for command in store.commands)


async def test_renewal_goes_on_after_an_outage_and_ends_with_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 0.001)
    store = Store(renew=[1, UNAVAILABLE, 1, UNAVAILABLE, 0, 1])
    renewal = refresh_lock._Renewal(store, KEYS, refresh_lock._Lease("7", is_in_doubt=False))  # type: ignore[arg-type]
    thread = renewal._thread
    assert (thread.name, thread.daemon) == ("workos-refresh-lock", True)
    await until(lambda: not thread.is_alive())
    assert store.commands == [("renew", "7", 2000, 10_000)] * 5
    await renewal.stop()
    assert store.replies["renew"] == [1]


async def test_renewal_ends_with_its_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 0.001)
    store = Store(renew=[1] * 100_000)
    renewal = refresh_lock._Renewal(store, KEYS, refresh_lock._Lease("7", is_in_doubt=False))  # type: ignore[arg-type]
    thread = renewal._thread
    del renewal  # without `stop`, as after an exception of a signal handler
    await until(lambda: not thread.is_alive())


async def test_renewal_waits_its_interval_and_stops_at_once() -> None:
    store = Store()
    renewal = refresh_lock._Renewal(store, KEYS, refresh_lock._Lease("7", is_in_doubt=False))  # type: ignore[arg-type]
    await renewal.stop()
    assert not store.commands
    await until(lambda: not renewal._thread.is_alive())


async def test_renewal_without_a_response_is_left_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 0.001)
    monkeypatch.setattr(refresh_lock, "_STOP_TIMEOUT", 0.01)
    responds, asked = threading.Event(), threading.Event()

    class Hanging(Store):
        def eval_blocking(self, script: str, keys: list[str], arguments: Sequence[Any]) -> Any:
            asked.set()
            assert responds.wait(30)
            return 0

    renewal = refresh_lock._Renewal(Hanging(), KEYS, refresh_lock._Lease("7", is_in_doubt=False))  # type: ignore[arg-type]
    await until(asked.is_set)
    await renewal.stop()
    assert renewal._thread.is_alive()
    responds.set()
    await until(lambda: not renewal._thread.is_alive())


async def test_refresh_works_without_a_thread_for_the_renewal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", fail)
    store = Store(acquire=[ACQUIRED], store=[None])
    assert await run(lock_with(store)) == "result"
