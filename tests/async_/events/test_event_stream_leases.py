"""Several streams with one store: one leads, the others stand by."""

import gc
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_async import InvalidArgumentError, LeasedCursorStore, LeaseLostError, RedisCursorStore, WorkOS
from workos_async._events.event_stream import EventStream
from workos_async._events.leases import Lease
from workos_core.models.events import Event
from workos_emulator import Emulator

NEVER = 1e6


@pytest.fixture
async def store(redis_url: str) -> AsyncIterator[RedisCursorStore]:
    """A store without a time limit: a new stream takes over at once."""
    store = RedisCursorStore(redis_url)
    yield store
    await store.aclose()


@pytest.fixture
async def leased(redis_url: str) -> AsyncIterator[RedisCursorStore]:
    """A store whose leases do not expire within a test."""
    store = RedisCursorStore(redis_url, lease_seconds=NEVER)
    yield store
    await store.aclose()


def open_stream(workos: WorkOS, store: RedisCursorStore, **settings: Any) -> EventStream:
    settings = {"poll_seconds": 0.001, "max_poll_seconds": 0.001, **settings}
    return workos.events.stream(events=["user.created"], store=store, **settings)


async def create(workos: WorkOS, *numbers: int) -> None:
    for number in numbers:
        await workos.user_management.create_user(email=f"{number}@example.com")


def number(event: Event) -> int:
    assert event.event == "user.created"
    return int(event.data.email.partition("@")[0])


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_store_has_leases(store: RedisCursorStore) -> None:
    assert isinstance(store, LeasedCursorStore)
    assert await store.acquire_lease("a", None) == ("a", 0)
    assert await store.acquire_lease("b", None) == ("a", 0)
    assert await store.renew_lease("a")
    assert not await store.renew_lease("b")
    assert await store.acquire_lease("b", ("a", 0)) == ("a", 1)
    assert await store.save_with_lease("a", "event_1")
    assert not await store.save_with_lease("b", "event_2")
    assert await store.load() == "event_1"
    assert await store.acquire_lease("b", ("a", 2)) == ("b", 0)
    assert not await store.save_with_lease("a", "event_0")
    await store.release_lease("a")
    assert await store.acquire_lease("c", None) == ("b", 0)
    await store.release_lease("b")
    assert await store.acquire_lease("c", None) == ("c", 0)
    assert await store.load() == "event_1"


async def test_new_stream_takes_over_without_lease_seconds(workos: WorkOS, store: RedisCursorStore) -> None:
    await create(workos, 0, 1, 2)
    old, new = open_stream(workos, store), open_stream(workos, store)
    assert number(await old.__anext__()) == 0
    assert number(await new.__anext__()) == 0
    with pytest.raises(LeaseLostError, match=r"RedisCursorStore\(.*key='workos:events'"):
        await old.__anext__()
    assert number(await new.__anext__()) == 1
    assert number(await old.__anext__()) == 1  # the error ended its term, so it takes over again
    with pytest.raises(LeaseLostError):
        await new.checkpoint()
    await new.checkpoint()  # there is no current event any more
    await new.aclose()
    assert number(await old.__anext__()) == 2


async def test_closed_stream_is_replaced(workos: WorkOS, leased: RedisCursorStore) -> None:
    await create(workos, 0, 1)
    async with open_stream(workos, leased) as first:
        assert number(await first.__anext__()) == 0
        await first.checkpoint()
    async with open_stream(workos, leased) as second:
        assert number(await second.__anext__()) == 1


async def test_stopped_stream_is_replaced(workos: WorkOS, leased: RedisCursorStore) -> None:
    await create(workos, 0, 1)
    first = open_stream(workos, leased)
    async for event in first:
        assert number(event) == 0
        first.stop()
    async with open_stream(workos, leased) as second:
        assert number(await second.__anext__()) == 1


