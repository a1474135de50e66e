# Generated from tests/async_/test_sign_in.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Browser sign-in against the emulator: start, complete, authenticate, switch organizations, sign out."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.support.browser import CookieJar
from workos_core.auth.sealing.iron import unseal
from workos_core.serialization.base64url import encode_base64url
from workos_emulator import Emulator, Request
from workos_sync import (
    Authenticated,
    ConfigurationError,
    InvalidArgumentError,
    NotAuthenticated,
    OrganizationNotSwitched,
    OrganizationSwitched,
    SignedIn,
    SignIn,
    SignInFailed,
    WorkOS,
    cookie_settings,
)
from workos_sync._auth.jwks_cache import MIN_COOLDOWN

CALLBACK = "http://localhost:3000/callback"
PASSWORD = "a cookie password of more than thirty-two characters"
ADA = "ada@example.com"


@pytest.fixture
def sign_in(emulator: Emulator) -> Iterator[SignIn]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0) as workos:
        workos.user_management.create_user(email=ADA, email_verified=True, first_name="Ada")
        yield SignIn(workos, redirect_uri=CALLBACK, cookie_password=PASSWORD)


def complete_sign_in(sign_in: SignIn, emulator: Emulator, jar: CookieJar, *, return_to: str | None = None) -> SignedIn:
    redirect = sign_in.start(jar, return_to=return_to, login_hint=ADA)
    jar.store(redirect.cookies)
    result = sign_in.complete(jar.open_authorization_url(emulator, redirect.url), jar)
    assert isinstance(result, SignedIn)
    jar.store(result.cookies)
    return result


def sign_in_expired(sign_in: SignIn, emulator: Emulator) -> CookieJar:
    """Sign in and return the cookies of a session whose access token has expired."""
    jar = CookieJar()
    lifetime, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    complete_sign_in(sign_in, emulator, jar)
    emulator.settings.access_token_lifetime = lifetime
    return jar


