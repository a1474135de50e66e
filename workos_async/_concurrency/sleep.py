"""Sleeping."""

import anyio
import anyio.to_thread


async def sleep(seconds: float) -> None:
    """Wait, under whichever event loop runs."""
    await anyio.sleep(seconds)
