# Generated from workos_async/_events/cursor_stores.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Stores for the checkpoint of an event stream."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from glob import escape
from pathlib import Path
from tempfile import TemporaryFile, mkstemp
from typing import Any, Protocol, TypeVar, runtime_checkable

from workos_core.argument_checks import check_type
from workos_core.errors import ConfigurationError, InvalidArgumentError, StoreUnavailableError
from workos_sync._concurrency.callbacks import Call
from workos_sync._concurrency.threads import run_in_thread
from workos_sync._redis import Redis, RedisClient

T = TypeVar("T")

SQLITE_LOCK_SECONDS = 5.0
"""How long SQLite waits for a lock. Longer waits are left to the stream, which `stop` and cancellation interrupt."""

_CREATE_TABLE = """
CREATE TABLE IF NOT EXISTS workos_cursors
(name VARCHAR(255) PRIMARY KEY NOT NULL, checkpoint TEXT, holder VARCHAR(255), renewals BIGINT DEFAULT 0 NOT NULL)
"""
"""The columns are those of SQLAlchemyCursorStore, so that an application can change from one to the other."""
_UNUSABLE_DATABASE = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
)
_CHECKPOINT_BYTES = 1024
"""More than the size of any checkpoint."""
_RANDOM_PART = "[a-z0-9_]" * 8
"""A pattern for what `mkstemp` adds to a prefix. A shorter pattern would match files of other stores, such as `.cursor-eu-…` for `cursor`."""
_REMEDY = "delete it to start from the beginning, or set it to the ID of the last event that you handled"

_DELETE = "return redis.call('DEL', KEYS[1])"
_ACQUIRE = """
local holder, renewals = redis.call('HGET', KEYS[1], 'holder'), redis.call('HGET', KEYS[1], 'renewals')
if not holder or (holder == ARGV[2] and renewals == ARGV[3]) then
  holder, renewals = ARGV[1], '0'
  redis.call('HSET', KEYS[1], 'holder', holder, 'renewals', renewals)
end
return {holder, renewals}
"""
_RENEW = """
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
return redis.call('HINCRBY', KEYS[1], 'renewals', 1)
"""
_RELEASE = "if redis.call('HGET', KEYS[1], 'holder') == ARGV[1] then redis.call('DEL', KEYS[1]) end"
_SAVE = """
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2])
return redis.call('HINCRBY', KEYS[1], 'renewals', 1)
"""


class CursorStore(Protocol):
    """A store for the checkpoint of one event stream, a short string. Write your own to save it with your data in one transaction.

    An exception of a method is raised to the reader of the stream, except StoreUnavailableError: the stream waits and tries again.
    The stream starts with `load`, so a store that can't work should raise there: nothing has been handled yet.
    """

    def load(self) -> str | None:
        """Return the checkpoint that was saved last, or None if there is none: the stream then starts from the beginning."""
        ...

    def save(self, checkpoint: str | None) -> None:
        """Save a checkpoint durably; None deletes it."""
        ...


@runtime_checkable
class LeasedCursorStore(CursorStore, Protocol):
    """A store that several streams can use, one of which leads. The stream calls these methods instead of `save`.

    The store keeps, next to the checkpoint, the token of the stream that leads (the holder) and a number of renewals. Each method is atomic.
    """

    @property
    def lease_seconds(self) -> float | None:
        """After how many seconds without a renewal another stream takes over. None if a new stream takes over at once."""
        ...

    def acquire_lease(self, token: str, expected: tuple[str | None, int] | None) -> tuple[str | None, int]:
        """Make `token` the holder if there is none, or if the holder and the number of renewals are `expected`. Return both as they are now."""
        ...

    def renew_lease(self, token: str) -> bool:
        """Increase the number of renewals if `token` is the holder. Return whether it is."""
        ...

    def release_lease(self, token: str) -> None:
        """Remove the holder if it is `token`."""
        ...

    def save_with_lease(self, token: str, checkpoint: str) -> bool:
        """Save a checkpoint and increase the number of renewals, if `token` is the holder. Return whether it is."""
        ...


