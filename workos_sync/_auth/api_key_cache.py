# Generated from workos_async/_auth/api_key_cache.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A short-lived cache of API key validations."""

import hashlib
import re
from collections.abc import Callable

from workos_core.clock import elapsed_time, seconds_until
from workos_core.models.api_keys import ApiKey
from workos_sync._auth.client import AuthClient
from workos_sync._concurrency.call_deadline import deadline_options
from workos_sync._concurrency.single_flight import SingleFlight

VALID_TTL, INVALID_TTL = 30.0, 5.0
"""How long the validity of an API key is cached, in seconds."""

_KEY = re.compile(r"[A-Za-z0-9_.\-]{8,512}")


class APIKeyCache:
    """Validates API keys with the API and caches the results by a hash of the key, at most a thousand of them.

    Valid and invalid keys are cached separately, so that guessed keys can't evict valid ones.

    Args:
        workos: The client that validates the keys.
        clock: A monotonic clock, in seconds.
    """

    def __init__(self, workos: AuthClient, clock: Callable[[], float] = elapsed_time) -> None:
        self._workos = workos
        self._valid: SingleFlight[ApiKey | None] = SingleFlight(VALID_TTL, clock)
        self._invalid: SingleFlight[ApiKey | None] = SingleFlight(INVALID_TTL, clock)

    def find(self, value: str) -> ApiKey | None:
        """Return the API key with this value, or `None` if it is invalid or expired.

        The deadline of the client includes the wait for a call that validates the same key.
        """
        if not _KEY.fullmatch(value):
            return None
        digest = hashlib.sha256(value.encode("ascii")).hexdigest()
        api_keys = self._workos.api_keys
        deadline = api_keys._requestor.start_deadline()  # pyright: ignore[reportPrivateUsage]

        def validate() -> ApiKey | None:
            return (api_keys.validate_api_key(value=value, options=deadline_options(deadline))).api_key

        def validate_unless_known_invalid() -> ApiKey | None:
            return self._invalid.run(digest, validate, _is_invalid, deadline)

        key = self._valid.run(digest, validate_unless_known_invalid, _is_valid, deadline)
        is_expired = key is not None and key.expires_at is not None and seconds_until(key.expires_at) <= 0
        return None if is_expired else key


def _is_invalid(key: ApiKey | None) -> bool:
    return key is None


def _is_valid(key: ApiKey | None) -> bool:
    return key is not None
