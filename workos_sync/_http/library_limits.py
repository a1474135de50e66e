# Generated from codegen/sync_overrides/_http/library_limits.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What aiohttp does not support."""

from typing import NoReturn

from workos_core.errors import ConfigurationError
from workos_core.http.connection_settings import HTTPSettings


def check_aiohttp_settings(settings: HTTPSettings) -> NoReturn:
    """Raise ConfigurationError: aiohttp has no synchronous API."""
    raise ConfigurationError("aiohttp has no synchronous API; use httpx or httpx2")
