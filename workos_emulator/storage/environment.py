"""The environment of an emulator: its credentials, its state and its signing key."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from os import PathLike
from typing import TYPE_CHECKING

from workos_emulator.storage import signing_key
from workos_emulator.storage.commit_lock import CommitLock
from workos_emulator.storage.persistence import snapshots
from workos_emulator.storage.persistence.errors import StorageError, UnreadableError
from workos_emulator.storage.persistence.snapshots import Snapshot
from workos_emulator.storage.signing_key import SigningKey
from workos_emulator.storage.state import State

if TYPE_CHECKING:
    from workos_emulator.storage.persistence.database import Database


@dataclass(slots=True, frozen=True)
class Environment:
    """An environment: the credentials, stored objects and signing key that a request is handled with.

    Attributes:
        initial_api_key: The secret API key, unless a seed has set another one.
        initial_client_id: The client ID, unless a seed has set another one.
        state: The stored objects.
        signing_key: The key that signs access tokens.
    """

    initial_api_key: str
    initial_client_id: str
    state: State
    signing_key: SigningKey

    @property
    def api_key(self) -> str:
        """The secret API key."""
        return self.state.credentials.pinned.get("api_key", self.initial_api_key)

    @property
    def client_id(self) -> str:
        """The client ID."""
        return self.state.credentials.pinned.get("client_id", self.initial_client_id)


class EnvironmentStore:
    """The current environment of an emulator, in memory or in a SQLite file. Call `open` before any other method.

    Args:
        api_key: The secret API key.
        client_id: The client ID.
        seed: Makes IDs and secrets reproducible.
        signing_key: The private key in PEM format; by default the key in the file, or a key shared by the whole process.
        db: The SQLite file, if any.
        new_state: Creates an empty state whose IDs depend on the given seed.

    Raises:
        StorageError: The file cannot be opened or is not a usable database.

    Attributes:
        lock: Held while stored objects change. Releasing it emits events for the changes and writes them to the file.
        current: The environment; replaced by a new one on every reset.
    """

    current: Environment

    def __init__(
        self,
        api_key: str,
        client_id: str,
        *,
        seed: int | str | None,
        signing_key: str | bytes | None,
        db: str | PathLike[str] | None,
        new_state: Callable[[int | str | None], State],
    ) -> None:
        self.lock: CommitLock = CommitLock(self._commit)
        self._seed = seed
        self._new_state = new_state
        self._database = None if db is None else _open(db)
        self._credentials = (api_key, client_id)
        self._signing_key = self._initial_key(signing_key)

    def open(self, *, with_clock: bool, with_settings: bool) -> bool:
        """Create the environment and load the contents of the file.

        Args:
            with_clock: Whether to set the clock to the stored time.
            with_settings: Whether to load the stored settings.

        Returns:
            Whether webhook deliveries were loaded.

        Raises:
            StorageError: The file is corrupt.
        """
        self.current = self._new()
        database, state = self._database, self.current.state
        if database is None:
            return False
        try:
            database.load(state, with_clock=with_clock, with_settings=with_settings)
            database.track(state)
            database.commit()
        except StorageError:
            database.close()
            raise
        return bool(state.webhook_deliveries)

    def close(self) -> None:
        """Write pending changes and close the file."""
        try:
            with self.lock:
                pass
        finally:
            if self._database is not None:
                self._database.close()

    def reset(self) -> None:
        """Replace the environment with an empty one that has the same credentials."""
        with self.lock:
            environment = self._new()
            environment.state.credentials.pinned = dict(self.current.state.credentials.pinned)
            self._replace(environment)

    def snapshot(self) -> Snapshot:
        """Return a snapshot of the environment."""
        with self.lock:
            self.current.state.events.flush()
            return snapshots.take(self.current.state, self._signing_key)

    def restore(self, snapshot: Snapshot) -> None:
        """Replace the environment with the one in a snapshot.

        Raises:
            UnreadableError: The snapshot is invalid or from another version. The environment is unchanged.
        """
        with self.lock:
            state = self.current.state
            clock, settings, position = state.clock.position, replace(state.settings), state.ids.position
            environment = self._new()
            try:
                snapshots.restore(environment.state, snapshot)
                key = snapshots.signing_key(snapshot, self._signing_key)
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
                state.clock.position = clock
                snapshots.decode_settings(state.settings, snapshots.encode_settings(settings))
                raise UnreadableError(str(error)) from None
            if snapshot["ids"].get("random") is None:
                environment.state.ids.position = {"last": position["last"]}
            if key is not self._signing_key:
                self._signing_key = key
                if self._database is not None:
                    self._database.set_signing_key(key)
            self._replace(replace(environment, signing_key=key))

    def _new(self) -> Environment:
        seed = self._seed
        if seed is not None and self._database is not None and self._database.opened:
            seed = f"{seed}/{self._database.opened}"  # the previous run has used the IDs of the plain seed
        return Environment(*self._credentials, self._new_state(seed), self._signing_key)

    def _replace(self, environment: Environment) -> None:
        if self._database is not None:
            self._database.track(environment.state)
        self.current = environment

    def _commit(self) -> None:
        self.current.state.events.flush()
        if self._database is not None:
            self._database.commit()

    def _initial_key(self, pem: str | bytes | None) -> SigningKey:
        if pem:
            return SigningKey(pem)
        return signing_key.shared_key() if self._database is None else self._database.signing_key()


def _open(path: str | PathLike[str]) -> "Database":
    from workos_emulator.storage.persistence.database import Database

    return Database(path)
