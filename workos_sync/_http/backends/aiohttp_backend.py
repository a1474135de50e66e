# Generated from codegen/sync_overrides/_http/backends/aiohttp_backend.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Requests through aiohttp, which has no synchronous API."""

from typing import Any

from workos_core.errors import ConfigurationError


def aiohttp_backend(aiohttp: Any, settings: Any, is_closed: Any) -> Any:
    """Raise ConfigurationError: aiohttp has no synchronous API."""
    raise ConfigurationError("aiohttp has no synchronous API; use httpx or httpx2")
