"""The public keys that access tokens are signed with: fetched once, kept, fetched anew when that is due."""

import time
from collections.abc import Callable, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, NoReturn

from workos_async._concurrency.locks import ForkSafeLock
from workos_async._concurrency.task_lock import TaskLock
from workos_core.errors import APIConnectionError, APIError, DecodeError, WorkOSError
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.responses import decode
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.auth.tokens.access_token import AccessTokenClaims, UnknownKeyError
    from workos_core.auth.tokens.jwks import SigningKeys

MAX_AGE = 300.0
"""Seconds after which the keys are fetched again."""
COOLDOWN = 30.0
"""Seconds between two fetches for a key that the set lacks, and before another try after a fetch that failed."""
PATIENCE = 10.0
"""Seconds for a fetch that calls wait for, with all its retries. One that renews keys in use gets half and is not retried."""
MAX_BYTES = 1 << 20
"""A key set has a few thousand bytes. To read a giant one would hold up everything else."""

_OUTAGE = (APIConnectionError, APIError, DecodeError)
_GET_JWKS: Operation[Any] = Operation(
    "user_management.get_jwks", "GET", "/sso/jwks/{client_id}", returns=Any, credentials="none"
)


class JWKSCache:
    """The key set of the client's environment.

    One fetch is under way at a time, however many calls need it. Keys that are due stay in use while they are renewed, and while
    the endpoint is down: an outage of the keys is no reason to turn users away whose tokens can be checked.

    Args:
        requestor: What knows the client id and fetches the keys.
        clock: Seconds on a clock that never jumps.
    """

    def __init__(self, requestor: "APIRequestor", clock: Callable[[], float] = time.monotonic) -> None:
        self._requestor = requestor
        self._clock = clock
        self._fetch_lock = TaskLock()
        self._lock = ForkSafeLock()  # for a moment, and never across a fetch
        self._keys: SigningKeys | None = None
        self._due = 0.0
        self._tried_unknown = float("-inf")
        self._fetches = 0
        self._failure: WorkOSError | None = None  # of the latest fetch

    async def verify(
        self,
        token: str,
        *,
        issuer: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        leeway: float | NotGiven = NOT_GIVEN,
    ) -> "AccessTokenClaims":
        """Check a token; a key that the set lacks leads to a fresh fetch, at most one per COOLDOWN.

        Args:
            token: The token.
            issuer: The issuer, or issuers, to accept, None for any; if not given, as the client is set up.
            leeway: Seconds by which clocks may differ; if not given, as the client is set up.

        Raises:
            InvalidTokenError: The token is not genuine, or not valid now.
            APIConnectionError, APIError, DecodeError: There are no keys, or not the one of this token, and they can't be fetched.
                Trying again may help.
        """
        from workos_core.auth.tokens.access_token import UnknownKeyError, verify_access_token

        config = self._requestor.config
        client_id = self._requestor.require_client_id(None)
        issuers = config.issuers if isinstance(issuer, NotGiven) else issuer
        seconds = config.leeway if isinstance(leeway, NotGiven) else leeway
        keys = await self._current()
        try:
            return verify_access_token(token, keys, issuer=issuers, client_id=client_id, leeway=seconds)
        except UnknownKeyError as error:
            fresh = await self._after(keys, error)
        return verify_access_token(token, fresh, issuer=issuers, client_id=client_id, leeway=seconds)

    async def _current(self) -> "SigningKeys":
        keys = self._keys
        if keys is not None:
            if self._is_mine_to_renew():
                await self._renew()
            return self._keys or keys
        fetches = self._fetches
        async with self._fetch_lock:
            if self._keys is None and self._fetches != fetches and self._failure is not None:
                raise copy(self._failure)  # of the fetch that this call has waited for
            return self._keys or await self._fetch(PATIENCE)

    def _is_mine_to_renew(self) -> bool:
        """Whether the keys are due and nobody else renews them. A call that is cancelled on the way leaves it for after COOLDOWN."""
        now = self._clock()
        if now < self._due:
            return False
        with self._lock:
            mine = now >= self._due
            if mine:
                self._due = now + COOLDOWN
            return mine

    async def _renew(self) -> None:
        try:
            await self._fetch(PATIENCE / 2, retry=False)
        except _OUTAGE:
            return

    async def _after(self, keys: "SigningKeys", unknown: "UnknownKeyError") -> "SigningKeys":
        """The key set that came after this one, fetched now if nobody did so lately.

        Raises:
            UnknownKeyError: This one is the latest.
        """
        async with self._fetch_lock:
            if self._keys is not keys and self._keys is not None:
                return self._keys
            wait = self._tried_unknown + COOLDOWN - self._clock()
            if wait <= 0:
                self._tried_unknown = self._clock()
                return await self._fetch(PATIENCE)
            if self._failure is not None:
                raise copy(self._failure)
            unknown.retry_after = wait
            raise unknown

    async def _fetch(self, seconds: float, *, retry: bool = True) -> "SigningKeys":
        from workos_core.auth.tokens.jwks import SigningKeys

        client_id = self._requestor.require_client_id(None)
        settings: RequestOptions = {"deadline": min(seconds, self._requestor.deadline or seconds)}
        if not retry:
            settings["max_retries"] = 0
        try:
            response = await self._requestor.fetch(_GET_JWKS, path={"client_id": client_id}, options=settings)
            if len(response.content) > MAX_BYTES:
                self._refuse(f"a key set of {len(response.content)} bytes is none", response.status)
            keys = SigningKeys(decode(_GET_JWKS, response))
            if not keys:
                self._refuse("the key set has no key that access tokens are signed with", response.status)
        except _OUTAGE as error:
            self._failure = error
            raise
        finally:
            self._fetches += 1
        self._failure = None
        self._keys, self._due = keys, self._clock() + MAX_AGE
        return keys

    def _refuse(self, problem: str, status: int) -> NoReturn:
        raise DecodeError(problem, path="$", status=status, request_id=None, body="")
