"""Prefetching in synchronous code: without threads, after an exception of a signal handler, and after a fork."""

import os
import signal
import threading
import warnings
from collections.abc import Mapping
from typing import Any

import pytest

from workos_core.http.operation import Operation
from workos_core.http.responses import RawPage, Response, parse_page
from workos_core.pagination import PageCursor
from workos_sync._pagination.prefetcher import Prefetcher

LIST: Operation[Any] = Operation("things.list_things", "GET", "/things", returns=Any)


def fetch(query: Mapping[str, Any], /) -> RawPage[Any]:
    number = int(query.get("after") or 0) + 1
    after = f'"{number}"' if number < 5 else "null"
    body = f'{{"data": [{number}], "list_metadata": {{"before": null, "after": {after}}}}}'
    return parse_page(LIST, Response(200, {}, body.encode()))


def collect(prefetcher: Prefetcher[Any]) -> list[Any]:
    items: list[Any] = []
    while (page := prefetcher.next_page()) is not None:
        items += page.data
    return items


def test_prefetching_is_skipped_if_no_thread_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    attempts: list[threading.Thread] = []

    def fail(thread: threading.Thread) -> None:
        attempts.append(thread)
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", fail)
    assert collect(Prefetcher(fetch, PageCursor({}), 2)) == [1, 2, 3, 4, 5]
    assert attempts


def test_a_thread_that_was_started_by_an_interrupted_call_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    start = threading.Thread.start
    is_first = True

    def interrupt(thread: threading.Thread) -> None:
        nonlocal is_first
        start(thread)
        if is_first:
            is_first = False
            raise KeyboardInterrupt

    monkeypatch.setattr(threading.Thread, "start", interrupt)
    prefetcher = Prefetcher(fetch, PageCursor({}), 1)
    with pytest.raises(KeyboardInterrupt):
        prefetcher.next_page()
    assert collect(prefetcher) in ([2, 3, 4, 5], [1, 2, 3, 4, 5])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_list_is_read_on_in_a_forked_process() -> None:
    started, proceed = threading.Event(), threading.Event()

    def fetch_slowly(query: Mapping[str, Any], /) -> RawPage[Any]:
        if threading.current_thread() is not threading.main_thread():
            started.set()
            proceed.wait(20)
        return fetch(query)

    prefetcher = Prefetcher(fetch_slowly, PageCursor({}), 1)
    first = prefetcher.next_page()
    assert first is not None
    assert started.wait(20)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python warns of forks in a process with threads
        child = os.fork()
    if child == 0:
        signal.alarm(15)
        proceed.set()
        os._exit(0 if collect(prefetcher) == [2, 3, 4, 5] else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    proceed.set()
    assert [*first.data, *collect(prefetcher)] == [1, 2, 3, 4, 5]
