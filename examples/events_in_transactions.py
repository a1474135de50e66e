"""Mirror the users of an environment in a database, so that each event takes effect exactly once, even if the program is killed.

python -m examples.events_in_transactions                    with an emulator, in which users are created
WORKOS_API_KEY=… python -m examples.events_in_transactions   with your WorkOS environment, until Ctrl-C

With your environment, start it twice: one program leads, and the other one takes over when you kill the first.
It needs SQLAlchemy and an async driver: pip install 'workos-async[emulator,sqlalchemy]' aiosqlite greenlet
"""

import asyncio
import logging
import os
import tempfile
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from workos_async import LeaseLostError, SQLAlchemyCursorStore, WorkOS
from workos_emulator import Emulator

USERS = 25


class Base(DeclarativeBase):
    """The tables of the application."""


class User(Base):
    """A user of the environment."""

    __tablename__ = "users"

    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str]
    events: Mapped[int] = mapped_column(default=1)  # the number of events: one that was handled twice would show here


SQLAlchemyCursorStore.define_table(Base.metadata)  # so that `create_all` or Alembic creates its table too


async def follow(workos: WorkOS, url: str, stop_after: int | None = None) -> int:
    """Follow the events, and return the number of users in the database.

    Args:
        workos: The client.
        url: The URL of the database, with an async driver.
        stop_after: Stop when this many users have been created. None for never.
    """
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    sessions = async_sessionmaker(engine)
    store = SQLAlchemyCursorStore(sessions, lease_seconds=5)
    count = 0
    async with workos.events.stream(events=["user.created", "user.updated", "user.deleted"], store=store) as stream:
        async for event in stream:
            try:
                async with store.transaction(stream) as session:
                    if event.event == "user.created":
                        session.add(User(id=event.data.id, email=event.data.email))
                    elif event.event == "user.updated":
                        user = await session.get(User, event.data.id)
                        if user is not None:
                            user.email = event.data.email
                            user.events += 1
                    elif event.event == "user.deleted":
                        user = await session.get(User, event.data.id)
                        if user is not None:
                            await session.delete(user)
            except LeaseLostError:
                continue  # rolled back: another program leads now, and handles this event
            print(f"{event.event:<14} {event.id}", flush=True)
            count += event.event == "user.created"
            if count == stop_after:
                stream.stop()
    async with sessions() as session:
        users = await session.scalar(select(func.count()).select_from(User)) or 0
    await engine.dispose()
    return users


async def main() -> None:
    """Run the example with WorkOS or an emulator."""
    if "WORKOS_API_KEY" in os.environ:
        async with WorkOS() as workos:
            await follow(workos, os.environ.get("DATABASE_URL", "sqlite+aiosqlite:///events.db"))
        return
    emulator = Emulator()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder, 'events.db')}"
        async with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
            for number in range(USERS):
                await workos.user_management.create_user(email=f"user{number}@example.com")
            users = await follow(workos, url, stop_after=USERS)
    print(f"{users} users in the database")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    asyncio.run(main())
