# Generated from codegen/sync_overrides/_http/aiohttp_backend.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""aiohttp in synchronous code: there is none."""

from typing import Any


def aiohttp_backend(aiohttp: Any, settings: Any) -> Any:
    """No exchange."""
    return None
