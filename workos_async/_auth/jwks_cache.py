"""The JWKS cache: fetches the public keys of access tokens, and refetches them when they are stale or lack a key."""

from collections.abc import Callable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from workos_async._concurrency.call_deadline import Deadline, deadline_options
from workos_async._concurrency.locks import ForkSafeLock
from workos_async._concurrency.task_lock import TaskLock
from workos_core.clock import elapsed_time
from workos_core.errors import APIConnectionError, APIError, APITimeoutError, DecodeError, WorkOSError
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.responses import decode

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.auth.tokens.jwks import SigningKeys
    from workos_core.auth.tokens.signed_token import UnknownKeyError

T = TypeVar("T")

MAX_AGE = 300.0
"""Seconds after which the keys are stale."""
COOLDOWN = 30.0
"""Seconds between two fetches for an unknown key, and between two attempts to refetch stale keys."""
MIN_COOLDOWN = 1.0
"""Seconds after the first failed fetch in which no other one is made, if there are no keys yet. They double up to COOLDOWN."""
FETCH_TIMEOUT = 10.0
"""The maximum seconds that a verification waits for keys, including retries. A refetch of stale keys gets half of it and no retries."""
MAX_BYTES = 1 << 20
"""Bytes of the largest accepted key set. A typical one has a few thousand; parsing a huge one would block other work."""

_FETCH_ERRORS = (APIConnectionError, APIError, DecodeError)


