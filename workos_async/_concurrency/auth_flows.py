"""The authentication flow of httpx and httpx2, for a scheme that does I/O."""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Generator
from typing import Any

from workos_core.errors import ConfigurationError


class AuthFlows(ABC):
    """The flow of an authentication scheme that adds a token to a request, and replaces it once if the server rejects it."""

    @abstractmethod
    async def _authorize(self, request: Any) -> str | None:
        """Add a token to a request, and return it. Return `None` if the request must not have one."""

    @abstractmethod
    async def _reauthorize(self, request: Any, response: Any, rejected: str) -> bool:
        """Add another token to a request whose token was rejected. Return whether to send it again."""

    async def async_auth_flow(self, request: Any) -> AsyncGenerator[Any, Any]:
        """Authenticate a request of an `AsyncClient`."""
        token = await self._authorize(request)
        response = yield request
        if token is not None and response.status_code == 401 and await self._reauthorize(request, response, token):
            yield request

    def sync_auth_flow(self, request: Any) -> Generator[Any, Any, None]:
        """Reject a request of a sync client, which can't await a token.

        Raises:
            ConfigurationError: Always.
        """
        raise ConfigurationError(f"{type(self).__name__} is async: import it from workos_sync for a sync client")
