"""What can be passed where Redis is meant."""

import sys
from importlib import import_module
from typing import Any

import pytest
import redis
import redis.asyncio

from workos_core.errors import ConfigurationError

FLAVOURS = pytest.mark.parametrize("flavour", ["workos_async", "workos_sync"])


@FLAVOURS
def test_what_is_no_synchronous_client_is_refused(flavour: str) -> None:
    store = import_module(f"{flavour}._redis").Redis
    for client in (redis.asyncio.Redis(), redis.asyncio.RedisCluster.from_url("redis://127.0.0.1:1")):
        with pytest.raises(ConfigurationError, match=r"redis\.Redis"):
            store(client)
    with pytest.raises(ConfigurationError, match="not dict"):
        store({})


@FLAVOURS
def test_the_extra_is_named_where_it_is_missing(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    missing: Any = None
    monkeypatch.setitem(sys.modules, "redis", missing)
    with pytest.raises(ConfigurationError, match=r"workos-async\[redis\]"):
        import_module(f"{flavour}._redis").Redis("redis://127.0.0.1")
