# Generated from tests/async_/test_session.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Sealed sessions against the emulator."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from workos_core.auth.sealing.iron import seal, unseal
from workos_core.auth.sessions.results import SessionAuthenticated, SessionNotAuthenticated, SessionRefreshed
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.serialization.base64url import encode_base64url
from workos_emulator import Emulator
from workos_sync import ConfigurationError, InvalidArgumentError, InvalidTokenError, WorkOS

PASSWORD = "correct horse battery 1"
COOKIE = "a cookie password of more than thirty-two characters"


@pytest.fixture
def cookie(workos: WorkOS) -> str:
    user = workos.user_management.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
    organization = workos.organizations.create_organization(name="Acme")
    workos.user_management.create_organization_membership(user_id=user.id, organization_id=organization.id)
    response = workos.user_management.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    data = SessionData(
        access_token=response.access_token,
        refresh_token=response.refresh_token,
        user={"id": user.id, "email": user.email},
        organization_id=organization.id,
    )
    return seal_session(data, COOKIE)


def test_valid_session(workos: WorkOS, cookie: str) -> None:
    result = workos.user_management.authenticate_with_session_cookie(session_data=cookie, cookie_password=COOKIE)
    assert isinstance(result, SessionAuthenticated)
    assert result.authenticated
    assert result.user.email == "ada@example.com"
    assert result.session_id.startswith("session_")
    assert result.organization_id
    assert result.access_token not in repr(result)


@pytest.mark.parametrize(
    ("session_data", "reason"),
    [
        (None, "no_session_cookie_provided"),
        ("", "no_session_cookie_provided"),
        ("malformed", "invalid_session_cookie"),
        ("Fe26.2*1*a*b*c**d*e~2", "invalid_session_cookie"),
        ("gAAAAAmalformed", "invalid_session_cookie"),
    ],
)
def test_missing_and_malformed_cookies(workos: WorkOS, session_data: str | None, reason: str) -> None:
    session = workos.user_management.load_sealed_session(session_data=session_data, cookie_password=COOKIE)
    for result in (session.authenticate(), session.refresh()):
        assert isinstance(result, SessionNotAuthenticated)
        assert (result.authenticated, result.reason, result.retryable) == (False, reason, False)
    with pytest.raises(InvalidArgumentError, match="not a valid session cookie"):
        session.get_logout_url()


def test_cookie_of_another_password(workos: WorkOS, cookie: str) -> None:
    session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password="x" * 32)
    result = session.authenticate()
    assert isinstance(result, SessionNotAuthenticated)
    assert result.reason == "invalid_session_cookie"


def test_several_passwords(workos: WorkOS, cookie: str) -> None:
    session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=["n" * 32, COOKIE])
    refreshed = session.refresh()
    assert isinstance(refreshed, SessionRefreshed)
    assert unseal(refreshed.sealed_session, "n" * 32)["accessToken"] == refreshed.access_token


def test_refresh_keeps_the_organization(workos: WorkOS, cookie: str) -> None:
    session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE)
    before = session.authenticate()
    refreshed = session.refresh()
    assert isinstance(before, SessionAuthenticated)
    assert isinstance(refreshed, SessionRefreshed)
    assert refreshed.sealed_session != cookie
    assert refreshed.organization_id == before.organization_id
    for name in ("session_id", "role", "roles", "permissions", "entitlements", "feature_flags"):
        assert getattr(refreshed, name) == getattr(before, name)
    assert refreshed.roles
    assert refreshed.refresh_token not in repr(refreshed)
    after = workos.user_management.authenticate_with_session_cookie(
        session_data=refreshed.sealed_session, cookie_password=COOKIE
    )
    assert isinstance(after, SessionAuthenticated)
    assert after.session_id == before.session_id
    assert after.user.id == before.user.id


def test_the_impersonator_is_part_of_the_results(workos: WorkOS, cookie: str) -> None:
    impersonator = {"email": "support@example.com", "reason": "ticket 7"}
    sealed = seal(unseal(cookie, COOKIE) | {"impersonator": impersonator}, COOKIE)
    session = workos.user_management.load_sealed_session(session_data=sealed, cookie_password=COOKIE)
    result = session.authenticate()
    assert isinstance(result, SessionAuthenticated)
    assert result.impersonator == impersonator


