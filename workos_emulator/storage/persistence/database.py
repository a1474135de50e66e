"""The state of an emulator in one SQLite file."""

import json
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workos_emulator.storage.persistence import codec, inventory, snapshots
from workos_emulator.storage.persistence.errors import StorageError
from workos_emulator.storage.signing_key import SigningKey
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Collection

_APPLICATION = 0x574F454D  # "WOEM": marks the file as one of ours
_TABLES = """
CREATE TABLE objects (place TEXT, id TEXT, number INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (place, id)) WITHOUT ROWID;
CREATE TABLE marks (name TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
"""
_OWN_MARKS = ("clock", "settings", "ids", "signing_key", "opened")


class Database:
    """A file that holds all objects of one emulator. What `commit` has returned from survives the end of the process.

    No other process can use the file until `close`.

    Args:
        path: The file. It is made, readable for nobody else, if there is none.

    Raises:
        StorageError: The file cannot be opened, is in use, is damaged, or is of another kind or version.

    Attributes:
        opened: How often the file was opened before.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._collections: dict[str, Collection[Any]] = {}
        self._state: State | None = None
        self._key: SigningKey | None = None
        self._written: dict[tuple[str, str], int] = {}
        self._marks: dict[str, str] = {}
        try:
            self.path.touch(mode=0o600)
            self._file = sqlite3.connect(self.path, timeout=0.5, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise StorageError(f"{self.path} cannot be opened: {error}") from None
        try:
            self._prepare()
            self.opened = json.loads(self._marks.get("opened", "0"))
        except BaseException:
            self._file.close()
            raise

    def signing_key(self) -> SigningKey:
        """The key that signed access tokens before, or a new one, which is kept once it has signed something."""
        self._key = SigningKey(self._marks.get("signing_key"))
        return self._key

    def sign_with(self, key: SigningKey) -> None:
        """Keep this key, in place of the one before, with the next `commit`."""
        self._key = key

    def load(self, state: State, *, with_clock: bool, with_settings: bool) -> None:
        """Put what the file has into a fresh state.

        Args:
            state: The state.
            with_clock: Whether the clock is set to how it stood.
            with_settings: Whether the settings become what they were.

        Raises:
            StorageError: The file is damaged.
        """
        objects: dict[str, list[Any]] = {}
        where = "the marks"
        try:
            for path, id, data in self._file.execute("SELECT place, id, data FROM objects ORDER BY place, number"):
                where = f"{path} {id}"
                objects.setdefault(path, []).append(codec.loads(data))
            where = "the marks"
            values = {name: codec.loads(data) for name, data in self._marks.items() if name not in _OWN_MARKS}
            if values:
                snapshots.replace_objects(state, objects, values)
            if "ids" in self._marks:
                state.ids.position = json.loads(self._marks["ids"])
            if with_clock and "clock" in self._marks:
                snapshots.decode_clock(state.clock, json.loads(self._marks["clock"]))
            if with_settings and "settings" in self._marks:
                snapshots.decode_settings(state.settings, json.loads(self._marks["settings"]))
        except sqlite3.Error as error:
            raise self._damaged(str(error)) from None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise self._damaged(f"{where}: {error}") from None
        self._written = {
            (path, id): hash(data) for path, id, data in self._file.execute("SELECT place, id, data FROM objects")
        }

    def follow(self, state: State) -> None:
        """Write this state from now on, and write all of it with the next `commit`, in place of what the file has."""
        self._state = state
        self._collections = inventory.collections(state)
        for path, collection in self._collections.items():
            collection.touched = {collection.at(number).id for number in collection.numbers()}
            collection.touched.update(id for where, id in self._written if where == path)

    def commit(self) -> None:
        """Write what has changed since the last time, all of it or nothing.

        Raises:
            StorageError: It could not be written. The next call tries again.
        """
        state = self._state
        if state is None:
            return
        changed, gone = self._changes()
        marks = {name: data for name, data in self._present(state).items() if self._marks.get(name) != data}
        if not changed and not gone and not marks:
            return
        try:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("DELETE FROM objects WHERE place = ? AND id = ?", gone)
            self._file.executemany("INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?)", changed)
            self._file.executemany("INSERT OR REPLACE INTO marks VALUES (?, ?)", marks.items())
            self._file.execute("COMMIT")
        except sqlite3.Error as error:
            if self._file.in_transaction:
                self._file.execute("ROLLBACK")
            raise StorageError(f"{self.path} cannot be written: {error}") from None
        for path, id in gone:
            del self._written[path, id]
        for path, id, _, data in changed:
            self._written[path, id] = hash(data)
        self._marks |= marks
        for collection in self._collections.values():
            collection.touched = set()

    def close(self) -> None:
        """Let go of the file."""
        self._state = None
        self._file.close()

    def _changes(self) -> tuple[list[tuple[str, str, int, str]], list[tuple[str, str]]]:
        changed: list[tuple[str, str, int, str]] = []
        gone: list[tuple[str, str]] = []
        for path, collection in self._collections.items():
            for id in collection.touched or ():
                entity = collection.peek(id)
                if entity is None:
                    if (path, id) in self._written:
                        gone.append((path, id))
                elif self._written.get((path, id)) != hash(data := codec.dumps(entity)):
                    changed.append((path, id, entity.number, data))
        return changed, gone

    def _present(self, state: State) -> dict[str, str]:
        marks = {path: codec.dumps(slot.value) for path, slot in inventory.value_slots(state).items()}
        marks["clock"] = json.dumps(snapshots.encode_clock(state.clock))
        marks["settings"] = json.dumps(snapshots.encode_settings(state.settings))
        marks["ids"] = json.dumps({"last": state.ids.position["last"]})
        marks["opened"] = json.dumps(self.opened + 1)
        if self._key is not None and self._key.is_generated:
            marks["signing_key"] = self._key.pem
        return marks

    def _prepare(self) -> None:
        try:
            self._file.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._check_kind()
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = FULL")
            self._file.execute("BEGIN EXCLUSIVE")
            self._file.execute("COMMIT")
            problems = [row[0] for row in self._file.execute("PRAGMA quick_check")]
            if problems != ["ok"]:
                raise self._damaged("; ".join(problems[:3]))
            self._marks = dict(self._file.execute("SELECT name, data FROM marks"))
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StorageError(f"{self.path} is in use by another emulator; stop it or take another file") from None
            raise StorageError(f"{self.path} cannot be used: {error}") from None
        except sqlite3.DatabaseError as error:
            raise self._damaged(str(error)) from None

    def _check_kind(self) -> None:
        kind, version = (
            self._file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        tables: Iterable[Any] = self._file.execute("SELECT name FROM sqlite_master")
        if kind == 0 and not list(tables):
            self._file.executescript(
                f"BEGIN; {_TABLES} PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {snapshots.FORMAT}; COMMIT;"
            )
        elif kind != _APPLICATION:
            raise StorageError(f"{self.path} is a database of something else; take another file")
        elif version != snapshots.FORMAT:
            raise StorageError(
                f"{self.path} has the format {version}, and this version of the emulator reads {snapshots.FORMAT}; "
                "take another file, or the version that wrote it"
            )

    def _damaged(self, why: str) -> StorageError:
        return StorageError(f"{self.path} is damaged ({why}); restore a copy, or remove it to start over")
