# Generated from workos_async/_http/request_sender.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""How a WorkOS client reaches the API: over connections of its own, or over what the user passed in."""

import time
from collections.abc import Hashable, Mapping

from workos_core.errors import APITimeoutError, ConfigurationError
from workos_core.http.connection_settings import HTTPSettings
from workos_core.http.responses import Response
from workos_core.http.timeouts import DEFAULT_PHASES, PhaseTimeouts, limit_phases, phase_timeouts
from workos_core.not_given import NOT_GIVEN
from workos_sync._concurrency.deadlines import time_limit
from workos_sync._concurrency.event_loops import execution_context, has_ended
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._http.aiohttp_backend import aiohttp_backend
from workos_sync._http.backend import Closable, HTTPBackend
from workos_sync._http.client_backend import ClientBackend
from workos_sync._http.connection_pool import SharedTransport
from workos_sync._http.libraries import HTTPClient, Transport, library_of_client, library_of_transport, load_library
from workos_sync._http.origin_pools import OriginPools
from workos_sync._http.transport_backend import TransportBackend


class RequestSender:
    """What sends the requests of a WorkOS client. What the user passed in stays the user's to close.

    Connections of its own are made when the first request is sent, and belong to a context (see `_io.context`), so that the
    same WorkOS client can be used from several event loops and after a fork.

    Args:
        timeout: A `TimeoutLike` or NOT_GIVEN.
        transport: A transport of the user's.
        http_client: An HTTP client of the user's.
        settings: For connections of its own.
    """

    def __init__(
        self,
        *,
        timeout: object,
        transport: Transport | None,
        http_client: HTTPClient | None,
        settings: HTTPSettings,
    ) -> None:
        given = "transport" if transport is not None else "http_client"
        if transport is not None and http_client is not None:
            raise ConfigurationError("pass either transport or http_client: an http_client has a transport of its own")
        if (transport is not None or http_client is not None) and settings != HTTPSettings():
            raise ConfigurationError(
                f"limits, http2, proxy, verify and http_library are settings of the {given} that was passed in; set them there"
            )
        base = DEFAULT_PHASES
        self._given: HTTPBackend | None = None
        if http_client is not None:
            self._given = ClientBackend(library_of_client(http_client), http_client)
            base = phase_timeouts(http_client.timeout)
        elif transport is not None:
            shared = SharedTransport(transport)
            self._given = TransportBackend(library_of_transport(transport), lambda _: shared)
        self._limits = phase_timeouts(timeout, base)
        self._settings = settings
        self._own: dict[Hashable, tuple[Closable, HTTPBackend]] = {}
        self._lock = ForkSafeLock()
        self._closed = False

    def limits(self, timeout: object) -> PhaseTimeouts:
        """Seconds for each phase of a request, by the timeout of the call and that of the client."""
        return self._limits if timeout is NOT_GIVEN else phase_timeouts(timeout, self._limits)

    def send(
        self,
        method: str,
        base: str,
        target: str,
        headers: Mapping[str, str],
        content: bytes | None,
        limits: PhaseTimeouts,
        seconds: float | None,
    ) -> Response:
        """Send one request and read the whole answer. Redirects are not followed: the key goes to no other host.

        Args:
            method: The HTTP method.
            base: Scheme, host, port, and the path before `target`.
            target: Path and query.
            headers: All headers.
            content: The body.
            limits: Seconds for each phase.
            seconds: For everything together; None for no limit.

        Raises:
            APITimeoutError: A phase, or everything together, took longer than allowed.
            APIConnectionError: The connection could not be made, or broke, or the answer is larger than any that the API gives.
        """
        exchange = self._exchange()
        ends = None if seconds is None else time.monotonic() + seconds
        try:
            with time_limit(seconds):
                return exchange.send(method, base, target, headers, content, limit_phases(limits, seconds), ends)
        except TimeoutError as error:
            limit = "in time" if seconds is None else f"within the deadline of {seconds:.3g} s"
            raise APITimeoutError(f"no whole answer {limit}") from error
        except Exception as error:
            ours = exchange.explain(error)
            if ours is error:
                raise
            raise ours from error

    def _exchange(self) -> HTTPBackend:
        if self._closed:
            raise ConfigurationError("this client is closed; make a new one")
        if self._given is not None:
            return self._given
        key = execution_context()
        found = self._own.get(key)
        return self._open(key) if found is None else found[1]

    def _open(self, key: Hashable) -> HTTPBackend:
        with self._lock:  # threads share a client
            if key not in self._own:
                for old in [other for other in self._own if has_ended(other)]:
                    del self._own[old]
                library = load_library(self._settings.library)
                if library.__name__ == "aiohttp":
                    session = aiohttp_backend(library, self._settings)
                    if session is None:
                        raise ConfigurationError("aiohttp is of no use in synchronous code; use httpx or httpx2")
                    self._own[key] = session, session
                else:
                    pools = OriginPools(library, self._settings)
                    self._own[key] = pools, TransportBackend(library, pools.pool_for)
            return self._own[key][1]

    def close(self) -> None:
        """Close the connections of this context. What the user passed in stays open."""
        self._closed = True
        mine = self._own.pop(execution_context(), None)
        self._own.clear()
        if mine is not None:
            mine[0].close()
