"""The `redis` argument of both clients."""

import sys
from importlib import import_module
from typing import Any

import pytest
import redis
import redis.asyncio

from workos_core.errors import ConfigurationError

both = pytest.mark.parametrize("package", ["workos_async", "workos_sync"])


@both
def test_invalid_clients(package: str) -> None:
    redis_class = import_module(f"{package}._redis").Redis
    for client in (redis.asyncio.Redis(), redis.asyncio.RedisCluster.from_url("redis://127.0.0.1:1")):
        with pytest.raises(ConfigurationError, match=r"redis\.Redis"):
            redis_class(client)
    with pytest.raises(ConfigurationError, match="got dict"):
        redis_class({})


@both
def test_missing_extra(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    missing: Any = None
    monkeypatch.setitem(sys.modules, "redis", missing)
    with pytest.raises(ConfigurationError, match=r"workos-async\[redis\]"):
        import_module(f"{package}._redis").Redis("redis://127.0.0.1")
