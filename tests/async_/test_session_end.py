"""Refreshes that follow a sign-out, and refreshes whose responses can't be stored."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest
import redis

from workos_async import Authenticated, OrganizationSwitched, SignIn, WorkOS
from workos_async._auth.ended_sessions import LIFETIME, EndedSessions
from workos_async._concurrency.call_deadline import Deadline
from workos_core.auth.sessions.results import SessionNotAuthenticated, SessionRefreshed
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.errors import StoreUnavailableError
from workos_core.serialization.base64url import encode_base64url
from workos_emulator import Emulator, Request

PASSWORD = "correct horse battery 1"
COOKIE = "a cookie password of more than thirty-two characters"
USER = {"object": "user", "id": "user_1", "email": "ada@example.com"}


def client(emulator: Emulator, **settings: Any) -> WorkOS:
    return WorkOS(
        emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0, **settings
    )


async def create_cookie(workos: WorkOS) -> str:
    await workos.user_management.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
    response = await workos.user_management.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    data = SessionData(access_token=response.access_token, refresh_token=response.refresh_token, user=USER)
    return seal_session(data, COOKIE)


async def refresh(workos: WorkOS, cookie: str) -> Any:
    return await workos.user_management.refresh_and_seal_session_data(session_data=cookie, cookie_password=COOKIE)


def assert_ended(result: object) -> None:
    assert isinstance(result, SessionNotAuthenticated)
    assert (result.reason, result.retryable) == ("session_ended", False)


async def test_sign_out_discards_the_result_of_a_refresh(emulator: Emulator) -> None:
    async with client(emulator) as workos:
        old = await create_cookie(workos)
        new = await refresh(workos, old)
        assert (await refresh(workos, old)).access_token == new.access_token
        session = workos.user_management.load_sealed_session(session_data=new.sealed_session, cookie_password=COOKIE)
        url = await session.sign_out(return_to="https://app.example/bye")
        assert url == session.get_logout_url(return_to="https://app.example/bye")
        for cookie in (old, new.sealed_session):
            assert_ended(await refresh(workos, cookie))
        assert workos._requestor.auth.single_flight_refresh._results == {}


async def test_ended_sessions_are_forgotten_after_a_while(emulator: Emulator) -> None:
    async with client(emulator) as workos:
        ended, now = workos._requestor.auth.ended_sessions, [0.0]
        ended._clock = lambda: now[0]
        await ended.add("session_1")
        assert ended.contains("session_1")
        assert not ended.contains("session_2")
        assert not ended.contains(None)
        now[0] = LIFETIME
        assert not ended.contains("session_1")
        await ended.add("session_2")
        assert set(ended._ended) == {"session_2"}


class Marks:
    """A refresh lock that only keeps marks."""

    def __init__(self) -> None:
        self.marks: list[tuple[str, float, Deadline | None]] = []
        self.questions: list[tuple[str, Deadline | None]] = []
        self.is_available = True

    async def mark(self, key: str, seconds: float, deadline: Deadline | None) -> None:
        self.marks.append((key, seconds, deadline))

    async def is_marked(self, key: str, deadline: Deadline | None) -> bool:
        self.questions.append((key, deadline))
        if not self.is_available:
            raise StoreUnavailableError("Redis: down")
        return key in [mark[0] for mark in self.marks]


async def test_ended_sessions_are_shared_through_the_lock() -> None:
    marks: Any = Marks()
    deadline = Deadline.start(7)
    ended, other = EndedSessions(marks), EndedSessions(marks)
    for session_id in ("session_1", "\ud800"):
        await ended.add(session_id, deadline)
        digest = hashlib.sha256(session_id.encode("utf-8", "surrogatepass")).hexdigest()
        assert marks.marks[-1] == (digest, LIFETIME, deadline)
        assert await ended.contains_shared(session_id, deadline)
        assert not marks.questions
        assert await other.contains_shared(session_id, deadline)
        assert not other.contains(session_id)
        assert marks.questions.pop() == (digest, deadline)
    assert not await other.contains_shared("session_2")
    assert not await other.contains_shared(None, deadline)
    assert len(marks.questions) == 1
    marks.is_available = False
    assert not await other.contains_shared("session_1")
    assert not await EndedSessions(None).contains_shared("session_1")


async def test_ended_sessions_are_kept_for_their_whole_lifetime() -> None:
    now = [1000.0]
    ended = EndedSessions(None, lambda: now[0])
    await ended.add("session_1")
    now[0] += LIFETIME - 1
    await ended.add("session_2")
    assert ended.contains("session_1")
    assert await ended.contains_shared("session_1")
    now[0] += 1
    await ended.add("session_3")
    assert list(ended._ended) == ["session_2", "session_3"]


async def test_sign_out_discards_the_results_of_other_processes(emulator: Emulator, redis_url: str) -> None:
    async with (
        client(emulator, refresh_lock=redis_url) as first,
        client(emulator, refresh_lock=redis_url) as second,
        client(emulator, refresh_lock=redis_url) as third,
    ):
        old = await create_cookie(first)
        new = await refresh(first, old)
        assert (await refresh(second, old)).access_token == new.access_token  # kept in both processes, and in Redis
        await first.user_management.load_sealed_session(
            session_data=new.sealed_session, cookie_password=COOKIE
        ).sign_out()
        for workos in (first, second, third):
            assert_ended(await refresh(workos, old))
        session_id = new.session_id
        with redis.Redis.from_url(redis_url) as store:
            assert 0 < store.pttl(f"workos:ended:{hashlib.sha256(session_id.encode()).hexdigest()}") <= LIFETIME * 1000


async def test_sign_out_while_redis_is_unavailable(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    async with client(emulator, refresh_lock="redis://127.0.0.1:1") as workos:
        old = await create_cookie(workos)
        new = await refresh(workos, old)
        assert isinstance(new, SessionRefreshed)
        assert isinstance(await refresh(workos, old), SessionRefreshed)
        await workos.user_management.load_sealed_session(session_data=old, cookie_password=COOKIE).sign_out()
        assert "other processes don't see that a session has ended" in caplog.text
        assert_ended(await refresh(workos, old))


async def test_revoke(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    async with client(emulator) as workos:
        cookie = await create_cookie(workos)
        session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE)
        assert await session.revoke()
        assert_ended(await session.refresh())
        emulator.faults.add(status=500, path="/user_management/sessions/revoke")
        assert not await session.revoke()
        assert "could not be revoked" in caplog.text
        malformed = workos.user_management.load_sealed_session(session_data="malformed", cookie_password=COOKIE)
        assert not await malformed.revoke()


def token(**claims: Any) -> str:
    parts = [{"alg": "RS256", "kid": "1"}, {"sid": "session_1", **claims}]
    return ".".join([*(encode_base64url(json.dumps(part).encode()) for part in parts), "AA"])


OK: dict[str, Any] = {"user": USER, "access_token": token(), "refresh_token": "new"}
STORED: dict[str, Any] = {
    "date_before_year_1": {**OK, "user": {**USER, "created_at": "0001-01-01T00:00:00+14:00"}},
    "date_after_year_9999": {**OK, "user": {**USER, "updated_at": "9999-12-31T23:59:59-14:00"}},
    "year_0": {**OK, "user": {**USER, "created_at": "0000-01-01T00:00:00Z"}},
    "year_10000": {**OK, "user": {**USER, "created_at": "+010000-01-01T00:00:00Z"}},
    "date_number": {**OK, "user": {**USER, "created_at": 1e300}},
    "long_metadata": {
        **OK,
        "user": {**USER, "metadata": {"a": "x" * 70_000}, "first_name": "Ada", "last_name": "x" * 300},
    },
    "no_user": {"access_token": token(), "refresh_token": "new"},
    "malformed_token": {**OK, "access_token": "a." + encode_base64url(b"[" * 20_000) + ".b"},
    "other_claims": {**OK, "access_token": token(role=5, permissions="a", org_id=[], roles={"a": 1})},
    "surrogate": {**OK, "access_token": "\ud800", "user": {**USER, "email": "\ud800"}},
}
NOT_STORED: dict[str, Any] = {
    "long_token": {**OK, "access_token": token(claim="x" * 70_000)},
    "no_access_token": {"user": USER, "refresh_token": "new"},
    "no_refresh_token": {"user": USER, "access_token": token()},
    "token_number": {**OK, "access_token": 5},
    "refresh_token_list": {**OK, "refresh_token": ["new"]},
    "user_list": {**OK, "user": [USER]},
    "null": None,
    "list": [],
    "number": 5,
    "impersonator": {**OK, "impersonator": "x"},
}


def respond(body: Any) -> WorkOS:
    content = json.dumps(body).encode()
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=content))
    return WorkOS("sk_1", client_id="client_1", transport=transport, max_retries=0)


@pytest.mark.parametrize("body", STORED.values(), ids=STORED)
async def test_odd_responses_are_stored(body: Any) -> None:
    cookie = seal_session(SessionData(access_token=token(), refresh_token="old", user=USER), COOKIE)
    async with respond(body) as workos:
        result = await refresh(workos, cookie)
        assert isinstance(result, SessionRefreshed)
        session = unseal_session(result.sealed_session, COOKIE).session
        assert (session.refresh_token, session.access_token) == ("new", body["access_token"])
        if "metadata" in (session.user or {}) and "first_name" in (session.user or {}):
            nulls = {"name": None, "last_name": None, "external_id": None}
            assert session.user == {**USER, **nulls, "first_name": "Ada", "metadata": {}}


@pytest.mark.parametrize("body", NOT_STORED.values(), ids=NOT_STORED)
async def test_responses_that_cannot_be_stored_keep_the_cookie(body: Any) -> None:
    cookie = seal_session(SessionData(access_token=token(), refresh_token="old", user=USER), COOKIE)
    async with respond(body) as workos:
        result = await refresh(workos, cookie)
        assert isinstance(result, SessionNotAuthenticated)
        assert result.retryable
        assert result.reason in ("api_unavailable", "invalid_response")


def with_user(emulator: Emulator, change: Callable[[dict[str, Any]], None]) -> httpx.MockTransport:
    """Return a transport to the emulator that changes the responses with tokens."""

    def handle(request: httpx.Request) -> httpx.Response:
        target = request.url.raw_path.decode()
        response = emulator.handle(Request.from_raw(request.method, target, request.headers.raw, request.content))
        body: Any = json.loads(response.body) if response.body else None
        if isinstance(body, dict) and "refresh_token" in body:
            change(body)
        return httpx.Response(response.status, json=body)

    return httpx.MockTransport(handle)


@pytest.mark.parametrize("size", [20_000, 70_000])
@pytest.mark.parametrize("action", ["authenticate", "switch"])
async def test_session_that_is_too_long_for_cookies_stays_signed_in(emulator: Emulator, size: int, action: str) -> None:
    emulator.settings.access_token_lifetime = timedelta(seconds=-90)
    async with client(emulator) as workos:
        cookie = await create_cookie(workos)
        user = (await workos.user_management.list_users().collect())[0]
        organization = await workos.organizations.create_organization(name="Acme")
        await workos.user_management.create_organization_membership(user_id=user.id, organization_id=organization.id)
    emulator.settings.access_token_lifetime = timedelta(minutes=5)
    transport = with_user(emulator, lambda body: body["user"].update(metadata={"a": "x" * size}))
    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=transport) as workos:
        sign_in = SignIn(workos, redirect_uri="https://app.example/callback", cookie_password=COOKIE)
        result: Any
        if action == "switch":
            result = await sign_in.switch_organization({"wos-session": cookie}, organization.id)
            assert isinstance(result, OrganizationSwitched)
        else:
            result = await sign_in.authenticate({"wos-session": cookie})
            assert isinstance(result, Authenticated)
        cookies = {each.name: each.value for each in result.cookies if each.max_age}
        assert set(cookies) == {"wos-session"}
        again = await sign_in.authenticate(cookies)
        assert isinstance(again, Authenticated)
        assert again.identity.user
        user = again.identity.user
        assert (user.email, user.metadata, user.external_id, user.created_at.year > 2000) == (
            "ada@example.com",
            {},
            None,
            True,
        )


async def test_tokens_that_are_too_long_for_cookies_keep_the_old_cookie(
    emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    emulator.settings.access_token_lifetime = timedelta(seconds=-90)
    async with client(emulator) as workos:
        cookie = await create_cookie(workos)
    emulator.settings.access_token_lifetime = timedelta(minutes=5)
    transport = with_user(emulator, lambda body: body.update(refresh_token="x" * 20_000))
    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=transport) as workos:
        sign_in = SignIn(workos, redirect_uri="https://app.example/callback", cookie_password=COOKIE)
        for _ in range(2):
            result = await sign_in.authenticate({"wos-session": cookie})
            assert isinstance(result, Authenticated)
            assert result.cookies == ()
    assert "can't be stored" in caplog.text
