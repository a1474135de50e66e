# Generated from tests/async_/test_authentication_results.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The results of authenticating a request: each reason, wait, cookie and error."""

import logging
from typing import Any

import httpx
import pytest

from tests.support.access_tokens import public_key, sign_token
from tests.support.session_api import API, USER, cookie, load, token_response
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.sealing.iron import SealError
from workos_core.auth.sessions.results import SessionAuthenticated, SessionNotAuthenticated, SessionRefreshed
from workos_core.auth.tokens.access_token_verification import verify_access_token
from workos_core.auth.tokens.claims import AccessTokenClaims
from workos_core.auth.tokens.signed_token import UnknownKeyError
from workos_sync import (
    APIConnectionError,
    APITimeoutError,
    Authenticated,
    DecodeError,
    InvalidTokenError,
    MissingFieldError,
    NotAuthenticated,
    RateLimitExceededError,
    WorkOS,
)
from workos_sync._auth import authentication
from workos_sync._auth.authentication import authenticate_bearer, authenticate_session, store_session
from workos_sync._auth.session import Session
from workos_sync._concurrency.call_deadline import Deadline

RATE_LIMITED = RateLimitExceededError("slow down", status=429, retry_after=7.0)


def client(api: API, **settings: Any) -> WorkOS:
    arguments: dict[str, Any] = {"client_id": "client_1", "max_retries": 0, "rate_limiter": None, **settings}
    return WorkOS("sk_1", transport=httpx.MockTransport(api), **arguments)


def unknown_key(retry_after: float | None) -> UnknownKeyError:
    error = UnknownKeyError("unknown", reason="unknown_key")
    error.retry_after = retry_after
    return error


def claims() -> AccessTokenClaims:
    keys: Any = {"keys": [public_key()]}
    values = {"sub": "user_1", "sid": "session_1", "exp": 4_000_000_000, "iat": 1}
    return verify_access_token(sign_token(values), keys)


class Failing:
    """A client, and a cache of API keys, that fail in a certain way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def verify_access_token(self, _: str) -> Any:
        raise self.error

    def find(self, _: str) -> Any:
        raise self.error


@pytest.mark.parametrize(
    ("error", "reason", "retryable", "retry_after"),
    [
        (unknown_key(None), "invalid_jwt", False, None),
        (unknown_key(30.0), "invalid_jwt", True, 30.0),
        (InvalidTokenError("expired", reason="expired"), "invalid_jwt", False, None),
        (RATE_LIMITED, "rate_limited", True, 7.0),
        (APIConnectionError("no route"), "api_unavailable", True, None),
        (APITimeoutError("late"), "api_unavailable", True, None),
        (DecodeError("no JSON", path="", status=200, request_id=None, body=""), "api_unavailable", True, None),
        (MissingFieldError("ApiKey", "owner"), "api_unavailable", True, None),
    ],
)
@pytest.mark.parametrize("credentials", ["a.b.c", "sk_key_1"])
def test_bearer_credentials_that_cannot_be_checked(
    error: Exception, reason: str, retryable: bool, retry_after: float | None, credentials: str
) -> None:
    failing: Any = Failing(error)
    result = authenticate_bearer(failing, failing, credentials)
    assert isinstance(result, NotAuthenticated)
    assert (result.reason, result.retryable, result.retry_after) == (reason, retryable, retry_after)
    assert result.error is error
    assert (result.cookies, result.session) == ((), None)


def test_identity_of_an_access_token_has_the_token() -> None:
    class Valid:
        def verify_access_token(self, _: str) -> AccessTokenClaims:
            return claims()

    valid: Any = Valid()
    result = authenticate_bearer(valid, valid, "a.b.c")
    assert isinstance(result, Authenticated)
    assert (result.identity.access_token, result.identity.claims, result.identity.kind) == (
        "a.b.c",
        claims(),
        "access_token",
    )


class Steps:
    """Replaces the steps of `authenticate_session`: the results in order, and the deadlines they are called with."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *results: Any) -> None:
        self.results = list(results)
        self.deadlines: list[object] = []
        self.stored: list[str | None] = []

        def step(_: Session, deadline: Deadline | None) -> Any:
            self.deadlines.append(deadline)
            return self.results.pop(0)

        monkeypatch.setattr(authentication, "authenticate_within", step)
        monkeypatch.setattr(authentication, "refresh_within", step)

    def write(self, sealed: str | None) -> tuple[SetCookie, ...]:
        self.stored.append(sealed)
        return (SetCookie("wos-session", sealed or "", 60 if sealed else 0, None, True, "lax"),)


def expired() -> SessionNotAuthenticated:
    return SessionNotAuthenticated("invalid_jwt", error=InvalidTokenError("expired", reason="expired"))


def authenticated() -> SessionAuthenticated:
    return SessionAuthenticated(user=USER, claims=claims(), access_token="new token")


def refreshed() -> SessionRefreshed[Any]:
    return SessionRefreshed(None, "sealed", "new token", "r", USER, None)


def run(steps: Steps, **settings: Any) -> Any:
    with client(API(), **settings) as workos:
        return authenticate_session(load(workos, cookie()), steps.write)


