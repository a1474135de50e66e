# Generated from workos_async/_agents/token_cache.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A cache of one access token that is renewed before it expires."""

import logging
from copy import copy
from typing import Protocol

from attrs import field, frozen

from workos_core.clock import elapsed_time
from workos_core.errors import APIConnectionError, APIError, APITimeoutError, DecodeError, WorkOSError
from workos_sync._concurrency.call_deadline import Deadline
from workos_sync._concurrency.callbacks import Method
from workos_sync._concurrency.single_flight import SingleFlight

RENEW_BEFORE = 60.0
"""Seconds before its expiry from which a token is renewed, but at most a fifth of its lifetime."""
RETRY_AFTER = 5.0
"""Seconds between two attempts to renew a token that has not expired yet."""
_REQUEST_ERRORS = (APIConnectionError, APIError, DecodeError)

logger = logging.getLogger("workos")


class TokenSource(Protocol):
    """An object that returns access tokens, such as `M2MTokens`, `AgentTokens` or `PipesTokens`."""

    def get(self) -> str:
        """Return a valid access token."""
        ...

    def replace(self, rejected: str) -> str:
        """Return another access token in place of one that a server rejected."""
        ...


@frozen
class IssuedToken:
    """An access token.

    Attributes:
        access_token: The token.
        renew_at: When to renew it, on the clock of `elapsed_time`.
        expires_at: When it expires, on the same clock.
    """

    access_token: str = field(repr=False)
    renew_at: float
    expires_at: float

    @classmethod
    def create(cls, access_token: str, lifetime: float, issued_at: float) -> "IssuedToken":
        """Return a token that was issued at a time, for a number of seconds."""
        expires_at = issued_at + lifetime
        return cls(access_token, expires_at - min(RENEW_BEFORE, lifetime / 5), expires_at)


class TokenCache:
    """A cache of one token. Concurrent callers share one request, and its error if it fails.

    While a token can't be renewed, it stays in use until it expires.

    Args:
        fetch: Returns a new token. Its arguments are the one that it replaces, which a server rejected or which is due for renewal, or
            `None`; and the deadline of the call, or `None`.
        name: What the token is for, for logs.
    """

    def __init__(self, fetch: Method[[str | None, Deadline | None], IssuedToken], name: str) -> None:
        self._fetch = fetch
        self._name = name
        self._single_flight: SingleFlight[IssuedToken | WorkOSError] = SingleFlight(0)
        self._token: IssuedToken | None = None
        self._retry_at = float("-inf")

    def get(self, deadline: Deadline | None) -> str:
        """Return a valid token.

        Raises:
            APIConnectionError, APIError, DecodeError: There is no valid token, and none can be fetched.
        """
        token = self._token
        now = elapsed_time()
        if token is not None and (now < token.renew_at or (now < token.expires_at and now < self._retry_at)):
            return token.access_token
        outcome = self._renew(None, deadline)
        if isinstance(outcome, IssuedToken):
            return outcome.access_token
        token = self._token
        if token is None or elapsed_time() >= token.expires_at:
            raise copy(outcome)
        logger.warning(
            "%s: the access token can't be renewed and stays in use until it expires: %s", self._name, outcome
        )
        self._retry_at = elapsed_time() + RETRY_AFTER
        return token.access_token

    def reload(self, deadline: Deadline | None) -> str:
        """Return a token that was fetched now. It may be the same one.

        Raises:
            APIConnectionError, APIError, DecodeError: None can be fetched.
        """
        self._token = None
        return self.get(deadline)

    def replace(self, rejected: str, deadline: Deadline | None) -> str:
        """Return another token than the rejected one: the current one if it differs, otherwise a new one.

        Raises:
            APIConnectionError, APIError, DecodeError: No token can be fetched.
        """
        outcome = self._renew(rejected, deadline)
        if isinstance(outcome, IssuedToken) and outcome.access_token == rejected:
            outcome = self._renew(rejected, deadline)  # the first result was that of a concurrent call of `get`
        if isinstance(outcome, IssuedToken):
            return outcome.access_token
        raise copy(outcome)

    def _renew(self, rejected: str | None, deadline: Deadline | None) -> IssuedToken | WorkOSError:
        def renew() -> IssuedToken | WorkOSError:
            current = self._token
            if current is not None and current.access_token != rejected and elapsed_time() < current.renew_at:
                return current
            due = None if current is None else current.access_token
            try:
                token = self._fetch(rejected or due, deadline)
            except _REQUEST_ERRORS as error:
                return error
            self._token = token
            return token

        try:
            return self._single_flight.run("token", renew, lambda _: False, deadline)
        except APITimeoutError as error:  # while another call fetched a token
            return error