def test_the_claims_of_new_tokens_are_part_of_the_result(against: Callable[..., WorkOS]) -> None:
    claims = {"sid": "session_1", "feature_flags": ["beta"], "roles": ["admin"], "entitlements": ["sso"]}
    parts = [encode_base64url(json.dumps(part).encode()) for part in ({"alg": "RS256", "kid": "1"}, claims)]
    tokens = {"access_token": ".".join([*parts, "AA"]), "refresh_token": "new", "user": {"id": "user_1"}}
    with against(lambda _: httpx.Response(200, json=tokens)) as workos:
        old = seal_session(SessionData(refresh_token="old", user={"id": "user_1"}), COOKIE)
        result = workos.user_management.load_sealed_session(session_data=old, cookie_password=COOKIE).refresh()
    assert isinstance(result, SessionRefreshed)
    assert (result.session_id, list(result.feature_flags)) == ("session_1", ["beta"])
    assert (list(result.roles), list(result.entitlements)) == (["admin"], ["sso"])


def test_refresh_with_another_password(workos: WorkOS, cookie: str) -> None:
    session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE)
    refreshed = session.refresh(cookie_password="n" * 32)
    assert isinstance(refreshed, SessionRefreshed)
    assert unseal(refreshed.sealed_session, "n" * 32)["accessToken"] == refreshed.access_token
    assert isinstance(session.authenticate(), SessionAuthenticated)


def test_invalid_access_tokens(workos: WorkOS, cookie: str) -> None:
    _, payload, signature = unseal(cookie, COOKIE)["accessToken"].split(".")
    unknown = ".".join([encode_base64url(b'{"alg": "RS256", "kid": "other"}'), payload, signature])
    for access_token, reason in (("a.b.c", "malformed"), (unknown, "unknown_key")):
        sealed = seal(unseal(cookie, COOKIE) | {"accessToken": access_token}, COOKIE)
        session = workos.user_management.load_sealed_session(session_data=sealed, cookie_password=COOKIE)
        result = session.authenticate()
        assert isinstance(result, SessionNotAuthenticated)
        assert isinstance(result.error, InvalidTokenError)
        assert (result.reason, result.error.reason) == ("invalid_jwt", reason)


def test_extra_keys_are_preserved(workos: WorkOS, cookie: str) -> None:
    data = unseal(cookie, COOKIE) | {
        "ourOwn": {"cart": [1]},
        "sealedSession": "old",
        "authenticationMethod": "Password",
    }
    refreshed = workos.user_management.refresh_and_seal_session_data(
        session_data=seal(data, COOKIE), cookie_password=COOKIE
    )
    assert isinstance(refreshed, SessionRefreshed)
    after = unseal(refreshed.sealed_session, COOKIE)
    assert after["ourOwn"] == {"cart": [1]}
    assert after["authenticationMethod"] == "Password"
    assert "sealedSession" not in after
    assert after["refreshToken"] == refreshed.refresh_token


def test_invalid_password_is_rejected_before_the_refresh_token_is_used(
    workos: WorkOS, cookie: str, emulator: Emulator
) -> None:
    session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE)
    emulator.requests.clear()
    with pytest.raises(ConfigurationError, match=r"at least 32 characters \(got 5\)"):
        session.refresh(cookie_password="short")
    with pytest.raises(ConfigurationError, match="is a number"):
        session.refresh(cookie_password={"current": COOKIE})
    assert len(emulator.requests) == 0


def test_refreshes_of_the_old_cookie_receive_the_same_new_cookie(
    workos: WorkOS, cookie: str, emulator: Emulator
) -> None:
    emulator.requests.clear()
    users = workos.user_management
    results = [users.refresh_and_seal_session_data(session_data=cookie, cookie_password=COOKIE) for _ in range(5)]
    assert all(result == results[0] for result in results)
    assert isinstance(results[0], SessionRefreshed)
    assert len(emulator.requests) == 1


