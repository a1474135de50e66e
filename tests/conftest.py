"""Async tests run under asyncio and under trio, but for those that ask for pytest-asyncio by mark."""

import inspect
import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.redis_server import RedisServer

os.environ.setdefault("WORKOS_HTTP_LIBRARY", "httpx")  # tests/on_httpx2.py says otherwise


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files of tests/codegen anew")
    parser.addoption(
        "--update-surface",
        action="store_true",
        help="accept the public surface as it is: write tests/surface/public.txt",
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


_OF_THE_TESTS = ("WORKOS_HTTP_LIBRARY", "WORKOS_INTEROP_KITS", "WORKOS_MORE_EXAMPLES")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("WORKOS_") and name not in _OF_THE_TESTS:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def _shared_redis() -> Iterator[RedisServer]:
    server = RedisServer()
    yield server
    server.close()


@pytest.fixture
def redis_url(_shared_redis: RedisServer) -> str:
    """The URL of a real Redis server, which is empty."""
    import redis

    with redis.Redis.from_url(_shared_redis.url) as client:
        client.flushall()
    return _shared_redis.url


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    """A real Redis server that the test may stop and start."""
    server = RedisServer()
    yield server
    server.close()
