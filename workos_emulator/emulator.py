"""The emulator."""

import logging
from contextlib import AbstractContextManager
from threading import RLock
from typing import TYPE_CHECKING, Any

from workos_emulator import control, dispatch, errors, extras, hosted, tokens
from workos_emulator.clock import Clock
from workos_emulator.deliveries import Deliveries
from workos_emulator.faults import Fault, Faults
from workos_emulator.ids import Ids
from workos_emulator.log import Entry, RequestLog
from workos_emulator.messages import Request, Response
from workos_emulator.outbox import Outbox
from workos_emulator.registry import Environment
from workos_emulator.routing import default_router
from workos_emulator.settings import Settings
from workos_emulator.state import State

if TYPE_CHECKING:
    from workos_emulator.asgi import Application
    from workos_emulator.seed import Seed
    from workos_emulator.transport import EmulatorTransport

DEFAULT_API_KEY = "sk_test_emulator"
DEFAULT_CLIENT_ID = "client_emulator"

_log = logging.getLogger("workos_emulator")


class Emulator:
    """A WorkOS environment in memory.

    Requests come in through `transport` (for httpx, without sockets), `app` (ASGI), `serve` (a socket) or `handle` (plain values).
    All may be used at once and from any thread. Emulators know nothing of one another.

    Args:
        api_key: The secret API key that requests must carry.
        client_id: The client id of the environment.
        clock: The clock; by default one of its own, that runs until it is stopped.
        seed: Makes ids, codes and tokens the same in every run. Access tokens still differ, unless `signing_key` is given too.
        settings: How the environment behaves.
        signing_key: The RSA private key, in PEM form, that signs access tokens. By default the process has one for all emulators.

    Raises:
        ImportError: The extra `emulator` is not installed.

    Attributes:
        clock: The clock. Stop it or move it at any time.
        settings: How the environment behaves. May be changed at any time.
        faults: What shall go wrong with the next requests.
        requests: The last 1,000 requests.
        deliveries: The webhooks: what was sent, what waits, and apps that take them in process.
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
    ) -> None:
        extras.need("jsonschema")
        self.clock = clock or Clock()
        self.settings = settings or Settings()
        self.faults = Faults()
        self.requests = RequestLog()
        self._api_key = api_key
        self._client_id = client_id
        self._seed = seed
        self._lock = RLock()
        self._signing_key = tokens.SigningKey(signing_key) if signing_key else tokens.shared_key()
        self.deliveries = Deliveries(self, self._lock)
        self._environment = self._fresh()

    @property
    def api_key(self) -> str:
        """The secret API key that requests must carry."""
        return self._api_key

    @property
    def client_id(self) -> str:
        """The client id of the environment."""
        return self._client_id

    @property
    def environment(self) -> Environment:
        """What handlers see: the stored objects among others. A new one after every reset."""
        return self._environment

    @property
    def jwks(self) -> dict[str, Any]:
        """The public keys of the access tokens, as a JWKS document."""
        return self._signing_key.jwks

    def handle(self, request: Request) -> Response:
        """Answer a request. Nothing is sent and nobody waits: `Response.delay` says how long the caller should."""
        with self._lock:
            request_id = self._environment.state.ids.request_id()
            operation_id, response = self._answer(request)
            response.headers["x-request-id"] = request_id
            if not control.owns(request.path):
                self.requests.add(Entry(request_id, self.clock.now(), request, operation_id, response.status))
        if response.status not in (204, 304):
            response.headers.setdefault("content-length", str(len(response.body)))
        if request.method == "HEAD":
            response.body = b""
        return response

    def reset(self) -> None:
        """Forget all objects, faults and logged requests. Ids start over if there is a seed; clock and settings stay."""
        with self._lock:
            self._environment = self._fresh()
            self.faults.clear()
            self.requests.clear()

    @property
    def outbox(self) -> Outbox:
        """The last 1,000 mails and text messages that WorkOS would have sent, with their codes and links. A reset empties it."""
        return self._environment.state.outbox

    @property
    def seed(self) -> "Seed":
        """Creates what the API cannot: directories with people and groups, roles, pending memberships, identities."""
        from workos_emulator.seed import Seed

        return Seed(self._environment, self._lock)

    @property
    def transport(self) -> "EmulatorTransport":
        """A transport for `httpx.Client` and `httpx.AsyncClient` that answers in process."""
        from workos_emulator.transport import EmulatorTransport

        return EmulatorTransport(self)

    @property
    def app(self) -> "Application":
        """The emulator as an ASGI application."""
        from workos_emulator.asgi import Application

        return Application(self)

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
        extras.need("uvicorn")
        from workos_emulator.server import serve

        return serve(self, host=host, port=port, allow_remote=allow_remote)

    def _fresh(self) -> Environment:
        from workos_emulator import emitting

        state = State(clock=self.clock, ids=Ids(self.clock, self._seed), settings=self.settings)
        emitting.watch(state)
        self.deliveries.watch(state)
        return Environment(self._api_key, self._client_id, state, self._signing_key)

    def _answer(self, request: Request) -> tuple[str | None, Response]:
        operation_id: str | None = None
        fault: Fault | None = None
        try:
            if control.owns(request.path):
                return None, control.answer(self, request)
            fault = self.faults.take(request.method, request.path)
            response = fault.response() if fault else None
            if response is None and request.method == "OPTIONS":
                response = _options(request)
            if response is None and hosted.owns(request.path):
                response = hosted.answer(self._environment, request)
            if response is None:
                operation, path = dispatch.find(request)
                operation_id = operation.id
                response = dispatch.answer(self._environment, operation, path, request)
        except errors.ApiError as error:
            response = error.response()
        except Exception:
            _log.exception("the emulator failed on %s %s", request.method, request.path)
            response = Response.json(500, {"message": "The emulator failed; its log says why."})
        if fault is not None:
            response.delay = fault.delay
        return operation_id, response


def _options(request: Request) -> Response:
    allowed = default_router().allowed(request.path)
    if not allowed:
        raise errors.plain(404, f"Cannot {request.method} {request.path}")
    return Response(204, {"allow": ", ".join(allowed)})
