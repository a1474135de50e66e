"""The HTTP libraries, each async under the event loops that it supports, and sync, in which a test makes calls."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import trio

T = TypeVar("T")


def each_client(of_async: Callable[[str, Any], T], of_sync: Callable[[str], T]) -> dict[str, T]:
    """Return what two functions return for each client, by the name of the client.

    Args:
        of_async: Called with an HTTP library and an event loop, `asyncio` or `trio`.
        of_sync: Called with an HTTP library.
    """
    return {
        "httpx-asyncio": of_async("httpx", asyncio),
        "httpx-trio": of_async("httpx", trio),
        "httpx2-asyncio": of_async("httpx2", asyncio),
        "httpx2-trio": of_async("httpx2", trio),
        "aiohttp": of_async("aiohttp", asyncio),
        "httpx-sync": of_sync("httpx"),
        "httpx2-sync": of_sync("httpx2"),
    }
