# Generated from workos_async/_events/cursor_stores.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Stores for the checkpoint of an event stream."""

import os
import sqlite3
from contextlib import closing
from functools import partial
from glob import escape
from pathlib import Path
from tempfile import mkstemp
from typing import Protocol

from workos_sync._concurrency.threads import run_in_thread
from workos_sync._redis import Redis, RedisClient


class CursorStore(Protocol):
    """A store for the checkpoint of one event stream, a short string. Write your own to save it with your data in one transaction.

    An exception of a method is raised to the reader of the stream, except StoreUnavailableError: the stream waits and tries again.
    """

    def load(self) -> str | None:
        """Return the checkpoint that was saved last, or None."""
        ...

    def save(self, checkpoint: str | None) -> None:
        """Save a checkpoint durably; None deletes it."""
        ...


class MemoryCursorStore:
    """Keeps the checkpoint in memory: for tests, and for streams that start from the beginning in each process."""

    def __init__(self, checkpoint: str | None = None) -> None:
        self.checkpoint = checkpoint

    def load(self) -> str | None:
        """See `CursorStore`."""
        return self.checkpoint

    def save(self, checkpoint: str | None) -> None:
        """See `CursorStore`."""
        self.checkpoint = checkpoint


class FileCursorStore:
    """Keeps the checkpoint in a file. `save` replaces the file atomically and flushes it to disk before it returns.

    Args:
        path: The file, which no other stream may use. Its folder must exist.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._temporary_prefix = f".{self._path.name}-"

    def __repr__(self) -> str:
        return f"FileCursorStore({str(self._path)!r})"

    def load(self) -> str | None:
        """See `CursorStore`."""
        return run_in_thread(self._read)

    def save(self, checkpoint: str | None) -> None:
        """See `CursorStore`."""
        run_in_thread(partial(self._write, checkpoint))

    def _read(self) -> str | None:
        # A process that is killed during a save leaves its temporary file.
        for temporary in self._path.parent.glob(f"{escape(self._temporary_prefix)}*"):
            temporary.unlink(missing_ok=True)
        try:
            return self._path.read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None

    def _write(self, checkpoint: str | None) -> None:
        folder = self._path.parent
        if checkpoint is None:
            self._path.unlink(missing_ok=True)
        else:
            descriptor, name = mkstemp(dir=folder, prefix=self._temporary_prefix)
            try:
                with open(descriptor, "w", encoding="utf-8") as file:
                    file.write(checkpoint)
                    file.flush()
                    os.fsync(descriptor)
                os.replace(name, self._path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        if os.name != "nt":  # the rename is durable only after the folder has been flushed as well
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


class SQLiteCursorStore:
    """Keeps the checkpoint in an SQLite database, in the table `workos_cursors`, which it creates.

    Args:
        path: The database file.
        name: The name of the stream, if several streams share the database.
    """

    def __init__(self, path: str | os.PathLike[str], *, name: str = "events") -> None:
        self._path = os.fspath(path)
        self._name = name

    def __repr__(self) -> str:
        return f"SQLiteCursorStore({self._path!r}, name={self._name!r})"

    def load(self) -> str | None:
        """See `CursorStore`."""
        return run_in_thread(self._read)

    def save(self, checkpoint: str | None) -> None:
        """See `CursorStore`."""
        run_in_thread(partial(self._write, checkpoint))

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=30)
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("CREATE TABLE IF NOT EXISTS workos_cursors (name TEXT PRIMARY KEY, checkpoint TEXT)")
        except BaseException:
            connection.close()
            raise
        return connection

    def _read(self) -> str | None:
        with closing(self._open()) as connection:
            query = "SELECT checkpoint FROM workos_cursors WHERE name = ?"
            row = connection.execute(query, (self._name,)).fetchone()
            return None if row is None else str(row[0])

    def _write(self, checkpoint: str | None) -> None:
        with closing(self._open()) as connection, connection:
            if checkpoint is None:
                connection.execute("DELETE FROM workos_cursors WHERE name = ?", (self._name,))
            else:
                connection.execute("REPLACE INTO workos_cursors VALUES (?, ?)", (self._name, checkpoint))


class RedisCursorStore:
    """Keeps the checkpoint in Redis (extra `redis`), for processes that may be restarted on another host.

    Whether it survives a crash of Redis depends on the configuration of Redis (`appendonly yes`, `appendfsync always`).

    Args:
        redis: The URL of a server, or a `redis.Redis` of your own, which you close.
        key: The key of the checkpoint, which no other stream may use.
    """

    def __init__(self, redis: str | RedisClient, *, key: str = "workos:events") -> None:
        self._redis = Redis(redis)
        self._key = key

    def __repr__(self) -> str:
        return f"RedisCursorStore({self._redis!r}, key={self._key!r})"

    def load(self) -> str | None:
        """See `CursorStore`."""
        value = self._redis.get(self._key)
        return value.decode() if value else None

    def save(self, checkpoint: str | None) -> None:
        """See `CursorStore`."""
        self._redis.set(self._key, checkpoint or "")

    def close(self) -> None:
        """Close the connections, unless you passed a client."""
        self._redis.close()
