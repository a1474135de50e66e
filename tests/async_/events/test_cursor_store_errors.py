"""Cursor stores that can't be used: the stream fails before the first event, and names the store and the remedy."""

import logging
import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import IO, Any

import pytest

from workos_async import (
    ConfigurationError,
    CursorStore,
    FileCursorStore,
    InvalidArgumentError,
    MemoryCursorStore,
    RedisCursorStore,
    SQLiteCursorStore,
    StoreUnavailableError,
    WorkOS,
)
from workos_async._events import cursor_stores
from workos_emulator import Emulator

CREATED = ["user.created"]


async def assert_fails_at_start(workos: WorkOS, emulator: Emulator, store: CursorStore, remedy: str) -> None:
    await workos.organizations.create_organization(name="Acme")
    stream = workos.events.stream(events=["organization.created"], store=store)
    for _ in range(2):  # reading again doesn't skip the check
        with pytest.raises((ConfigurationError, InvalidArgumentError), match=remedy) as caught:
            await stream.__anext__()
        assert repr(store) in str(caught.value)
    assert not any(entry.request.path == "/events" for entry in emulator.requests)


@pytest.mark.parametrize(
    ("content", "remedy"),
    [(b"", "is empty; delete it"), (b" \n", "is empty; delete it"), (b"\xff\xfe", "can't read its file .*; delete it")],
)
async def test_unreadable_content_of_a_file(
    workos: WorkOS, emulator: Emulator, tmp_path: Path, content: bytes, remedy: str
) -> None:
    (tmp_path / "cursor").write_bytes(content)
    await assert_fails_at_start(workos, emulator, FileCursorStore(tmp_path / "cursor"), remedy)
    assert (tmp_path / "cursor").read_bytes() == content


async def test_file_that_is_a_folder(workos: WorkOS, emulator: Emulator, tmp_path: Path) -> None:
    await assert_fails_at_start(workos, emulator, FileCursorStore(tmp_path), "can't read its file")