@pytest.mark.parametrize(
    ("fault", "reason", "retryable"),
    [
        ({"status": 429, "retry_after": 7}, "rate_limited", True),
        ({"status": 503}, "api_unavailable", True),
        ({"status": 200, "body": "<html>"}, "api_unavailable", True),
        ({"status": 302, "headers": {"Location": "http://portal.example/"}, "body": ""}, "api_unavailable", True),
        ({"status": 302, "body": {"error": "moved"}}, "api_unavailable", True),
        ({"status": 400, "body": ""}, "api_unavailable", True),
        ({"status": 401, "body": "<html>"}, "api_unavailable", True),
        ({"status": 403, "body": "<html>"}, "api_unavailable", True),
        ({"status": 403, "body": ["invalid_grant"]}, "api_unavailable", True),
        ({"status": 404, "body": {"message": "no such page"}}, "api_unavailable", True),
        ({"status": 400, "body": {"error": "invalid_client"}}, "invalid_client", True),
        ({"status": 400, "body": {"error": "unauthorized_client"}}, "unauthorized_client", True),
        ({"status": 401, "body": {"code": "unauthorized", "message": "Unauthorized"}}, "unauthorized", True),
        ({"status": 404, "body": {"error": "", "code": None}}, "api_unavailable", True),
        ({"status": 407, "body": {"error": "proxy"}}, "api_unavailable", True),
        ({"status": 408, "body": {"error": "timeout"}}, "api_unavailable", True),
        ({"status": 511, "body": {"error": "sign in to the Wi-Fi"}}, "api_unavailable", True),
        ({"status": 404, "body": {"code": "entity_not_found", "message": "m"}}, "entity_not_found", False),
        ({"status": 422, "body": {"code": "invalid_request_parameters"}}, "invalid_request_parameters", False),
        ({"status": 400, "body": {"error": "invalid_grant", "error_description": "used up"}}, "invalid_grant", False),
        ({"status": 403, "body": {"code": "mfa_enrollment", "message": "m"}}, "mfa_enrollment", False),
    ],
)
def test_failed_refreshes(emulator: Emulator, cookie: str, fault: dict[str, Any], reason: str, retryable: bool) -> None:
    with WorkOS(
        emulator.api_key,
        client_id=emulator.client_id,
        transport=emulator.transport,
        max_retries=0,
        rate_limiter=None,  # it would obey the Retry-After
    ) as workos:
        session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE)
        emulator.faults.add(**fault)
        result = session.refresh()
        assert isinstance(result, SessionNotAuthenticated)
        assert (result.reason, result.retryable) == (reason, retryable)
        assert result.retry_after == (7.0 if reason == "rate_limited" else None)
        assert isinstance(session.refresh(), SessionRefreshed)


def test_unavailable_keys_do_not_end_the_session(against: Callable[..., WorkOS], cookie: str) -> None:
    with against(lambda _: httpx.Response(500), max_retries=0) as client:
        result = client.user_management.authenticate_with_session_cookie(session_data=cookie, cookie_password=COOKIE)
    assert isinstance(result, SessionNotAuthenticated)
    assert (result.reason, result.retryable) == ("keys_unavailable", True)


def test_get_logout_url_from_session_cookie(workos: WorkOS, cookie: str) -> None:
    url = workos.user_management.get_logout_url_from_session_cookie(
        session_data=cookie, cookie_password=COOKIE, return_to="https://app.example.com"
    )
    assert url.startswith(f"{workos.base_url}/user_management/sessions/logout?session_id=session_")
    assert url.endswith("&return_to=https%3A%2F%2Fapp.example.com")


def test_password_from_the_environment(emulator: Emulator, cookie: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", COOKIE)
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        result = workos.user_management.authenticate_with_session_cookie(session_data=cookie)
    assert isinstance(result, SessionAuthenticated)


def test_missing_and_short_passwords(workos: WorkOS, cookie: str) -> None:
    with pytest.raises(ConfigurationError, match="WORKOS_COOKIE_PASSWORD"):
        workos.user_management.load_sealed_session(session_data=cookie)
    with pytest.raises(ConfigurationError) as caught:
        workos.user_management.load_sealed_session(session_data=cookie, cookie_password="short")
    assert "short'" not in str(caught.value)
