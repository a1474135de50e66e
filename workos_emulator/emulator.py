"""The emulator: the facade over the environment, the server, the control API and seeding."""

import logging
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import fields, replace
from os import PathLike
from time import perf_counter
from types import NoneType
from typing import TYPE_CHECKING, Any, ForwardRef, Literal

from workos_emulator.control import interface
from workos_emulator.events import emission
from workos_emulator.events.deliveries import Deliveries
from workos_emulator.events.event_log import EventLog
from workos_emulator.http import errors, optional_packages
from workos_emulator.http.messages import Request, Response
from workos_emulator.seeding import seed_file
from workos_emulator.seeding.seed_file import Document
from workos_emulator.server import prefetch, request_handler
from workos_emulator.server.asgi import Application
from workos_emulator.server.faults import Faults
from workos_emulator.server.host_check import HostCheck
from workos_emulator.server.request_log import Entry, RequestLog
from workos_emulator.storage.argument_checks import check_port, check_private_key, check_text, check_type
from workos_emulator.storage.clock import Clock
from workos_emulator.storage.environment import Environment, EnvironmentStore
from workos_emulator.storage.ids import Ids
from workos_emulator.storage.outbox import Outbox
from workos_emulator.storage.persistence import inventory
from workos_emulator.storage.persistence.errors import StorageError
from workos_emulator.storage.persistence.snapshots import Snapshot
from workos_emulator.storage.settings import Settings
from workos_emulator.storage.state import DEFAULT_BASE_URL, State
from workos_emulator.storage.store import UnknownIdError

if TYPE_CHECKING:
    from workos_emulator.seeding.seed import Seed
    from workos_emulator.server.transport import EmulatorTransport
else:  # imported when `typing.get_type_hints` resolves the annotations
    Seed = ForwardRef("__import__('workos_emulator.seeding.seed', fromlist=['Seed']).Seed")
    EmulatorTransport = ForwardRef("__import__('workos_emulator.server.transport', fromlist=['_']).EmulatorTransport")

DEFAULT_API_KEY = "sk_test_emulator"
DEFAULT_CLIENT_ID = "client_emulator"

RESETTABLE = ("settings", "clock")
"""What a reset can keep besides saved snapshots."""

_log = logging.getLogger("workos_emulator")