def check_lease_seconds(seconds: float | None) -> float | None:
    """Return the duration of a lease.

    Raises:
        InvalidArgumentError: It is not positive.
    """
    if seconds is not None and not seconds > 0:
        raise InvalidArgumentError(f"lease_seconds must be above 0 (got {seconds})")
    return seconds


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

    `load` raises ConfigurationError if the file is empty or unreadable, if its folder is missing or read-only, or if the disk is full.

    Args:
        path: The file, which no other stream may use. Its folder must exist.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        check_type("path", path, (str, os.PathLike), "the path of a file")
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
        try:
            # A process that is killed during a save leaves its temporary file.
            for temporary in self._path.parent.glob(escape(self._temporary_prefix) + _RANDOM_PART):
                temporary.unlink(missing_ok=True)
            # Without this check, a folder that is missing or read-only, or a full disk, would be noticed only after the first event
            # was handled, and by a process that is restarted each time, after each time.
            with TemporaryFile(dir=self._path.parent, prefix=self._temporary_prefix) as file:
                file.write(bytes(_CHECKPOINT_BYTES))
                file.flush()
        except OSError as error:
            raise ConfigurationError(
                f"{self} can't write to its folder ({_reason(error)}); create the folder, make it writable or free some space"
            ) from error
        try:
            text = self._path.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigurationError(f"{self} can't read its file ({_reason(error)}); {_REMEDY}") from error
        if not text:
            raise ConfigurationError(f"the file of {self} is empty; {_REMEDY}")
        return text

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

    While another connection locks the database, each method waits for up to 5 seconds and then raises StoreUnavailableError, after which
    a stream waits and tries again. `load` raises ConfigurationError if the file is no database, can't be opened or is read-only.

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
        return run_in_thread(partial(self._run, self._read))

    def save(self, checkpoint: str | None) -> None:
        """See `CursorStore`."""
        run_in_thread(partial(self._run, partial(self._write, checkpoint)))

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            with closing(sqlite3.connect(self._path, timeout=SQLITE_LOCK_SECONDS)) as connection:
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute(_CREATE_TABLE)
                with connection:
                    return work(connection)
        except sqlite3.Error as error:
            # The low byte of an extended code, such as SQLITE_BUSY_SNAPSHOT, is the primary one. Errors of the module itself have none.
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StoreUnavailableError(f"{self}: {error}") from error
            if code in _UNUSABLE_DATABASE:
                raise ConfigurationError(
                    f"{self} can't use its database ({error}); pass the path of a writable SQLite database in an existing folder"
                ) from error
            raise

    def _read(self, connection: sqlite3.Connection) -> str | None:
        # Without this write, a read-only database would be noticed only after the first event was handled.
        connection.execute("UPDATE workos_cursors SET checkpoint = checkpoint WHERE name = ?", (self._name,))
        query = "SELECT checkpoint FROM workos_cursors WHERE name = ?"
        row: tuple[object] | None = connection.execute(query, (self._name,)).fetchone()
        value = None if row is None else row[0]
        if isinstance(value, str | None):
            return value
        raise ConfigurationError(f"the value of {self} is not text; {_REMEDY}")

    def _write(self, checkpoint: str | None, connection: sqlite3.Connection) -> None:
        if checkpoint is None:
            connection.execute("DELETE FROM workos_cursors WHERE name = ?", (self._name,))
        else:
            connection.execute(
                "INSERT INTO workos_cursors (name, checkpoint) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET checkpoint = excluded.checkpoint",
                (self._name, checkpoint),
            )


