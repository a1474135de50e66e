"""Async tests run under asyncio and trio, except those marked with `pytest.mark.asyncio`, which run under pytest-asyncio."""

import inspect
import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.redis_server import RedisServer

os.environ.setdefault("WORKOS_HTTP_LIBRARY", "httpx")  # tests/on_httpx2.py sets httpx2


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="update the golden files of tests/codegen")
    parser.addoption(
        "--update-surface",
        action="store_true",
        help="update tests/surface/public.txt from the current public surface",
    )


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Collector, name: str, obj: Any) -> None:
    if name.startswith("test") and inspect.iscoroutinefunction(obj):
        marks = [mark.name for mark in getattr(obj, "pytestmark", [])]
        if "asyncio" not in marks:
            pytest.mark.anyio(obj)


_TEST_SETTINGS = ("WORKOS_HTTP_LIBRARY", "WORKOS_INTEROP_KITS", "WORKOS_MORE_EXAMPLES")


@pytest.fixture(autouse=True)
def _no_settings_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("WORKOS_") and name not in _TEST_SETTINGS:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def _shared_redis() -> Iterator[RedisServer]:
    server = RedisServer()
    yield server
    server.close()


@pytest.fixture
def redis_url(_shared_redis: RedisServer) -> str:
    """The URL of an empty Redis server."""
    import redis

    with redis.Redis.from_url(_shared_redis.url) as client:
        client.flushall()
    return _shared_redis.url


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    """A Redis server that the test can stop and start."""
    server = RedisServer()
    yield server
    server.close()
