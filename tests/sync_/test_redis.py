# Generated from tests/async_/test_redis.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Redis commands, against a real server."""

import re
from importlib import import_module
from typing import Any

import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_core.errors import InvalidArgumentError, StoreUnavailableError
from workos_sync._concurrency.call_deadline import Deadline, call_deadline
from workos_sync._redis import Redis


def test_set_and_get(redis_url: str) -> None:
    store = Redis(redis_url)
    assert store.get("k") is None
    assert store.set("k", "v", seconds=60) is True
    assert store.get("k") == b"v"
    assert store.set("k", b"\xff\x00") is True
    assert store.get("k") == b"\xff\x00"
    store.close()


def test_key_expires(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        store = Redis(client)
        store.set("k", "v", seconds=1.5)
        assert 1000 < client.pttl("k") <= 1500
        store.set("k", "v", seconds=0.0)
        assert client.pttl("k") <= 1
        store.set("permanent", "v")
        assert client.pttl("permanent") == -1


def test_only_if_absent(redis_url: str) -> None:
    store = Redis(redis_url)
    assert store.set("k", "mine", seconds=60, only_if_absent=True) is True
    assert store.set("k", "yours", seconds=60, only_if_absent=True) is False
    assert store.get("k") == b"mine"
    store.close()


def test_delete_if_equal(redis_url: str) -> None:
    store = Redis(redis_url)
    store.set("k", "mine")
    assert store.delete_if_equal("k", "yours") is False
    assert store.get("k") == b"mine"
    assert store.delete_if_equal("k", "mine") is True
    assert store.delete_if_equal("k", "mine") is False
    store.close()


def test_script_works_after_the_script_cache_is_flushed(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        store = Redis(client)
        script = "return redis.call('INCRBY', KEYS[1], ARGV[1])"
        assert store.eval(script, ["n"], [2]) == 2
        client.script_flush()
        assert store.eval(script, ["n"], [3]) == 5


def test_custom_client_stays_open_and_may_decode_responses(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        store = Redis(client)
        store.set("k", "é")
        assert store.get("k") == "é".encode()
        store.close()
        assert client.get("k") == "é"


def test_stopped_server_raises_and_restarted_server_works(redis_server: RedisServer) -> None:
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


def test_server_that_hangs_raises_after_the_timeout(redis_server: RedisServer) -> None:
    with redis.Redis.from_url(redis_server.url) as client:
        for argument in (redis_server.url, client):
            store = Redis(argument)
            assert store.eval("return 1", [], timeout=30) == 1
            redis_server.suspend()
            try:
                with pytest.raises(StoreUnavailableError, match=r"Redis: no response within 0\.05 s"):
                    store.eval("return 1", [], timeout=0.05)
                with (
                    call_deadline(Deadline.start(0.4)),
                    pytest.raises(StoreUnavailableError, match=r"within 0\.[12]\d* s"),
                ):
                    store.get("k")
                with call_deadline(Deadline.start(0)), pytest.raises(StoreUnavailableError, match=r"within 0\.05 s"):
                    store.set("k", "v")
            finally:
                redis_server.resume()
            with call_deadline(Deadline.start(60)):
                assert store.eval("return 1", []) == 1
            store.close()


def test_error_of_the_server(redis_url: str) -> None:
    store = Redis(redis_url)
    with pytest.raises(StoreUnavailableError, match="Redis"):
        store.eval("return redis.call('UNKNOWN')", ["k"])
    store.close()


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


def test_exceptions_of_the_library_mean_that_redis_is_unavailable() -> None:
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
                store.get("k")
            with pytest.raises(StoreUnavailableError, match=f"^Redis: {text}$"):
                store.eval_blocking("return 1", ["k"])
        except type(error):
            escaped.append(type(error).__name__)
    assert escaped == []


def test_defects_are_not_mistaken_for_an_unavailable_server() -> None:
    with pytest.raises(KeyError):
        Redis(Failing(KeyError("k"))).get("k")


def test_representations_contain_neither_password_nor_host() -> None:
    assert repr(Redis("redis://:secret@127.0.0.1:1/0")) == "Redis(<URL>)"
    with pytest.raises(InvalidArgumentError) as error:
        Redis("postgres://:secret@127.0.0.1")
    assert "secret" not in str(error.value)