def test_start_and_complete(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    redirect = sign_in.start(jar, return_to="/reports?year=2", custom_state="mine", login_hint=ADA)
    (verifier,) = redirect.cookies
    assert verifier.name.startswith("wos-auth-verifier-")
    assert (verifier.max_age, verifier.same_site, verifier.http_only, verifier.path) == (600, "lax", True, "/")
    jar.store(redirect.cookies)
    result = sign_in.complete(
        jar.open_authorization_url(emulator, redirect.url), jar, ip_address="192.0.2.1", user_agent="test"
    )
    assert isinstance(result, SignedIn)
    assert (result.return_to, result.custom_state, result.impersonator) == ("/reports?year=2", "mine", None)
    jar.store(result.cookies)
    assert set(jar) == {"wos-session"}
    authentication = sign_in.authenticate(jar)
    assert isinstance(authentication, Authenticated)
    assert (authentication.identity.kind, authentication.identity.user_id) == ("session", result.response.user.id)
    assert authentication.identity.user is not None
    assert authentication.identity.user.first_name == "Ada"
    assert authentication.cookies == ()
    assert result.response.access_token not in repr((redirect, result, authentication))


def test_valid_cookie_needs_no_request(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    complete_sign_in(sign_in, emulator, jar)
    sign_in.authenticate(jar)
    emulator.requests.clear()
    for _ in range(50):
        assert (sign_in.authenticate(jar)).authenticated
    assert len(emulator.requests) == 0


def test_expired_access_token_is_refreshed(sign_in: SignIn, emulator: Emulator) -> None:
    jar = sign_in_expired(sign_in, emulator)
    sign_in.authenticate({})
    emulator.requests.clear()
    results = [sign_in.authenticate(jar) for _ in range(5)]
    for authentication in results:
        assert isinstance(authentication, Authenticated)
        assert authentication.refreshed
        assert authentication.cookies == results[0].cookies
    assert [entry.request.path for entry in emulator.requests].count("/user_management/authenticate") == 1
    jar.store(results[0].cookies)
    again = sign_in.authenticate(jar)
    assert isinstance(again, Authenticated)
    assert not again.refreshed


def test_users_stay_signed_in_during_an_outage(emulator: Emulator, sign_in: SignIn) -> None:
    jar = sign_in_expired(sign_in, emulator)
    clock = [0.0]
    jwks: Any = vars(sign_in)["_workos"]._requestor.auth.tokens.jwks
    jwks._clock = lambda: clock[0]
    refresh = "/user_management/authenticate"
    for path, status, reason in (
        ("/sso/jwks/*", 503, "keys_unavailable"),
        (refresh, 503, "api_unavailable"),
        (refresh, 403, "api_unavailable"),  # of a firewall
    ):
        emulator.faults.add(status=status, path=path, body="<html>")
        authentication = sign_in.authenticate(jar)
        assert isinstance(authentication, NotAuthenticated)
        assert (authentication.reason, authentication.retryable, authentication.cookies) == (reason, True, ())
        clock[0] += MIN_COOLDOWN
    assert (sign_in.authenticate(jar)).authenticated


def test_refreshed_session_is_kept_even_if_it_cannot_be_verified(emulator: Emulator, sign_in: SignIn) -> None:
    jar = sign_in_expired(sign_in, emulator)

    def with_an_unknown_key(request: httpx.Request) -> httpx.Response:
        target = request.url.raw_path.decode()
        response = emulator.handle(Request.from_raw(request.method, target, request.headers.raw, request.content))
        body = json.loads(response.body)
        if "access_token" in body:
            header = encode_base64url(b'{"alg": "RS256", "kid": "new"}')
            body["access_token"] = f"{header}.{body['access_token'].partition('.')[2]}"
        return httpx.Response(response.status, json=body)

    transport = httpx.MockTransport(with_an_unknown_key)
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=transport) as client:
        other = SignIn(client, redirect_uri=CALLBACK, cookie_password=PASSWORD)
        authentication = other.authenticate(jar)
    assert isinstance(authentication, NotAuthenticated)
    assert (authentication.reason, authentication.retryable) == ("invalid_jwt", True)
    assert [cookie.name for cookie in authentication.cookies if cookie.max_age] == ["wos-session"]


def test_ended_session(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    jar = sign_in_expired(sign_in, emulator)
    (session,) = emulator.environment.state.sessions
    workos.user_management.revoke_session(session_id=session.id)
    authentication = sign_in.authenticate(jar)
    assert isinstance(authentication, NotAuthenticated)
    assert not authentication.retryable
    jar.store(authentication.cookies)
    assert dict(jar) == {}


def test_missing_and_malformed_session_cookie(sign_in: SignIn) -> None:
    authentication = sign_in.authenticate({"other": "cookie"})
    assert isinstance(authentication, NotAuthenticated)
    assert (authentication.reason, authentication.cookies) == ("no_session_cookie_provided", ())
    authentication = sign_in.authenticate({"wos-session": "malformed"})
    assert isinstance(authentication, NotAuthenticated)
    assert [(cookie.name, cookie.max_age) for cookie in authentication.cookies] == [("wos-session", 0)]


def test_switch_organization(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    jar = CookieJar()
    result = complete_sign_in(sign_in, emulator, jar)
    organization = workos.organizations.create_organization(name="Acme")
    failed = sign_in.switch_organization(jar, organization.id)
    assert isinstance(failed, OrganizationNotSwitched)
    assert failed.cookies == ()
    workos.user_management.create_organization_membership(
        user_id=result.response.user.id, organization_id=organization.id
    )
    switched = sign_in.switch_organization(jar, organization.id)
    assert isinstance(switched, OrganizationSwitched)
    jar.store(switched.cookies)
    authentication = sign_in.authenticate(jar)
    assert isinstance(authentication, Authenticated)
    assert authentication.identity.organization_id == organization.id


@pytest.mark.parametrize(("reason", "provider"), [("sso_required", []), ("mfa_enrollment", ["authkit"])])
def test_organization_that_requires_a_separate_sign_in(
    sign_in: SignIn, emulator: Emulator, reason: str, provider: list[str]
) -> None:
    jar = CookieJar()
    complete_sign_in(sign_in, emulator, jar)
    emulator.faults.add(status=403, body={"error": reason, "error_description": "no", "code": reason, "message": "no"})
    failed = sign_in.switch_organization(jar, "org_1", return_to="/there")
    assert isinstance(failed, OrganizationNotSwitched)
    assert failed.reason == reason
    assert failed.sign_in is not None
    query = parse_qs(urlsplit(failed.sign_in.url).query)
    assert (query.get("provider", []), query["organization_id"]) == (provider, ["org_1"])
    assert unseal(failed.sign_in.cookies[0].value, PASSWORD)["returnPathname"] == "/there"


def test_sign_out(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    complete_sign_in(sign_in, emulator, jar)
    redirect = sign_in.sign_out(jar, return_to="http://localhost:3000/bye")
    jar.store(redirect.cookies)
    assert dict(jar) == {}
    assert "/user_management/sessions/logout?session_id=session_" in redirect.url
    assert "return_to=http%3A%2F%2Flocalhost%3A3000%2Fbye" in redirect.url
    signed_out = sign_in.sign_out(jar)
    assert (signed_out.url, signed_out.cookies) == ("/", ())


def test_long_sessions_are_split_into_chunks(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    (user,) = workos.user_management.list_users().collect()
    workos.user_management.update_user(user.id, metadata={f"key{n}": "v" * 590 for n in range(7)})
    jar = CookieJar()
    complete_sign_in(sign_in, emulator, jar)
    assert set(jar) == {"wos-session.0", "wos-session.1"}
    assert all(len(name) + 1 + len(value) <= 4096 for name, value in jar.items())
    assert (sign_in.authenticate(jar)).authenticated
    workos.user_management.update_user(user.id, metadata={f"key{n}": "" for n in range(7)})
    complete_sign_in(sign_in, emulator, jar)
    assert set(jar) == {"wos-session"}
    jar.store((sign_in.sign_out(jar)).cookies)
    assert dict(jar) == {}


def test_at_most_five_sign_ins_are_pending(sign_in: SignIn) -> None:
    jar = CookieJar()
    for number in range(1, 6):
        jar.store(sign_in.start(jar).cookies)
        assert len(jar) == number
    redirect = sign_in.start(jar)
    jar.store(redirect.cookies)
    assert list(jar) == [redirect.cookies[0].name]


@pytest.mark.parametrize(
    ("fault", "reason", "retryable"),
    [
        ({"status": 503}, "api_unavailable", True),
        ({"status": 500}, "api_unavailable", True),
        ({"status": 408}, "api_unavailable", True),
        ({"status": 499}, "refused", False),
        ({"status": 400, "body": {"error": "invalid_grant", "error_description": "d"}}, "invalid_grant", False),
        ({"status": 429}, "rate_limited", True),
        ({"status": 200, "body": "<html>"}, "api_unavailable", True),
        ({"status": 403, "body": {"code": "mfa_challenge", "message": "m"}}, "mfa_challenge", False),
    ],
)
def test_failed_code_exchange(
    sign_in: SignIn, emulator: Emulator, fault: dict[str, object], reason: str, retryable: bool
) -> None:
    jar = CookieJar()
    redirect = sign_in.start(jar, return_to="/there", login_hint=ADA)
    jar.store(redirect.cookies)
    query = jar.open_authorization_url(emulator, redirect.url)
    emulator.faults.add(path="/user_management/authenticate", count=9, **fault)
    failed = sign_in.complete(query, jar)
    assert isinstance(failed, SignInFailed)
    assert (failed.reason, failed.retryable, failed.return_to) == (reason, retryable, "/there")
    jar.store(failed.cookies)
    assert dict(jar) == {}


@pytest.mark.parametrize(
    ("error", "retryable"),
    [("access_denied", False), ("server_error", True), ("connection_invalid", False), ("new_error", False)],
)
def test_error_in_the_callback(sign_in: SignIn, error: str, retryable: bool) -> None:
    jar = CookieJar()
    redirect = sign_in.start(jar, return_to="/there")
    jar.store(redirect.cookies)
    failed = sign_in.complete({"error": error, "state": redirect.cookies[0].value}, jar)
    assert isinstance(failed, SignInFailed)
    assert (failed.reason, failed.retryable, failed.return_to) == (error, retryable, "/there")
    assert len(failed.cookies) == 1


def test_duplicate_parameters_in_the_callback(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    redirect = sign_in.start(jar, login_hint=ADA)
    jar.store(redirect.cookies)
    query = jar.open_authorization_url(emulator, redirect.url)
    emulator.requests.clear()
    for duplicate in ("code=", "state=", "error=&error="):
        failed = sign_in.complete(f"{query}&{duplicate}", jar)
        assert isinstance(failed, SignInFailed)
        assert (failed.reason, failed.retryable) == ("malformed_callback", False)
    assert len(emulator.requests) == 0
    assert isinstance(sign_in.complete(query, jar), SignedIn)


def test_impersonation(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    (ada,) = workos.user_management.list_users().collect()
    impersonator = {"email": "support@example.com", "reason": "ticket 7"}
    jar = CookieJar()
    redirect = sign_in.start(jar)
    jar.store(redirect.cookies)
    code = emulator.seed.impersonation(ada.id, **impersonator, authorization_url=redirect.url)
    lifetime, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    result = sign_in.complete({"code": code, "state": redirect.cookies[0].value}, jar)
    emulator.settings.access_token_lifetime = lifetime
    assert isinstance(result, SignedIn)
    assert result.impersonator == impersonator
    jar.store(result.cookies)
    for refreshed in (True, False):
        authentication = sign_in.authenticate(jar)
        assert isinstance(authentication, Authenticated)
        assert authentication.refreshed is refreshed
        assert authentication.identity.user_id == ada.id
        assert authentication.identity.is_impersonated
        assert authentication.identity.impersonator == impersonator
        jar.store(authentication.cookies)


def test_code_from_the_dashboard_has_no_state(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    (ada,) = workos.user_management.list_users().collect()
    failed = sign_in.complete({"code": emulator.seed.impersonation(ada.id, email="s@example.com")}, {})
    assert isinstance(failed, SignInFailed)
    assert (failed.reason, failed.cookies) == ("missing_state", ())


def test_missing_and_invalid_settings(workos: WorkOS, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WORKOS_REDIRECT_URI", "WORKOS_COOKIE_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ConfigurationError, match="WORKOS_REDIRECT_URI"):
        SignIn(workos).start({})
    with pytest.raises(ConfigurationError, match="WORKOS_COOKIE_PASSWORD"):
        SignIn(workos, redirect_uri=CALLBACK).start({})
    with pytest.raises(ConfigurationError, match="WORKOS_COOKIE_PASSWORD"):
        SignIn(workos, redirect_uri=CALLBACK).authenticate({})
    with pytest.raises(InvalidArgumentError):
        SignIn(workos, redirect_uri="/callback", cookie_password=PASSWORD)
    monkeypatch.setenv("WORKOS_REDIRECT_URI", CALLBACK)
    monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", PASSWORD)
    sign_in = SignIn(workos, cookies=cookie_settings(CALLBACK, name="mine"))
    assert PASSWORD not in repr(sign_in)
    with pytest.raises(InvalidArgumentError, match="only one of organization_id, provider"):
        sign_in.start({}, organization_id="org_1", provider="GoogleOAuth")
    with pytest.raises(InvalidArgumentError, match="only one of organization_id, connection_id, provider"):
        sign_in.start({}, organization_id="org_1", connection_id="conn_1", provider="authkit")
