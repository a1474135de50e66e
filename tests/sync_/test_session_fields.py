# Generated from tests/async_/test_session_fields.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What a session asks of the API, and each field of its results."""

import json
import logging
from typing import Any

import httpx
import pytest

from tests.support.session_api import API, COOKIE, USER, cookie, load, refreshed, rejected, token, token_response
from workos_core.auth.sealing.iron import SealError, unseal
from workos_core.auth.sessions.results import SessionAuthenticated, SessionNotAuthenticated
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.tokens.signed_token import UnknownKeyError
from workos_emulator import Emulator
from workos_sync import (
    APITimeoutError,
    ConfigurationError,
    DecodeError,
    InvalidArgumentError,
    MissingFieldError,
    RateLimitExceededError,
    WorkOS,
)
from workos_sync._auth.session import authenticate_within, refresh_within, start_deadline_of
from workos_sync._concurrency.call_deadline import Deadline

OTHER = "another cookie password of more than thirty-two characters"
IMPERSONATOR = {"email": "support@example.com", "reason": "ticket 7"}


def client(api: API, **settings: Any) -> WorkOS:
    arguments: dict[str, Any] = {"client_id": "client_1", "max_retries": 0, "rate_limiter": None, **settings}
    return WorkOS("sk_1", transport=httpx.MockTransport(api), **arguments)


def test_fields_of_a_refreshed_session() -> None:
    claims = {
        "org_id": "org_2",
        "role": "admin",
        "roles": ["admin", "member"],
        "permissions": ["read"],
        "entitlements": ["sso"],
        "feature_flags": ["beta"],
    }
    body = token_response(access_token=token(**claims), impersonator=IMPERSONATOR, authentication_method="SSO")
    api = API(body=body)
    with client(api) as workos:
        session = load(workos, cookie(authentication_method="Password"))
        result = refreshed(session.refresh())
        assert (result.access_token, result.refresh_token, result.organization_id) == (
            body["access_token"],
            "new",
            "org_2",
        )
        assert (result.user.id, result.impersonator, result.session_id) == ("user_1", IMPERSONATOR, "session_1")
        assert (result.role, list(result.roles), list(result.permissions)) == ("admin", ["admin", "member"], ["read"])
        assert (list(result.entitlements), list(result.feature_flags)) == (["sso"], ["beta"])
        stored = unseal_session(result.sealed_session, COOKIE).session
        assert (stored.access_token, stored.refresh_token, stored.organization_id) == (
            body["access_token"],
            "new",
            "org_2",
        )
        assert (stored.impersonator, stored.authentication_method) == (IMPERSONATOR, "SSO")
        assert repr(result.session) == repr(session) == "Session(<sealed>)"
        for each in (result.session, session):  # both continue with the new tokens
            assert refreshed(each.refresh()).authenticated
        tokens = [json.loads(request.content)["refresh_token"] for request in api.requests]
        assert tokens == ["old", "new"]


def test_fields_that_the_response_omits_are_kept() -> None:
    api = API(body=token_response(user=None))
    with client(api) as workos:
        old = cookie(authentication_method="Password", extra={"cart": [1], "sealedSession": "x", "other": None})
        result = refreshed(load(workos, old).refresh())
    stored = unseal_session(result.sealed_session, COOKIE).session
    assert (stored.user, stored.authentication_method, stored.impersonator) == (USER, "Password", None)
    assert stored.extra == {"cart": [1], "other": None}


@pytest.mark.parametrize(
    ("argument", "stored", "claim", "sent"),
    [
        ("org_1", "org_2", "org_3", "org_1"),
        (None, "org_2", "org_3", "org_2"),
        (None, None, "org_3", "org_3"),
        (None, None, None, None),
        ("org_1", None, None, "org_1"),
    ],
)
def test_organization_of_a_refresh(
    argument: str | None, stored: str | None, claim: str | None, sent: str | None
) -> None:
    api = API()
    with client(api) as workos:
        old = cookie(access_token=token(**({} if claim is None else {"org_id": claim})), organization_id=stored)
        assert load(workos, old).refresh(organization_id=argument)
    assert api.organizations == [sent]


def test_refreshes_of_different_organizations_do_not_share_a_result() -> None:
    api = API()
    with client(api) as workos:
        for organization in ("org_1", "org_2", "org_1", None):
            assert load(workos, cookie()).refresh(organization_id=organization)
    assert api.organizations == ["org_1", "org_2", None]


def test_tokens_that_are_no_unicode() -> None:
    api = API()
    with client(api) as workos:
        assert load(workos, cookie(refresh_token="\ud800")).refresh()
        assert load(workos, cookie(refresh_token="\ud801")).refresh()
    assert [json.loads(request.content)["refresh_token"] for request in api.requests] == ["\ud800", "\ud801"]


