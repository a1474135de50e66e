"""Callbacks that may be sync or async."""

from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Call: TypeAlias = Callable[[], Awaitable[T]]
"""A function without arguments that does I/O."""
Method: TypeAlias = Callable[P, Awaitable[T]]
"""A method that sends a request."""


async def maybe_await(result: object) -> None:
    """Await the return value of a callback if it is awaitable."""
    if isawaitable(result):
        await result
