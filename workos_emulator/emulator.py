"""The emulator: the facade over the environment, the server, the control API and seeding."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from os import PathLike
from time import perf_counter
from typing import TYPE_CHECKING, Any

from workos_emulator.control import interface
from workos_emulator.events import emission
from workos_emulator.events.deliveries import Deliveries
from workos_emulator.events.event_log import EventLog
from workos_emulator.http import errors, optional_packages
from workos_emulator.http.messages import Request, Response
from workos_emulator.seeding import seed_file
from workos_emulator.seeding.seed_file import Document
from workos_emulator.server import request_handler
from workos_emulator.server.asgi import Application
from workos_emulator.server.faults import Faults
from workos_emulator.server.request_log import Entry, RequestLog
from workos_emulator.storage.clock import Clock
from workos_emulator.storage.environment import Environment, EnvironmentStore
from workos_emulator.storage.ids import Ids
from workos_emulator.storage.outbox import Outbox
from workos_emulator.storage.persistence.errors import StorageError
from workos_emulator.storage.persistence.snapshots import Snapshot
from workos_emulator.storage.settings import Settings
from workos_emulator.storage.state import State

if TYPE_CHECKING:
    from workos_emulator.seeding.seed import Seed
    from workos_emulator.server.transport import EmulatorTransport

DEFAULT_API_KEY = "sk_test_emulator"
DEFAULT_CLIENT_ID = "client_emulator"

_log = logging.getLogger("workos_emulator")


class Emulator:
    """A WorkOS environment, in memory or in a file.

    Requests come in through `transport` (for httpx, without sockets), `app` (ASGI), `serve` (a socket) or `handle` (plain values).
    All may be used at once and from any thread. Emulators know nothing of one another.

    Args:
        api_key: The secret API key that requests must carry.
        client_id: The client id of the environment.
        clock: The clock; by default one of its own, that runs until it is stopped.
        seed: Makes ids, codes and tokens the same in every run. Access tokens still differ, unless `signing_key` is given too.
        settings: How the environment behaves.
        signing_key: The RSA private key, in PEM form, that signs access tokens. By default the process has one for all emulators.
        db: A SQLite file that holds the state. What a request was told to be done survives the end of the process, however it comes.
            Clock, settings and signing key go on as they were, unless they are given. By default all is in memory only.

    Raises:
        ImportError: The extra `emulator` is not installed.
        StorageError: The file of `db` is damaged, in use, or of another kind or version.

    Attributes:
        clock: The clock. Stop it or move it at any time.
        settings: How the environment behaves. May be changed at any time.
        faults: What shall go wrong with the next requests.
        requests: The last 1,000 requests.
        deliveries: The webhooks: what was sent, what waits, and apps that take them in process.
        observers: Functions that are told of every request, those of the control interface too, and its answer.
        saved_snapshots: Snapshots that were taken over HTTP, by id. A reset does not touch them.
    """

    def __init__(
        self,
        *,
        api_key: str = DEFAULT_API_KEY,
        client_id: str = DEFAULT_CLIENT_ID,
        clock: Clock | None = None,
        seed: int | str | None = None,
        settings: Settings | None = None,
        signing_key: str | bytes | None = None,
        db: str | PathLike[str] | None = None,
    ) -> None:
        optional_packages.require("jsonschema")
        self.clock = clock or Clock()
        self.settings = settings or Settings()
        self.faults = Faults()
        self.requests = RequestLog()
        self.observers: list[Callable[[Entry, Response], None]] = []
        self.saved_snapshots: dict[str, Snapshot] = {}
        self._store = EnvironmentStore(
            api_key, client_id, seed=seed, signing_key=signing_key, db=db, new_state=self._new_state
        )
        self.deliveries = Deliveries(lambda: self.environment.state, self._store.lock)
        self.clock.watchers.append(self.deliveries.wake)
        if self._store.open(with_clock=clock is None, with_settings=settings is None):
            self.deliveries.wake()

    @property
    def api_key(self) -> str:
        """The secret API key that requests must carry."""
        return self.environment.api_key

    @property
    def client_id(self) -> str:
        """The client id of the environment."""
        return self.environment.client_id

    @property
    def environment(self) -> Environment:
        """What handlers see: the stored objects among others. A new one after every reset."""
        return self._store.current

    @property
    def jwks(self) -> dict[str, Any]:
        """The public keys of the access tokens, as a JWKS document."""
        return self.environment.signing_key.jwks

    def handle(self, request: Request) -> Response:
        """Answer a request. Nothing is sent and nobody waits: `Response.delay` says how long the caller should."""
        try:
            response = self._handle(request)
        except StorageError as error:
            _log.error("%s", error)
            request_id = self.environment.state.ids.request_id()
            response = Response.json(500, {"message": str(error)}, {"x-request-id": request_id})
        if response.status not in (204, 304):
            response.headers.setdefault("content-length", str(len(response.body)))
        if request.method == "HEAD":
            response.body = b""
        return response

    def _handle(self, request: Request) -> Response:
        with self._store.lock:
            started, at = perf_counter(), self.clock.now()
            request_id = self.environment.state.ids.request_id()
            is_control = interface.owns(request.path)
            operation_id: str | None = None
            if is_control:
                response = request_handler.catch_errors(request, lambda: interface.respond(self, request))
            else:
                operation_id, response = request_handler.handle(self.environment, self.faults, request)
            response.headers["x-request-id"] = request_id
            entry = Entry(request_id, at, request, operation_id, response.status, perf_counter() - started)
            if not is_control:
                self.requests.add(entry)
            for observer in self.observers:
                observer(entry, response)
        return response

    def close(self) -> None:
        """Write what is not written yet and let go of the file, if there is one. The emulator is of no use afterwards."""
        self._store.close()

    def __enter__(self) -> "Emulator":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def reset(self) -> None:
        """Forget all objects, faults and logged requests. Ids start over if there is a seed; clock and settings stay."""
        with self._store.lock:
            self._store.reset()
            self.faults.clear()
            self.requests.clear()

    def snapshot(self) -> Snapshot:
        """All objects, events, messages, settings, the clock, how far the ids have come and the signing key, as a JSON object.

        It can be kept in a file, as secret as the key is. Faults and the log of requests are not in it, nor a key that nobody has
        used or seen.
        """
        return self._store.snapshot()

    def restore(self, snapshot: Snapshot) -> None:
        """Make everything as it was when a snapshot was taken, of this emulator or of another one.

        Access tokens from then verify, in another process too: their signing key becomes that of this emulator.

        Raises:
            ValueError: It is no snapshot, or one of another version; nothing has changed.
        """
        self._store.restore(snapshot)
        self.deliveries.wake()

    @property
    def outbox(self) -> Outbox:
        """The last 1,000 mails and text messages that WorkOS would have sent, with their codes and links. A reset empties it."""
        return self.environment.state.outbox

    @property
    def seed(self) -> "Seed":
        """Creates what the API cannot: directories with people and groups, roles, pending memberships, identities."""
        from workos_emulator.seeding.seed import Seed

        return Seed(self.environment, self._store.lock)

    def create(self, factory: str, **fields: Any) -> dict[str, Any]:
        """Create an object with a factory: `create("memberships", role_slugs=["admin"])`.

        Fields that must be there and are not given get a value, and what the object must belong to is created too.

        Args:
            factory: The name of the factory, which is the key in seed files: `organizations`, `users`, `directory_users` …
            **fields: The fields, by the names that seed files use. `id` chooses the id.

        Returns:
            The object as the API sends it.

        Raises:
            ValueError: There is no such factory, or the API would refuse the fields.
            KeyError: An id leads nowhere.
        """
        from workos_emulator.seeding.factories.creation import create

        with self._store.lock:
            try:
                return create(self, factory, fields)
            except errors.ApiError as error:
                raise ValueError(f"{factory}: {error}") from None

    def load(self, seed: str | PathLike[str] | Mapping[str, Any] | Document) -> dict[str, dict[str, str]]:
        """Create what a seed says: a file in YAML or JSON, or an object as such a file would hold it. All or nothing.

        Returns:
            The IDs by factory and key, such as `ids["users"]["ada@example.com"]`. They are the same every time.

        Raises:
            SeedError: Something in it is not right; the message names file and line.
            OSError: The file cannot be read.
        """
        from workos_emulator.seeding import loader

        if isinstance(seed, Document):
            document = seed
        else:
            document = seed_file.from_value(dict(seed)) if isinstance(seed, Mapping) else seed_file.read(seed)
        with self._store.lock:
            return loader.load(self, document)

    @property
    def transport(self) -> "EmulatorTransport":
        """A transport for `httpx.Client` and `httpx.AsyncClient` that answers in process."""
        from workos_emulator.server.transport import EmulatorTransport

        return EmulatorTransport(self.handle)

    @property
    def app(self) -> Application:
        """The emulator as an ASGI application."""
        return Application(self.handle, interface.max_body_size)

    def serve(
        self, *, host: str = "127.0.0.1", port: int = 0, allow_remote: bool = False
    ) -> AbstractContextManager[str]:
        """Serve on a socket, from a thread, as long as the context lasts.

        Args:
            host: The address to listen on.
            port: The port; 0 takes a free one.
            allow_remote: Whether `host` may be other than a loopback address. Whoever reaches the port can do everything.

        Returns:
            A context manager that gives the base URL.

        Raises:
            ImportError: The extra `emulator` is not installed.
            ValueError: `host` is not a loopback address.
            OSError: The port is taken.
        """
        optional_packages.require("uvicorn")
        from workos_emulator.server.socket_server import serve

        return serve(self.app, host=host, port=port, allow_remote=allow_remote)

    def _new_state(self, seed: int | str | None) -> State:
        ids = Ids(self.clock, seed)
        state = State(clock=self.clock, ids=ids, settings=self.settings, events=EventLog(self.clock, ids))
        emission.watch(state)
        self.deliveries.watch(state)
        state.events.flush()
        return state