@pytest.mark.parametrize("organization", ["", 5])
def test_malformed_organization(organization: Any) -> None:
    api = API()
    with client(api) as workos:
        for session_data in (cookie(), None):
            with pytest.raises(InvalidArgumentError, match=r"^organization_id (is empty|must be a str)"):
                load(workos, session_data).refresh(organization_id=organization)
    assert not api.requests


@pytest.mark.parametrize("missing", ["refresh_token", "user"])
def test_cookie_without_what_a_refresh_needs(missing: str) -> None:
    api = API()
    with client(api) as workos:
        result = rejected(load(workos, cookie(**{missing: None})).refresh())
    assert (result.reason, result.retryable) == ("invalid_session_cookie", False)
    assert not api.requests


def test_cookie_without_an_access_token() -> None:
    with client(API()) as workos:
        session = load(workos, cookie(access_token=None))
        result = rejected(session.authenticate())
        assert (result.reason, result.retryable, result.error) == ("invalid_session_cookie", False, None)
        with pytest.raises(InvalidArgumentError):
            session.get_logout_url()
        assert refreshed(session.refresh()).session_id == "session_1"


def test_malformed_cookie_keeps_the_error() -> None:
    with client(API()) as workos:
        for result in (load(workos, "malformed").authenticate(), load(workos, "malformed").refresh()):
            assert isinstance(rejected(result).error, SealError)
        assert load(workos, "malformed").drop_details() is None


def test_new_password_of_a_refreshed_session() -> None:
    api = API()
    with client(api) as workos:
        session = load(workos, cookie(extra={"cart": [1]}))
        result = refreshed(session.refresh(cookie_password=OTHER))
        assert unseal(result.sealed_session, OTHER)["cart"] == [1]
        with pytest.raises(SealError):
            unseal(result.sealed_session, COOKIE)
        for each in (session, result.session):
            assert refreshed(each.refresh()).refresh_token == "new"
            assert unseal(each.drop_details(), OTHER)["refreshToken"] == "new"
        # Another request with the old cookie receives the tokens sealed with the password it asks for.
        kept = refreshed(load(workos, cookie()).refresh())
        assert unseal(kept.sealed_session, COOKIE)["refreshToken"] == "new"


@pytest.mark.parametrize("arguments", [{}, {"cookie_password": OTHER}])
def test_password_of_the_session_is_checked_before_the_token_is_used(arguments: Any) -> None:
    api = API()
    with client(api) as workos:
        session = load(workos, cookie())
        session._password = {1: COOKIE, 2: "short"}
        with pytest.raises(ConfigurationError):
            session.refresh(**arguments)
    assert not api.requests


@pytest.mark.parametrize(
    ("status", "body", "reason", "error"),
    [
        (500, {}, "api_unavailable", None),
        (429, {}, "rate_limited", RateLimitExceededError),
        (200, [], "api_unavailable", DecodeError),
        (200, token_response(access_token=None), "invalid_response", MissingFieldError),
        (200, token_response(refresh_token=""), "invalid_response", SealError),
        (400, {"error": "invalid_client"}, "invalid_client", None),
        (400, {"code": "a", "error": "b"}, "b", None),
        (400, {"code": "a"}, "a", None),
    ],
)
def test_error_of_a_failed_refresh(status: int, body: Any, reason: str, error: Any) -> None:
    with client(API(status, body)) as workos:
        result = rejected(load(workos, cookie()).refresh())
    assert result.reason == reason
    assert isinstance(result.error, error or Exception)
    if reason == "invalid_response" and body.get("refresh_token") == "":
        assert "empty refresh token" in str(result.error)
        assert isinstance(result.error, SealError)
        assert result.error.reason == "bad_payload"
    assert (load(workos, None).refresh()) == SessionNotAuthenticated("no_session_cookie_provided")


def test_details_are_dropped_only_if_the_session_is_too_long() -> None:
    details: dict[str, Any] = {**USER, "metadata": {"a": "x" * 60_000}}
    with client(API(body=token_response(user=details))) as workos:
        result = refreshed(load(workos, cookie(extra={"cart": [1]})).refresh())
        assert (result.user.metadata, unseal(result.sealed_session, COOKIE).get("cart")) == ({}, None)
    details["metadata"]["a"] = "x" * 100
    with client(API(body=token_response(user=details))) as workos:
        session = load(workos, cookie(extra={"cart": [1]}))
        result = refreshed(session.refresh())
        assert result.user.metadata == details["metadata"]
        short = session.drop_details()
        assert short is not None
        stored = unseal_session(short, COOKIE).session
        assert (stored.refresh_token, stored.extra) == ("new", {})
        assert (stored.user or {})["metadata"] == {}
        assert load(workos, short).get_logout_url() == session.get_logout_url()


