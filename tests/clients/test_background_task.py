"""Background tasks end: no task is left under asyncio and trio, and no thread in synchronous code."""

import asyncio
import contextlib
import gc
import threading
import time
from collections.abc import Iterator

import anyio
import pytest
import trio

import workos_async
import workos_sync
from tests.support.pages_server import PATIENCE, PagesServer, pages_server
from workos_async._concurrency.background_task import BackgroundTask
from workos_async._concurrency.thread_safe_event import ThreadSafeEvent
from workos_sync._concurrency.background_task import BackgroundTask as Thread


@pytest.fixture
def server() -> Iterator[PagesServer]:
    with pages_server(count=10, size=2) as running:
        running.hold(2)
        yield running


def tasks(backend: str) -> int:
    return len(asyncio.all_tasks()) if backend == "asyncio" else trio.lowlevel.current_statistics().tasks_living


async def wait_until_tasks_are(count: int, backend: str) -> None:
    with anyio.fail_after(PATIENCE):
        while tasks(backend) != count:  # noqa: ASYNC110
            await anyio.sleep(0.001)


LEAVING = ["break", "raise", "cancel", "aclose", "forget", "never resumed"]


@pytest.mark.parametrize("leaving", LEAVING)
async def test_no_task_is_left(server: PagesServer, leaving: str, anyio_backend: str) -> None:
    async with workos_async.WorkOS("sk_test", base_url=server.url, max_retries=0) as workos:
        before = tasks(anyio_backend)
        items = workos.organizations.list_organizations().items()
        if leaving == "break":
            async for _ in items:
                assert server.wait_for_requests(2)
                break
        elif leaving == "raise":
            with contextlib.suppress(ZeroDivisionError):
                async for _ in items:
                    assert server.wait_for_requests(2)
                    raise ZeroDivisionError
        elif leaving == "cancel":
            with anyio.CancelScope() as scope:
                async for item in items:
                    if item.id == "org_1":  # the loop waits for the next page then
                        cancel_soon(scope, anyio_backend)
            assert scope.cancelled_caught
        else:
            await items.__anext__()
            assert server.wait_for_requests(2)
        assert tasks(anyio_backend) == before + 1 or leaving == "cancel"
        if leaving == "aclose":
            await items.aclose()
            await items.aclose()
            assert tasks(anyio_backend) == before
        elif leaving == "never resumed":
            server.release()
        else:
            del items
            gc.collect()
        await wait_until_tasks_are(before, anyio_backend)
        assert server.requests == 2
        assert (
            server.client_disconnected.is_set()
            or leaving == "never resumed"
            or server.client_disconnected.wait(PATIENCE)
        )


def cancel_soon(scope: anyio.CancelScope, backend: str) -> None:
    if backend == "asyncio":
        asyncio.get_running_loop().call_later(0.01, scope.cancel)
    else:
        trio.lowlevel.current_trio_token().run_sync_soon(scope.cancel)


async def test_canceled_reader_can_continue(server: PagesServer, anyio_backend: str) -> None:
    async with workos_async.WorkOS("sk_test", base_url=server.url, max_retries=0) as workos:
        pager = workos.organizations.list_organizations()
        items = pager.items()
        organizations = [await items.__anext__(), await items.__anext__()]
        with anyio.CancelScope() as scope:
            cancel_soon(scope, anyio_backend)
            await items.__anext__()
        assert pager.cursor == "org_1"
        server.release()
        organizations += [item async for item in items]
        assert [item.name for item in organizations] == [str(number) for number in range(10)]


