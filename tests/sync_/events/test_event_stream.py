# Generated from tests/async_/events/test_event_stream.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Event streams, against an emulator whose clock the test controls."""

import json
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_sync import (
    BadRequestError,
    CursorStore,
    EventGapError,
    FileCursorStore,
    InvalidArgumentError,
    MemoryCursorStore,
    PaginationError,
    RedisCursorStore,
    SQLiteCursorStore,
    StoreUnavailableError,
    WorkOS,
)
from workos_sync._events.event_stream import EventStream

START = datetime(2026, 5, 1, tzinfo=UTC)
CREATED = ["user.created"]


@pytest.fixture(autouse=True)
def clock(emulator: Emulator) -> None:
    emulator.clock.freeze(START)


def fast(workos: WorkOS, store: CursorStore, emulator: Emulator, **settings: Any) -> EventStream:
    """Return a stream that polls every millisecond, and uses the clock of the emulator."""
    settings = {"poll_seconds": 0.001, "max_poll_seconds": 0.001, **settings}
    stream = workos.events.stream(events=CREATED, store=store, **settings)
    stream._now = emulator.clock.now
    return stream


def create(workos: WorkOS, *numbers: int) -> None:
    for number in numbers:
        workos.user_management.create_user(email=f"{number}@example.com")


def read(stream: EventStream, count: int) -> list[str]:
    """Handle the next events, and return their users."""
    users: list[str] = []
    for event in stream:
        users.append(number(event))
        if len(users) == count:
            stream.checkpoint()
            break
    return users


def number(event: Event) -> str:
    assert event.event == "user.created"
    return event.data.email.partition("@")[0]


def lists(emulator: Emulator) -> list[httpx.QueryParams]:
    return [httpx.QueryParams(entry.request.query) for entry in emulator.requests if entry.request.path == "/events"]


def test_events_start_with_the_oldest_and_continue_after_a_restart(workos: WorkOS, emulator: Emulator) -> None:
    store = MemoryCursorStore()
    create(workos, *range(120))
    workos.organizations.create_organization(name="not followed")
    assert read(fast(workos, store, emulator), 110) == [str(number) for number in range(110)]
    create(workos, 120)
    assert read(fast(workos, store, emulator), 11) == [str(number) for number in range(110, 121)]
    assert lists(emulator)[0]["limit"] == "100"
    assert lists(emulator)[0]["order"] == "asc"
    assert lists(emulator)[0]["events"] == "user.created"


@pytest.mark.parametrize("crash", range(6))
def test_crash_repeats_only_the_current_event(workos: WorkOS, emulator: Emulator, crash: int) -> None:
    store = MemoryCursorStore()
    create(workos, *range(6))
    done: list[str] = []
    with pytest.raises(ZeroDivisionError):
        fail_at(fast(workos, store, emulator), crash, done)
    done += read(fast(workos, store, emulator), 6 - crash)
    assert done == [str(number) for number in range(6)]


def fail_at(stream: EventStream, crash: int, done: list[str]) -> None:
    for event in stream:
        if int(number(event)) == crash:
            raise ZeroDivisionError
        done.append(number(event))


def test_failed_loop_restarts_with_the_same_event(workos: WorkOS, emulator: Emulator) -> None:
    create(workos, 0, 1, 2)
    stream = fast(workos, MemoryCursorStore(), emulator)
    done: list[str] = []
    with pytest.raises(ZeroDivisionError):
        fail_at(stream, 1, done)
    assert done + read(stream, 2) == ["0", "1", "2"]


def test_event_while_the_stream_waits(workos: WorkOS, emulator: Emulator) -> None:
    store = MemoryCursorStore()

    class Busy(MemoryCursorStore):
        """Creates a user when the stream saves for the first time that there is no event."""

        def save(self, checkpoint: str | None) -> None:
            if self.checkpoint is None:
                create(workos, 7)
            super().save(checkpoint)

    store = Busy()
    assert read(fast(workos, store, emulator), 1) == ["7"]


def test_stop_counts_the_current_event_as_handled(workos: WorkOS, emulator: Emulator) -> None:
    store = MemoryCursorStore()
    create(workos, 0, 1, 2)
    stream = fast(workos, store, emulator, checkpoint_every=100)
    users = []
    for event in stream:
        users.append(number(event))
        stream.stop()
    assert users == ["0"]
    assert [event for event in stream] == []
    assert read(fast(workos, store, emulator), 2) == ["1", "2"]


