"""Webhook handlers of every kind, sync and async, in every kit."""

import asyncio
import functools
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from inspect import iscoroutine
from typing import Any

import pytest

from tests.web.browser import Browser, Page
from tests.web.kits import KITS, SECRET, start_app
from workos_core.callbacks import check_callback
from workos_core.models.events import Event
from workos_core.webhooks.signatures import sign
from workos_emulator import Emulator

BODY = b'{"id": "event_1", "event": "user.deleted", "data": {"id": "user_1"}, "created_at": "2026-01-01T00:00:00Z"}'
EVENTS: list[str] = []


@pytest.fixture(autouse=True)
def no_events() -> None:
    EVENTS.clear()


def store(event: Event) -> None:
    EVENTS.append(event.id)


async def store_async(event: Event) -> None:
    await asyncio.sleep(0)
    EVENTS.append(event.id)


async def store_with_prefix(prefix: str, event: Event) -> None:
    await asyncio.sleep(0)
    EVENTS.append(prefix + event.id)


class Store:
    def __call__(self, event: Event) -> None:
        EVENTS.append(event.id)

    def method(self, event: Event) -> None:
        EVENTS.append(event.id)

    async def async_method(self, event: Event) -> None:
        await store_async(event)


class AsyncStore:
    async def __call__(self, event: Event) -> None:
        await store_async(event)


HANDLERS: dict[str, Callable[..., Any]] = {
    "sync": store,
    "async": store_async,
    "sync_method": Store().method,
    "async_method": Store().async_method,
    "sync_object": Store(),
    "async_object": AsyncStore(),
    "partial_of_async": functools.partial(store_with_prefix, ""),
    "lambda_that_returns_a_coroutine": lambda event: store_async(event),
    "with_result": lambda event: EVENTS.append(event.id) or "ignored",
}


def deliver(send: Any, emulator: Emulator) -> Page:
    return Browser(send, emulator).request("POST", "/webhook", body=BODY, WorkOS_Signature=sign(BODY, SECRET))


@pytest.mark.parametrize("kind", HANDLERS)
@pytest.mark.parametrize("kit", KITS)
def test_every_kind_of_handler_runs_to_its_end(kit: str, kind: str) -> None:
    emulator = Emulator()
    with start_app(kit, emulator, handler=HANDLERS[kind]) as send:
        assert deliver(send, emulator).status == 204
    assert EVENTS == ["event_1"]


def fail(event: Event) -> None:
    raise OSError("the database is down")


async def fail_async(event: Event) -> None:
    await asyncio.sleep(0)
    raise OSError("the database is down")


@pytest.mark.parametrize("handler", [fail, fail_async])
@pytest.mark.parametrize("kit", KITS)
def test_a_handler_that_raises_is_reported_and_delivered_again(
    kit: str, handler: Any, caplog: pytest.LogCaptureFixture
) -> None:
    emulator = Emulator()
    with start_app(kit, emulator, handler=handler) as send:
        assert deliver(send, emulator).status == 500
    assert OSError in {record.exc_info[0] for record in caplog.records if record.exc_info}


@pytest.mark.parametrize("kit", ["asgi", "fastapi", "starlette", "litestar"])
def test_a_sync_handler_does_not_block_the_event_loop(kit: str) -> None:
    """The second webhook is handled while the handler of the first one waits for it."""
    arrived = threading.Barrier(2, timeout=30)

    def wait_for_the_other(event: Event) -> None:
        arrived.wait()
        EVENTS.append(event.id)

    emulator = Emulator()
    pages: list[Page] = []
    with start_app(kit, emulator, handler=wait_for_the_other) as send:
        threads = [threading.Thread(target=lambda: pages.append(deliver(send, emulator))) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert [page.status for page in pages] == [204, 204]
    assert EVENTS == ["event_1", "event_1"]


@pytest.mark.parametrize("kit", KITS)
def test_a_webhook_with_an_invalid_signature_is_not_handled(kit: str) -> None:
    emulator = Emulator()
    with start_app(kit, emulator, handler=store) as send:
        browser = Browser(send, emulator)
        assert browser.request("POST", "/webhook", body=BODY, WorkOS_Signature=sign(BODY, "other")).status == 400
        assert browser.request("POST", "/webhook", body=BODY).status == 400
        assert browser.request("GET", "/webhook").status == 405
    assert EVENTS == []


def generate(event: Event) -> Iterator[None]:
    yield


async def generate_async(event: Event) -> AsyncIterator[None]:
    yield


async def without_arguments() -> None: ...


INVALID: dict[str, tuple[Callable[[], Any], str]] = {
    "none": (lambda: 3, r"must be a function, sync or async \(got int\)"),
    "coroutine": (lambda: without_arguments(), r"not the result of calling one: pass the function without \(\)"),
    "generator": (lambda: generate, "must not be a generator function"),
    "async_generator": (lambda: generate_async, "must not be a generator function"),
    "no_arguments": (lambda: without_arguments, r"is called with \(event\), but its parameters are \(\)"),
    "two_arguments": (lambda: lambda event, second: None, "missing a required argument: 'second'"),
}


@pytest.mark.parametrize("kind", INVALID)
@pytest.mark.parametrize("kit", KITS)
def test_the_wrong_kind_is_rejected_at_registration(kit: str, kind: str) -> None:
    create, message = INVALID[kind]
    handler = create()
    try:
        with pytest.raises(TypeError, match=f"^handler .*{message}"), start_app(kit, Emulator(), handler=handler):
            pass
    finally:
        if iscoroutine(handler):
            handler.close()


def test_functions_without_a_signature_are_accepted() -> None:
    check_callback("handler", max, "event")
    check_callback("handler", EVENTS.append, "event")
    check_callback("handler", type("C", (), {"__init__": lambda self, event: None}), "event")
