"""Redis commands, against a real server."""

import re
from importlib import import_module
from typing import Any

import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_async._concurrency.call_deadline import Deadline, call_deadline
from workos_async._redis import Redis
from workos_core.errors import InvalidArgumentError, StoreUnavailableError


async def test_set_and_get(redis_url: str) -> None:
    store = Redis(redis_url)
    assert await store.get("k") is None
    assert await store.set("k", "v", seconds=60) is True
    assert await store.get("k") == b"v"
    assert await store.set("k", b"\xff\x00") is True
    assert await store.get("k") == b"\xff\x00"
    await store.aclose()


async def test_key_expires(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        store = Redis(client)
        await store.set("k", "v", seconds=1.5)
        assert 1000 < client.pttl("k") <= 1500
        await store.set("k", "v", seconds=0.0)
        assert client.pttl("k") <= 1
        await store.set("permanent", "v")
        assert client.pttl("permanent") == -1


async def test_only_if_absent(redis_url: str) -> None:
    store = Redis(redis_url)
    assert await store.set("k", "mine", seconds=60, only_if_absent=True) is True
    assert await store.set("k", "yours", seconds=60, only_if_absent=True) is False
    assert await store.get("k") == b"mine"
    await store.aclose()


async def test_delete_if_equal(redis_url: str) -> None:
    store = Redis(redis_url)
    await store.set("k", "mine")
    assert await store.delete_if_equal("k", "yours") is False
    assert await store.get("k") == b"mine"
    assert await store.delete_if_equal("k", "mine") is True
    assert await store.delete_if_equal("k", "mine") is False
    await store.aclose()


async def test_script_works_after_the_script_cache_is_flushed(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        store = Redis(client)
        script = "return redis.call('INCRBY', KEYS[1], ARGV[1])"
        assert await store.eval(script, ["n"], [2]) == 2
        client.script_flush()
        assert await store.eval(script, ["n"], [3]) == 5


async def test_custom_client_stays_open_and_may_decode_responses(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        store = Redis(client)
        await store.set("k", "é")
        assert await store.get("k") == "é".encode()
        await store.aclose()
        assert client.get("k") == "é"


async def test_stopped_server_raises_and_restarted_server_works(redis_server: RedisServer) -> None:
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


async def test_server_that_hangs_raises_after_the_timeout(redis_server: RedisServer) -> None:
    with redis.Redis.from_url(redis_server.url) as client:
        for argument in (redis_server.url, client):
            store = Redis(argument)
            assert await store.eval("return 1", [], timeout=30) == 1
            redis_server.suspend()
            try:
                with pytest.raises(StoreUnavailableError, match=r"Redis: no response within 0\.05 s"):
                    await store.eval("return 1", [], timeout=0.05)
                with (
                    call_deadline(Deadline.start(0.4)),
                    pytest.raises(StoreUnavailableError, match=r"within 0\.[12]\d* s"),
                ):
                    await store.get("k")
                with call_deadline(Deadline.start(0)), pytest.raises(StoreUnavailableError, match=r"within 0\.05 s"):
                    await store.set("k", "v")
            finally:
                redis_server.resume()
            with call_deadline(Deadline.start(60)):
                assert await store.eval("return 1", []) == 1
            await store.aclose()


async def test_error_of_the_server(redis_url: str) -> None:
    store = Redis(redis_url)
    with pytest.raises(StoreUnavailableError, match="Redis"):
        await store.eval("return redis.call('UNKNOWN')", ["k"])
    await store.aclose()


class Failing:
    """A client whose commands raise an exception."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def get(self, name: str) -> Any:
        raise self.error

    def register_script(self, script: str) -> Any:
        def run(keys: Any, args: Any) -> Any:
            raise self.error

        return run

    set = close = get


async def test_exceptions_of_the_library_mean_that_redis_is_unavailable() -> None:
    exceptions = import_module("redis.exceptions")
    errors = [
        redis.ConnectionError("Connection closed by server."),
        exceptions.ClusterDownError("CLUSTERDOWN The cluster is down"),
        exceptions.RedisClusterException("Redis Cluster cannot be connected"),
        exceptions.SlotNotCoveredError('Slot "1" is not covered by the cluster.'),
        redis.ResponseError("OOM command not allowed"),
        redis.TimeoutError(),
    ]
    escaped = []
    for error in errors:
        store = Redis(Failing(error))
        text = re.escape(str(error) or type(error).__name__)
        try:
            with pytest.raises(StoreUnavailableError, match=f"^Redis: {text}$"):
                await store.get("k")
            with pytest.raises(StoreUnavailableError, match=f"^Redis: {text}$"):
                store.eval_blocking("return 1", ["k"])
        except type(error):
            escaped.append(type(error).__name__)
    assert escaped == []


async def test_defects_are_not_mistaken_for_an_unavailable_server() -> None:
    with pytest.raises(KeyError):
        await Redis(Failing(KeyError("k"))).get("k")


def test_representations_contain_neither_password_nor_host() -> None:
    assert repr(Redis("redis://:secret@127.0.0.1:1/0")) == "Redis(<URL>)"
    with pytest.raises(InvalidArgumentError) as error:
        Redis("postgres://:secret@127.0.0.1")
    assert "secret" not in str(error.value)
