"""The steps in Redis that others build on, against a real server."""

import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_async._redis import Redis
from workos_core.errors import InvalidArgumentError, StoreUnavailableError


async def test_a_value_is_set_and_read(redis_url: str) -> None:
    store = Redis(redis_url)
    assert await store.get("k") is None
    assert await store.set("k", "v", seconds=60) is True
    assert await store.get("k") == b"v"
    assert await store.set("k", b"\xff\x00") is True
    assert await store.get("k") == b"\xff\x00"
    await store.aclose()


async def test_a_key_dies_in_time(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        store = Redis(client)
        await store.set("k", "v", seconds=1.5)
        assert 1000 < client.pttl("k") <= 1500
        await store.set("k", "v", seconds=0.0)
        assert client.pttl("k") <= 1
        await store.set("for ever", "v")
        assert client.pttl("for ever") == -1


async def test_only_the_first_sets_an_absent_key(redis_url: str) -> None:
    store = Redis(redis_url)
    assert await store.set("k", "mine", seconds=60, only_if_absent=True) is True
    assert await store.set("k", "yours", seconds=60, only_if_absent=True) is False
    assert await store.get("k") == b"mine"
    await store.aclose()


async def test_only_the_value_that_is_meant_is_deleted(redis_url: str) -> None:
    store = Redis(redis_url)
    await store.set("k", "mine")
    assert await store.delete_if_equal("k", "yours") is False
    assert await store.get("k") == b"mine"
    assert await store.delete_if_equal("k", "mine") is True
    assert await store.delete_if_equal("k", "mine") is False
    await store.aclose()


async def test_a_script_outlives_its_cache(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        store = Redis(client)
        script = "return redis.call('INCRBY', KEYS[1], ARGV[1])"
        assert await store.eval(script, ["n"], [2]) == 2
        client.script_flush()
        assert await store.eval(script, ["n"], [3]) == 5


async def test_a_client_of_yours_stays_open_and_may_decode(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        store = Redis(client)
        await store.set("k", "é")
        assert await store.get("k") == "é".encode()
        await store.aclose()
        assert client.get("k") == "é"


async def test_a_server_that_is_gone_is_one_error_and_one_that_is_back_serves(redis_server: RedisServer) -> None:
    store = Redis(redis_server.url)
    await store.set("k", "v")
    redis_server.stop()
    with pytest.raises(StoreUnavailableError, match="Redis"):
        await store.get("k")
    with pytest.raises(StoreUnavailableError):
        await store.delete_if_equal("k", "v")
    redis_server.start()
    assert await store.get("k") is None
    assert await store.set("k", "v") is True
    await store.aclose()


async def test_a_server_that_refuses_is_the_same_error(redis_url: str) -> None:
    store = Redis(redis_url)
    with pytest.raises(StoreUnavailableError, match="Redis"):
        await store.eval("return redis.call('NONSENSE')", ["k"])
    await store.aclose()


def test_neither_password_nor_host_is_shown() -> None:
    assert repr(Redis("redis://:secret@127.0.0.1:1/0")) == "Redis(<URL>)"
    with pytest.raises(InvalidArgumentError) as error:
        Redis("postgres://:secret@127.0.0.1")
    assert "secret" not in str(error.value)
