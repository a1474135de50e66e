# Generated from workos_async/_jwks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The public keys that access tokens are signed with: fetched once, kept, fetched anew when that is due."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workos_core.convert import to_dict
from workos_core.errors import APIConnectionError, APIError, DecodeError
from workos_sync._io import Lock

if TYPE_CHECKING:
    from workos_core.tokens import AccessTokenClaims
    from workos_sync._caller import Caller

MAX_AGE = 300.0
"""Seconds after which the keys are fetched again."""
COOLDOWN = 30.0
"""Seconds between two fetches for a key that the set lacks, and before another try after a fetch that failed."""

_OUTAGE = (APIConnectionError, APIError, DecodeError)


class KeyCache:
    """The key set of the client's environment.

    One fetch is under way at a time, however many calls wait for it. Keys that are due stay in use while the endpoint is down:
    an outage of the keys is no reason to turn users away whose tokens can be checked.

    Args:
        caller: What knows the client id and fetches the keys.
        clock: Seconds on a clock that never jumps.
    """

    def __init__(self, caller: "Caller", clock: Callable[[], float] = time.monotonic) -> None:
        self._caller = caller
        self._clock = clock
        self._lock = Lock()
        self._keys: Mapping[str, Any] | None = None
        self._due = 0.0
        self._tried_unknown = float("-inf")

    def verify(self, token: str, *, issuer: str | Sequence[str] | None, leeway: float) -> "AccessTokenClaims":
        """Check a token; a key that the set lacks leads to a fresh fetch, at most one per COOLDOWN.

        Raises:
            InvalidTokenError: The token is not genuine, or not valid now.
            APIConnectionError, APIError, DecodeError: There are no keys, and they can't be fetched. Trying again may help.
        """
        from workos_core.tokens import UnknownKeyError, verify_access_token

        client_id = self._caller.require_client_id(None)
        keys = self._current()
        try:
            return verify_access_token(token, keys, issuer=issuer, client_id=client_id, leeway=leeway)
        except UnknownKeyError:
            fresh = self._after(keys)
            if fresh is keys:
                raise
        return verify_access_token(token, fresh, issuer=issuer, client_id=client_id, leeway=leeway)

    def _current(self) -> Mapping[str, Any]:
        if self._keys is not None and self._clock() < self._due:
            return self._keys
        with self._lock:
            if self._keys is None or self._clock() >= self._due:
                self._fetch()
            assert self._keys is not None  # a fetch that brings none raises
            return self._keys

    def _after(self, keys: Mapping[str, Any]) -> Mapping[str, Any]:
        """The key set that came after this one, fetched now if nobody did so lately."""
        with self._lock:
            if self._keys is keys and self._clock() - self._tried_unknown >= COOLDOWN:
                self._tried_unknown = self._clock()
                self._fetch()
            return self._keys or keys

    def _fetch(self) -> None:
        from workos_sync.areas.user_management import UserManagement

        try:
            keys: Mapping[str, Any] = to_dict(UserManagement(self._caller).get_jwks())
        except _OUTAGE:
            if self._keys is None:
                raise
            self._due = self._clock() + COOLDOWN
            return
        if not keys.get("keys") and self._keys is not None:
            self._due = self._clock() + COOLDOWN
            return
        self._keys, self._due = keys, self._clock() + MAX_AGE
