"""Callbacks that may be sync or async."""

from collections.abc import Callable, Coroutine
from inspect import isawaitable
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Call: TypeAlias = Callable[[], T]
"""A function without arguments that does I/O."""


def maybe_await(result: object) -> None:
    """Refuse what would have to be awaited."""
    if isawaitable(result):
        if isinstance(result, Coroutine):
            result.close()
        raise TypeError("a hook of a synchronous client must be an ordinary function, not a coroutine function")
