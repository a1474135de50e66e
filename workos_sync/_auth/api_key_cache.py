# Generated from workos_async/_auth/api_key_cache.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A short-lived cache of API key validations."""

import hashlib
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workos_core.models.api_keys import ApiKey
from workos_sync._concurrency.single_flight import SingleFlight

if TYPE_CHECKING:
    from workos_sync._client import WorkOS


VALID, INVALID = 30.0, 5.0
"""Seconds for which it is not asked again whether an API key is valid."""

_KEY = re.compile(r"[A-Za-z0-9_.\-]{8,512}")


class APIKeyCache:
    """What the API said of API keys, for a short while: at most a thousand keys, by hashes of them.

    Those that are valid and those that are not are kept apart, so that nobody can push out the former by guessing.

    Args:
        workos: The client to ask.
        clock: Seconds on a clock that never jumps.
    """

    def __init__(self, workos: "WorkOS", clock: Callable[[], float] = time.monotonic) -> None:
        self._workos = workos
        self._valid: SingleFlight[ApiKey | None] = SingleFlight(VALID, clock)
        self._invalid: SingleFlight[ApiKey | None] = SingleFlight(INVALID, clock)

    def find(self, value: str) -> ApiKey | None:
        """The key that a value is; None if it is none that is valid now."""
        if not _KEY.fullmatch(value):
            return None
        digest = hashlib.sha256(value.encode("ascii")).hexdigest()

        def ask() -> ApiKey | None:
            return (self._workos.api_keys.validate_api_key(value=value)).api_key

        def ask_unless_known_to_be_none() -> ApiKey | None:
            return self._invalid.run(digest, ask, _is_none)

        key = self._valid.run(digest, ask_unless_known_to_be_none, _is_key)
        expired = key is not None and key.expires_at is not None and key.expires_at <= datetime.now(UTC)
        return None if expired else key


def _is_none(key: ApiKey | None) -> bool:
    return key is None


def _is_key(key: ApiKey | None) -> bool:
    return key is not None