class JWKSCache:
    """A cache of one key set.

    Only one fetch is in progress at a time. Stale keys stay in use while they are refetched and while the endpoint is unavailable,
    so that users stay signed in during an outage.

    Args:
        requestor: The requestor that fetches the keys.
        operation: The endpoint that returns the key set.
        path: Returns the path parameters of the endpoint.
        clock: A monotonic clock, in seconds.
    """

    def __init__(
        self,
        requestor: "APIRequestor",
        operation: Operation[Any],
        path: Callable[[], Mapping[str, str]] = dict[str, str],
        clock: Callable[[], float] = elapsed_time,
    ) -> None:
        self._requestor = requestor
        self._operation = operation
        self._path = path
        self._clock = clock
        self._fetch_lock = TaskLock()
        self._lock = ForkSafeLock()  # never held during a fetch
        self._keys: SigningKeys | None = None
        self._stale_at = 0.0
        self._unknown_key_fetched_at = float("-inf")
        self._failure_count = 0
        self._first_fetch_at = float("-inf")  # not before; used while there are no keys
        self._first_fetch_cooldown = MIN_COOLDOWN
        self._error: WorkOSError | None = None  # of the latest fetch

    async def verify(self, token: str, verify: "Callable[[SigningKeys], T]", seconds: float | None = None) -> T:
        """Verify a token and return its claims. An unknown key causes a fetch, at most one per COOLDOWN.

        A malformed token causes no fetch. After a failed fetch, calls raise its error until the cooldown ends.

        Args:
            token: The token.
            verify: Verifies it with a key set, and returns its claims.
            seconds: The time limit of all fetches and waits for those of other calls; at most FETCH_TIMEOUT, which is the default.

        Raises:
            InvalidTokenError: The token is forged, malformed, expired or not yet valid.
            APIConnectionError, APIError, DecodeError: The keys, or the key of this token, can't be fetched. A retry may succeed.
        """
        from workos_core.auth.tokens.signed_token import UnknownKeyError, check_format

        if self._keys is None or self._clock() >= self._stale_at:
            check_format(token)
        deadline = Deadline.start(FETCH_TIMEOUT if seconds is None else min(seconds, FETCH_TIMEOUT))
        keys = await self._get_keys(deadline)
        try:
            return verify(keys)
        except UnknownKeyError as error:
            newer = await self._get_newer_keys(keys, error, deadline)
        return verify(newer)

    async def _get_keys(self, deadline: Deadline) -> "SigningKeys":
        keys = self._keys
        if keys is not None:
            if self._claim_refetch():
                await self._refetch(deadline)
            return self._keys or keys
        failure_count = self._failure_count
        async with self._fetch_lock.hold(deadline.remaining) as is_held:
            if self._keys is not None:
                return self._keys
            if not is_held or not deadline.remaining:
                raise deadline.error("before the keys of access tokens were fetched")
            # The error is that of the fetch that this call waited for, or of one in the cooldown.
            if self._error is not None and (
                self._failure_count != failure_count or self._clock() < self._first_fetch_at
            ):
                raise copy(self._error)
            try:
                return await self._fetch(deadline)
            except _FETCH_ERRORS as error:
                if not self._is_own_timeout(error, deadline):
                    self._first_fetch_at = self._clock() + self._first_fetch_cooldown
                    self._first_fetch_cooldown = min(2 * self._first_fetch_cooldown, COOLDOWN)
                raise

    def _claim_refetch(self) -> bool:
        """Return whether this call has to refetch stale keys. If it is canceled, another call does so after COOLDOWN."""
        now = self._clock()
        if now < self._stale_at:
            return False
        with self._lock:
            is_stale = now >= self._stale_at
            if is_stale:
                self._stale_at = now + COOLDOWN
            return is_stale

    async def _refetch(self, deadline: Deadline) -> None:
        try:
            await self._fetch(Deadline.start(deadline.seconds / 2), retry=False)
        except _FETCH_ERRORS:
            return

    async def _get_newer_keys(
        self, keys: "SigningKeys", unknown: "UnknownKeyError", deadline: Deadline
    ) -> "SigningKeys":
        """Return a key set newer than this one, fetched now if the last fetch for an unknown key is longer ago than COOLDOWN.

        Raises:
            UnknownKeyError: There is no newer key set yet.
        """
        async with self._fetch_lock.hold(deadline.remaining) as is_held:
            if self._keys is not keys and self._keys is not None:
                return self._keys
            if not is_held or not deadline.remaining:
                raise deadline.error("before the keys of access tokens were fetched")
            wait = self._unknown_key_fetched_at + COOLDOWN - self._clock()
            if wait <= 0:
                previous, self._unknown_key_fetched_at = self._unknown_key_fetched_at, self._clock()
                try:
                    return await self._fetch(deadline)
                except _FETCH_ERRORS as error:
                    if self._is_own_timeout(error, deadline):
                        self._unknown_key_fetched_at = previous
                    raise
            if self._error is not None:
                raise copy(self._error)
            unknown.retry_after = wait
            raise unknown

    async def _fetch(self, deadline: Deadline, *, retry: bool = True) -> "SigningKeys":
        from workos_core.auth.tokens.jwks import SigningKeys

        path = self._path()
        options: RequestOptions = deadline_options(deadline)
        if not retry:
            options["max_retries"] = 0
        try:
            response = await self._requestor.fetch(self._operation, path=path, options=options)
            if len(response.content) > MAX_BYTES:
                problem = f"the key set has {len(response.content)} bytes, the maximum is {MAX_BYTES}"
                self._reject(problem, response.status)
            keys = SigningKeys(decode(self._operation, response))
            if not keys:
                problem = "the key set has no key for access tokens (RS256 with an RSA key of at least 2048 bits)"
                self._reject(problem, response.status)
        except _FETCH_ERRORS as error:
            if not self._is_own_timeout(error, deadline):
                self._error = error
                self._failure_count += 1
            raise
        self._error = None
        self._keys, self._stale_at = keys, self._clock() + MAX_AGE
        return keys

    def _is_own_timeout(self, error: Exception, deadline: Deadline) -> bool:
        """Return whether a fetch failed only since its call has less time than other calls of the client, which should try themselves."""
        usual = min(FETCH_TIMEOUT, self._requestor.deadline or FETCH_TIMEOUT)
        return isinstance(error, APITimeoutError) and deadline.seconds < usual

    def _reject(self, problem: str, status: int) -> NoReturn:
        raise DecodeError(problem, path="$", status=status, request_id=None, body="")
