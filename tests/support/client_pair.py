"""An async and a sync client with the same settings, called in the same way."""

import asyncio
import inspect
from typing import Any

import workos_async
import workos_sync

from .methods import Method


class ClientPair:
    """An async and a sync client with the same settings, and an event loop for the async one.

    Attributes:
        clients: Both clients.
    """

    def __init__(self, api_key: str, **settings: Any) -> None:
        self.clients = (workos_async.WorkOS(api_key, **settings), workos_sync.WorkOS(api_key, **settings))
        self._runner = asyncio.Runner()

    def call(self, client: Any, method: Method, arguments: dict[str, Any]) -> Any:
        """Call a method of one of the clients and return the result. For a paginated list, that is the first page."""
        result = getattr(getattr(client, method.resource), method.name)(**arguments)
        if isinstance(result, (workos_async.Pager, workos_sync.Pager)):
            result = result.page()
        return self._runner.run(_await(result)) if inspect.isawaitable(result) else result

    def close(self) -> None:
        """Close the event loop."""
        self._runner.close()


async def _await(result: Any) -> Any:
    return await result
