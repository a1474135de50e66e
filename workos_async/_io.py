"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import os
from collections.abc import Hashable

import anyio
import httpx
from anyio.lowlevel import current_token

HTTPClient = httpx.AsyncClient
Transport = httpx.AsyncBaseTransport


async def sleep(seconds: float) -> None:
    """Wait, under whichever event loop runs."""
    await anyio.sleep(seconds)


def context() -> Hashable:
    """What open connections belong to: they work in no other event loop and in no forked process."""
    return os.getpid(), current_token()
