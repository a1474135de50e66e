# Generated from tests/async_/test_shared_deadlines.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Deadlines of calls that wait for another call, or that consist of several requests."""

from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import redis

from workos_core.auth.identity.identity import NotAuthenticated
from workos_core.auth.sessions.results import SessionNotAuthenticated
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_emulator import Emulator
from workos_sync import (
    AgentTokens,
    APITimeoutError,
    ConnectionNeededError,
    M2MTokens,
    PipesTokens,
    ServerError,
    WorkOS,
)
from workos_sync._auth.api_key_cache import APIKeyCache
from workos_sync._auth.authentication import authenticate_session
from workos_sync._auth.jwks_cache import FETCH_TIMEOUT
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.sleep import sleep
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent

Call = Callable[[], Coroutine[Any, Any, object]]
COOKIE = "a cookie password of more than thirty-two characters"


class SlowServer:
    """A server that responds when the test says so."""

    def __init__(self) -> None:
        self.requested = ThreadSafeEvent()
        self.may_respond = ThreadSafeEvent()
        self.requests = 0

    def handle(self, _: httpx.Request) -> httpx.Response:
        self.requests += 1
        self.requested.set()
        assert self.may_respond.wait(30)
        return httpx.Response(503)

    def client(self, **settings: Any) -> WorkOS:
        transport = httpx.MockTransport(self.handle)
        return WorkOS("sk_test", client_id="client_test", transport=transport, max_retries=0, **settings)


class Recorder:
    """A server that takes a while, and records the seconds that each request has."""

    DELAY = 0.2

    def __init__(self, respond: Callable[[httpx.Request], httpx.Response]) -> None:
        self.respond = respond
        self.seconds: list[float] = []

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.seconds.append(request.extensions["timeout"]["read"])
        sleep(self.DELAY)
        return self.respond(request)

    def client(self, **settings: Any) -> WorkOS:
        transport = httpx.MockTransport(self.handle)
        return WorkOS("sk_test", client_id="client_test", transport=transport, max_retries=0, **settings)

    def assert_share(self, deadline: float) -> None:
        """Check that each request has what the earlier ones have left of the deadline."""
        for index, seconds in enumerate(self.seconds):
            assert seconds < deadline - 0.9 * index * self.DELAY if index else seconds <= deadline


def start(call: Call, server: SlowServer) -> BackgroundTask:
    """Start a call that waits for the server."""

    def run() -> None:
        with suppress(ServerError):
            call()

    server.requested.clear()
    task = BackgroundTask(run)
    assert server.requested.wait(30)
    return task


def end_in_time(call: Call) -> object:
    """Return the result of a call that must end although the server does not respond, or the exception that it raises."""
    results: list[object] = []
    ended = ThreadSafeEvent()

    def run() -> None:
        try:
            results.append(call())
        except APITimeoutError as error:
            results.append(error)
        ended.set()

    task = BackgroundTask(run)
    assert ended.wait(20), "the call waits for another one after its deadline"
    task.join()
    return results[0]


def test_refresh_does_not_wait_for_another_one_after_its_deadline() -> None:
    server = SlowServer()
    cookie = seal_session(SessionData(access_token="", refresh_token="r", user={"id": "user_1"}), COOKIE)
    with server.client() as workos:

        def refresh(client: WorkOS) -> Any:
            return client.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE).refresh()

        first = start(lambda: refresh(workos), server)
        result = end_in_time(lambda: refresh(workos.with_options(deadline=0.2)))
        server.may_respond.set()
        first.join()
    assert isinstance(result, SessionNotAuthenticated)
    assert (result.reason, result.retryable) == ("api_unavailable", True)
    assert isinstance(result.error, APITimeoutError)
    assert (result.error.sent, result.error.attempts) == (False, 0)
    assert server.requests == 1


def test_verification_does_not_wait_for_another_one_after_its_deadline() -> None:
    token = access_token(Emulator())
    server = SlowServer()
    with server.client() as workos:
        first = start(lambda: workos.verify_access_token(token), server)
        error = end_in_time(lambda: workos.with_options(deadline=0.2).verify_access_token(token))
        server.may_respond.set()
        first.join()
    assert isinstance(error, APITimeoutError)
    assert str(error).startswith("the deadline of 0.2 s passed before the keys")
    assert server.requests == 1


def access_token(emulator: Emulator) -> str:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        users = workos.user_management
        users.create_user(email="ada@example.com", password="correct horse battery 1", email_verified=True)
        response = users.authenticate_with_password(email="ada@example.com", password="correct horse battery 1")
        return response.access_token


@pytest.mark.parametrize("deadline", [None, 3.0])
def test_fetches_of_a_verification_share_its_deadline(deadline: float | None) -> None:
    token = access_token(Emulator())
    other = Emulator().jwks["keys"][0]
    server = Recorder(lambda _: httpx.Response(200, json={"keys": [{**other, "kid": "other"}]}))
    with server.client() as workos:
        client = workos if deadline is None else workos.with_options(deadline=deadline)
        cookie = seal_session(SessionData(access_token=token, refresh_token="r", user={"id": "user_1"}), COOKIE)
        session = client.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE)
        assert not (session.authenticate()).authenticated
    assert len(server.seconds) == 2
    server.assert_share(deadline or FETCH_TIMEOUT)


