# Generated from codegen/sync_overrides/_http/aiohttp_backend.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Requests through aiohttp, which has no synchronous API."""

from typing import Any


def aiohttp_backend(aiohttp: Any, settings: Any) -> Any:
    """Return None: aiohttp has no synchronous API."""
    return None