def test_session_that_is_valid_is_not_refreshed(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Steps(monkeypatch, authenticated())
    result = run(steps)
    assert isinstance(result, Authenticated)
    assert (result.identity.access_token, result.cookies, result.refreshed, result.session) == (
        "new token",
        (),
        False,
        None,
    )
    assert steps.stored == []


def test_expired_session_is_refreshed_within_one_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    new = refreshed()
    steps = Steps(monkeypatch, expired(), new, authenticated())
    result = run(steps, deadline=7)
    assert isinstance(result, Authenticated)
    assert (result.identity.kind, result.identity.user_id, result.refreshed) == ("session", "user_1", True)
    assert result.session is new
    assert [each.value for each in result.cookies] == ["sealed"]
    (first, *others) = steps.deadlines
    assert isinstance(first, Deadline)
    assert first.seconds == 7
    assert others == [first, first]


@pytest.mark.parametrize(
    ("reason", "retryable", "refreshes"),
    [
        ("expired", False, True),
        ("unknown_key", False, True),
        ("unknown_key", True, False),
        ("bad_signature", False, False),
    ],
)
def test_only_expired_tokens_and_those_of_an_old_key_are_refreshed(
    monkeypatch: pytest.MonkeyPatch, reason: str, retryable: bool, refreshes: bool
) -> None:
    error = InvalidTokenError(reason, reason=reason)
    steps = Steps(
        monkeypatch, SessionNotAuthenticated("invalid_jwt", retryable, error=error), refreshed(), authenticated()
    )
    assert bool(run(steps)) is refreshes
    assert len(steps.deadlines) == (3 if refreshes else 1)


@pytest.mark.parametrize(("retryable", "stored"), [(True, []), (False, [None])])
@pytest.mark.parametrize("step", ["authenticate", "refresh"])
def test_cookie_is_deleted_unless_a_retry_may_succeed(
    monkeypatch: pytest.MonkeyPatch, retryable: bool, stored: list[None], step: str
) -> None:
    failed = SessionNotAuthenticated("some_reason", retryable, 7.0, RATE_LIMITED)
    steps = Steps(monkeypatch, *([expired()] if step == "refresh" else []), failed)
    result = run(steps)
    assert isinstance(result, NotAuthenticated)
    assert (result.reason, result.retryable, result.retry_after) == ("some_reason", retryable, 7.0)
    assert result.error is RATE_LIMITED
    assert [each.max_age for each in result.cookies] == [0] * len(stored)
    assert steps.stored == stored


def test_new_tokens_that_cannot_be_verified_yet_are_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    new = refreshed()
    failed = SessionNotAuthenticated("invalid_jwt", retryable=False, retry_after=7.0, error=RATE_LIMITED)
    result = run(Steps(monkeypatch, expired(), new, failed))
    assert isinstance(result, NotAuthenticated)
    assert (result.reason, result.retryable, result.retry_after) == ("invalid_jwt", True, 7.0)
    assert (result.error, result.session) == (RATE_LIMITED, new)
    assert [each.value for each in result.cookies] == ["sealed"]


def test_new_session_that_is_too_long_is_stored_without_details(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Steps(monkeypatch, expired(), refreshed(), authenticated())

    def write(sealed: str | None) -> tuple[SetCookie, ...]:
        if sealed == "sealed":
            raise SealError("too long", reason="too_long")
        return steps.write(sealed)

    with client(API()) as workos:
        result = authenticate_session(load(workos, cookie()), write)
    assert isinstance(result, Authenticated)
    (stored,) = steps.stored
    assert stored is not None
    assert stored.startswith("Fe26.2*")


class Browser:
    """A browser that accepts cookies up to a length."""

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def write(self, sealed: str | None) -> tuple[SetCookie, ...]:
        assert sealed is not None
        if len(sealed) > self.longest:
            raise SealError(f"longer than {self.longest}", reason="too_long")
        return (SetCookie("wos-session", sealed, 60, None, True, "lax"),)


@pytest.mark.parametrize(("longest", "messages"), [(100_000, 0), (3000, 1), (10, 2)])
def test_session_that_is_too_long_is_stored_without_details(
    caplog: pytest.LogCaptureFixture, longest: int, messages: int
) -> None:
    body = token_response(user={**USER, "metadata": {"a": "x" * 10_000}})
    with client(API(body=body)) as workos:
        session = load(workos, cookie())
        result = session.refresh()
        with caplog.at_level(logging.WARNING, "workos"):
            cookies = store_session(session, result, Browser(longest).write)
        assert len(cookies) == (0 if messages == 2 else 1)
        if messages == 1:
            assert (load(workos, cookies[0].value).refresh()).user.metadata == body["user"]["metadata"]
    assert (
        caplog.messages
        == [
            f"the refreshed session is stored without the details of the user: longer than {longest}",
            f"the refreshed session can't be stored, so the user has to sign in again soon: longer than {longest}",
        ][:messages]
    )
    assert [record.levelname for record in caplog.records] == ["WARNING", "ERROR"][:messages]