class RedisCursorStore:
    """Keeps the checkpoint in Redis (extra `redis`), for processes that may be restarted on another host.

    `load` raises ConfigurationError if the key has another type or an empty value, or if Redis denies access.

    Whether it survives a crash of Redis depends on the configuration of Redis (`appendonly yes`, `appendfsync always`).

    Only one stream at a time can save. Without `lease_seconds`, a new stream takes over at once, and the earlier one raises LeaseLostError.

    Args:
        redis: The URL of a server, or a `redis.Redis` of your own, which you close.
        key: The key of the checkpoint. The lease is in the key `{key}:lease`, with the braces, or `key:lease` if the key has braces.
        lease_seconds: For several consumers: how long a stream leads without renewing its lease, in seconds. The others stand by, and one
            of them takes over when the leader is closed, or this long after it was killed. It must be longer than your code may block
            the event loop.

    Raises:
        InvalidArgumentError: `lease_seconds` is not positive.
    """

    def __init__(
        self, redis: str | RedisClient, *, key: str = "workos:events", lease_seconds: float | None = None
    ) -> None:
        self._redis = Redis(redis)
        self._key = key
        # In a cluster, both keys have the same hash tag.
        self._lease_key = f"{key}:lease" if "{" in key else f"{{{key}}}:lease"
        self._lease_seconds = check_lease_seconds(lease_seconds)

    @property
    def lease_seconds(self) -> float | None:
        """See `LeasedCursorStore`."""
        return self._lease_seconds

    def __repr__(self) -> str:
        return f"RedisCursorStore({self._redis!r}, key={self._key!r})"

    def load(self) -> str | None:
        """See `CursorStore`."""
        value = self._run(partial(self._redis.get, self._key))
        if value == b"":
            raise ConfigurationError(f"the value of {self} is empty; {_REMEDY}")
        try:
            return None if value is None else value.decode()
        except UnicodeDecodeError as error:
            raise ConfigurationError(f"{self} can't read its value ({_reason(error)}); {_REMEDY}") from error

    def save(self, checkpoint: str | None) -> None:
        """See `CursorStore`."""
        if checkpoint is None:
            self._redis.eval(_DELETE, [self._key])
        else:
            self._redis.set(self._key, checkpoint)

    def acquire_lease(self, token: str, expected: tuple[str | None, int] | None) -> tuple[str | None, int]:
        """See `LeasedCursorStore`."""
        holder, renewals = expected or ("", 0)
        result = self._eval(_ACQUIRE, [self._lease_key], [token, holder or "", renewals])
        holder, renewals = result
        return holder.decode() if isinstance(holder, bytes) else str(holder), int(renewals)

    def renew_lease(self, token: str) -> bool:
        """See `LeasedCursorStore`."""
        return bool(self._eval(_RENEW, [self._lease_key], [token]))

    def release_lease(self, token: str) -> None:
        """See `LeasedCursorStore`."""
        self._eval(_RELEASE, [self._lease_key], [token])

    def save_with_lease(self, token: str, checkpoint: str) -> bool:
        """See `LeasedCursorStore`."""
        return bool(self._eval(_SAVE, [self._lease_key, self._key], [token, checkpoint]))

    def _eval(self, script: str, keys: list[str], arguments: list[str | int]) -> Any:
        return self._run(partial(self._redis.eval, script, keys, arguments))

    def _run(self, command: Call[T]) -> T:
        try:
            return command()
        except StoreUnavailableError as error:
            remedy = _redis_remedy(error.__cause__)
            if remedy is None:
                raise
            raise ConfigurationError(f"{self} can't be used ({error}); {remedy}") from error

    def close(self) -> None:
        """Close the connections, unless you passed a client."""
        self._redis.close()


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return str(error.strerror if isinstance(error, OSError) else error)


def _redis_remedy(error: BaseException | None) -> str | None:
    """Return what to do about an error of Redis that does not pass by waiting; None for others."""
    names = {cls.__name__ for cls in type(error).__mro__}
    if str(error).startswith("WRONGTYPE"):
        return "pass another key, or delete this one"
    if names & {"AuthenticationError", "NoPermissionError"}:
        return "check the user name, the password and the permissions"
    return None
