# Generated from tests/async_/pagination/test_prefetcher.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Prefetched pages, against a server on a socket that holds its responses back until the test releases them."""

import contextlib
import time
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.support.pages_server import PATIENCE, PagesServer, pages_server
from workos_core.http.operation import Operation
from workos_core.http.responses import RawPage, Response
from workos_core.models.organizations import Organization
from workos_core.pagination import PageCursor
from workos_sync import InvalidArgumentError, PaginationError, RateLimiter, WorkOS
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.sleep import sleep
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent
from workos_sync._pagination import prefetcher
from workos_sync._pagination.pager import PageIterator


@pytest.fixture
def server() -> Iterator[PagesServer]:
    with pages_server(count=10, size=2) as running:
        yield running


def client(server: PagesServer) -> WorkOS:
    return WorkOS("sk_test", base_url=server.url, max_retries=0)


def wait_until_idle(pages: PageIterator[Organization]) -> None:
    """Wait until no request is in flight."""
    while pages._prefetcher._task is not None:
        sleep(0.001)


def test_next_request_is_sent_before_a_page_is_returned(server: PagesServer) -> None:
    with client(server) as workos:
        server.hold(2)
        pages = workos.organizations.list_organizations().pages()
        first = pages.__next__()
        assert server.wait_for_requests(2)  # this call blocks, so the request must have been sent before
        server.release()
        second = pages.__next__()
        assert server.wait_for_requests(3)
        assert [item.id for item in [*first, *second]] == ["org_0", "org_1", "org_2", "org_3"]
        pages.close()


def test_page_is_returned_while_the_next_request_waits_for_a_rate_limit(
    server: PagesServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prefetcher, "MAX_SEND_WAIT", 2 * PATIENCE)
    limiter = RateLimiter({"general": (2, 3600)})
    with WorkOS("sk_test", base_url=server.url, rate_limiter=limiter) as workos:
        server.hold(2)
        started = time.monotonic()
        pages = workos.organizations.list_organizations().pages()
        assert (pages.__next__()).data[0].id == "org_0"

        def release() -> None:
            sleep(0.05)  # by then the reader waits for the page
            server.release()

        releasing = BackgroundTask(release)
        assert (pages.__next__()).data[0].id == "org_2"
        assert time.monotonic() - started < PATIENCE
        releasing.join()
        pages.close()
        assert server.requests == 2


def test_page_is_not_held_back_beyond_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefetcher, "MAX_SEND_WAIT", 2 * PATIENCE)
    may_send = ThreadSafeEvent()

    def fetch_page(query: Mapping[str, Any]) -> RawPage[Any]:
        if "after" in query:
            may_send.wait(2 * PATIENCE)
        operation: Operation[Any] = Operation("list", "GET", "/list", returns=Any)
        return RawPage(None, None if "after" in query else "org_1", operation, Response(200, {}, b""), [])

    pages = prefetcher.Prefetcher(fetch_page, PageCursor({}), 1, lambda: 0.1)
    started = time.monotonic()
    assert pages.next_page() is not None
    assert time.monotonic() - started < PATIENCE
    may_send.set()
    pages.close()


@pytest.mark.parametrize("prefetch", [0, 1, 3])
def test_number_of_prefetched_pages(server: PagesServer, prefetch: int) -> None:
    with client(server) as workos:
        pages = workos.organizations.list_organizations().pages(prefetch=prefetch)
        for taken in range(1, 4):
            pages.__next__()
            wait_until_idle(pages)
            assert server.requests == min(taken + prefetch, 5)


@pytest.mark.parametrize("prefetch", [0, 1, 2, 9])
def test_every_item_is_returned_once(server: PagesServer, prefetch: int) -> None:
    with client(server) as workos:
        pager = workos.organizations.list_organizations()
        assert [item.name for item in pager.items(prefetch=prefetch)] == [str(number) for number in range(10)]
        assert [len(page) for page in pager.pages(prefetch=prefetch)] == [2] * 5
        assert server.requests == 10


def test_break_closes_the_connection_of_the_next_request(server: PagesServer) -> None:
    with client(server) as workos:
        server.hold(2)
        for _ in workos.organizations.list_organizations():
            assert server.wait_for_requests(2)
            break
        while not server.client_disconnected.is_set():
            sleep(0.001)
        assert server.requests == 2


def test_exception_closes_the_connection_of_the_next_request(server: PagesServer) -> None:
    with client(server) as workos:
        server.hold(2)
        with contextlib.suppress(ZeroDivisionError):
            for _ in workos.organizations.list_organizations():
                assert server.wait_for_requests(2)
                raise ZeroDivisionError
        while not server.client_disconnected.is_set():
            sleep(0.001)
        assert server.requests == 2


def test_close_waits_for_the_request_in_flight(server: PagesServer) -> None:
    with client(server) as workos:
        server.hold(2)
        items = workos.organizations.list_organizations().items()
        assert (items.__next__()).id == "org_0"
        assert server.wait_for_requests(2)
        items.close()
        assert server.client_disconnected.wait(PATIENCE)
        assert [item for item in items] == []
        assert server.requests == 2
        server.release()
        assert len(workos.organizations.list_organizations().collect()) == 10


@pytest.mark.parametrize("crash", range(1, 11))
def test_resuming_after_a_crash_neither_loses_nor_repeats_items(server: PagesServer, crash: int) -> None:
    done: list[str] = []
    saved: str | None = None
    with client(server) as workos:
        pager = workos.organizations.list_organizations()
        for item in pager.items(prefetch=2):
            if len(done) + 1 == crash:
                break  # before the work on this item
            done.append(item.name)
            saved = pager.cursor
    with client(server) as workos:
        rest = workos.organizations.list_organizations(after=saved).items(prefetch=2)
        done += [item.name for item in rest]
    assert done == [str(number) for number in range(10)]


def test_error_is_raised_in_place_of_its_page_and_reading_continues_after_it(server: PagesServer) -> None:
    with client(server) as workos:
        pages = workos.organizations.list_organizations().pages()
        first = pages.__next__()
        wait_until_idle(pages)
        server.size = -2  # the third response repeats a cursor
        second = pages.__next__()
        wait_until_idle(pages)
        with pytest.raises(PaginationError, match="second time"):
            pages.__next__()
        server.size = 2
        third = pages.__next__()
        assert [item.name for page in (first, second, third) for item in page] == ["0", "1", "2", "3", "4", "5"]
        pages.close()


@pytest.mark.parametrize("prefetch", [-1, 1.5, True, "1"])
def test_invalid_prefetch(server: PagesServer, prefetch: int) -> None:
    with client(server) as workos:
        with pytest.raises(InvalidArgumentError, match="number of pages"):
            workos.organizations.list_organizations().pages(prefetch=prefetch)
