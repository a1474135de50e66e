"""Checks that settings are of the async variant: the client, and functions that return a value."""

from collections.abc import Awaitable
from inspect import isawaitable, iscoroutinefunction, isroutine
from typing import Any, TypeVar

from workos_core.errors import ConfigurationError, InvalidArgumentTypeError

T = TypeVar("T")


def check_client(workos: object) -> None:
    """Check that a client is async.

    Raises:
        InvalidArgumentTypeError: It is no client.
        ConfigurationError: The client is sync.
    """
    method: Any = getattr(workos, "verify_access_token", None)
    if method is None:
        raise InvalidArgumentTypeError(f"workos must be a WorkOS client of workos_async, not {type(workos).__name__}")
    if isroutine(method) and not iscoroutinefunction(method):
        raise ConfigurationError(
            f"workos must be an async client (got {type(workos).__module__}.{type(workos).__qualname__}): "
            "import WorkOS and SignIn from workos_async"
        )


def check_function(name: str, function: object) -> None:
    """Check that a function can be called here; it may be a coroutine function."""


async def resolve(result: T | Awaitable[T]) -> T:
    """Return the result of a function, after awaiting it if it is awaitable."""
    if isawaitable(result):
        awaited: T = await result
        return awaited
    return result