async def test_stream_stands_by_until_it_is_stopped(
    workos: WorkOS, leased: RedisCursorStore, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    await create(workos, 0)
    async with open_stream(workos, leased) as leader:
        await leader.__anext__()
        requests = len(emulator.requests)
        other = open_stream(workos, leased)

        class Stop(logging.Handler):
            def emit(self, record: logging.LogRecord) -> None:
                if "standing by" in record.getMessage():
                    other.stop()

        handler = Stop()
        logging.getLogger("workos").addHandler(handler)
        try:
            with caplog.at_level(logging.INFO, "workos"):
                assert [event async for event in other] == []
        finally:
            logging.getLogger("workos").removeHandler(handler)
        assert len(emulator.requests) == requests


async def test_lost_lease_drops_the_fetched_events(
    workos: WorkOS, redis_url: str, leased: RedisCursorStore, caplog: pytest.LogCaptureFixture
) -> None:
    """The stream loses its lease while it has unsaved positions and fetched events, and gets it back later."""
    await create(workos, 0, 1, 2, 3)
    stream = open_stream(workos, leased, checkpoint_every=3)
    async with stream, open_stream(workos, RedisCursorStore(redis_url)) as usurper:
        assert [number(await stream.__anext__()) for _ in range(2)] == [0, 1]
        assert [number(await usurper.__anext__()) for _ in range(3)] == [0, 1, 2]
        await usurper.checkpoint()
        with pytest.raises(LeaseLostError):
            await stream.checkpoint()
        await usurper.aclose()
        assert number(await stream.__anext__()) == 3


async def test_loop_goes_on_after_a_lost_lease(
    workos: WorkOS, redis_url: str, leased: RedisCursorStore, caplog: pytest.LogCaptureFixture
) -> None:
    await create(workos, 0, 1)
    async with open_stream(workos, leased) as stream:
        assert number(await stream.__anext__()) == 0
        usurper = open_stream(workos, RedisCursorStore(redis_url))
        assert number(await usurper.__anext__()) == 0
        await usurper.checkpoint()
        await usurper.aclose()
        with caplog.at_level(logging.WARNING, "workos"):
            assert number(await stream.__anext__()) == 1
        assert [record.getMessage() for record in caplog.records] == [
            f"event stream: another consumer has taken over the event stream of {leased!r}"
        ]


async def test_stream_goes_on_after_its_position_if_the_store_has_lost_it(
    workos: WorkOS, redis_url: str, leased: RedisCursorStore, caplog: pytest.LogCaptureFixture
) -> None:
    await create(workos, 0, 1, 2)
    async with open_stream(workos, leased) as stream:
        assert [number(await stream.__anext__()) for _ in range(2)] == [0, 1]
        with redis.Redis.from_url(redis_url) as server:
            server.flushall()
        with caplog.at_level(logging.WARNING, "workos"):
            assert [number(await stream.__anext__()) for _ in range(2)] == [1, 2]
        assert caplog.records[-1].getMessage() == (
            f"event stream: {leased!r} has lost its checkpoint; continuing after the last one that this stream saved or read"
        )
    async with open_stream(workos, leased) as other:
        assert number(await other.__anext__()) == 2


async def test_expiry(redis_url: str) -> None:
    """A lease expires when a waiting stream has seen no renewal for its duration, measured with its own clock."""
    store = RedisCursorStore(redis_url, lease_seconds=100)
    clocks = [Clock(), Clock()]
    holder, other = (Lease(store, clock) for clock in clocks)
    clocks[1].now = 5000  # clocks of different hosts differ
    assert await holder.try_acquire()
    assert not await other.try_acquire()
    clocks[1].now += 99
    assert not await other.try_acquire()
    assert await store.renew_lease(holder.token)
    clocks[1].now += 99
    assert not await other.try_acquire()  # it sees the renewal
    clocks[1].now += 99
    assert not await other.try_acquire()
    clocks[1].now += 1
    assert await other.try_acquire()
    assert await holder.is_held()  # its time is not up by its own clock, but it can't save
    with pytest.raises(LeaseLostError):
        await holder.save("event_1")
    assert not await holder.is_held()
    assert await other.is_held()
    await holder.release()
    await other.save("event_2")
    assert await store.load() == "event_2"
    await other.release()
    await store.aclose()


async def test_holder_checks_its_lease_when_its_time_is_up(redis_url: str) -> None:
    store = RedisCursorStore(redis_url, lease_seconds=100)
    clock = Clock()
    holder = Lease(store, clock)
    assert await holder.try_acquire()
    clock.now = 100
    assert await holder.is_held()  # renewed
    clock.now = 199
    await store.release_lease(holder.token)
    assert await holder.is_held()
    clock.now = 200
    assert not await holder.is_held()
    with pytest.raises(LeaseLostError):
        _ = holder.token
    await holder.release()
    await store.aclose()


async def test_outage_of_the_store_is_not_a_missing_renewal(redis_server: RedisServer) -> None:
    store = RedisCursorStore(redis_server.url, lease_seconds=100)
    clock = Clock()
    other = Lease(store, clock)
    await store.acquire_lease("holder", None)
    assert not await other.try_acquire()
    assert other._seen == ("holder", 0)
    redis_server.stop()
    with pytest.raises(Exception, match="Redis"):
        await other.try_acquire()
    assert other._seen is None
    redis_server.start()
    await store.acquire_lease("holder", None)
    clock.now = 1000
    assert not await other.try_acquire()
    await other.release()
    await store.aclose()


async def test_dropped_stream_does_not_keep_its_lease(redis_url: str) -> None:
    store = RedisCursorStore(redis_url, lease_seconds=0.02)
    dropped, other = Lease(store), Lease(store)
    assert await dropped.try_acquire()
    task = dropped._renewals
    assert task is not None
    del dropped
    gc.collect()
    await task.join()
    while not await other.try_acquire():
        pass
    await other.release()
    await store.aclose()


async def test_lease_is_renewed_in_the_background(redis_url: str) -> None:
    store = RedisCursorStore(redis_url, lease_seconds=0.02)
    lease = Lease(store)
    assert await lease.try_acquire()
    renewals = 0
    while renewals < 3:
        holder, renewals = await store.acquire_lease("other", None)
        assert holder == lease.token
    await lease.release()
    await store.aclose()


@pytest.mark.parametrize(
    ("key", "lease_key"), [("workos:events", "{workos:events}:lease"), ("{app}:events", "{app}:events:lease")]
)
async def test_both_keys_are_in_one_hash_slot(redis_url: str, key: str, lease_key: str) -> None:
    import redis

    store = RedisCursorStore(redis_url, key=key)
    await store.acquire_lease("a", None)
    await store.save_with_lease("a", "event_1")
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        assert sorted(client.keys()) == sorted([key, lease_key])
        assert redis.cluster.key_slot(key.encode()) == redis.cluster.key_slot(lease_key.encode())
        own = RedisCursorStore(client, key=key)
        assert await own.acquire_lease("b", None) == ("a", 1)
    await store.aclose()


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
async def test_invalid_lease_seconds(seconds: float) -> None:
    with pytest.raises(InvalidArgumentError, match="lease_seconds must be above 0"):
        RedisCursorStore("redis://localhost", lease_seconds=seconds)