def test_session_that_cannot_be_sealed_is_not_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    attempts: list[object] = []

    def fail(session: SessionData, _: object) -> str:
        attempts.append(session)
        raise SealError("no JSON", reason="bad_payload")

    old = cookie()
    monkeypatch.setattr("workos_sync._auth.session.seal_session", fail)
    with client(API()) as workos:
        result = rejected(load(workos, old).refresh())
    assert (result.reason, str(result.error), len(attempts)) == ("invalid_response", "no JSON", 1)


def test_logout_url() -> None:
    with client(API()) as workos:
        session = load(workos, cookie())
        for url in (session.get_logout_url(return_to="/bye"), session.sign_out(return_to="/bye")):
            assert httpx.URL(url).params == httpx.QueryParams(session_id="session_1", return_to="/bye")
        assert "return_to" not in session.get_logout_url()
        assert "return_to" not in session.sign_out()
        with pytest.raises(InvalidArgumentError, match="no session to end"):
            load(workos, cookie(access_token="a.b.c")).sign_out()


def test_session_that_has_ended_is_not_refreshed() -> None:
    api = API()
    with client(api) as workos:
        load(workos, cookie()).sign_out()
        result = rejected(load(workos, cookie()).refresh())
        assert (result.reason, result.retryable) == ("session_ended", False)
        assert not api.requests
        assert load(workos, cookie(access_token=token(sid="session_2"))).refresh()


def test_session_that_ends_during_its_refresh(monkeypatch: pytest.MonkeyPatch) -> None:
    api = API()
    with client(api) as workos:
        ended = workos._requestor.auth.ended_sessions
        api.during = lambda: ended._ended.update(session_1=ended._clock())
        assert rejected(load(workos, cookie()).refresh()).reason == "session_ended"


def test_another_process_is_asked_only_for_kept_results(monkeypatch: pytest.MonkeyPatch) -> None:
    api = API()
    with client(api, deadline=30) as workos:
        ended = workos._requestor.auth.ended_sessions
        asked: list[tuple[str | None, float]] = []

        def contains_shared(session_id: str | None, deadline: Deadline | None) -> bool:
            assert deadline is not None
            asked.append((session_id, deadline.seconds))
            return len(asked) > 1

        monkeypatch.setattr(ended, "contains_shared", contains_shared)
        assert load(workos, cookie()).refresh()
        assert asked == []
        assert load(workos, cookie()).refresh()
        assert rejected(load(workos, cookie()).refresh()).reason == "session_ended"
        assert asked == [("session_1", 30)] * 2


def test_sign_out_discards_only_the_results_of_its_session() -> None:
    api = API()
    with client(api) as workos:
        for session_id in ("session_1", "session_2"):
            api.body = token_response(access_token=token(sid=session_id))
            old = cookie(refresh_token=f"old of {session_id}", access_token=token(sid=session_id))
            assert load(workos, old).refresh()
        results = workos._requestor.auth.single_flight_refresh._results
        assert len(results) == 2
        load(workos, cookie()).sign_out()
        assert [result.session_id for _, result in results.values()] == ["session_2"]


def test_revoke(caplog: pytest.LogCaptureFixture) -> None:
    api = API(204, {})
    with client(api) as workos:
        assert load(workos, cookie()).revoke() is True
        (request,) = api.requests
        assert (request.url.path, json.loads(request.content)) == (
            "/user_management/sessions/revoke",
            {"session_id": "session_1"},
        )
        assert load(workos, "malformed").revoke() is False
        api.status = 500
        with caplog.at_level(logging.WARNING, "workos"):
            assert load(workos, cookie()).revoke() is False
        assert "a session could not be revoked: ServerError" in caplog.messages
        assert len(api.requests) == 2


def test_deadline_of_the_client_applies_to_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    api = API()
    with client(api, deadline=7) as workos:
        options: list[Any] = []
        users = workos.user_management

        def authenticate(**arguments: Any) -> Any:
            options.append(arguments["options"])
            return original(**arguments)

        def revoke_session(**arguments: Any) -> None:
            options.append(arguments["options"])

        original = users.authenticate_with_refresh_token
        monkeypatch.setattr(users, "authenticate_with_refresh_token", authenticate)
        monkeypatch.setattr(users, "revoke_session", revoke_session)
        added: list[Any] = []

        def add(session_id: str, deadline: Deadline | None) -> None:
            added.append((session_id, deadline and deadline.seconds))

        monkeypatch.setattr(workos._requestor.auth.ended_sessions, "add", add)
        session = load(workos, cookie())
        assert session.refresh()
        assert session.revoke()
        session.sign_out()
        assert [each["deadline"].seconds for each in options] == [7, 7]
        assert added == [("session_1", 7)] * 2


