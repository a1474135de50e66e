"""Async tests run under asyncio and under trio, but for those that ask for pytest-asyncio by mark."""

import inspect
import os
from typing import Any

import pytest

os.environ.setdefault("WORKOS_HTTP_LIBRARY", "httpx")  # tests/on_httpx2.py says otherwise


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files of tests/codegen anew")


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Collector, name: str, obj: Any) -> None:
    if name.startswith("test") and inspect.iscoroutinefunction(obj):
        marks = [mark.name for mark in getattr(obj, "pytestmark", [])]
        if "asyncio" not in marks:
            pytest.mark.anyio(obj)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WORKOS_API_KEY", "WORKOS_CLIENT_ID", "WORKOS_BASE_URL", "WORKOS_COOKIE_PASSWORD", "WORKOS_ISSUER"):
        monkeypatch.delenv(name, raising=False)
