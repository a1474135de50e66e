# Generated from workos_async/_http/backend.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The interface of HTTP backends."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from workos_core.http.requests import Request
from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts

if TYPE_CHECKING:
    from workos_sync._http.errors import Attempt

COMPRESSION = {"accept-encoding": "gzip"}


class HTTPBackend(Protocol):
    """An HTTP library that a `RequestSender` sends requests with."""

    def translate_error(self, error: Exception, attempt: "Attempt") -> Exception:
        """Return the SDK's exception for one that `send` raised; the same exception if it is not one of the HTTP library."""
        ...

    def proxy_for(self, base_url: str) -> str | None:
        """Return the URL of the proxy, for error texts; None if there is none, or if it is not known."""
        ...

    def send(
        self,
        request: Request,
        base_url: str,
        headers: Mapping[str, str],
        timeouts: PhaseTimeouts,
        deadline_at: float | None,
    ) -> Response:
        """Send one request and read the whole response.

        Args:
            request: The method, target and body.
            base_url: Scheme, host, port, and the path before the target of the request.
            headers: All headers except those about the connection and the body, with lower-case names.
            timeouts: Seconds for each phase.
            deadline_at: When to stop reading, on the clock of `time.monotonic`.
        """
        ...
