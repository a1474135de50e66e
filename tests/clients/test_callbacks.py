"""Callbacks of an application in the sync client, which may be async, with and without an event loop in the current thread."""

import asyncio
import threading
from contextvars import ContextVar
from typing import Any

import pytest

from workos_sync._concurrency.callbacks import run_callback

LANGUAGE: ContextVar[str] = ContextVar("LANGUAGE")


async def read_language(*arguments: Any) -> tuple[Any, ...]:
    await asyncio.sleep(0)
    return (*arguments, LANGUAGE.get(None))


def test_sync_callback_runs_in_the_current_thread() -> None:
    assert run_callback(lambda number: (number, threading.current_thread()), 1) == (1, threading.current_thread())


def test_async_callback_runs_to_its_end_in_the_context_of_the_caller() -> None:
    token = LANGUAGE.set("en")
    try:
        assert run_callback(read_language, 1, 2) == (1, 2, "en")
        assert run_callback(lambda: read_language(3)) == (3, "en")
    finally:
        LANGUAGE.reset(token)


def test_async_callback_while_the_thread_runs_an_event_loop() -> None:
    async def main() -> Any:
        LANGUAGE.set("de")
        return run_callback(read_language, 1)

    assert asyncio.run(main()) == (1, "de")


@pytest.mark.parametrize("nested", [False, True])
def test_exceptions_are_raised(nested: bool) -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    async def main() -> None:
        run_callback(fail)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(main()) if nested else run_callback(fail)
