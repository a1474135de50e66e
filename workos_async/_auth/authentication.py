"""Authentication of requests by a session cookie, an access token or an API key."""

import logging
from collections.abc import Callable
from typing import Any

from workos_async._auth.api_key_cache import APIKeyCache
from workos_async._auth.client import AuthClient
from workos_async._auth.session import Session, authenticate_within, refresh_within, start_deadline_of
from workos_core.auth.identity.identity import (
    Authenticated,
    Authentication,
    NotAuthenticated,
    from_access_token,
    from_api_key,
    from_session,
)
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.sealing.iron import SealError
from workos_core.auth.sessions.results import SessionNotAuthenticated, SessionRefreshed
from workos_core.auth.tokens.signed_token import UnknownKeyError
from workos_core.errors import (
    APIConnectionError,
    APIError,
    DecodeError,
    InvalidTokenError,
    MissingFieldError,
    RateLimitExceededError,
)

logger = logging.getLogger("workos")

WriteSession = Callable[[str | None], tuple[SetCookie, ...]]
"""Returns the cookies that store a sealed session, or that delete it if it is `None`."""


async def authenticate_bearer(workos: AuthClient, keys: APIKeyCache, credentials: str) -> Authentication:
    """Authenticate `Bearer` credentials: an access token if they have three parts separated by dots, else an API key."""
    try:
        if credentials.count(".") == 2:
            return Authenticated(from_access_token(await workos.verify_access_token(credentials), credentials))
        key = await keys.find(credentials)
        return NotAuthenticated("invalid_api_key") if key is None else Authenticated(from_api_key(key))
    except UnknownKeyError as error:
        return NotAuthenticated("invalid_jwt", error.retry_after is not None, error.retry_after, error=error)
    except InvalidTokenError as error:
        return NotAuthenticated("invalid_jwt", error=error)
    except RateLimitExceededError as error:
        return NotAuthenticated("rate_limited", True, error.retry_after, error=error)
    except (APIConnectionError, APIError, DecodeError, MissingFieldError) as error:
        return NotAuthenticated("api_unavailable", True, error=error)


async def authenticate_session(session: Session, write_session: WriteSession) -> Authentication:
    """Authenticate a session, and refresh it if its access token has expired, within one deadline."""
    deadline = start_deadline_of(session)
    result = await authenticate_within(session, deadline)
    if not isinstance(result, SessionNotAuthenticated):
        return Authenticated(from_session(result))
    if not _needs_refresh(result):
        return _not_authenticated(result, write_session)
    refreshed = await refresh_within(session, deadline)
    if isinstance(refreshed, SessionNotAuthenticated):
        return _not_authenticated(refreshed, write_session)
    cookies = store_session(session, refreshed, write_session)
    result = await authenticate_within(session, deadline)
    if isinstance(result, SessionNotAuthenticated):
        # The old refresh token can't be used again, so the cookies of the new session must be set.
        return NotAuthenticated(result.reason, True, result.retry_after, cookies, result.error, session=refreshed)
    return Authenticated(from_session(result), cookies, refreshed=True, session=refreshed)


def store_session(
    session: Session, refreshed: SessionRefreshed[Any], write_session: WriteSession
) -> tuple[SetCookie, ...]:
    """Return the cookies that store a refreshed session. If it is too long, its details are omitted.

    Returns no cookies if even the tokens are too long: the old cookie is kept, and authenticates until other processes reject it.
    """
    try:
        return write_session(refreshed.sealed_session)
    except SealError as error:
        logger.warning("the refreshed session is stored without the details of the user: %s", error)
    try:
        return write_session(session.drop_details())
    except SealError as error:
        logger.error("the refreshed session can't be stored, so the user has to sign in again soon: %s", error)
        return ()


def _needs_refresh(result: SessionNotAuthenticated) -> bool:
    """Return whether the access token has expired, or is signed with a key that WorkOS no longer publishes."""
    error = result.error
    return isinstance(error, InvalidTokenError) and not result.retryable and error.reason in ("expired", "unknown_key")


def _not_authenticated(result: SessionNotAuthenticated, write_session: WriteSession) -> NotAuthenticated:
    cookies = () if result.retryable else write_session(None)
    return NotAuthenticated(result.reason, result.retryable, result.retry_after, cookies, result.error)
