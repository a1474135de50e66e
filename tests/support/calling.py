"""Both flavours side by side, called in the same way."""

import asyncio
import inspect
from typing import Any

import workos_async
import workos_sync

from .methods import Method


class Flavours:
    """A client of each flavour with the same settings, and an event loop for the one that needs one."""

    def __init__(self, api_key: str, **settings: Any) -> None:
        self.both = (workos_async.WorkOS(api_key, **settings), workos_sync.WorkOS(api_key, **settings))
        self._runner = asyncio.Runner()

    def call(self, flavour: Any, method: Method, arguments: dict[str, Any]) -> Any:
        """What a method returns; of a list the first page."""
        result = getattr(getattr(flavour, method.resource), method.name)(**arguments)
        if isinstance(result, (workos_async.Pager, workos_sync.Pager)):
            result = result.page()
        return self._runner.run(_finish(result)) if inspect.isawaitable(result) else result

    def close(self) -> None:
        """End the event loop."""
        self._runner.close()


async def _finish(result: Any) -> Any:
    return await result
