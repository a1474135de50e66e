# Generated from tests/async_/test_redis.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The steps in Redis that others build on, against a real server."""

import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_core.errors import InvalidArgumentError, StoreUnavailableError
from workos_sync._redis import Redis


def test_a_value_is_set_and_read(redis_url: str) -> None:
    store = Redis(redis_url)
    assert store.get("k") is None
    assert store.set("k", "v", seconds=60) is True
    assert store.get("k") == b"v"
    assert store.set("k", b"\xff\x00") is True
    assert store.get("k") == b"\xff\x00"
    store.close()


def test_a_key_dies_in_time(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        store = Redis(client)
        store.set("k", "v", seconds=1.5)
        assert 1000 < client.pttl("k") <= 1500
        store.set("k", "v", seconds=0.0)
        assert client.pttl("k") <= 1
        store.set("for ever", "v")
        assert client.pttl("for ever") == -1


def test_only_the_first_sets_an_absent_key(redis_url: str) -> None:
    store = Redis(redis_url)
    assert store.set("k", "mine", seconds=60, only_if_absent=True) is True
    assert store.set("k", "yours", seconds=60, only_if_absent=True) is False
    assert store.get("k") == b"mine"
    store.close()


def test_only_the_value_that_is_meant_is_deleted(redis_url: str) -> None:
    store = Redis(redis_url)
    store.set("k", "mine")
    assert store.delete_if_equal("k", "yours") is False
    assert store.get("k") == b"mine"
    assert store.delete_if_equal("k", "mine") is True
    assert store.delete_if_equal("k", "mine") is False
    store.close()


def test_a_script_outlives_its_cache(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        store = Redis(client)
        script = "return redis.call('INCRBY', KEYS[1], ARGV[1])"
        assert store.eval(script, ["n"], [2]) == 2
        client.script_flush()
        assert store.eval(script, ["n"], [3]) == 5


def test_a_client_of_yours_stays_open_and_may_decode(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        store = Redis(client)
        store.set("k", "é")
        assert store.get("k") == "é".encode()
        store.close()
        assert client.get("k") == "é"


def test_a_server_that_is_gone_is_one_error_and_one_that_is_back_serves(redis_server: RedisServer) -> None:
    store = Redis(redis_server.url)
    store.set("k", "v")
    redis_server.stop()
    with pytest.raises(StoreUnavailableError, match="Redis"):
        store.get("k")
    with pytest.raises(StoreUnavailableError):
        store.delete_if_equal("k", "v")
    redis_server.start()
    assert store.get("k") is None
    assert store.set("k", "v") is True
    store.close()


def test_a_server_that_refuses_is_the_same_error(redis_url: str) -> None:
    store = Redis(redis_url)
    with pytest.raises(StoreUnavailableError, match="Redis"):
        store.eval("return redis.call('NONSENSE')", ["k"])
    store.close()


def test_neither_password_nor_host_is_shown() -> None:
    assert repr(Redis("redis://:secret@127.0.0.1:1/0")) == "Redis(<URL>)"
    with pytest.raises(InvalidArgumentError) as error:
        Redis("postgres://:secret@127.0.0.1")
    assert "secret" not in str(error.value)
