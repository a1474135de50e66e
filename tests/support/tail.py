"""Follow the event stream in a process: `python -m tests.support.tail OPTIONS`, with the fields of `Options` as JSON.

Prints the email of each user it handled, and `# MESSAGE` for each log message.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from dataclasses import dataclass
from typing import Any

EVENTS = ["user.created"]


@dataclass
class Options:
    """What the process does.

    Attributes:
        client: `async` or `sync`.
        store: `file`, `sqlite`, `redis`, or a transaction of SQLAlchemy: `session` or `connection`.
        location: The path of the file or database, or the URL of Redis.
        lease_seconds: For stores with a lease.
        checkpoint_every: How often the position is saved.
        signal_at: A signal that the process sends to itself, the point (`handle`, `save`, `commit` or `done`), and the number of the event.
    """

    client: str
    store: str
    location: str
    lease_seconds: float | None = None
    checkpoint_every: int = 1
    signal_at: tuple[int, str, int] | None = None
    number = 0

    def reach(self, point: str) -> None:
        """Send the signal if this is the point."""
        self.number += point == "handle"
        if self.signal_at is not None and self.signal_at[1:] == [point, self.number]:
            os.kill(os.getpid(), self.signal_at[0])

    def is_transactional(self) -> bool:
        return self.store in ("session", "connection")


def report(line: str) -> None:
    # A single write is atomic, and the test sees it even if the process is killed right after.
    os.write(1, f"{line}\n".encode())


class Reporting(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        report(f"# {record.getMessage()}")


async def follow(options: Options) -> None:
    import workos_async
    from workos_async import LeaseLostError

    store: Any
    if options.is_transactional():
        from sqlalchemy import text
        from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

        class Store(workos_async.SQLAlchemyCursorStore[Any]):
            async def save_in(self, transaction: Any, token: str, checkpoint: str) -> bool:
                options.reach("save")
                is_saved = await super().save_in(transaction, token, checkpoint)
                options.reach("commit")
                return is_saved

        engine = create_async_engine(f"sqlite+aiosqlite:///{options.location}")
        bind: Any = async_sessionmaker(engine) if options.store == "session" else engine
        store = Store(bind, lease_seconds=options.lease_seconds)
    elif options.store == "redis":
        store = workos_async.RedisCursorStore(options.location, lease_seconds=options.lease_seconds)
    else:
        stores = {"file": workos_async.FileCursorStore, "sqlite": workos_async.SQLiteCursorStore}
        store = stores[options.store](options.location)
    async with workos_async.WorkOS() as workos:
        stream = workos.events.stream(
            events=EVENTS,
            store=store,
            checkpoint_every=options.checkpoint_every,
            poll_seconds=0.01,
            max_poll_seconds=0.05,
        )
        async for event in stream:
            assert event.event == "user.created"
            email = event.data.email
            if options.is_transactional():
                try:
                    async with store.transaction(stream) as session:
                        options.reach("handle")
                        await session.execute(text("INSERT INTO effects VALUES (:email)"), {"email": email})
                except LeaseLostError as error:
                    report(f"# {error}")
                    continue
            else:
                options.reach("handle")
            report(email)
            options.reach("done")


def follow_sync(options: Options) -> None:
    import workos_sync
    from workos_sync import LeaseLostError

    store: Any
    if options.is_transactional():
        from sqlalchemy import create_engine, text
        from sqlalchemy.orm import sessionmaker

        class Store(workos_sync.SQLAlchemyCursorStore[Any]):
            def save_in(self, transaction: Any, token: str, checkpoint: str) -> bool:
                options.reach("save")
                is_saved = super().save_in(transaction, token, checkpoint)
                options.reach("commit")
                return is_saved

        engine = create_engine(f"sqlite:///{options.location}")
        bind: Any = sessionmaker(engine) if options.store == "session" else engine
        store = Store(bind, lease_seconds=options.lease_seconds)
    elif options.store == "redis":
        store = workos_sync.RedisCursorStore(options.location, lease_seconds=options.lease_seconds)
    else:
        stores = {"file": workos_sync.FileCursorStore, "sqlite": workos_sync.SQLiteCursorStore}
        store = stores[options.store](options.location)
    with workos_sync.WorkOS() as workos:
        stream = workos.events.stream(
            events=EVENTS,
            store=store,
            checkpoint_every=options.checkpoint_every,
            poll_seconds=0.01,
            max_poll_seconds=0.05,
        )
        for event in stream:
            assert event.event == "user.created"
            email = event.data.email
            if options.is_transactional():
                try:
                    with store.transaction(stream) as session:
                        options.reach("handle")
                        session.execute(text("INSERT INTO effects VALUES (:email)"), {"email": email})
                except LeaseLostError as error:
                    report(f"# {error}")
                    continue
            else:
                options.reach("handle")
            report(email)
            options.reach("done")


if __name__ == "__main__":
    logging.getLogger("workos").addHandler(Reporting(logging.INFO))
    logging.getLogger("workos").setLevel(logging.INFO)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    options = Options(**json.loads(sys.argv[1]))
    if options.client == "async":
        asyncio.run(follow(options))
    else:
        follow_sync(options)
