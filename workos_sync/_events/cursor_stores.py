# Generated from workos_async/_events/cursor_stores.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Where an event stream keeps how far it got."""

import os
import sqlite3
from contextlib import closing
from functools import partial
from glob import escape
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Protocol

from workos_sync._concurrency.threads import run_in_thread

if TYPE_CHECKING:
    from workos_sync._redis import RedisClient


class CursorStore(Protocol):
    """Keeps the checkpoint of one event stream: a short text. Write your own to keep it beside your data, in the same transaction.

    An error of a method goes to who reads the stream; StoreUnavailableError is waited out.
    """

    def load(self) -> str | None:
        """What was saved last; None when nothing was."""
        ...

    def save(self, checkpoint: str | None) -> None:
        """Save a checkpoint so that it outlives the process; None forgets it."""
        ...


class MemoryCursorStore:
    """Keeps the checkpoint in memory: for tests, and where it is right to begin anew with each process."""

    def __init__(self, checkpoint: str | None = None) -> None:
        self.checkpoint = checkpoint

    def load(self) -> str | None:
        """As in CursorStore."""
        return self.checkpoint

    def save(self, checkpoint: str | None) -> None:
        """As in CursorStore."""
        self.checkpoint = checkpoint


class FileCursorStore:
    """Keeps the checkpoint in a file, which is replaced as a whole and is on the disk when `save` returns.

    Args:
        path: The file; one for each stream. Its folder must be there.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._draft = f".{self._path.name}-"

    def __repr__(self) -> str:
        return f"FileCursorStore({str(self._path)!r})"

    def load(self) -> str | None:
        """As in CursorStore."""
        return run_in_thread(self._read)

    def save(self, checkpoint: str | None) -> None:
        """As in CursorStore."""
        run_in_thread(partial(self._write, checkpoint))

    def _read(self) -> str | None:
        for left in self._path.parent.glob(f"{escape(self._draft)}*"):  # by a process that was killed while it saved
            left.unlink(missing_ok=True)
        try:
            return self._path.read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None

    def _write(self, checkpoint: str | None) -> None:
        folder = self._path.parent
        if checkpoint is None:
            self._path.unlink(missing_ok=True)
        else:
            number, name = mkstemp(dir=folder, prefix=self._draft)
            try:
                with open(number, "w", encoding="utf-8") as file:
                    file.write(checkpoint)
                    file.flush()
                    os.fsync(number)
                os.replace(name, self._path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        if os.name != "nt":  # the new name is only certain when the folder is on the disk as well
            number = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(number)
            finally:
                os.close(number)


class SQLiteCursorStore:
    """Keeps the checkpoint in a table of an SQLite database, `workos_cursors`, which it makes.

    Args:
        path: The database.
        name: Of the stream, where several share a database.
    """

    def __init__(self, path: str | os.PathLike[str], *, name: str = "events") -> None:
        self._path = os.fspath(path)
        self._name = name

    def __repr__(self) -> str:
        return f"SQLiteCursorStore({self._path!r}, name={self._name!r})"

    def load(self) -> str | None:
        """As in CursorStore."""
        return run_in_thread(self._read)

    def save(self, checkpoint: str | None) -> None:
        """As in CursorStore."""
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
    """Keeps the checkpoint in Redis (extra `redis`): for processes that may be started again on another host.

    How well it outlives Redis itself is a matter of how Redis is set up (`appendonly yes`, `appendfsync always`).

    Args:
        redis: A URL, or a `redis.Redis` of yours, which you close.
        key: Where the checkpoint is; one for each stream.
    """

    def __init__(self, redis: "str | RedisClient", *, key: str = "workos:events") -> None:
        from workos_sync._redis import Redis

        self._redis: Redis = Redis(redis)
        self._key = key

    def __repr__(self) -> str:
        return f"RedisCursorStore({self._redis!r}, key={self._key!r})"

    def load(self) -> str | None:
        """As in CursorStore."""
        found = self._redis.get(self._key)
        return found.decode() if found else None

    def save(self, checkpoint: str | None) -> None:
        """As in CursorStore."""
        self._redis.set(self._key, checkpoint or "")

    def close(self) -> None:
        """Close the connections, if they are not yours."""
        self._redis.close()