@pytest.mark.parametrize("leaving", [how for how in LEAVING if how != "cancel"])
def test_no_thread_is_left(server: PagesServer, leaving: str) -> None:
    def threads() -> list[threading.Thread]:
        return [thread for thread in threading.enumerate() if thread.name == "workos-background"]

    with workos_sync.WorkOS("sk_test", base_url=server.url, max_retries=0) as workos:
        items = workos.organizations.list_organizations().items()
        with contextlib.suppress(ZeroDivisionError):
            for _ in items:
                assert server.wait_for_requests(2)
                if leaving == "raise":
                    raise ZeroDivisionError
                break
        assert len(threads()) == 1
        if leaving == "aclose":
            items.close()
            assert threads() == []
        elif leaving == "never resumed":
            server.release()
        else:
            del items
            gc.collect()
        deadline_at = time.monotonic() + PATIENCE
        while threads():
            assert time.monotonic() < deadline_at
            time.sleep(0.001)
        assert server.requests == 2
        assert (
            server.client_disconnected.is_set()
            or leaving == "never resumed"
            or server.client_disconnected.wait(PATIENCE)
        )


async def test_flag_runtime_leaves_no_task(server: PagesServer, anyio_backend: str) -> None:
    async with workos_async.WorkOS("sk_test", base_url=server.url) as workos:
        before = tasks(anyio_backend)
        server.hold(1)
        async with workos.feature_flags.runtime():
            assert await anyio.to_thread.run_sync(server.wait_for_requests, 1)
            assert tasks(anyio_backend) > before
        assert await anyio.to_thread.run_sync(server.client_disconnected.wait, PATIENCE)
        await wait_until_tasks_are(before, anyio_backend)


def test_flag_runtime_leaves_no_thread(server: PagesServer) -> None:
    with workos_sync.WorkOS("sk_test", base_url=server.url) as workos:
        server.hold(1)
        with workos.feature_flags.runtime() as runtime:
            assert server.wait_for_requests(1)
            thread = runtime._task._thread  # type: ignore[union-attr]
            assert thread.is_alive()
        assert not thread.is_alive()
        assert server.client_disconnected.wait(PATIENCE)


@pytest.mark.asyncio
async def test_task_canceled_before_its_first_step() -> None:
    done: list[BackgroundTask] = []
    background = BackgroundTask(anyio.sleep_forever, done.append)
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
    await background.join()
    assert done == [background]


@pytest.mark.asyncio
@pytest.mark.skipif(not hasattr(asyncio, "eager_task_factory"), reason="tasks are never eager before Python 3.12")
async def test_eager_tasks(server: PagesServer) -> None:
    server.release()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)  # type: ignore[attr-defined,unused-ignore]
    async with workos_async.WorkOS("sk_test", base_url=server.url) as workos:
        names = [item.name async for item in workos.organizations.list_organizations()]
    assert names == [str(number) for number in range(10)]


async def test_join_raises_the_exception_once() -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    background = BackgroundTask(fail)
    with pytest.raises(ZeroDivisionError):
        await background.join()
    await background.join()


async def test_cancel_before_the_first_step() -> None:
    background = BackgroundTask(anyio.sleep_forever)
    background.cancel()
    await background.join()


async def test_event_set_by_another_thread() -> None:
    event = ThreadSafeEvent()
    assert not await event.wait(0)
    thread = threading.Timer(0.01, event.set)
    thread.start()
    assert await event.wait(PATIENCE)
    assert event.is_set
    event.clear()
    assert not await event.wait(0.001)
    thread.join()


async def test_cancel_from_another_thread() -> None:
    background = BackgroundTask(anyio.sleep_forever)
    thread = threading.Thread(target=background.cancel)
    thread.start()
    await background.join()
    thread.join()


def test_cancel_after_the_event_loop_has_ended() -> None:
    async def main() -> BackgroundTask:
        return BackgroundTask(anyio.sleep_forever)

    for backend in ("asyncio", "trio"):
        background = anyio.run(main, backend=backend)
        background.cancel()


def test_cancel_interrupts_a_sleeping_thread() -> None:
    from workos_sync._concurrency.sleep import sleep

    thread = Thread(lambda: sleep(PATIENCE * 100))
    thread.cancel()
    thread.join()
