"""Packages that are not installed, and settings that need one."""

import importlib
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from tests.mistakes.mistake import Mistake
from workos_core.errors import ConfigurationError

C = ConfigurationError


@contextmanager
def _hidden(package: str, *, and_modules: str = "") -> Generator[None]:
    """Hide a package from imports, and import the modules that need it again."""
    prefixes = tuple(each for each in (package, and_modules) if each)
    saved = {
        name: module
        for name, module in sys.modules.items()
        if any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)
    }
    for name in saved:
        del sys.modules[name]
    sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in [name for name in sys.modules if any(name == p or name.startswith(f"{p}.") for p in prefixes)]:
            del sys.modules[name]
        sys.modules.update(saved)


def without(package: str, act: Callable[[Any], Any], *, and_modules: str = "") -> Callable[[Any], Any]:
    """Return a mistake that is made while a package is not installed."""

    def hidden(sdk: Any) -> Any:
        with _hidden(package, and_modules=and_modules):
            return act(sdk)

    return hidden


def _import_kit(name: str) -> Callable[[Any], Any]:
    def load(_: Any) -> None:
        module = importlib.import_module(f"workos_web.{name}")
        for each in module.__all__:
            getattr(module, each)

    return load


def _kit(name: str, package: str | None = None) -> Callable[[Any], Any]:
    return without(package or name, _import_kit(name), and_modules=f"workos_web.{name}")


KEY = "sk_test_1"
MISTAKES = [
    Mistake(
        "aiohttp that is not installed",
        without("aiohttp", lambda sdk: sdk.new(KEY, http_library="aiohttp")),
        C,
        "the HTTP library aiohttp is not installed: pip install 'workos-async[aiohttp]'",
        only="workos_async",
    ),
    Mistake(
        "httpx2 that is not installed",
        without("httpx2", lambda sdk: sdk.new(KEY, http_library="httpx2")),
        C,
        "the HTTP library httpx2 is not installed: pip install 'workos-async[httpx2]'",
    ),
    Mistake(
        "aiohttp of the environment that is not installed",
        without("aiohttp", lambda sdk: sdk.new(KEY)),
        C,
        "the HTTP library aiohttp is not installed: pip install 'workos-async[aiohttp]'",
        only="workos_async",
        environment={"WORKOS_HTTP_LIBRARY": "aiohttp"},
    ),
    Mistake(
        "a SOCKS proxy with aiohttp",
        lambda sdk: sdk.new(KEY, http_library="aiohttp", proxy="socks5://proxy:1080"),
        C,
        "aiohttp does not support SOCKS proxies; use httpx or httpx2",
        only="workos_async",
    ),
    Mistake(
        "a SOCKS proxy without socksio with httpx",
        without("socksio", lambda sdk: sdk.new(KEY, http_library="httpx", proxy="socks5://proxy:1080")),
        C,
        "a SOCKS proxy requires the package socksio: pip install 'httpx[socks]'",
    ),
    Mistake(
        "a SOCKS proxy without socksio with httpx2",
        without("socksio", lambda sdk: sdk.new(KEY, http_library="httpx2", proxy="socks5://proxy:1080")),
        C,
        "a SOCKS proxy requires the package socksio: pip install 'httpx2[socks]'",
    ),
    Mistake(
        "HTTP/2 without h2 with httpx",
        without("h2", lambda sdk: sdk.new(KEY, http_library="httpx", http2=True)),
        C,
        "http2=True requires the package h2: pip install 'httpx[http2]'",
    ),
    Mistake(
        "HTTP/2 without h2 with httpx2",
        without("h2", lambda sdk: sdk.new(KEY, http_library="httpx2", http2=True)),
        C,
        "http2=True requires the package h2: pip install 'httpx2[http2]'",
    ),
    Mistake(
        "HTTP/2 with aiohttp",
        lambda sdk: sdk.new(KEY, http_library="aiohttp", http2=True),
        C,
        "aiohttp does not support HTTP/2; use httpx or httpx2",
        only="workos_async",
    ),
    Mistake(
        "a refresh lock without redis",
        without("redis", lambda sdk: sdk.new(KEY, refresh_lock="redis://localhost")),
        C,
        "Redis requires redis-py: pip install 'workos-async[redis]'",
    ),
    Mistake(
        "a Redis rate limiter without redis",
        without("redis", lambda sdk: sdk.package.RedisRateLimiter("redis://localhost")),
        C,
        "Redis requires redis-py: pip install 'workos-async[redis]'",
    ),
    Mistake(
        "a Redis cursor store without redis",
        without("redis", lambda sdk: sdk.package.RedisCursorStore("redis://localhost")),
        C,
        "Redis requires redis-py: pip install 'workos-async[redis]'",
    ),
    Mistake(
        "a SQLAlchemy cursor store without SQLAlchemy",
        without("sqlalchemy", lambda sdk: sdk.package.SQLAlchemyCursorStore(object())),
        C,
        "SQLAlchemyCursorStore requires SQLAlchemy: pip install 'workos-async[sqlalchemy]'",
    ),
    Mistake(
        "tracing without OpenTelemetry",
        without("opentelemetry", lambda sdk: sdk.package.Tracing()),
        C,
        "Tracing requires OpenTelemetry; run pip install 'workos-async[otel]'",
    ),
    Mistake(
        "FastAPI that is not installed",
        _kit("fastapi"),
        ModuleNotFoundError,
        "workos_web.fastapi requires fastapi: pip install 'workos-async[fastapi]'",
    ),
    Mistake(
        "Starlette that is not installed",
        _kit("starlette"),
        ModuleNotFoundError,
        "No module named 'starlette.applications'; 'starlette' is not a package",
    ),
    Mistake(
        "Flask that is not installed",
        _kit("flask"),
        ModuleNotFoundError,
        "workos_web.flask requires flask: pip install 'workos-async[flask]'",
    ),
    Mistake(
        "Litestar that is not installed",
        _kit("litestar"),
        ModuleNotFoundError,
        "workos_web.litestar requires litestar: pip install 'workos-async[litestar]'",
    ),
    Mistake(
        "Django that is not installed",
        _kit("django"),
        ModuleNotFoundError,
        "workos_web.django requires django: pip install 'workos-async[django]'",
    ),
    Mistake(
        "REST framework that is not installed",
        _kit("django.rest_framework", "rest_framework"),
        ModuleNotFoundError,
        "No module named 'rest_framework.authentication'; 'rest_framework' is not a package",
    ),
    Mistake(
        "Django Ninja that is not installed",
        _kit("django.ninja", "ninja"),
        ModuleNotFoundError,
        "No module named 'ninja.errors'; 'ninja' is not a package",
    ),
    Mistake(
        "an emulator without its extra",
        without("jsonschema", lambda _: __import__("workos_emulator").Emulator()),
        ImportError,
        "the emulator needs the package jsonschema: pip install 'workos-async[emulator]'",
    ),
]
