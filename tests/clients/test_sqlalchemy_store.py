"""`SQLAlchemyCursorStore` of both clients: events and application data in one transaction."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import NullPool, StaticPool
from sqlalchemy.schema import CreateTable

import workos_async
import workos_sync
from workos_core.errors import (
    ConfigurationError,
    InvalidArgumentError,
    LeaseLostError,
    StoreUnavailableError,
)
from workos_emulator import Emulator

INSERT = text("INSERT INTO effects VALUES (:email)")
EMAILS = [f"{number}@example.com" for number in range(4)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / "app.db")) as connection, connection:
        connection.execute("CREATE TABLE effects (email TEXT)")
    return tmp_path / "app.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{path}")
    yield engine
    engine.dispose()


@pytest.fixture
def async_engine(path: Path) -> AsyncEngine:
    return create_async_engine(f"sqlite+aiosqlite:///{path}", poolclass=NullPool)


@pytest.fixture
def emulator() -> Emulator:
    emulator = Emulator()
    with workos_sync.WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        for email in EMAILS:
            workos.user_management.create_user(email=email)
    return emulator


@pytest.fixture
def workos(emulator: Emulator) -> Iterator[workos_sync.WorkOS]:
    with workos_sync.WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        yield workos


def follow(workos: workos_sync.WorkOS, store: Any) -> workos_sync.EventStream:
    return workos.events.stream(events=["user.created"], store=store)


def email(event: Any) -> str:
    return str(event.data.email)


def effects(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [email for (email,) in connection.execute("SELECT email FROM effects ORDER BY rowid")]


def fail_at(stream: workos_sync.EventStream, store: Any, last: str) -> None:
    for event in stream:
        with store.transaction(stream) as session:
            session.execute(INSERT, {"email": email(event)})
            if email(event) == last:
                raise ZeroDivisionError


@pytest.mark.parametrize("make_bind", [lambda engine: engine, sessionmaker])
def test_handling_and_position_commit_together(
    make_bind: Callable[[Engine], Any], engine: Engine, path: Path, workos: workos_sync.WorkOS
) -> None:
    store = workos_sync.SQLAlchemyCursorStore(make_bind(engine))
    for number in (2, 3):
        with pytest.raises(ZeroDivisionError):
            fail_at(follow(workos, store), store, EMAILS[number])
        assert effects(path) == EMAILS[:number]


@pytest.mark.asyncio
@pytest.mark.parametrize("make_bind", [lambda engine: engine, async_sessionmaker])
async def test_handling_and_position_commit_together_in_async_code(
    make_bind: Callable[[AsyncEngine], Any], async_engine: AsyncEngine, path: Path, emulator: Emulator
) -> None:
    store = workos_async.SQLAlchemyCursorStore(make_bind(async_engine), lease_seconds=100)
    async with workos_async.WorkOS(emulator.api_key, transport=emulator.transport) as workos:

        async def fail_at(last: str) -> None:
            async with workos.events.stream(events=["user.created"], store=store) as stream:
                async for event in stream:
                    async with store.transaction(stream) as session:
                        await session.execute(INSERT, {"email": email(event)})
                        if email(event) == last:
                            raise ZeroDivisionError

        for number in (2, 3):
            with pytest.raises(ZeroDivisionError):
                await fail_at(EMAILS[number])
            assert effects(path) == EMAILS[:number]


def test_types(engine: Engine, async_engine: AsyncEngine) -> None:
    """The transaction yields what the engine or the session factory yields. mypy checks the annotations."""
    session: workos_sync.SQLAlchemyCursorStore[Session] = workos_sync.SQLAlchemyCursorStore(sessionmaker(engine))
    async_session: workos_async.SQLAlchemyCursorStore[AsyncSession] = workos_async.SQLAlchemyCursorStore(
        async_sessionmaker(async_engine)
    )
    for store in (session, async_session):
        assert repr(store) == "SQLAlchemyCursorStore(name='events')"


def test_event_can_be_handled_again_after_a_rollback(engine: Engine, path: Path, workos: workos_sync.WorkOS) -> None:
    store = workos_sync.SQLAlchemyCursorStore(engine)
    stream = follow(workos, store)
    with pytest.raises(ZeroDivisionError):
        fail_at(stream, store, EMAILS[0])
    event = next(iter(stream))
    with store.transaction(stream) as connection:
        connection.execute(INSERT, {"email": email(event)})
    assert effects(path) == EMAILS[:1]
    assert email(next(stream)) == EMAILS[1]


@pytest.mark.parametrize("is_committed", [True, False])
def test_commit_with_an_unknown_outcome(
    is_committed: bool, engine: Engine, path: Path, workos: workos_sync.WorkOS
) -> None:
    """The connection breaks during the commit. The stream reads from the database whether it took effect."""
    store = workos_sync.SQLAlchemyCursorStore(engine)
    stream = follow(workos, store)

    def break_connection(connection: Any) -> None:
        sqlalchemy.event.remove(engine, "commit", break_connection)
        if is_committed:
            connection.connection.commit()
        raise ConnectionResetError

    handled = failures = 0
    while handled < len(EMAILS):
        event = next(stream)
        if handled == 1 and not failures:
            sqlalchemy.event.listen(engine, "commit", break_connection)
        try:
            with store.transaction(stream) as connection:
                connection.execute(INSERT, {"email": email(event)})
        except ConnectionResetError:
            failures += 1
            handled += is_committed
        else:
            handled += 1
    assert failures == 1
    assert effects(path) == EMAILS


def test_earlier_stream_can_not_commit(engine: Engine, path: Path, workos: workos_sync.WorkOS) -> None:
    store = workos_sync.SQLAlchemyCursorStore(engine)
    old, new = follow(workos, store), follow(workos, store)
    next(old)
    event = next(new)
    with pytest.raises(LeaseLostError), store.transaction(old) as connection:
        connection.execute(INSERT, {"email": "old"})
    with store.transaction(new) as connection:
        connection.execute(INSERT, {"email": email(event)})
    assert effects(path) == EMAILS[:1]
    assert email(next(old)) == EMAILS[1]


def test_transaction_outside_the_loop(engine: Engine, workos: workos_sync.WorkOS) -> None:
    store = workos_sync.SQLAlchemyCursorStore(engine)
    stream = follow(workos, store)
    with pytest.raises(InvalidArgumentError, match="in the loop"):
        store.transaction(stream)
    next(stream)
    with pytest.raises(InvalidArgumentError, match="name='other'"):
        workos_sync.SQLAlchemyCursorStore(engine, name="other").transaction(stream)
    with store.transaction(stream):
        pass
    with pytest.raises(InvalidArgumentError, match="at most once for each event"):
        store.transaction(stream)


def test_events_without_a_transaction_count_as_handled_when_the_next_is_requested(
    engine: Engine, workos: workos_sync.WorkOS
) -> None:
    store = workos_sync.SQLAlchemyCursorStore(engine)
    with follow(workos, store) as stream:
        assert [email(next(stream)) for _ in range(3)] == EMAILS[:3]
    with follow(workos, store) as stream:
        assert email(next(stream)) == EMAILS[2]


def test_load_and_save(engine: Engine) -> None:
    store, other = (workos_sync.SQLAlchemyCursorStore(engine, name=name) for name in ("one", "two"))
    assert store.load() is None
    for value in ("event_1", "event_2"):
        store.save(value)
        assert store.load() == value
    assert other.load() is None
    store.save(None)
    assert store.load() is None


def test_table_of_the_sqlite_store_can_be_used(engine: Engine, path: Path) -> None:
    workos_sync.SQLiteCursorStore(path).save("event_1")
    store = workos_sync.SQLAlchemyCursorStore(engine)
    assert store.load() == "event_1"
    assert store.acquire_lease("a", None) == ("a", 0)
    assert store.save_with_lease("a", "event_2")
    assert workos_sync.SQLiteCursorStore(path).load() == "event_2"


def test_table_of_a_migration(path: Path) -> None:
    metadata = sqlalchemy.MetaData()
    table = workos_sync.SQLAlchemyCursorStore.define_table(metadata)
    assert list(metadata.tables) == ["workos_cursors"]
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    store = workos_sync.SQLAlchemyCursorStore(engine)
    store.save("event_1")
    with engine.connect() as connection:
        assert connection.execute(sqlalchemy.select(table.c.checkpoint)).scalar() == "event_1"
    engine.dispose()
    dialects: list[Any] = [postgresql, mysql]
    for dialect in (module.dialect() for module in dialects):
        statement = str(CreateTable(table, if_not_exists=True).compile(dialect=dialect))
        assert "CREATE TABLE IF NOT EXISTS workos_cursors" in statement
        assert "name VARCHAR(255) NOT NULL" in statement


def test_unusable_databases_fail_at_start(path: Path, tmp_path: Path, workos: workos_sync.WorkOS) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE workos_cursors (id INTEGER)")
    for url, message in (
        (f"sqlite:///{tmp_path}/missing/app.db", "unable to open"),
        (f"sqlite:///{tmp_path}/other.db", "no such column.*create the table workos_cursors"),
        (f"sqlite:///file:{path}?mode=ro&uri=true", "readonly"),
    ):
        engine = create_engine(url)
        store = workos_sync.SQLAlchemyCursorStore(engine)
        with pytest.raises(ConfigurationError, match=message) as caught:
            next(follow(workos, store))
        assert repr(store) in str(caught.value)
        engine.dispose()


def test_locked_database_is_waited_for(path: Path, workos: workos_sync.WorkOS) -> None:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 0.01})
    store = workos_sync.SQLAlchemyCursorStore(engine)
    store.save(None)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailableError, match="locked"):
            store.save("event_1")
        connection.rollback()
    store.save(None)
    assert email(next(follow(workos, store))) == EMAILS[0]
    engine.dispose()


UNUSABLE_ROWS = {
    "the row can't be inserted": ["CREATE TABLE workos_cursors ({columns}, tenant TEXT NOT NULL)"],
    "the row is ignored": [
        "CREATE TABLE workos_cursors ({columns})",
        "CREATE TRIGGER ignored BEFORE INSERT ON workos_cursors BEGIN SELECT RAISE(IGNORE); END",
    ],
    "the row can't be updated": [
        "CREATE TABLE workos_cursors ({columns})",
        "INSERT INTO workos_cursors (name) VALUES ('events')",
        "CREATE TRIGGER ignored BEFORE UPDATE ON workos_cursors BEGIN SELECT RAISE(IGNORE); END",
    ],
    "the row violates a constraint": [
        "CREATE TABLE workos_cursors ({columns}, CHECK (holder IS NULL AND checkpoint IS NULL))",
        "INSERT INTO workos_cursors (name) VALUES ('events')",
    ],
}
COLUMNS = "name TEXT PRIMARY KEY, checkpoint TEXT, holder TEXT, renewals BIGINT NOT NULL DEFAULT 0"


@pytest.mark.parametrize("statements", UNUSABLE_ROWS.values(), ids=UNUSABLE_ROWS)
@pytest.mark.parametrize(
    "use", [lambda store: store.save("event_1"), lambda store: store.acquire_lease("a", None)], ids=["save", "lease"]
)
def test_row_that_can_not_be_written(
    statements: list[str], use: Callable[[Any], object], engine: Engine, path: Path
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement.format(columns=COLUMNS))
    store = workos_sync.SQLAlchemyCursorStore(engine)
    with pytest.raises(ConfigurationError, match="create the table workos_cursors with the columns of `define_table`"):
        use(store)


@pytest.mark.asyncio
async def test_row_that_can_not_be_inserted_in_async_code(async_engine: AsyncEngine, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"CREATE TABLE workos_cursors ({COLUMNS}, tenant TEXT NOT NULL)")
    store = workos_async.SQLAlchemyCursorStore(async_engine)
    for use in (store.save("event_1"), store.acquire_lease("a", None)):
        with pytest.raises(ConfigurationError, match=r"NOT NULL constraint failed: workos_cursors\.tenant"):
            await use


@pytest.mark.parametrize(
    "use", [lambda store: store.save("event_1"), lambda store: store.acquire_lease("a", None)], ids=["save", "lease"]
)
def test_row_that_another_process_inserts_at_the_same_time(use: Callable[[Any], object], engine: Engine) -> None:
    store, other = workos_sync.SQLAlchemyCursorStore(engine), workos_sync.SQLAlchemyCursorStore(engine)
    inserts = 0

    def insert_first(_: Any, statement: Any, *__: object) -> None:
        nonlocal inserts
        if getattr(statement, "is_insert", False):
            inserts += 1
            if inserts == 1:
                other.save(None)

    sqlalchemy.event.listen(engine, "before_execute", insert_first)
    use(store)
    assert inserts == 2


def test_wrong_engines(engine: Engine, async_engine: AsyncEngine) -> None:
    wrong: list[tuple[Any, Any]] = [
        (workos_sync.SQLAlchemyCursorStore, async_engine),
        (workos_async.SQLAlchemyCursorStore, engine),
        (workos_async.SQLAlchemyCursorStore, sessionmaker(engine)),
        (workos_sync.SQLAlchemyCursorStore, "sqlite://"),
    ]
    for cls, bind in wrong:
        with pytest.raises(ConfigurationError, match=r"bind must be an .*ngine or an? .*sessionmaker"):
            cls(bind)


@pytest.mark.parametrize("wrap", [lambda engine: engine, sessionmaker])
def test_lease_needs_a_second_connection(wrap: Callable[[Engine], Any]) -> None:
    """With one connection for all threads, a renewal would commit the transaction of the application."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with pytest.raises(ConfigurationError, match="StaticPool"):
        workos_sync.SQLAlchemyCursorStore(wrap(engine), lease_seconds=10)
    workos_sync.SQLAlchemyCursorStore(wrap(engine))
    engine.dispose()


@pytest.mark.parametrize("package", [workos_async, workos_sync])
def test_missing_or_old_library(package: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlalchemy, "__version__", "1.4.54")
    with pytest.raises(ConfigurationError, match=r"requires SQLAlchemy 2 \(got 1\.4\.54\)"):
        package.SQLAlchemyCursorStore(None)
    missing: Any = None
    monkeypatch.setitem(sys.modules, "sqlalchemy", missing)
    with pytest.raises(ConfigurationError, match=r"workos-async\[sqlalchemy\]"):
        package.SQLAlchemyCursorStore(None)
