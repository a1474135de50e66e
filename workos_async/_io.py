"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import anyio
import httpx

HTTPClient = httpx.AsyncClient
Transport = httpx.AsyncBaseTransport


async def sleep(seconds: float) -> None:
    """Wait, under whichever event loop runs."""
    await anyio.sleep(seconds)
