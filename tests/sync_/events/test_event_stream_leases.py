# Generated from tests/async_/events/test_event_stream_leases.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Several streams with one store: one leads, the others stand by."""

import gc
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_sync import InvalidArgumentError, LeasedCursorStore, LeaseLostError, RedisCursorStore, WorkOS
from workos_sync._events.event_stream import EventStream
from workos_sync._events.leases import Lease

NEVER = 1e6


@pytest.fixture
def store(redis_url: str) -> Iterator[RedisCursorStore]:
    """A store without a time limit: a new stream takes over at once."""
    store = RedisCursorStore(redis_url)
    yield store
    store.close()


@pytest.fixture
def leased(redis_url: str) -> Iterator[RedisCursorStore]:
    """A store whose leases do not expire within a test."""
    store = RedisCursorStore(redis_url, lease_seconds=NEVER)
    yield store
    store.close()


def open_stream(workos: WorkOS, store: RedisCursorStore, **settings: Any) -> EventStream:
    settings = {"poll_seconds": 0.001, "max_poll_seconds": 0.001, **settings}
    return workos.events.stream(events=["user.created"], store=store, **settings)


def create(workos: WorkOS, *numbers: int) -> None:
    for number in numbers:
        workos.user_management.create_user(email=f"{number}@example.com")


def number(event: Event) -> int:
    assert event.event == "user.created"
    return int(event.data.email.partition("@")[0])


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_store_has_leases(store: RedisCursorStore) -> None:
    assert isinstance(store, LeasedCursorStore)
    assert store.acquire_lease("a", None) == ("a", 0)
    assert store.acquire_lease("b", None) == ("a", 0)
    assert store.renew_lease("a")
    assert not store.renew_lease("b")
    assert store.acquire_lease("b", ("a", 0)) == ("a", 1)
    assert store.save_with_lease("a", "event_1")
    assert not store.save_with_lease("b", "event_2")
    assert store.load() == "event_1"
    assert store.acquire_lease("b", ("a", 2)) == ("b", 0)
    assert not store.save_with_lease("a", "event_0")
    store.release_lease("a")
    assert store.acquire_lease("c", None) == ("b", 0)
    store.release_lease("b")
    assert store.acquire_lease("c", None) == ("c", 0)
    assert store.load() == "event_1"


def test_new_stream_takes_over_without_lease_seconds(workos: WorkOS, store: RedisCursorStore) -> None:
    create(workos, 0, 1, 2)
    old, new = open_stream(workos, store), open_stream(workos, store)
    assert number(old.__next__()) == 0
    assert number(new.__next__()) == 0
    with pytest.raises(LeaseLostError, match=r"RedisCursorStore\(.*key='workos:events'"):
        old.__next__()
    assert number(new.__next__()) == 1
    assert number(old.__next__()) == 1  # the error ended its term, so it takes over again
    with pytest.raises(LeaseLostError):
        new.checkpoint()
    new.checkpoint()  # there is no current event any more
    new.close()
    assert number(old.__next__()) == 2


def test_closed_stream_is_replaced(workos: WorkOS, leased: RedisCursorStore) -> None:
    create(workos, 0, 1)
    with open_stream(workos, leased) as first:
        assert number(first.__next__()) == 0
        first.checkpoint()
    with open_stream(workos, leased) as second:
        assert number(second.__next__()) == 1


def test_stopped_stream_is_replaced(workos: WorkOS, leased: RedisCursorStore) -> None:
    create(workos, 0, 1)
    first = open_stream(workos, leased)
    for event in first:
        assert number(event) == 0
        first.stop()
    with open_stream(workos, leased) as second:
        assert number(second.__next__()) == 1


