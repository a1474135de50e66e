# Generated from workos_async/_auth/authentication.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Who makes a request: what a session cookie, an access token or an API key shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

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
from workos_core.auth.sessions.results import SessionNotAuthenticated
from workos_core.auth.tokens.access_token import UnknownKeyError
from workos_core.errors import (
    APIConnectionError,
    APIError,
    ConfigurationError,
    DecodeError,
    InvalidTokenError,
    RateLimitExceededError,
)
from workos_sync._auth.api_key_cache import APIKeyCache

if TYPE_CHECKING:
    from workos_sync._auth.session import Session
    from workos_sync._client import WorkOS


Write = Callable[[str | None], tuple[SetCookie, ...]]
"""The cookies that set a sealed session, or take it away."""


def authenticate_bearer(workos: "WorkOS", keys: APIKeyCache, credentials: str) -> Authentication:
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
    if not isinstance(found, SessionNotAuthenticated):
        return Authenticated(from_session(found))
    if not _has_outlived_its_token(found):
        return _not_authenticated(found, write)
    fresh = session.refresh()
    if isinstance(fresh, SessionNotAuthenticated):
        return _not_authenticated(fresh, write)
    try:
        cookies = write(fresh.sealed_session)
    except SealError as error:
        return NotAuthenticated(error.reason, cookies=write(None), error=error)
    found = session.authenticate()
    if isinstance(
        found, SessionNotAuthenticated
    ):  # the old refresh token is used up, so the new session must not be lost
        return NotAuthenticated(found.reason, True, found.retry_after, cookies, found.error)
    return Authenticated(from_session(found), cookies, refreshed=True)


def _has_outlived_its_token(found: SessionNotAuthenticated) -> bool:
    """Whether only the access token is too old, or signed with a key that WorkOS no longer publishes."""
    error = found.error
    return isinstance(error, InvalidTokenError) and not found.retryable and error.reason in ("expired", "unknown_key")


def _not_authenticated(found: SessionNotAuthenticated, write: Write) -> NotAuthenticated:
    cookies = () if found.retryable else write(None)
    return NotAuthenticated(found.reason, found.retryable, found.retry_after, cookies, found.error)
