"""Blocking calls."""

from collections.abc import Callable
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def run_in_thread(call: Callable[[], T], timeout: float | None = None) -> T:
    """Run a blocking function: in the current thread, or with a timeout in a thread of its own.

    Args:
        call: The function.
        timeout: Seconds to wait for the function; None for no limit. After a timeout the thread runs on to its end, and its result is
            discarded.

    Raises:
        TimeoutError: The function has not returned within `timeout`.
    """
    if timeout is None:
        return call()
    from concurrent.futures import Future

    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:
            future.set_exception(error)

    try:
        # A daemon: a function that hangs must not keep the process from ending.
        Thread(target=copy_context().run, args=(run,), name="workos-blocking-call", daemon=True).start()
    except RuntimeError:  # no thread can be started
        return call()
    return future.result(timeout)
