# Generated from tests/async_/agents/test_m2m_tokens.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Tokens of machine-to-machine applications: caching, renewal, sharing, and errors."""

import json
import logging
import traceback
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_core.clock import unix_time
from workos_core.errors import AuthenticationError, ServerError
from workos_emulator import Emulator
from workos_sync import APIConnectionError, APIError, ConfigurationError, DecodeError, M2MTokens, WorkOS
from workos_sync._agents import m2m_tokens
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent
from workos_testing.clock import follow_clock

DOMAIN = "https://example.authkit.app"
SECRET = "m2m-client-secret-1234567890"
Against = Callable[..., WorkOS]


class TokenEndpoint:
    """A token endpoint that issues `token-1`, `token-2` and so on."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.response: httpx.Response | None = None
        self.lifetime: Any = 300

    @property
    def forms(self) -> list[dict[str, list[str]]]:
        return [parse_qs(request.content.decode()) for request in self.requests]

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.response is not None:
            return self.response
        token = f"token-{len(self.requests)}"
        return httpx.Response(200, json={"access_token": token, "token_type": "bearer", "expires_in": self.lifetime})


@pytest.fixture
def endpoint() -> TokenEndpoint:
    return TokenEndpoint()


def keys(client: Any, pattern: str) -> list[Any]:
    return list(client.scan_iter(match=pattern))


def make(workos: WorkOS, **options: Any) -> M2MTokens:
    return M2MTokens(DOMAIN, "client_m2m", SECRET, workos=workos, **options)


def test_a_token_is_requested_once_from_the_authkit_domain(endpoint: TokenEndpoint, against: Against) -> None:
    tokens = make(against(endpoint.handle), scopes=["jobs:run", "jobs:read"])
    assert [tokens.get(), tokens.get()] == ["token-1", "token-1"]
    (request,) = endpoint.requests
    assert (request.method, str(request.url)) == ("POST", f"{DOMAIN}/oauth2/token")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert "authorization" not in request.headers
    assert endpoint.forms == [
        {
            "grant_type": ["client_credentials"],
            "client_id": ["client_m2m"],
            "client_secret": [SECRET],
            "scope": ["jobs:run jobs:read"],
        }
    ]


def test_special_characters_of_a_secret_are_encoded(endpoint: TokenEndpoint, against: Against) -> None:
    secret = "a+b &=%ü"
    tokens = M2MTokens(DOMAIN, "client_m2m", secret, workos=against(endpoint.handle))
    tokens.get()
    assert endpoint.forms[0]["client_secret"] == [secret]


def test_a_token_of_the_emulator_is_renewed_before_it_expires(workos: WorkOS, emulator: Emulator) -> None:
    emulator.settings.authkit_url = DOMAIN
    organization = workos.organizations.create_organization(name="Acme")
    application = workos.connect.create_m2m_application(name="Job", organization_id=organization.id)
    secret = workos.connect.create_application_client_secret(application.id)
    with follow_clock(emulator.clock):
        tokens = M2MTokens(DOMAIN, application.client_id, secret.secret, workos=workos)
        first = tokens.get()
        emulator.clock.advance(seconds=200)
        assert tokens.get() == first
        emulator.clock.advance(seconds=45)  # 55 seconds before the expiry
        second = tokens.get()
        assert second != first
        claims = workos.verify_connect_token(second, authkit_domain=DOMAIN, audience="any", kinds=["m2m"])
        assert (claims.sub, claims.org_id) == (application.client_id, organization.id)


def test_50_simultaneous_calls_make_one_token_request(endpoint: TokenEndpoint, against: Against) -> None:
    started, may_respond = ThreadSafeEvent(), ThreadSafeEvent()
    callers: list[int] = []
    results: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        started.set()
        assert may_respond.wait(30)
        return endpoint.handle(request)

    with against(handle) as workos:
        tokens = make(workos)

        def call() -> None:
            callers.append(1)
            results.append(tokens.get())

        tasks = [BackgroundTask(call) for _ in range(50)]
        assert started.wait(30)
        while len(callers) < 50:
            ThreadSafeEvent().wait(0.001)
        may_respond.set()
        for task in tasks:
            task.join()
    assert results == ["token-1"] * 50
    assert len(endpoint.requests) == 1


def test_simultaneous_calls_share_an_error(endpoint: TokenEndpoint, against: Against) -> None:
    endpoint.response = httpx.Response(401, json={"error": "invalid_client", "error_description": "unknown"})
    started, may_respond = ThreadSafeEvent(), ThreadSafeEvent()
    callers: list[int] = []
    errors: list[APIError] = []

    def handle(request: httpx.Request) -> httpx.Response:
        started.set()
        assert may_respond.wait(30)
        return endpoint.handle(request)

    with against(handle) as workos:
        tokens = make(workos)

        def call() -> None:
            callers.append(1)
            try:
                tokens.get()
            except APIError as error:
                errors.append(error)

        tasks = [BackgroundTask(call) for _ in range(10)]
        assert started.wait(30)
        while len(callers) < 10:
            ThreadSafeEvent().wait(0.001)
        may_respond.set()
        for task in tasks:
            task.join()
    assert len({id(error) for error in errors}) == 10
    assert len(endpoint.requests) < 10


def test_a_rejected_token_is_replaced_once(endpoint: TokenEndpoint, against: Against) -> None:
    tokens = make(against(endpoint.handle))
    first = tokens.get()
    assert [tokens.replace(first), tokens.replace(first), tokens.get()] == ["token-2"] * 3
    assert len(endpoint.requests) == 2


def test_a_token_stays_in_use_while_it_cannot_be_renewed(
    endpoint: TokenEndpoint, against: Against, caplog: pytest.LogCaptureFixture
) -> None:
    emulator = Emulator()
    with follow_clock(emulator.clock):
        tokens = make(against(endpoint.handle, max_retries=0))
        tokens.get()
        endpoint.response = httpx.Response(503)
        emulator.clock.advance(seconds=250)
        with caplog.at_level(logging.WARNING, "workos"):
            assert [tokens.get(), tokens.get()] == ["token-1"] * 2
        assert len(endpoint.requests) == 2  # the next attempt is made after a pause
        assert "can't be renewed" in caplog.text
        emulator.clock.advance(seconds=6)
        tokens.get()
        assert len(endpoint.requests) == 3
        emulator.clock.advance(seconds=60)
        with pytest.raises(ServerError):
            tokens.get()
        endpoint.response = None
        assert tokens.get() == "token-5"


def test_a_transient_failure_is_retried(endpoint: TokenEndpoint, against: Against) -> None:
    responses = [httpx.Response(503, headers={"retry-after": "0"}), None]

    def handle(request: httpx.Request) -> httpx.Response:
        return responses.pop(0) or endpoint.handle(request)

    assert make(against(handle)).get() == "token-1"


def test_an_oauth_error_has_its_code_and_description(
    endpoint: TokenEndpoint, against: Against, caplog: pytest.LogCaptureFixture
) -> None:
    endpoint.response = httpx.Response(
        401, json={"error": "invalid_client", "error_description": "The secret is wrong."}
    )
    tokens = make(against(endpoint.handle))
    with caplog.at_level(logging.DEBUG), pytest.raises(AuthenticationError) as caught:
        tokens.get()
    assert (caught.value.error, caught.value.error_description) == ("invalid_client", "The secret is wrong.")
    shown = [str(caught.value), repr(caught.value), repr(tokens), repr(vars(caught.value)), caplog.text]
    shown += traceback.format_exception(caught.value)
    frame = caught.value.__traceback__
    while frame is not None:
        if frame.tb_frame.f_globals["__name__"].startswith("workos_"):
            shown.append(repr(frame.tb_frame.f_locals))
        frame = frame.tb_next
    assert not any(SECRET in text for text in shown)


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{}",
        b'{"access_token": ""}',
        b'{"access_token": "a b\\n"}',
        b'{"access_token": "a", "expires_in": "300"}',
        b'{"access_token": "a", "expires_in": -1}',
        b'{"access_token": "a", "expires_in": true}',
        b'{"access_token": "a", "token_type": "mac"}',
        b"<html>",
    ],
)
def test_a_malformed_response_is_a_decode_error(endpoint: TokenEndpoint, against: Against, body: bytes) -> None:
    endpoint.response = httpx.Response(200, content=body)
    with pytest.raises(DecodeError):
        make(against(endpoint.handle)).get()


def test_an_unreachable_domain_is_a_connection_error(against: Against) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    with pytest.raises(APIConnectionError):
        make(against(fail, max_retries=0)).get()


def test_invalid_arguments_are_reported_when_the_object_is_created(against: Against) -> None:
    workos = against(TokenEndpoint().handle)
    for arguments, message in [
        (("", "client_1", "secret"), "authkit_domain"),
        (("http://example.authkit.app", "client_1", "secret"), "https"),
        ((DOMAIN, "", "secret"), "client_id"),
        ((DOMAIN, "client_1", " "), "client_secret"),
    ]:
        with pytest.raises(ConfigurationError, match=message):
            M2MTokens(*arguments, workos=workos)
    with pytest.raises(ConfigurationError, match="scopes"):
        make(workos, scopes="jobs:run")


def test_processes_share_a_token_in_redis(endpoint: TokenEndpoint, against: Against, redis_server: RedisServer) -> None:
    first, second = (make(against(endpoint.handle), redis=redis_server.url) for _ in range(2))
    other = make(against(endpoint.handle), redis=redis_server.url, scopes=["other"])
    assert [first.get(), second.get(), other.get()] == ["token-1", "token-1", "token-2"]
    assert second.replace("token-1") == "token-3"
    assert first.replace("token-1") == "token-3"
    assert len(endpoint.requests) == 3
    for tokens in (first, second, other):
        tokens.close()


def test_a_shared_token_is_encrypted(endpoint: TokenEndpoint, against: Against, redis_url: str) -> None:
    tokens = make(against(endpoint.handle), redis=redis_url)
    tokens.get()
    library: Any = redis
    with library.Redis.from_url(redis_url) as client:
        stored: list[Any] = [client.get(key) for key in keys(client, "*result*")]
        names = keys(client, "*")
    assert stored
    assert b"token-1" not in json.dumps([str(value) for value in [*stored, *names]]).encode()
    tokens.close()


def test_without_redis_each_process_requests_its_own_token(
    endpoint: TokenEndpoint, against: Against, redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    redis_server.stop()
    tokens = make(against(endpoint.handle), redis=redis_server.url)
    assert tokens.get() == "token-1"
    assert "Redis is unavailable" in caplog.text
    tokens.close()


@pytest.mark.parametrize("skew", [600, 30, -30, -600])
def test_the_clocks_of_hosts_that_share_a_token_may_differ(
    endpoint: TokenEndpoint,
    against: Against,
    redis_server: RedisServer,
    monkeypatch: pytest.MonkeyPatch,
    skew: float,
) -> None:
    emulator = Emulator()
    first, second = (make(against(endpoint.handle), redis=redis_server.url) for _ in range(2))
    with follow_clock(emulator.clock):
        with monkeypatch.context() as patch:
            patch.setattr(m2m_tokens, "unix_time", lambda: unix_time() + skew)
            assert first.get() == "token-1"
        shared = second.get()
        assert shared == ("token-1" if skew > -300 else "token-2")  # otherwise it looks expired
        emulator.clock.advance(seconds=300)
        assert second.get() != shared  # never longer than its lifetime
    for tokens in (first, second):
        tokens.close()
