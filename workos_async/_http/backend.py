"""The interface of HTTP backends."""

from collections.abc import Mapping
from typing import Protocol

from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts

COMPRESSION = {"accept-encoding": "gzip"}


class HTTPBackend(Protocol):
    """What a connection sends requests with."""

    def explain(self, error: Exception) -> Exception:
        """An exception that `send` raised as one of ours, or the same where it is none of the HTTP library."""
        ...

    async def send(
        self,
        method: str,
        base: str,
        target: str,
        headers: Mapping[str, str],
        content: bytes | None,
        limits: PhaseTimeouts,
        ends: float | None,
    ) -> Response:
        """Send one request and read the whole answer.

        Args:
            method: The HTTP method.
            base: Scheme, host, port, and the path before `target`.
            target: Path and query.
            headers: All headers but those about the connection and the body, with lower-case names.
            content: The body.
            limits: Seconds for each phase.
            ends: When to give up reading, on the clock of `time.monotonic`.
        """
        ...


class Closable(Protocol):
    """What holds open connections."""

    async def aclose(self) -> None:
        """Close them."""
        ...