def test_stream_stands_by_until_it_is_stopped(
    workos: WorkOS, leased: RedisCursorStore, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    create(workos, 0)
    with open_stream(workos, leased) as leader:
        leader.__next__()
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
                assert [event for event in other] == []
        finally:
            logging.getLogger("workos").removeHandler(handler)
        assert len(emulator.requests) == requests


def test_lost_lease_drops_the_fetched_events(
    workos: WorkOS, redis_url: str, leased: RedisCursorStore, caplog: pytest.LogCaptureFixture
) -> None:
    """The stream loses its lease while it has unsaved positions and fetched events, and gets it back later."""
    create(workos, 0, 1, 2, 3)
    stream = open_stream(workos, leased, checkpoint_every=3)
    with stream, open_stream(workos, RedisCursorStore(redis_url)) as usurper:
        assert [number(stream.__next__()) for _ in range(2)] == [0, 1]
        assert [number(usurper.__next__()) for _ in range(3)] == [0, 1, 2]
        usurper.checkpoint()
        with pytest.raises(LeaseLostError):
            stream.checkpoint()
        usurper.close()
        assert number(stream.__next__()) == 3


def test_loop_goes_on_after_a_lost_lease(
    workos: WorkOS, redis_url: str, leased: RedisCursorStore, caplog: pytest.LogCaptureFixture
) -> None:
    create(workos, 0, 1)
    with open_stream(workos, leased) as stream:
        assert number(stream.__next__()) == 0
        usurper = open_stream(workos, RedisCursorStore(redis_url))
        assert number(usurper.__next__()) == 0
        usurper.checkpoint()
        usurper.close()
        with caplog.at_level(logging.WARNING, "workos"):
            assert number(stream.__next__()) == 1
        assert [record.getMessage() for record in caplog.records] == [
            f"event stream: another consumer has taken over the event stream of {leased!r}"
        ]


def test_stream_goes_on_after_its_position_if_the_store_has_lost_it(
    workos: WorkOS, redis_url: str, leased: RedisCursorStore, caplog: pytest.LogCaptureFixture
) -> None:
    create(workos, 0, 1, 2)
    with open_stream(workos, leased) as stream:
        assert [number(stream.__next__()) for _ in range(2)] == [0, 1]
        with redis.Redis.from_url(redis_url) as server:
            server.flushall()
        with caplog.at_level(logging.WARNING, "workos"):
            assert [number(stream.__next__()) for _ in range(2)] == [1, 2]
        assert caplog.records[-1].getMessage() == (
            f"event stream: {leased!r} has lost its checkpoint; continuing after the last one that this stream saved or read"
        )
    with open_stream(workos, leased) as other:
        assert number(other.__next__()) == 2


def test_expiry(redis_url: str) -> None:
    """A lease expires when a waiting stream has seen no renewal for its duration, measured with its own clock."""
    store = RedisCursorStore(redis_url, lease_seconds=100)
    clocks = [Clock(), Clock()]
    holder, other = (Lease(store, clock) for clock in clocks)
    clocks[1].now = 5000  # clocks of different hosts differ
    assert holder.try_acquire()
    assert not other.try_acquire()
    clocks[1].now += 99
    assert not other.try_acquire()
    assert store.renew_lease(holder.token)
    clocks[1].now += 99
    assert not other.try_acquire()  # it sees the renewal
    clocks[1].now += 99
    assert not other.try_acquire()
    clocks[1].now += 1
    assert other.try_acquire()
    assert holder.is_held()  # its time is not up by its own clock, but it can't save
    with pytest.raises(LeaseLostError):
        holder.save("event_1")
    assert not holder.is_held()
    assert other.is_held()
    holder.release()
    other.save("event_2")
    assert store.load() == "event_2"
    other.release()
    store.close()


def test_holder_checks_its_lease_when_its_time_is_up(redis_url: str) -> None:
    store = RedisCursorStore(redis_url, lease_seconds=100)
    clock = Clock()
    holder = Lease(store, clock)
    assert holder.try_acquire()
    clock.now = 100
    assert holder.is_held()  # renewed
    clock.now = 199
    store.release_lease(holder.token)
    assert holder.is_held()
    clock.now = 200
    assert not holder.is_held()
    with pytest.raises(LeaseLostError):
        _ = holder.token
    holder.release()
    store.close()


def test_outage_of_the_store_is_not_a_missing_renewal(redis_server: RedisServer) -> None:
    store = RedisCursorStore(redis_server.url, lease_seconds=100)
    clock = Clock()
    other = Lease(store, clock)
    store.acquire_lease("holder", None)
    assert not other.try_acquire()
    assert other._seen == ("holder", 0)
    redis_server.stop()
    with pytest.raises(Exception, match="Redis"):
        other.try_acquire()
    assert other._seen is None
    redis_server.start()
    store.acquire_lease("holder", None)
    clock.now = 1000
    assert not other.try_acquire()
    other.release()
    store.close()


def test_dropped_stream_does_not_keep_its_lease(redis_url: str) -> None:
    store = RedisCursorStore(redis_url, lease_seconds=0.02)
    dropped, other = Lease(store), Lease(store)
    assert dropped.try_acquire()
    task = dropped._renewals
    assert task is not None
    del dropped
    gc.collect()
    task.join()
    while not other.try_acquire():
        pass
    other.release()
    store.close()


def test_lease_is_renewed_in_the_background(redis_url: str) -> None:
    store = RedisCursorStore(redis_url, lease_seconds=0.02)
    lease = Lease(store)
    assert lease.try_acquire()
    renewals = 0
    while renewals < 3:
        holder, renewals = store.acquire_lease("other", None)
        assert holder == lease.token
    lease.release()
    store.close()


@pytest.mark.parametrize(
    ("key", "lease_key"), [("workos:events", "{workos:events}:lease"), ("{app}:events", "{app}:events:lease")]
)
def test_both_keys_are_in_one_hash_slot(redis_url: str, key: str, lease_key: str) -> None:
    import redis

    store = RedisCursorStore(redis_url, key=key)
    store.acquire_lease("a", None)
    store.save_with_lease("a", "event_1")
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        assert sorted(client.keys()) == sorted([key, lease_key])
        assert redis.cluster.key_slot(key.encode()) == redis.cluster.key_slot(lease_key.encode())
        own = RedisCursorStore(client, key=key)
        assert own.acquire_lease("b", None) == ("a", 1)
    store.close()


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_invalid_lease_seconds(seconds: float) -> None:
    with pytest.raises(InvalidArgumentError, match="lease_seconds must be above 0"):
        RedisCursorStore("redis://localhost", lease_seconds=seconds)