class Emulator:
    """A WorkOS environment, in memory or in a file.

    Send requests through `transport` (for httpx, without sockets), `app` (ASGI), `serve` (a socket) or `handle` (plain values).
    All of them can be used at the same time and from any thread. Emulators are independent of each other.

    Args:
        api_key: The secret API key that requests must send, unless a seed sets another one.
        client_id: The client ID of the environment, unless a seed sets another one.
        clock: The clock. By default, the emulator has its own clock, which runs until you freeze it.
        seed: Makes IDs, codes and tokens deterministic. Access tokens still differ unless you also pass `signing_key`.
        settings: The settings of the environment.
        signing_key: The RSA private key, PEM-encoded, that signs access tokens. By default, all emulators of a process share a
            generated key.
        db: A SQLite file that stores the state. A change is durable before its response is returned, even if the process is killed.
            The clock, the settings and the signing key are restored from the file unless you pass them. By default, the state is
            kept in memory.
        allowed_hosts: Host names and IP addresses, without a port, that clients may use for a served emulator in addition to
            loopback ones and the one that the server is bound to. Other `Host` headers are rejected, because a web page could
            have pointed its own name at this machine (DNS rebinding). Requests in process may have any host.

    Raises:
        ImportError: The extra `emulator` is not installed.
        TypeError: An argument has the wrong type.
        ValueError: `api_key` or `client_id` is empty, `signing_key` is no RSA private key, or an allowed host is malformed.
        StorageError: The `db` file is damaged, in use, or of another type or version.

    Attributes:
        clock: The clock. Freeze or move it at any time.
        settings: The settings of the environment. Change them at any time.
        faults: The faults to inject into the next requests.
        requests: The last 1,000 requests.
        deliveries: The webhook deliveries, and the apps mounted to receive webhooks in process.
        observers: Functions that are called with every request, control API requests included, and its response.
        saved_snapshots: The snapshots saved over HTTP, by ID. A reset keeps them.
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
        allowed_hosts: Iterable[str] = (),
    ) -> None:
        optional_packages.require("jsonschema", "fido2")
        check_text("api_key", api_key)
        check_text("client_id", client_id)
        check_type("clock", clock, (Clock, NoneType), "a Clock; pass clock=Clock(), and call its method freeze(…)")
        check_type("seed", seed, (int, str, NoneType), "an int or a str; to create objects, call load(…)")
        check_type("settings", settings, (Settings, NoneType), "a Settings; pass Settings(mfa_required=True)")
        check_private_key("signing_key", signing_key)
        check_type("db", db, (str, PathLike, NoneType), "the path of a file")
        self._host_check: HostCheck = HostCheck(allowed_hosts, lambda: self.settings.allowed_hosts)
        self._urls: list[str] = []
        self.clock: Clock = clock or Clock()
        self.settings: Settings = settings or Settings()
        self._initial_clock = self.clock.position
        self._initial_settings = replace(self.settings)
        self.faults: Faults = Faults()
        self.requests: RequestLog = RequestLog()
        self.observers: list[Callable[[Entry, Response], None]] = []
        self.saved_snapshots: dict[str, Snapshot] = {}
        self._store = EnvironmentStore(
            api_key, client_id, seed=seed, signing_key=signing_key, db=db, new_state=self._new_state
        )
        self.deliveries: Deliveries = Deliveries(lambda: self.environment.state, self._store.lock)
        self.clock.watchers.append(self.deliveries.wake)
        if self._store.open(with_clock=clock is None, with_settings=settings is None):
            self.deliveries.wake()

    @property
    def api_key(self) -> str:
        """The secret API key that requests must send."""
        return self.environment.api_key

    @property
    def client_id(self) -> str:
        """The client ID of the environment."""
        return self.environment.client_id

    @property
    def environment(self) -> Environment:
        """The current environment: the stored objects, the credentials and the signing key. A reset replaces it."""
        return self._store.current

    @property
    def jwks(self) -> dict[str, Any]:
        """The public keys that verify access tokens, as a JWKS document."""
        return self.environment.signing_key.jwks

    def handle(self, request: Request) -> Response:
        """Handle a request and return its response, without network I/O or waiting: apply `Response.delay` yourself."""
        try:
            response = self._handle(prefetch.fetch(request, self._store.lock, lambda: self.environment.state))
        except StorageError as error:
            _log.error("%s", error)
            id = self.environment.state.ids.request_id()
            response = Response.json(500, {"message": str(error)}, {"x-request-id": id})
        return request_handler.complete(request, response)

    def _handle(self, request: Request) -> Response:
        found = interface.search_dashboard(self, request, self._store.lock)
        with self._store.lock:
            request = self.environment.state.receive(request, self._urls)
            if (page := interface.show_dashboard(self, request, found)) is not None:
                return page
            start, at, request_id = perf_counter(), self.clock.now(), self.environment.state.ids.request_id()
            operation_id: str | None = None
            if is_control := interface.owns(request.path):
                response = request_handler.catch_errors(request, lambda: interface.respond(self, request))
            else:
                operation_id, response = request_handler.handle(self.environment, self.faults, request)
            response.headers["x-request-id"] = request_id
            entry = Entry(request_id, at, request, operation_id, response.status, perf_counter() - start)
            if not is_control:
                self.requests.add(entry)
            for observer in self.observers:
                observer(entry, response)
        return response

    def close(self) -> None:
        """Write pending changes and close the `db` file, if there is one. The emulator cannot be used afterwards."""
        self._store.close()

    def __enter__(self) -> "Emulator":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def reset(self, *, keep: Collection[Literal["settings", "clock"]] = ()) -> None:
        """Delete all objects, messages, faults and logged requests. With a `seed`, IDs start over.

        The settings and the clock return to the state in which the emulator was created. The API key, the client ID and saved snapshots
        stay.

        Args:
            keep: What stays: `settings`, `clock` or both.

        Raises:
            ValueError: `keep` contains anything else.
        """
        if unknown := sorted({*keep} - {*RESETTABLE}):
            raise ValueError(f"keep must contain only {' and '.join(RESETTABLE)} (got {unknown[0]!r})")
        with self._store.lock:
            if "settings" not in keep:
                for field in fields(Settings):
                    setattr(self.settings, field.name, getattr(self._initial_settings, field.name))
            if "clock" not in keep:
                self.clock.position = self._initial_clock
            self._store.reset()
            self.faults.clear()
            self.requests.clear()

    def snapshot(self) -> Snapshot:
        """Return the whole state as a JSON object: objects, events, messages, settings, clock, ID generator and signing key.

        You can store it in a file; keep it as secret as the signing key. It excludes faults, the request log, and a signing key
        that has not been used or read yet.
        """
        return self._store.snapshot()

    def restore(self, snapshot: Snapshot) -> None:
        """Restore a snapshot of this or another emulator.

        The signing key is restored too, so access tokens issued before the snapshot verify, even in another process.

        Raises:
            ValueError: The snapshot is invalid or of another version. The state is unchanged.
        """
        self._store.restore(snapshot)
        self.deliveries.wake()

    @property
    def outbox(self) -> Outbox:
        """The last 1,000 emails and text messages that WorkOS would have sent, with codes and links. A reset clears it."""
        return self.environment.state.outbox

    @property
    def seed(self) -> "Seed":
        """Methods that create what the API cannot: directories with users and groups, roles, pending memberships, identities."""
        from workos_emulator.seeding.seed import Seed

        return Seed(self.environment, self._store.lock)

    def create(self, factory: str, **fields: Any) -> dict[str, Any]:
        """Create an object with a factory: `create("memberships", role_slugs=["admin"])`.

        Required fields that you omit get default values, and required parent objects are created.

        Args:
            factory: The name of the factory, as in seed files: `organizations`, `users`, `directory_users` …
            **fields: The fields, named as in seed files. Pass `id` to choose the ID.

        Returns:
            The object as the API returns it.

        Raises:
            ValueError: The factory does not exist, or the API would reject the fields.
            UnknownIdError: A field has the ID of an object that does not exist (also a `KeyError` and a `ValueError`).
        """
        from workos_emulator.seeding.factories.creation import create, unknown_reference

        with self._store.lock:
            try:
                return create(self, factory, fields)
            except (errors.ApiError, UnknownIdError) as error:
                unknown = unknown_reference(factory, fields, error)
                if unknown is not None:
                    raise unknown from None
                if isinstance(error, UnknownIdError):
                    raise
                raise ValueError(f"{factory}: {error}") from None

    def load(self, seed: str | PathLike[str] | Mapping[str, Any] | Document) -> dict[str, dict[str, str]]:
        """Create all objects of a seed, or none if one fails. The seed is a YAML or JSON file, or a mapping with the same content.

        Returns:
            The IDs by factory and key, such as `ids["users"]["ada@example.com"]`. They are the same for every load.

        Raises:
            SeedError: The seed is invalid; the message names the file and the line of each problem.
            OSError: The file cannot be read.
        """
        from workos_emulator.seeding import loader

        kinds = (str, PathLike, Mapping, Document)
        check_type("seed", seed, kinds, "the path of a file or a mapping; pass {'users': […]}")
        if isinstance(seed, Mapping):
            seed = seed_file.from_value(dict(seed))
        document = seed if isinstance(seed, Document) else seed_file.read(seed)
        with self._store.lock:
            return loader.load(self, document)

    @property
    def transport(self) -> "EmulatorTransport":
        """An in-process transport for `httpx.Client` and `httpx.AsyncClient`."""
        from workos_emulator.server.transport import EmulatorTransport

        return EmulatorTransport(self.handle, prefetch.may_block)

    @property
    def app(self) -> Application:
        """The emulator as an ASGI application."""
        return Application(self.handle, interface.max_body_size, self._host_check, prefetch.may_block)

    def serve(
        self, *, host: str = "127.0.0.1", port: int = 0, allow_remote: bool = False
    ) -> AbstractContextManager[str]:
        """Serve the emulator on a socket, from a background thread, until the context exits.

        Args:
            host: The address to bind to.
            port: The port; 0 picks a free one.
            allow_remote: Whether `host` may be a non-loopback address. Any client that can reach the port has full access.

        Returns:
            A context manager that yields the base URL.

        Raises:
            ImportError: The extra `emulator` is not installed.
            TypeError: An argument has the wrong type.
            ValueError: `host` is not a loopback address and `allow_remote` is false, or there is no such port.
            OSError: The port is in use.
        """
        check_type("host", host, str, "a str")
        check_port("port", port)
        optional_packages.require("uvicorn")
        from workos_emulator.server.socket_server import serve

        return self._serve(serve(self.app, host=host, port=port, allow_remote=allow_remote))

    @contextmanager
    def _serve(self, server: AbstractContextManager[str]) -> Generator[str]:
        with server as url:
            reachable = url.replace("//0.0.0.0:", "//localhost:").replace("//[::]:", "//localhost:")
            self._urls.append(reachable)
            with self._store.lock:
                self.environment.state.serve_at(reachable)
            try:
                yield url
            finally:
                self._urls.remove(reachable)

    def _new_state(self, seed: int | str | None) -> State:
        ids = Ids(self.clock, seed)
        state = State(clock=self.clock, ids=ids, settings=self.settings, events=EventLog(self.clock, ids))
        inventory.name_collections(state)
        state.base_url = self._urls[-1] if self._urls else DEFAULT_BASE_URL
        emission.watch(state)
        self.deliveries.watch(state)
        state.events.flush()
        return state
