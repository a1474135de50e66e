"""aiohttp in synchronous code: there is none."""

from typing import Any


def aiohttp_exchange(aiohttp: Any, settings: Any) -> Any:
    """No exchange."""
    return None
