"""Functions of the application that may be sync or async, called from either kind of code by Django's adapters (`asgiref.sync`)."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import wraps
from inspect import isawaitable
from typing import Any

from asgiref.sync import async_to_sync, sync_to_async

if sys.version_info >= (3, 12):
    from inspect import iscoroutinefunction as is_marked_as_async
else:
    from asgiref.sync import (
        iscoroutinefunction as is_marked_as_async,  # the mark before `inspect.markcoroutinefunction`
    )

from workos_core.callbacks import is_async_callable


def to_sync(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a sync function that runs a function to its end. An async one runs in the event loop of the server, if it has one."""

    @wraps(function)
    def call(*arguments: Any) -> Any:
        async def run() -> Any:
            return await function(*arguments)

        if is_async_callable(function):
            return async_to_sync(run)()
        result = function(*arguments)
        return async_to_sync(_await)(result) if isawaitable(result) else result

    return call


def to_async(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return an async function that runs a function to its end. A sync one runs in Django's thread for sync code."""

    @wraps(function)
    async def call(*arguments: Any) -> Any:
        result = function(*arguments) if is_async_callable(function) else await sync_to_async(function)(*arguments)
        return await result if isawaitable(result) else result

    return call


def is_async_view(view: Callable[..., Any]) -> bool:
    """Return whether a view is async: an async function, or a function that is marked as one, as `View.as_view()` marks it."""
    return is_marked_as_async(view) or is_async_callable(view)


def is_event_loop_running() -> bool:
    """Return whether the current thread runs an event loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


async def _await(result: Awaitable[Any]) -> Any:
    return await result