def test_close_does_not_count_the_current_event_as_handled(workos: WorkOS, emulator: Emulator) -> None:
    store = MemoryCursorStore()
    create(workos, 0, 1, 2)
    with fast(workos, store, emulator, checkpoint_every=100) as stream:
        stream.__next__()
        stream.__next__()
        assert store.checkpoint is None
    assert read(fast(workos, store, emulator), 2) == ["1", "2"]


def test_checkpoint_every(workos: WorkOS, emulator: Emulator) -> None:
    saves = 0

    class Counting(MemoryCursorStore):
        def save(self, checkpoint: str | None) -> None:
            nonlocal saves
            saves += 1
            super().save(checkpoint)

    create(workos, *range(7))
    store = Counting()
    stream = fast(workos, store, emulator, checkpoint_every=3)
    for _ in range(7):
        stream.__next__()
    assert saves == 2
    create(workos, 7)
    stream.__next__()  # no event was left, so the position after the seventh was saved
    assert saves == 3


def test_position_can_be_saved_by_the_application(workos: WorkOS, emulator: Emulator) -> None:
    create(workos, 0, 1)
    stream = fast(workos, MemoryCursorStore(), emulator)
    assert stream.position is None
    stream.__next__()
    assert read(fast(workos, MemoryCursorStore(stream.position), emulator), 1) == ["1"]


def test_event_id_as_checkpoint(workos: WorkOS, emulator: Emulator) -> None:
    create(workos, 0, 1)
    first = (workos.events.list_events(order="asc").page()).data[0]
    assert read(fast(workos, MemoryCursorStore(first.id), emulator), 1) == ["1"]


def test_start(workos: WorkOS, emulator: Emulator) -> None:
    create(workos, 0)
    emulator.clock.advance(timedelta(hours=2))
    create(workos, 1)
    assert read(fast(workos, MemoryCursorStore(), emulator, start=START + timedelta(hours=1)), 1) == ["1"]


def test_gap_of_more_than_30_days(workos: WorkOS, emulator: Emulator) -> None:
    store = MemoryCursorStore()
    create(workos, 0)
    read(fast(workos, store, emulator), 1)
    emulator.clock.advance(timedelta(days=31))
    create(workos, 1)
    stream = fast(workos, store, emulator)
    for _ in range(2):
        with pytest.raises(EventGapError, match="30 days") as caught:
            stream.__next__()
        assert caught.value.since == START
    store.save(None)
    assert read(fast(workos, store, emulator, start=emulator.clock.now()), 1) == ["1"]


def test_start_more_than_30_days_ago(workos: WorkOS, emulator: Emulator) -> None:
    with pytest.raises(EventGapError):
        fast(workos, MemoryCursorStore(), emulator, start=START - timedelta(days=31)).__next__()


def test_weeks_without_events_are_not_a_gap(workos: WorkOS, emulator: Emulator) -> None:
    """The last event is too old for the API, but the stream has polled since."""
    store = MemoryCursorStore()
    create(workos, 0)
    stream = fast(workos, store, emulator)
    stream.__next__()

    class Moving(MemoryCursorStore):
        """Advances the clock by two weeks whenever the stream saves that there is no event, and finally creates a user."""

        def save(self, checkpoint: str | None) -> None:
            super().save(checkpoint)
            if emulator.clock.now() < START + timedelta(days=60):
                emulator.clock.advance(timedelta(days=14))
            elif not workos.user_management.list_users(email="1@example.com").collect():
                create(workos, 1)

    stream._store = Moving()
    assert number(stream.__next__()) == "1"
    assert "range_start" in lists(emulator)[-1]
    assert "after" not in lists(emulator)[-1]


