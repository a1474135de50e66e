"""aiohttp in synchronous code: there is none."""

from typing import Any


def aiohttp_backend(aiohttp: Any, settings: Any) -> Any:
    """No exchange."""
    return None
