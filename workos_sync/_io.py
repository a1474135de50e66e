# Generated from codegen/sync_overrides/_io.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import os
import time
from collections.abc import Callable, Coroutine, Hashable
from contextlib import AbstractContextManager, nullcontext
from inspect import isawaitable
from threading import Lock as Lock
from typing import TypeAlias, TypeVar

import httpx

HTTPClient = httpx.Client
Transport = httpx.BaseTransport

T = TypeVar("T")
Call: TypeAlias = Callable[[], T]
"""A function without arguments that does I/O."""


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Nothing can interrupt synchronous code from outside; the phases of a request have limits of their own."""
    return nullcontext()


def settle(result: object) -> None:
    """Refuse what would have to be awaited."""
    if isawaitable(result):
        if isinstance(result, Coroutine):
            result.close()
        raise TypeError("a hook of a synchronous client must be an ordinary function, not a coroutine function")


def context() -> Hashable:
    """What open connections belong to: they don't work in a forked process."""
    return os.getpid()
