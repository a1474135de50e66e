"""Checks of functions that an application registers, such as hooks and webhook handlers. They may be sync or async."""

from collections.abc import Callable
from functools import partial
from inspect import isasyncgenfunction, isawaitable, iscoroutine, iscoroutinefunction, isgeneratorfunction, signature
from typing import Any


def check_callback(name: str, callback: object, *arguments: str) -> None:
    """Raise TypeError unless an object is a function that can be called with positional arguments.

    Args:
        name: The name of the parameter, for the message.
        callback: The object.
        arguments: The names of the arguments that it is called with, for the message.

    Raises:
        TypeError: It is not callable, the result of calling an async function, a generator function, or it takes other arguments.
    """
    if isawaitable(callback):
        if iscoroutine(callback):
            callback.close()
        raise TypeError(f"{name} must be a function, not the result of calling one: pass the function without ()")
    if not callable(callback):
        raise TypeError(f"{name} must be a function, sync or async (got {type(callback).__name__})")
    function = _implementation(callback)
    if isgeneratorfunction(function) or isasyncgenfunction(function):
        raise TypeError(f"{name} must not be a generator function: its body would never run; remove `yield`")
    try:
        parameters = signature(callback)
    except (TypeError, ValueError):  # some functions in C have no signature
        return
    try:
        parameters.bind(*arguments)
    except TypeError as error:
        expected = f"({', '.join(arguments)})"
        raise TypeError(f"{name} is called with {expected}, but its parameters are {parameters}: {error}") from None


def is_async_callable(callback: Callable[..., Any]) -> bool:
    """Return whether calling an object returns a coroutine: an async function, or an object with an async `__call__`."""
    return iscoroutinefunction(_implementation(callback))


def _implementation(callback: object) -> object:
    """Return the function that runs when an object is called."""
    while isinstance(callback, partial):
        callback = callback.func
    if iscoroutinefunction(callback) or isinstance(callback, type) or hasattr(callback, "__code__"):
        return callback
    return getattr(callback, "__call__", callback)  # noqa: B004
