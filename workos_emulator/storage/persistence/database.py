"""The SQLite database with the state of an emulator."""

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

_APPLICATION_ID = 0x574F454D  # "WOEM": identifies the file as an emulator database
_TABLES = """
CREATE TABLE objects (place TEXT, id TEXT, number INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (place, id)) WITHOUT ROWID;
CREATE TABLE marks (name TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
"""
_OWN_MARKS = ("clock", "settings", "ids", "signing_key", "opened")


class Database:
    """A SQLite file with all stored objects of one emulator. Committed changes survive the end of the process.

    The file is locked until `close`; no other process can use it.

    Args:
        path: The file. If it does not exist, it is created with permissions for its owner only.

    Raises:
        StorageError: The file cannot be opened, is in use, is corrupt, or has another format or version.

    Attributes:
        opened: The number of times the file was opened before.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path: Path = Path(path)
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
            self.opened: int = json.loads(self._marks.get("opened", "0"))
        except BaseException:
            self._file.close()
            raise

    def signing_key(self) -> SigningKey:
        """Return the stored signing key, or a new one that is stored once it has been used."""
        self._key = SigningKey(self._marks.get("signing_key"))
        return self._key

    def set_signing_key(self, key: SigningKey) -> None:
        """Replace the signing key; the next `commit` stores it."""
        self._key = key

    def load(self, state: State, *, with_clock: bool, with_settings: bool) -> None:
        """Load the contents of the file into an empty state.

        Args:
            state: The state.
            with_clock: Whether to restore the clock.
            with_settings: Whether to restore the settings.

        Raises:
            StorageError: The file is corrupt.
        """
        objects: dict[str, list[Any]] = {}
        location = "table marks"
        try:
            for path, id, data in self._file.execute("SELECT place, id, data FROM objects ORDER BY place, number"):
                location = f"{path} {id}"
                objects.setdefault(path, []).append(codec.loads(data))
            location = "table marks"
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
            raise self._corrupt(str(error)) from None
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            raise self._corrupt(f"{location}: {error}") from None
        self._written = {
            (path, id): hash(data) for path, id, data in self._file.execute("SELECT place, id, data FROM objects")
        }

    def track(self, state: State) -> None:
        """Track the changes of this state. The next `commit` replaces the contents of the file with all of it."""
        self._state = state
        self._collections = inventory.collections(state)
        for path, collection in self._collections.items():
            collection.touched = {collection.at(number).id for number in collection.numbers()}
            collection.touched.update(id for written_path, id in self._written if written_path == path)

    def commit(self) -> None:
        """Write the changes since the last commit in one transaction.

        Raises:
            StorageError: The file cannot be written. The next call retries the same changes.
        """
        state = self._state
        if state is None:
            return
        changed, deleted = self._changes()
        marks = {name: data for name, data in self._current_marks(state).items() if self._marks.get(name) != data}
        if not changed and not deleted and not marks:
            return
        try:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("DELETE FROM objects WHERE place = ? AND id = ?", deleted)
            self._file.executemany("INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?)", changed)
            self._file.executemany("INSERT OR REPLACE INTO marks VALUES (?, ?)", marks.items())
            self._file.execute("COMMIT")
        except sqlite3.Error as error:
            if self._file.in_transaction:
                self._file.execute("ROLLBACK")
            raise StorageError(f"{self.path} cannot be written: {error}") from None
        for path, id in deleted:
            del self._written[path, id]
        for path, id, _, data in changed:
            self._written[path, id] = hash(data)
        self._marks |= marks
        for collection in self._collections.values():
            collection.touched = set()

    def close(self) -> None:
        """Close the file."""
        self._state = None
        self._file.close()

    def _changes(self) -> tuple[list[tuple[str, str, int, str]], list[tuple[str, str]]]:
        changed: list[tuple[str, str, int, str]] = []
        deleted: list[tuple[str, str]] = []
        for path, collection in self._collections.items():
            for id in collection.touched or ():
                entity = collection.peek(id)
                if entity is None:
                    if (path, id) in self._written:
                        deleted.append((path, id))
                elif self._written.get((path, id)) != hash(data := codec.dumps(entity)):
                    changed.append((path, id, entity.number, data))
        return changed, deleted

    def _current_marks(self, state: State) -> dict[str, str]:
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
            self._check_format()
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = FULL")
            self._file.execute("BEGIN EXCLUSIVE")
            self._file.execute("COMMIT")
            problems = [row[0] for row in self._file.execute("PRAGMA quick_check")]
            if problems != ["ok"]:
                raise self._corrupt("; ".join(problems[:3]))
            self._marks = dict(self._file.execute("SELECT name, data FROM marks"))
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StorageError(f"{self.path} is in use by another emulator; stop it or use another file") from None
            raise StorageError(f"{self.path} cannot be used: {error}") from None
        except sqlite3.DatabaseError as error:
            raise self._corrupt(str(error)) from None

    def _check_format(self) -> None:
        application_id, version = (
            self._file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        tables: Iterable[Any] = self._file.execute("SELECT name FROM sqlite_master")
        if application_id == 0 and not list(tables):
            self._file.executescript(
                f"BEGIN; {_TABLES} PRAGMA application_id = {_APPLICATION_ID}; PRAGMA user_version = {snapshots.FORMAT}; COMMIT;"
            )
        elif application_id != _APPLICATION_ID:
            raise StorageError(f"{self.path} is not an emulator database; use another file")
        elif version != snapshots.FORMAT:
            raise StorageError(
                f"{self.path} has format version {version}, but this version of the emulator reads {snapshots.FORMAT}; "
                "use another file, or the emulator version that wrote it"
            )

    def _corrupt(self, reason: str) -> StorageError:
        return StorageError(f"{self.path} is corrupt ({reason}); restore a backup, or delete it to start over")
