# Generated from codegen/sync_overrides/_concurrency/variants.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Checks that settings are of the sync variant: the client, and functions that return a value."""

from collections.abc import Awaitable, Coroutine
from inspect import isawaitable, iscoroutinefunction
from typing import Any, TypeVar

from workos_core.errors import ConfigurationError, InvalidArgumentTypeError

T = TypeVar("T")


def check_client(workos: object) -> None:
    """Check that a client is sync.

    Raises:
        InvalidArgumentTypeError: It is no client.
        ConfigurationError: The client is async.
    """
    method: Any = getattr(workos, "verify_access_token", None)
    if method is None:
        raise InvalidArgumentTypeError(f"workos must be a WorkOS client of workos_sync, not {type(workos).__name__}")
    if iscoroutinefunction(method):
        raise ConfigurationError(
            f"workos must be a sync client (got {type(workos).__module__}.{type(workos).__qualname__}): "
            "import WorkOS and SignIn from workos_sync"
        )


def check_function(name: str, function: object) -> None:
    """Check that a function is no coroutine function.

    Raises:
        ConfigurationError: It is one.
    """
    if iscoroutinefunction(function) or iscoroutinefunction(getattr(function, "__call__", None)):  # noqa: B004 - its kind
        raise ConfigurationError(f"{name} must be a regular function here, not a coroutine function")


def resolve(result: T | Awaitable[T]) -> T:
    """Return the result of a function.

    Raises:
        ConfigurationError: The result is awaitable.
    """
    if isawaitable(result):
        if isinstance(result, Coroutine):
            result.close()
        raise ConfigurationError("a function of the sync client must not return an awaitable: use regular functions")
    return result
