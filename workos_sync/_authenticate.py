# Generated from workos_async/_authenticate.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Who makes a request: what a session cookie, an access token or an API key shows."""

import hashlib
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workos_core.errors import (
    APIConnectionError,
    APIError,
    ConfigurationError,
    DecodeError,
    InvalidTokenError,
    RateLimitExceededError,
)
from workos_core.identity import (
    Authenticated,
    Authentication,
    NotAuthenticated,
    from_access_token,
    from_api_key,
    from_session,
)
from workos_core.models.api_keys import ApiKey
from workos_core.sealing import SealError
from workos_core.session_results import SessionRejected
from workos_core.set_cookies import SetCookie
from workos_core.tokens import UnknownKeyError
from workos_sync._flights import Flights

if TYPE_CHECKING:
    from workos_sync._client import WorkOS
    from workos_sync._session import Session

VALID, INVALID = 30.0, 5.0
"""Seconds for which it is not asked again whether an API key is valid."""

_KEY = re.compile(r"[A-Za-z0-9_.\-]{8,512}")

Write = Callable[[str | None], tuple[SetCookie, ...]]
"""The cookies that set a sealed session, or take it away."""


class KeyAnswers:
    """What the API said of API keys, for a short while: at most a thousand keys, by hashes of them.

    Those that are valid and those that are not are kept apart, so that nobody can push out the former by guessing.

    Args:
        workos: The client to ask.
        clock: Seconds on a clock that never jumps.
    """

    def __init__(self, workos: "WorkOS", clock: Callable[[], float] = time.monotonic) -> None:
        self._workos = workos
        self._valid: Flights[ApiKey | None] = Flights(VALID, clock)
        self._invalid: Flights[ApiKey | None] = Flights(INVALID, clock)

    def find(self, value: str) -> ApiKey | None:
        """The key that a value is; None if it is none that is valid now."""
        if not _KEY.fullmatch(value):
            return None
        digest = hashlib.sha256(value.encode("ascii")).hexdigest()

        def ask() -> ApiKey | None:
            return (self._workos.api_keys.validate_api_key(value=value)).api_key

        def ask_unless_known_to_be_none() -> ApiKey | None:
            return self._invalid.once(digest, ask, _is_none)

        key = self._valid.once(digest, ask_unless_known_to_be_none, _is_key)
        expired = key is not None and key.expires_at is not None and key.expires_at <= datetime.now(UTC)
        return None if expired else key


def _is_none(key: ApiKey | None) -> bool:
    return key is None


def _is_key(key: ApiKey | None) -> bool:
    return key is not None


def authenticate_bearer(workos: "WorkOS", keys: KeyAnswers, credentials: str) -> Authentication:
    """Check what stands after `Bearer`: three parts with dots between them are an access token, everything else an API key."""
    try:
        if credentials.count(".") == 2:
            return Authenticated(from_access_token(workos.verify_access_token(credentials), credentials))
        key = keys.find(credentials)
        return NotAuthenticated("invalid_api_key") if key is None else Authenticated(from_api_key(key))
    except UnknownKeyError as error:
        return NotAuthenticated("invalid_jwt", error.retry_after is not None, error.retry_after, error=error)
    except InvalidTokenError as error:
        return NotAuthenticated("invalid_jwt", error=error)
    except RateLimitExceededError as error:
        return NotAuthenticated("rate_limited", True, error.retry_after, error=error)
    except (APIConnectionError, APIError, DecodeError, ConfigurationError) as error:
        return NotAuthenticated("api_unavailable", True, error=error)


def authenticate_session(session: "Session", write: Write) -> Authentication:
    """Check a session, and refresh it when its access token has expired."""
    found = session.authenticate()
    if not isinstance(found, SessionRejected):
        return Authenticated(from_session(found))
    if not _has_outlived_its_token(found):
        return _not_authenticated(found, write)
    fresh = session.refresh()
    if isinstance(fresh, SessionRejected):
        return _not_authenticated(fresh, write)
    try:
        cookies = write(fresh.sealed_session)
    except SealError as error:
        return NotAuthenticated(error.reason, cookies=write(None), error=error)
    found = session.authenticate()
    if isinstance(found, SessionRejected):  # the old refresh token is used up, so the new session must not be lost
        return NotAuthenticated(found.reason, True, found.retry_after, cookies, found.error)
    return Authenticated(from_session(found), cookies, refreshed=True)


def _has_outlived_its_token(found: SessionRejected) -> bool:
    """Whether only the access token is too old, or signed with a key that WorkOS no longer publishes."""
    error = found.error
    return isinstance(error, InvalidTokenError) and not found.retryable and error.reason in ("expired", "unknown_key")


def _not_authenticated(found: SessionRejected, write: Write) -> NotAuthenticated:
    cookies = () if found.retryable else write(None)
    return NotAuthenticated(found.reason, found.retryable, found.retry_after, cookies, found.error)
