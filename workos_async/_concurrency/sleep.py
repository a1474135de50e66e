"""Sleeping."""

import anyio


async def sleep(seconds: float) -> None:
    """Sleep for a number of seconds."""
    await anyio.sleep(seconds)