def test_api_outage_is_waited_out(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    workos = WorkOS(
        emulator.api_key, transport=emulator.transport, rate_limiter=None
    )  # a rate limiter would wait for Retry-After
    create(workos, 0)
    stream = fast(workos, MemoryCursorStore(), emulator, options={"max_retries": 0})
    stream._retry_backoff._first = stream._retry_backoff._longest = stream._retry_backoff._limit = 0.001
    emulator.faults.add(status=503)
    emulator.faults.add(status=500)
    emulator.faults.add(status=429, retry_after=1000)
    with caplog.at_level(logging.WARNING, "workos"):
        assert read(stream, 1) == ["0"]
    assert [record.getMessage().split(";")[0] for record in caplog.records] == [
        "event stream: ServerError",
        "event stream: ServerError",
        "event stream: RateLimitExceededError",
    ]


def test_store_outage_is_waited_out(workos: WorkOS, emulator: Emulator) -> None:
    class Flaky(MemoryCursorStore):
        failures = 2

        def save(self, checkpoint: str | None) -> None:
            if self.failures:
                self.failures -= 1
                raise StoreUnavailableError("unavailable")
            super().save(checkpoint)

    create(workos, 0, 1)
    store = Flaky()
    stream = fast(workos, store, emulator)
    stream._retry_backoff._first = stream._retry_backoff._longest = stream._retry_backoff._limit = 0.001
    assert read(stream, 2) == ["0", "1"]
    assert store.failures == 0


def test_other_errors_are_raised_and_lose_no_event(workos: WorkOS, emulator: Emulator) -> None:
    create(workos, 0)
    stream = fast(workos, MemoryCursorStore(), emulator)
    emulator.faults.add(status=400)
    with pytest.raises(BadRequestError):
        stream.__next__()
    assert number(stream.__next__()) == "0"


def test_failed_save_is_retried_before_the_next_event(workos: WorkOS, emulator: Emulator) -> None:
    class Full(MemoryCursorStore):
        full = True

        def save(self, checkpoint: str | None) -> None:
            if self.full:
                raise OSError("disk full")
            super().save(checkpoint)

    create(workos, 0, 1)
    store = Full()
    stream = fast(workos, store, emulator)
    stream.__next__()
    for _ in range(2):
        with pytest.raises(OSError, match="disk full"):
            stream.__next__()
    store.full = False
    assert number(stream.__next__()) == "1"


def test_wake(workos: WorkOS, emulator: Emulator) -> None:
    """The poll intervals of this stream are longer than any test."""

    class Poked(MemoryCursorStore):
        def save(self, checkpoint: str | None) -> None:
            if self.checkpoint is None:
                create(workos, 7)
                stream.wake()
            super().save(checkpoint)

    stream = fast(workos, Poked(), emulator, poll_seconds=1e6, max_poll_seconds=1e6)
    assert read(stream, 1) == ["7"]


def test_stop_interrupts_a_wait(workos: WorkOS, emulator: Emulator) -> None:
    class Stopping(MemoryCursorStore):
        def save(self, checkpoint: str | None) -> None:
            stream.stop()

    stream = fast(workos, Stopping(), emulator, poll_seconds=1e6, max_poll_seconds=1e6)
    assert [event for event in stream] == []


def test_events_in_the_wrong_order(against: Callable[..., WorkOS]) -> None:
    events = [
        {"object": "event", "id": f"event_{day}", "event": "a.b", "data": {}, "created_at": f"2026-05-0{day}T00:00:00Z"}
        for day in (3, 2, 1)
    ]

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"object": "list", "data": events, "list_metadata": {"after": None}})

    with against(handler) as client:
        with pytest.raises(PaginationError, match="newest first"):
            client.events.stream(events=["a.b"], store=MemoryCursorStore()).__next__()


