"""Callbacks, which must be sync."""

from collections.abc import Callable, Coroutine
from inspect import isawaitable
from typing import ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Call: TypeAlias = Callable[[], T]
"""A function without arguments that does I/O."""
Method: TypeAlias = Callable[P, T]
"""A method that sends a request."""


def maybe_await(result: object) -> None:
    """Raise TypeError if the return value of a callback is awaitable."""
    if isawaitable(result):
        if isinstance(result, Coroutine):
            result.close()
        raise TypeError("a hook of the sync client must be a regular function, not a coroutine function")
