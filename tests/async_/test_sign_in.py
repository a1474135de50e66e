"""Sign-in through the browser, against the emulator: the way there and back, requests, organizations, the way out."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from tests.support.browser import CookieJar
from workos_async import (
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
from workos_core.auth.sealing.iron import unseal
from workos_core.serialization.base64url import encode_base64url
from workos_emulator import Emulator, Request

CALLBACK = "http://localhost:3000/callback"
PASSWORD = "a cookie password of more than thirty-two characters"
ADA = "ada@example.com"


@pytest.fixture
async def sign_in(emulator: Emulator) -> AsyncIterator[SignIn]:
    async with WorkOS(
        emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0
    ) as workos:
        await workos.user_management.create_user(email=ADA, email_verified=True, first_name="Ada")
        yield SignIn(workos, redirect_uri=CALLBACK, cookie_password=PASSWORD)


async def signed_in(sign_in: SignIn, emulator: Emulator, jar: CookieJar, *, return_to: str | None = None) -> SignedIn:
    begun = sign_in.start(jar, return_to=return_to, login_hint=ADA)
    jar.store(begun.cookies)
    done = await sign_in.complete(jar.open_authorization_url(emulator, begun.url), jar)
    assert isinstance(done, SignedIn)
    jar.store(done.cookies)
    return done


async def expired(sign_in: SignIn, emulator: Emulator) -> CookieJar:
    """The cookies of somebody whose access token has expired."""
    jar = CookieJar()
    usual, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    await signed_in(sign_in, emulator, jar)
    emulator.settings.access_token_lifetime = usual
    return jar


async def test_there_and_back(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    begun = sign_in.start(jar, return_to="/reports?year=2", custom_state="mine", login_hint=ADA)
    (verifier,) = begun.cookies
    assert verifier.name.startswith("wos-auth-verifier-")
    assert (verifier.max_age, verifier.same_site, verifier.http_only, verifier.path) == (600, "lax", True, "/")
    jar.store(begun.cookies)
    done = await sign_in.complete(
        jar.open_authorization_url(emulator, begun.url), jar, ip_address="192.0.2.1", user_agent="test"
    )
    assert isinstance(done, SignedIn)
    assert (done.return_to, done.custom_state, done.impersonator) == ("/reports?year=2", "mine", None)
    jar.store(done.cookies)
    assert set(jar) == {"wos-session"}
    found = await sign_in.authenticate(jar)
    assert isinstance(found, Authenticated)
    assert (found.identity.kind, found.identity.user_id) == ("session", done.response.user.id)
    assert found.identity.user is not None
    assert found.identity.user["first_name"] == "Ada"
    assert found.cookies == ()
    assert done.response.access_token not in repr((begun, done, found))


async def test_a_valid_cookie_costs_no_request(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    await signed_in(sign_in, emulator, jar)
    await sign_in.authenticate(jar)
    emulator.requests.clear()
    for _ in range(50):
        assert (await sign_in.authenticate(jar)).authenticated
    assert len(emulator.requests) == 0


async def test_an_expired_token_is_refreshed(sign_in: SignIn, emulator: Emulator) -> None:
    jar = await expired(sign_in, emulator)
    await sign_in.authenticate({})
    emulator.requests.clear()
    answers = [await sign_in.authenticate(jar) for _ in range(5)]
    for found in answers:
        assert isinstance(found, Authenticated)
        assert found.refreshed
        assert found.cookies == answers[0].cookies
    assert [entry.request.path for entry in emulator.requests].count("/user_management/authenticate") == 1
    jar.store(answers[0].cookies)
    again = await sign_in.authenticate(jar)
    assert isinstance(again, Authenticated)
    assert not again.refreshed


async def test_outages_log_nobody_out(emulator: Emulator, sign_in: SignIn) -> None:
    jar = await expired(sign_in, emulator)
    refresh = "/user_management/authenticate"
    for path, status, reason in (
        ("/sso/jwks/*", 503, "keys_unavailable"),
        (refresh, 503, "api_unavailable"),
        (refresh, 403, "api_unavailable"),  # of a firewall
    ):
        emulator.faults.add(status=status, path=path, body="<html>")
        found = await sign_in.authenticate(jar)
        assert isinstance(found, NotAuthenticated)
        assert (found.reason, found.retryable, found.cookies) == (reason, True, ())
    assert (await sign_in.authenticate(jar)).authenticated


async def test_a_new_session_is_kept_even_if_it_cannot_be_checked(emulator: Emulator, sign_in: SignIn) -> None:
    jar = await expired(sign_in, emulator)

    def with_a_key_nobody_knows(request: httpx.Request) -> httpx.Response:
        target = request.url.raw_path.decode()
        answer = emulator.handle(Request.from_raw(request.method, target, request.headers.raw, request.content))
        body = json.loads(answer.body)
        if "access_token" in body:
            header = encode_base64url(b'{"alg": "RS256", "kid": "new"}')
            body["access_token"] = f"{header}.{body['access_token'].partition('.')[2]}"
        return httpx.Response(answer.status, json=body)

    transport = httpx.MockTransport(with_a_key_nobody_knows)
    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=transport) as client:
        other = SignIn(client, redirect_uri=CALLBACK, cookie_password=PASSWORD)
        found = await other.authenticate(jar)
    assert isinstance(found, NotAuthenticated)
    assert (found.reason, found.retryable) == ("invalid_jwt", True)
    assert [cookie.name for cookie in found.cookies if cookie.max_age] == ["wos-session"]


async def test_a_session_that_has_ended(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    jar = await expired(sign_in, emulator)
    (session,) = emulator.environment.state.sessions
    await workos.user_management.revoke_session(session_id=session.id)
    found = await sign_in.authenticate(jar)
    assert isinstance(found, NotAuthenticated)
    assert not found.retryable
    jar.store(found.cookies)
    assert dict(jar) == {}


async def test_nobody(sign_in: SignIn) -> None:
    found = await sign_in.authenticate({"other": "cookie"})
    assert isinstance(found, NotAuthenticated)
    assert (found.reason, found.cookies) == ("no_session_cookie_provided", ())
    found = await sign_in.authenticate({"wos-session": "nonsense"})
    assert isinstance(found, NotAuthenticated)
    assert [(cookie.name, cookie.max_age) for cookie in found.cookies] == [("wos-session", 0)]


async def test_switching_the_organization(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    jar = CookieJar()
    done = await signed_in(sign_in, emulator, jar)
    organization = await workos.organizations.create_organization(name="Acme")
    refused = await sign_in.switch_organization(jar, organization.id)
    assert isinstance(refused, OrganizationNotSwitched)
    assert refused.cookies == ()
    await workos.user_management.create_organization_membership(
        user_id=done.response.user.id, organization_id=organization.id
    )
    switched = await sign_in.switch_organization(jar, organization.id)
    assert isinstance(switched, OrganizationSwitched)
    jar.store(switched.cookies)
    found = await sign_in.authenticate(jar)
    assert isinstance(found, Authenticated)
    assert found.identity.organization_id == organization.id


@pytest.mark.parametrize(
    ("reason", "where"), [("sso_required", "organization_id=org_1"), ("mfa_enrollment", "provider=authkit")]
)
async def test_an_organization_with_a_sign_in_of_its_own(
    sign_in: SignIn, emulator: Emulator, reason: str, where: str
) -> None:
    jar = CookieJar()
    await signed_in(sign_in, emulator, jar)
    emulator.faults.add(status=403, body={"error": reason, "error_description": "no", "code": reason, "message": "no"})
    refused = await sign_in.switch_organization(jar, "org_1", return_to="/there")
    assert isinstance(refused, OrganizationNotSwitched)
    assert refused.reason == reason
    assert refused.sign_in is not None
    assert where in refused.sign_in.url
    assert unseal(refused.sign_in.cookies[0].value, PASSWORD)["returnPathname"] == "/there"


async def test_logging_out(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    await signed_in(sign_in, emulator, jar)
    out = sign_in.sign_out(jar, return_to="http://localhost:3000/bye")
    jar.store(out.cookies)
    assert dict(jar) == {}
    assert "/user_management/sessions/logout?session_id=session_" in out.url
    assert "return_to=http%3A%2F%2Flocalhost%3A3000%2Fbye" in out.url
    nobody = sign_in.sign_out(jar)
    assert (nobody.url, nobody.cookies) == ("/", ())


async def test_long_sessions_in_chunks(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    (user,) = await workos.user_management.list_users().collect()
    await workos.user_management.update_user(user.id, metadata={f"key{n}": "v" * 590 for n in range(7)})
    jar = CookieJar()
    await signed_in(sign_in, emulator, jar)
    assert set(jar) == {"wos-session.0", "wos-session.1"}
    assert all(len(name) + 1 + len(value) <= 4096 for name, value in jar.items())
    assert (await sign_in.authenticate(jar)).authenticated
    await workos.user_management.update_user(user.id, metadata={f"key{n}": "" for n in range(7)})
    await signed_in(sign_in, emulator, jar)
    assert set(jar) == {"wos-session"}
    jar.store(sign_in.sign_out(jar).cookies)
    assert dict(jar) == {}


async def test_at_most_five_are_pending(sign_in: SignIn) -> None:
    jar = CookieJar()
    for number in range(1, 6):
        jar.store(sign_in.start(jar).cookies)
        assert len(jar) == number
    begun = sign_in.start(jar)
    jar.store(begun.cookies)
    assert list(jar) == [begun.cookies[0].name]


@pytest.mark.parametrize(
    ("fault", "reason", "retryable"),
    [
        ({"status": 503}, "api_unavailable", True),
        ({"status": 429}, "rate_limited", True),
        ({"status": 200, "body": "<html>"}, "api_unavailable", True),
        ({"status": 403, "body": {"code": "mfa_challenge", "message": "m"}}, "mfa_challenge", False),
    ],
)
async def test_codes_that_bring_no_session(
    sign_in: SignIn, emulator: Emulator, fault: dict[str, object], reason: str, retryable: bool
) -> None:
    jar = CookieJar()
    begun = sign_in.start(jar, return_to="/there", login_hint=ADA)
    jar.store(begun.cookies)
    query = jar.open_authorization_url(emulator, begun.url)
    emulator.faults.add(path="/user_management/authenticate", count=9, **fault)
    failed = await sign_in.complete(query, jar)
    assert isinstance(failed, SignInFailed)
    assert (failed.reason, failed.retryable, failed.return_to) == (reason, retryable, "/there")
    jar.store(failed.cookies)
    assert dict(jar) == {}


async def test_a_user_who_declines(sign_in: SignIn) -> None:
    jar = CookieJar()
    begun = sign_in.start(jar)
    jar.store(begun.cookies)
    failed = await sign_in.complete({"error": "access_denied", "state": begun.cookies[0].value}, jar)
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "access_denied"
    assert len(failed.cookies) == 1


async def test_impersonation_is_seen(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    (ada,) = await workos.user_management.list_users().collect()
    somebody = {"email": "support@example.com", "reason": "ticket 7"}
    jar = CookieJar()
    begun = sign_in.start(jar)
    jar.store(begun.cookies)
    code = emulator.seed.impersonation(ada.id, **somebody, authorization_url=begun.url)
    usual, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    done = await sign_in.complete({"code": code, "state": begun.cookies[0].value}, jar)
    emulator.settings.access_token_lifetime = usual
    assert isinstance(done, SignedIn)
    assert done.impersonator == somebody
    jar.store(done.cookies)
    for refreshed in (True, False):
        found = await sign_in.authenticate(jar)
        assert isinstance(found, Authenticated)
        assert found.refreshed is refreshed
        assert found.identity.user_id == ada.id
        assert found.identity.is_impersonated
        assert found.identity.impersonator == somebody
        jar.store(found.cookies)


async def test_a_code_of_the_dashboard_begins_a_sign_in(sign_in: SignIn, emulator: Emulator, workos: WorkOS) -> None:
    (ada,) = await workos.user_management.list_users().collect()
    failed = await sign_in.complete({"code": emulator.seed.impersonation(ada.id, email="s@example.com")}, {})
    assert isinstance(failed, SignInFailed)
    assert (failed.reason, failed.cookies) == ("missing_state", ())


async def test_what_is_missing(workos: WorkOS, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError, match="WORKOS_REDIRECT_URI"):
        SignIn(workos)
    with pytest.raises(ConfigurationError, match="WORKOS_COOKIE_PASSWORD"):
        SignIn(workos, redirect_uri=CALLBACK)
    with pytest.raises(InvalidArgumentError):
        SignIn(workos, redirect_uri="/callback", cookie_password=PASSWORD)
    monkeypatch.setenv("WORKOS_REDIRECT_URI", CALLBACK)
    monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", PASSWORD)
    sign_in = SignIn(workos, cookies=cookie_settings(CALLBACK, name="mine"))
    assert PASSWORD not in repr(sign_in)
    with pytest.raises(InvalidArgumentError, match="each is a way to sign in"):
        sign_in.start({}, organization_id="org_1", provider="authkit")
