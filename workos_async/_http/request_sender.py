"""Sending requests, over connections that the SDK opens or through a transport or client of the application.

The backends are imported when the first request is sent: a program that imports the SDK may never send one.
"""

import sys
import time
from collections.abc import Hashable, Mapping
from functools import partial
from typing import TYPE_CHECKING
from weakref import finalize

from workos_async._concurrency.deadlines import PHASE_LEAD, time_limit
from workos_async._concurrency.event_loops import Closable, close_with_loop, execution_context, has_ended
from workos_async._concurrency.locks import ForkSafeLock
from workos_async._http.libraries import (
    HTTPClient,
    Transport,
    check_settings,
    library_of_client,
    library_of_transport,
    load_library,
)
from workos_core.errors import APITimeoutError, ConfigurationError, WorkOSError
from workos_core.http.closed_client import closed_client_error
from workos_core.http.connection_settings import HTTPSettings
from workos_core.http.mocked_libraries import check_mocks, mocks_are_loaded
from workos_core.http.requests import Request
from workos_core.http.responses import Response
from workos_core.http.timeouts import DEFAULT_PHASES, PhaseTimeouts, limit_phases, phase_timeouts
from workos_core.not_given import NOT_GIVEN

if TYPE_CHECKING:
    from workos_async._http.backend import HTTPBackend


class RequestSender:
    """Sends the requests of one client. A transport or HTTP client of the application is never closed.

    Connections of its own are opened for the first request and belong to an execution context (see `execution_context`), so that one
    client works in several event loops and after a fork.

    Args:
        timeout: A `TimeoutLike` or NOT_GIVEN.
        transport: A transport of the application.
        http_client: An HTTP client of the application.
        settings: The settings of its own connections.

    Raises:
        ConfigurationError: Both `transport` and `http_client` are given, or connection settings together with one of them.
    """

    def __init__(
        self,
        *,
        timeout: object,
        transport: Transport | None,
        http_client: HTTPClient | None,
        settings: HTTPSettings,
    ) -> None:
        argument = "transport" if transport is not None else "http_client"
        if transport is not None and http_client is not None:
            raise ConfigurationError("pass either transport or http_client: an http_client has a transport of its own")
        if (transport is not None or http_client is not None) and settings != HTTPSettings():
            raise ConfigurationError(
                f"limits, http2, proxy, verify and http_library cannot be combined with {argument}; "
                f"configure them on the {argument}"
            )
        defaults = DEFAULT_PHASES
        self._custom_backend: HTTPBackend | None = None
        if http_client is not None:
            from workos_async._http.backends.client_backend import ClientBackend

            self._custom_backend = ClientBackend(library_of_client(http_client), http_client)
            defaults = phase_timeouts(http_client.timeout)
        elif transport is not None:
            from workos_async._http.backends.transport_backend import TransportBackend
            from workos_async._http.connections.connection_pool import SharedTransport

            pool = SharedTransport(transport)
            self._custom_backend = TransportBackend(library_of_transport(transport), lambda _: pool, lambda _: None)
        else:
            check_settings(settings)
        self._timeouts = phase_timeouts(timeout, defaults)
        self._settings = settings
        self._backends: dict[Hashable, tuple[Closable, HTTPBackend, str]] = {}  # by execution context
        # If nobody closes the client, its connections are closed when it is collected as garbage. They must not be garbage themselves
        # then: in one pass, the garbage collector finalizes everything, in any order.
        finalize(self, self._backends.clear).atexit = False
        self._lock = ForkSafeLock()
        self._closed: set[Hashable] = set()  # execution contexts

    def timeouts(self, timeout: object) -> PhaseTimeouts:
        """Return the seconds for each phase of a request, by the timeout of the call and that of the client."""
        return self._timeouts if timeout is NOT_GIVEN else phase_timeouts(timeout, self._timeouts)

    async def send(
        self,
        request: Request,
        base_url: str,
        headers: Mapping[str, str],
        timeouts: PhaseTimeouts,
        remaining: float | None,
    ) -> Response:
        """Send one request and read the whole response. Redirects are not followed: the API key is sent to no other host.

        Args:
            request: The method, target and body.
            base_url: Scheme, host, port, and the path before the target of the request.
            headers: All headers.
            timeouts: Seconds for each phase.
            remaining: Seconds until the deadline of the call; None for no deadline.

        Raises:
            APITimeoutError: A phase timed out, or the deadline passed.
            APIConnectionError: The connection failed, or the response is larger than any of the API.
            ConfigurationError: The client is closed, or a test mocks another HTTP library.
        """
        deadline_at = None if remaining is None else time.monotonic() + remaining
        backend = self._backend(base_url)
        handled = sys.exception()
        limit = None
        if deadline_at is not None:
            remaining = deadline_at - time.monotonic()
            if remaining <= 0:  # opening a backend imports its library
                raise APITimeoutError("the HTTP library was not loaded in time", sent=False)
            limit = remaining + PHASE_LEAD  # the error of a phase shows whether the request was sent
        try:
            with time_limit(limit):
                return await backend.send(request, base_url, headers, limit_phases(timeouts, remaining), deadline_at)
        except WorkOSError:
            raise
        except Exception as error:
            from workos_async._http.error_causes import has_secrets
            from workos_async._http.errors import Attempt

            attempt = Attempt(base_url, backend.proxy_for(base_url), timeouts, remaining, handled)
            translated = backend.translate_error(error, attempt)
            if translated is error and isinstance(error, TimeoutError):
                translated = attempt.incomplete_error()
            if translated is error:
                raise
            cause = None if has_secrets(error, handled) else error
        raise translated from cause

    def _backend(self, base_url: str) -> "HTTPBackend":
        if self._closed and execution_context() in self._closed:
            raise closed_client_error()
        if self._custom_backend is not None:
            return self._custom_backend
        context = execution_context()
        entry = self._backends.get(context) or self._open_backend(context)
        if mocks_are_loaded():
            check_mocks(entry[2], base_url)
        return entry[1]

    def _open_backend(self, context: Hashable) -> "tuple[Closable, HTTPBackend, str]":
        with self._lock:  # threads share a client
            if context not in self._backends:
                for ended in [other for other in self._backends if has_ended(other)]:
                    del self._backends[ended]
                library = load_library(self._settings.library)
                is_closed = partial(self._closed.__contains__, context)
                if library.__name__ == "aiohttp":
                    from workos_async._http.backends.aiohttp_backend import aiohttp_backend

                    backend = aiohttp_backend(library, self._settings, is_closed)
                    self._backends.setdefault(context, (close_with_loop(backend), backend, library.__name__))
                else:
                    from workos_async._http.backends.core_backend import CoreBackend
                    from workos_async._http.connections.origin_pools import OriginPools

                    pools = OriginPools(library, self._settings, is_closed)
                    core_backend = CoreBackend(library, pools)
                    # The lock is reentrant: a signal handler may have opened a backend meanwhile.
                    self._backends.setdefault(context, (close_with_loop(pools), core_backend, library.__name__))
            return self._backends[context]

    async def aclose(self) -> None:
        """Close the connections of this execution context; calls in it raise ConfigurationError afterwards. Others keep theirs.

        A request that is not sent yet raises ConfigurationError as well, and one that waits for its response raises
        APIConnectionError. A transport or client of the application stays open.
        """
        context = execution_context()
        with self._lock:
            self._closed.difference_update([other for other in list(self._closed) if has_ended(other)])
            self._closed.add(context)
            entry = self._backends.pop(context, None)
        if entry is not None:
            await entry[0].aclose()