async def test_file_without_permission(
    workos: WorkOS, emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests may run as root, who may read every file."""

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "cursor").write_text("event_1")
    monkeypatch.setattr(Path, "read_text", deny)
    await assert_fails_at_start(workos, emulator, FileCursorStore(tmp_path / "cursor"), r"\(Permission denied\)")


async def test_missing_folder_of_a_file(workos: WorkOS, emulator: Emulator, tmp_path: Path) -> None:
    await assert_fails_at_start(workos, emulator, FileCursorStore(tmp_path / "missing" / "cursor"), "create the folder")


async def test_read_only_folder_of_a_file(
    workos: WorkOS, emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(cursor_stores, "TemporaryFile", deny)
    await assert_fails_at_start(workos, emulator, FileCursorStore(tmp_path / "cursor"), "make it writable")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
async def test_full_disk_of_a_file(
    workos: WorkOS, emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_full(**_: object) -> IO[bytes]:
        return open("/dev/full", "w+b")

    monkeypatch.setattr(cursor_stores, "TemporaryFile", open_full)
    (tmp_path / "cursor").write_text("event_1")
    await assert_fails_at_start(
        workos, emulator, FileCursorStore(tmp_path / "cursor"), r"\(No space left on device\).* free some space"
    )


async def test_missing_folder_of_a_database(workos: WorkOS, emulator: Emulator, tmp_path: Path) -> None:
    store = SQLiteCursorStore(tmp_path / "missing" / "db")
    await assert_fails_at_start(workos, emulator, store, "writable SQLite database in an existing folder")


async def test_file_that_is_no_database(workos: WorkOS, emulator: Emulator, tmp_path: Path) -> None:
    (tmp_path / "db").write_text("hello" * 1000)
    await assert_fails_at_start(workos, emulator, SQLiteCursorStore(tmp_path / "db"), "not a database")


async def test_read_only_database(workos: WorkOS, emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "db"
    await SQLiteCursorStore(path).save("event_1")
    store = SQLiteCursorStore(path)
    store._path = f"file:{path}?mode=ro"  # the permissions of the file don't bind root
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda path, **settings: connect(path, uri=True, **settings))
        await assert_fails_at_start(workos, emulator, store, "readonly database")


@pytest.mark.parametrize("value", ["", 5, b"\xff"])
async def test_stored_value_of_a_database_is_no_text(
    workos: WorkOS, emulator: Emulator, tmp_path: Path, value: object
) -> None:
    store = SQLiteCursorStore(tmp_path / "db")
    await store.save("event_1")
    connection = sqlite3.connect(tmp_path / "db")
    with connection:
        connection.execute("UPDATE workos_cursors SET checkpoint = ?", (value,))
    connection.close()
    await assert_fails_at_start(workos, emulator, store, "or None to start from the beginning|is not text; delete it")


async def test_locked_database_is_waited_for(
    workos: WorkOS,
    emulator: Emulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(cursor_stores, "SQLITE_LOCK_SECONDS", 0.01)
    await workos.user_management.create_user(email="0@example.com")
    store = SQLiteCursorStore(tmp_path / "db")
    await store.save(None)
    connection = sqlite3.connect(tmp_path / "db", isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreUnavailableError, match="locked"):
        await store.load()
    stream = workos.events.stream(events=CREATED, store=store)
    stream._retry_backoff._first = stream._retry_backoff._longest = stream._retry_backoff._limit = 0.001
    retries = 0

    class Unlock(logging.Handler):
        """Releases the lock when the stream has failed twice."""

        def emit(self, record: logging.LogRecord) -> None:
            nonlocal retries
            retries += "database is locked" in record.getMessage()
            if retries == 2:
                connection.execute("ROLLBACK")

    handler = Unlock()
    logging.getLogger("workos").addHandler(handler)
    try:
        with caplog.at_level(logging.WARNING, "workos"):
            event = await stream.__anext__()
    finally:
        logging.getLogger("workos").removeHandler(handler)
        connection.close()
    assert event.event == "user.created"
    assert retries == 2


async def test_wrong_type_in_redis(workos: WorkOS, emulator: Emulator, redis_url: str) -> None:
    import redis

    with redis.Redis.from_url(redis_url) as client:
        client.hset("cursor", "a", "b")
    store = RedisCursorStore(redis_url, key="cursor")
    await assert_fails_at_start(workos, emulator, store, "WRONGTYPE.*pass another key, or delete this one")
    await store.aclose()


@pytest.mark.parametrize(
    ("value", "remedy"), [(b"", "is empty; delete it"), (b"\xff", "can't read its value .*; delete it")]
)
async def test_unreadable_value_in_redis(
    workos: WorkOS, emulator: Emulator, redis_url: str, value: bytes, remedy: str
) -> None:
    import redis

    with redis.Redis.from_url(redis_url) as client:
        client.set("cursor", value)
    store = RedisCursorStore(redis_url, key="cursor")
    await assert_fails_at_start(workos, emulator, store, remedy)
    await store.aclose()


async def test_redis_denies_access(workos: WorkOS, emulator: Emulator, redis_url: str) -> None:
    import redis

    with redis.Redis.from_url(redis_url) as client:
        client.execute_command("ACL", "SETUSER", "guest", "on", ">secret", "~*", "+ping", "+hello", "+client")
        for user, remedy in (("guest:secret", "permissions"), ("guest:wrong", "password")):
            store = RedisCursorStore(redis_url.replace("unix://", f"unix://{user}@"), key="cursor")
            await assert_fails_at_start(workos, emulator, store, remedy)
            await store.aclose()
        client.execute_command("ACL", "DELUSER", "guest")


async def test_redis_is_reset_by_deleting_the_key(redis_url: str) -> None:
    import redis

    store = RedisCursorStore(redis_url, key="cursor")
    await store.save("event_1")
    await store.save(None)
    with redis.Redis.from_url(redis_url) as client:
        assert client.exists("cursor") == 0
    await store.aclose()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "neither a checkpoint nor an event ID"),
        ('{"event": 5}', "neither a checkpoint nor an event ID"),
        ('{"at": "2026-05-01T00:00:00"}', "has a time without a time zone"),
        ('{"event": "event_1", "seen": "2026-05-01T00:00:00"}', "has a time without a time zone"),
    ],
)
async def test_invalid_text_in_any_store(workos: WorkOS, emulator: Emulator, text: str, problem: str) -> None:
    class Store(MemoryCursorStore):
        def __repr__(self) -> str:
            return "Store()"

    await assert_fails_at_start(workos, emulator, Store(text), problem)


class NoZone(tzinfo):
    def utcoffset(self, _: datetime | None) -> timedelta | None:
        return None


@pytest.mark.parametrize("start", [datetime(2026, 5, 1), datetime(2026, 5, 1, tzinfo=NoZone()), date(2026, 5, 1), "x"])
async def test_start_without_a_time_zone(workos: WorkOS, start: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="start must have a time zone"):
        workos.events.stream(events=CREATED, store=MemoryCursorStore(), start=start)


async def test_start_is_not_used_if_a_checkpoint_is_stored(workos: WorkOS, emulator: Emulator) -> None:
    users = [await workos.user_management.create_user(email=f"{number}@example.com") for number in range(2)]
    first = (await workos.events.list_events(order="asc").page()).data[0]
    stream = workos.events.stream(events=CREATED, store=MemoryCursorStore(first.id), start=datetime.now(UTC))
    event = await stream.__anext__()
    assert event.event == "user.created"
    assert event.data.id == users[1].id
