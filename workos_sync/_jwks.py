# Generated from workos_async/_jwks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The public keys that access tokens are signed with, fetched once and kept."""

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from workos_core.convert import to_dict

if TYPE_CHECKING:
    from workos_core.tokens import AccessTokenClaims
    from workos_sync._caller import Caller
    from workos_sync.areas import Areas

MAX_AGE = 300.0
"""Seconds after which the keys are fetched again."""
COOLDOWN = 30.0
"""Seconds between two fetches because of a key that the set lacks."""


class KeyCache:
    """The key set of the client's environment.

    Args:
        caller: What knows the client id.
        areas: What fetches the keys.
        clock: Seconds on a clock that never jumps.
    """

    def __init__(self, caller: "Caller", areas: "Areas", clock: Callable[[], float] = time.monotonic) -> None:
        self._caller = caller
        self._areas = areas
        self._clock = clock
        self._keys: Mapping[str, Any] | None = None
        self._fetched = 0.0

    def verify(self, token: str, *, issuer: str | None, leeway: float) -> "AccessTokenClaims":
        """Check a token; a key that the set lacks leads to one fresh fetch."""
        from workos_core.tokens import UnknownKeyError, verify_access_token

        client_id = self._caller.require_client_id(None)
        keys = self._current()
        try:
            return verify_access_token(token, keys, issuer=issuer, client_id=client_id, leeway=leeway)
        except UnknownKeyError:
            if self._clock() - self._fetched < COOLDOWN:
                raise
        keys = self._fetch()
        return verify_access_token(token, keys, issuer=issuer, client_id=client_id, leeway=leeway)

    def _current(self) -> Mapping[str, Any]:
        if self._keys is not None and self._clock() - self._fetched < MAX_AGE:
            return self._keys
        return self._fetch()

    def _fetch(self) -> Mapping[str, Any]:
        keys: Mapping[str, Any] = to_dict(self._areas.user_management.get_jwks())
        self._keys, self._fetched = keys, self._clock()
        return keys