@pytest.mark.parametrize(
    "settings",
    [
        {"events": []},
        {"events": "user.created"},
        {"checkpoint_every": 0},
        {"poll_seconds": 0},
        {"poll_seconds": 5, "max_poll_seconds": 4},
        {"start": datetime(2026, 5, 1)},
    ],
)
def test_invalid_arguments(workos: WorkOS, settings: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        workos.events.stream(**{"events": CREATED, "store": MemoryCursorStore(), **settings})


@pytest.mark.parametrize("created_at", ["yesterday", "2026-05-01T00:00:01", "", None, 7])
def test_malformed_creation_time(against: Callable[..., WorkOS], created_at: object) -> None:
    """Such an event is handled, but its time says nothing about the order or the position."""
    times = ["2026-05-01T00:00:00.000Z", created_at, "2026-04-30T23:59:59.000Z"]
    data = [
        {"object": "event", "id": f"event_{index}", "event": "new.event", "data": {}, "created_at": time}
        for index, time in enumerate(times)
    ]
    after: list[str | None] = []

    def handler(request: httpx.Request) -> httpx.Response:
        after.append(request.url.params.get("after"))
        body = {
            "object": "list",
            "data": data if len(after) == 1 else [],
            "list_metadata": {"before": None, "after": None},
        }
        return httpx.Response(200, json=body)

    store = MemoryCursorStore()
    with against(handler) as workos:
        stream = EventStream(workos.events.list_events, store, now=lambda: START)  # type: ignore[arg-type]
        ids, positions = [], []
        for event in stream:
            ids.append(event.id)
            positions.append(json.loads(stream.position or ""))
            if len(ids) == 3:
                stream.checkpoint()
                break
    seen = "2026-05-01T00:00:00.000Z"
    assert ids == ["event_0", "event_1", "event_2"]
    assert positions[1] == {"event": "event_1", "seen": seen}
    assert positions[2] == {"event": "event_2", "at": times[2], "seen": seen}
    assert json.loads(store.load() or "") == positions[2]


@pytest.mark.parametrize("times", [("yesterday", "2026-05-01T00:00:00Z"), ("2026-05-01T00:00:00Z", None), ("", None)])
def test_malformed_creation_time_at_the_ends_of_a_page(against: Callable[..., WorkOS], times: Any) -> None:
    data = [
        {"id": f"event_{index}", "event": "new.event", "data": {}, "created_at": time}
        for index, time in enumerate(times)
    ]
    page = {"object": "list", "data": data, "list_metadata": {"before": None, "after": None}}
    with against(lambda _: httpx.Response(200, json=page)) as workos:
        stream = EventStream(workos.events.list_events, MemoryCursorStore(), now=lambda: START)  # type: ignore[arg-type]
        assert [(stream.__next__()).id for _ in times] == ["event_0", "event_1"]


def test_malformed_checkpoint(workos: WorkOS) -> None:
    for text in ("hello", "[]", '{"at": 5}', '{"at": "yesterday"}'):
        with pytest.raises(InvalidArgumentError, match="neither a checkpoint nor an event ID"):
            workos.events.stream(events=CREATED, store=MemoryCursorStore(text)).__next__()


@pytest.mark.parametrize("kind", ["memory", "file", "sqlite", "redis"])
def test_stores(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    def make() -> CursorStore:
        if kind == "file":
            return FileCursorStore(tmp_path / "cursor")
        if kind == "sqlite":
            return SQLiteCursorStore(tmp_path / "cursors.db", name="here")
        url = request.getfixturevalue("redis_url")
        return RedisCursorStore(url, key=f"test:{tmp_path}")

    store = MemoryCursorStore() if kind == "memory" else make()
    assert store.load() is None
    for text in ("one", "two", "é" * 1000):
        store.save(text)
        again = store if kind == "memory" else make()
        assert again.load() == text
        if isinstance(again, RedisCursorStore):
            again.close()
    store.save(None)
    assert store.load() is None
    if isinstance(store, RedisCursorStore):
        store.close()
    assert "object at" not in repr(store) or kind == "memory"
    assert sorted(os.listdir(tmp_path)) == (["cursors.db"] if kind == "sqlite" else [])


def test_two_streams_share_a_database(tmp_path: Path) -> None:
    one, two = (SQLiteCursorStore(tmp_path / "db", name=name) for name in ("one", "two"))
    one.save("1")
    assert two.load() is None
    assert one.load() == "1"


def test_failed_save_keeps_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FileCursorStore(tmp_path / "cursor")
    store.save("one")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        store.save("two")
    assert store.load() == "one"
    assert os.listdir(tmp_path) == ["cursor"]


def test_temporary_files_of_a_killed_process_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of this store only: another stream may be saving."""

    class Killed(BaseException):
        pass

    def kill(*_: object, **__: object) -> None:
        raise Killed

    store, other = FileCursorStore(tmp_path / "cursor"), FileCursorStore(tmp_path / "cursor-eu")
    store.save("one")
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", kill)
        patch.setattr(Path, "unlink", kill)
        for each in (store, other):
            with pytest.raises(Killed):
                each.save("two")
    left = sorted(os.listdir(tmp_path))
    assert len(left) == 3
    assert store.load() == "one"
    assert sorted(os.listdir(tmp_path)) == [name for name in left if name == "cursor" or name.startswith(".cursor-eu-")]
    assert other.load() is None
    assert os.listdir(tmp_path) == ["cursor"]