def test_authenticating_and_refreshing_a_session_share_a_deadline() -> None:
    emulator = Emulator()
    emulator.clock.freeze(datetime.now(UTC) - timedelta(days=1))
    token = access_token(emulator)  # which has expired

    def respond(request: httpx.Request) -> httpx.Response:
        is_jwks = "jwks" in request.url.path
        return httpx.Response(200, json=emulator.jwks) if is_jwks else httpx.Response(503)

    server = Recorder(respond)
    with server.client(deadline=3.0) as workos:
        cookie = seal_session(SessionData(access_token=token, refresh_token="r", user={"id": "user_1"}), COOKIE)
        session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE)
        result = authenticate_session(session, lambda _: ())
    assert isinstance(result, NotAuthenticated)
    assert result.reason == "api_unavailable"
    assert len(server.seconds) == 2
    server.assert_share(3.0)


@pytest.mark.parametrize("has_keys", [False, True])
def test_call_with_a_short_deadline_does_not_keep_others_from_fetching_keys(has_keys: bool) -> None:
    emulator = Emulator()
    token = access_token(emulator)
    other = {**emulator.jwks["keys"][0], "kid": "other"}
    responses: list[list[Any] | None] = [[other]] if has_keys else []
    responses += [None, emulator.jwks["keys"]]

    def handle(request: httpx.Request) -> httpx.Response:
        keys = responses.pop(0)
        if keys is None:
            raise httpx.ReadTimeout("", request=request)
        return httpx.Response(200, json={"keys": keys})

    transport = httpx.MockTransport(handle)
    with WorkOS("sk_test", client_id=emulator.client_id, transport=transport, max_retries=0) as workos:
        with pytest.raises(APITimeoutError):
            workos.with_options(deadline=0.2).verify_access_token(token)
        claims = workos.verify_access_token(token)
    assert claims.sub.startswith("user_")


def test_other_calls_do_not_wait_after_their_deadline() -> None:
    server = SlowServer()
    with server.client() as workos:
        impatient = workos.with_options(deadline=0.2)
        api_keys, pipes = APIKeyCache(workos), PipesTokens(workos, "github", user_id="user_1")
        runtime = workos.feature_flags.runtime()
        tasks = [
            start(lambda: api_keys.find("sk_some_key"), server),
            start(pipes.get, server),
            start(runtime.refresh, server),
        ]
        api_keys._workos = pipes._workos = impatient
        runtime._deadline = 0.2
        calls: list[Call] = [lambda: api_keys.find("sk_some_key"), pipes.get, runtime.refresh]
        errors = [end_in_time(call) for call in calls]
        server.may_respond.set()
        for task in tasks:
            task.join()
    assert [type(error) for error in errors] == [APITimeoutError] * 3
    assert [str(error).partition(" passed")[0] for error in errors] == ["the deadline of 0.2 s"] * 3
    assert server.requests == 3


def test_token_request_does_not_wait_for_another_process_after_the_deadline(redis_url: str) -> None:
    server = SlowServer()
    with server.client(deadline=2) as workos:
        tokens = M2MTokens("auth.example.com", "client_1", "secret", workos=workos, redis=redis_url)
        with redis.Redis.from_url(redis_url) as store:
            store.set(f"workos:refresh:{{{tokens._key}}}:lock", "1")
            error = end_in_time(tokens.get)
        tokens.close()
    assert isinstance(error, APITimeoutError)
    assert str(error).startswith("the deadline of 2 s passed")


def test_requests_for_agent_tokens_share_the_deadline() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json={"status": "active"})
        if b'"refresh"' in request.content:
            return httpx.Response(400, json={"code": "invalid_refresh_token"})
        token = {"access_token": "token", "refresh_token": "r", "expires_in": 300, "agent_instance_session_id": "s"}
        return httpx.Response(200, json=token)

    server = Recorder(respond)
    with server.client(deadline=30) as workos:
        tokens = AgentTokens(workos, "agent_blueprint_1", organization_id="org_1")
        assert tokens.get() == "token"
        server.seconds.clear()
        tokens._cache._token = None
        assert tokens.get() == "token"
    assert len(server.seconds) == 3
    server.assert_share(30)


def test_requests_for_a_token_of_a_provider_share_the_deadline() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        body = {"url": "https://example.com"} if request.url.path.endswith("/authorize") else {"active": False}
        return httpx.Response(200, json=body)

    server = Recorder(respond)
    with server.client(deadline=30) as workos:
        with pytest.raises(ConnectionNeededError):
            PipesTokens(workos, "github", user_id="user_1").get()
    assert len(server.seconds) == 2
    server.assert_share(30)
