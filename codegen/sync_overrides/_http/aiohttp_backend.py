"""Requests through aiohttp, which has no synchronous API."""

from typing import Any


def aiohttp_backend(aiohttp: Any, settings: Any) -> Any:
    """Return None: aiohttp has no synchronous API."""
    return None