def test_deadline_that_has_passed() -> None:
    api = API()
    with client(api) as workos:
        session = load(workos, cookie())
        result = rejected(refresh_within(session, Deadline.start(0)))
        assert (result.reason, result.retryable) == ("api_unavailable", True)
        assert isinstance(result.error, APITimeoutError)
        result = rejected(authenticate_within(session, Deadline.start(0)))
        assert (result.reason, result.retryable) == ("keys_unavailable", True)
        assert isinstance(result.error, APITimeoutError)
        assert not api.requests


@pytest.mark.parametrize(
    ("deadline", "redis", "expected"), [(None, False, None), (None, True, 25.0), (7, True, 7.0), (7, False, 7.0)]
)
def test_default_deadline_of_a_refresh(deadline: float | None, redis: bool, expected: float | None) -> None:
    with client(API(), deadline=deadline, refresh_lock="redis://127.0.0.1:1" if redis else None) as workos:
        started = start_deadline_of(load(workos, cookie()))
    assert (started and started.seconds) == expected


def test_fields_of_an_authenticated_session(emulator: Emulator, workos: WorkOS) -> None:
    users = workos.user_management
    users.create_user(email="ada@example.com", password="correct horse battery 1", email_verified=True)
    response = users.authenticate_with_password(email="ada@example.com", password="correct horse battery 1")
    data = SessionData(
        access_token=response.access_token, impersonator=IMPERSONATOR, authentication_method="Password", user=USER
    )
    result = load(workos, seal_session(data, COOKIE)).authenticate()
    assert isinstance(result, SessionAuthenticated)
    assert (result.user.id, result.access_token, result.impersonator) == (
        "user_1",
        response.access_token,
        IMPERSONATOR,
    )
    assert (result.authentication_method, result.claims.sub) == ("Password", response.user.id)
    result = load(workos, seal_session(SessionData(access_token=response.access_token), COOKIE)).authenticate()
    assert isinstance(result, SessionAuthenticated)
    with pytest.raises(MissingFieldError):
        result.user.email  # noqa: B018
    assert (result.impersonator, result.authentication_method) == (None, None)


@pytest.mark.parametrize("wait", [None, 30.0])
def test_unknown_keys_are_retryable_if_they_may_be_new(wait: float | None, monkeypatch: pytest.MonkeyPatch) -> None:
    error = UnknownKeyError("unknown", reason="unknown_key")
    error.retry_after = wait

    with client(API(), deadline=7) as workos:
        deadlines: list[float | None] = []

        def verify(access_token: str, *, deadline: float | None) -> Any:
            assert access_token == token()
            deadlines.append(deadline)
            raise error

        monkeypatch.setattr(workos._requestor.auth.tokens, "verify_access_token", verify)
        result = rejected(load(workos, cookie()).authenticate())
    assert result.error is error
    assert (result.reason, result.retryable, result.retry_after) == ("invalid_jwt", wait is not None, wait)
    assert deadlines[0] is not None
    assert 0 < deadlines[0] <= 7


def test_keys_that_are_unavailable() -> None:
    for status, body in ((500, {}), (200, []), (200, {"keys": 5})):
        with client(API(status, body)) as workos:
            result = rejected(load(workos, cookie()).authenticate())
        assert (result.reason, result.retryable, result.retry_after) == ("keys_unavailable", True, None)
        assert result.error is not None


@pytest.mark.parametrize(
    ("status", "retryable"), [(400, False), (399, True), (499, False), (500, True), (407, True), (408, True)]
)
def test_only_a_rejection_by_the_api_ends_a_session(status: int, retryable: bool) -> None:
    with client(API(status, {"error": "invalid_grant"})) as workos:
        result = rejected(load(workos, cookie()).refresh())
    assert result.retryable is retryable
    assert result.reason == ("api_unavailable" if retryable else "invalid_grant")
    assert result.error is not None


def test_retry_after_of_a_refresh() -> None:
    with client(API(429, {}, {"Retry-After": "7"})) as workos:
        result = rejected(load(workos, cookie()).refresh())
    assert (result.reason, result.retryable, result.retry_after) == ("rate_limited", True, 7.0)
    assert isinstance(result.error, RateLimitExceededError)


@pytest.mark.parametrize("code", ["invalid_client", "unauthorized_client", "unauthorized", "Unauthorized"])
def test_wrong_credentials_do_not_end_a_session(code: str) -> None:
    with client(API(401, {"error": code})) as workos:
        result = rejected(load(workos, cookie()).refresh())
    assert (result.reason, result.retryable) == (code, True)
