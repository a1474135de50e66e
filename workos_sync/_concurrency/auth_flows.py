# Generated from codegen/sync_overrides/_concurrency/auth_flows.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The authentication flow of httpx and httpx2, for a scheme that does I/O."""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Generator
from typing import Any

import anyio.to_thread


class AuthFlows(ABC):
    """The flow of an authentication scheme that adds a token to a request, and replaces it once if the server rejects it."""

    @abstractmethod
    def _authorize(self, request: Any) -> str | None:
        """Add a token to a request, and return it. Return `None` if the request must not have one."""

    @abstractmethod
    def _reauthorize(self, request: Any, response: Any, rejected: str) -> bool:
        """Add another token to a request whose token was rejected. Return whether to send it again."""

    def sync_auth_flow(self, request: Any) -> Generator[Any, Any, None]:
        """Authenticate a request of a `Client`."""
        token = self._authorize(request)
        response = yield request
        if token is not None and response.status_code == 401 and self._reauthorize(request, response, token):
            yield request

    async def async_auth_flow(self, request: Any) -> AsyncGenerator[Any, Any]:
        """Authenticate a request of an `AsyncClient`, for which httpx calls this coroutine. Tokens are requested in a worker thread."""
        token = await anyio.to_thread.run_sync(self._authorize, request)
        response = yield request
        if token is None or response.status_code != 401:
            return
        if await anyio.to_thread.run_sync(self._reauthorize, request, response, token):
            yield request
