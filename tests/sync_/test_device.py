# Generated from tests/async_/test_device.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Polling for the tokens of a device, against the emulator and scripted responses, with a fake clock."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from workos_emulator import Emulator
from workos_sync import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ConfigurationError,
    DeviceAuthorizationError,
    WorkOS,
)
from workos_sync._auth import device_flow

DEVICE = {"device_code": "dev", "user_code": "AB-CD", "verification_uri": "https://a.example.com", "expires_in": 300}
SIGNED_IN = {"access_token": "at", "refresh_token": "rt", "user": {"id": "user_1"}}


class FakeClock:
    """A clock that advances only while sleeping, and records the waits."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []
        self.on_sleep: Callable[[float], Any] = lambda _: None

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds
        self.on_sleep(seconds)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    fake = FakeClock()
    monkeypatch.setattr(device_flow, "sleep", fake.sleep)
    monkeypatch.setattr(device_flow, "time", SimpleNamespace(monotonic=lambda: fake.now))
    return fake


def oauth(error: str, status: int = 400) -> httpx.Response:
    return httpx.Response(status, json={"error": error, "error_description": "Because."})


class Script:
    """Sends the responses in order, and the last one for all further requests."""

    def __init__(self, *responses: httpx.Response | Exception) -> None:
        self.responses = list(responses)
        self.polls = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/authorize/device"):
            return httpx.Response(200, json=DEVICE)
        self.polls += 1
        assert b"client_secret" not in request.content
        response = self.responses.pop(0) if len(self.responses) > 1 else self.responses[0]
        if isinstance(response, Exception):
            raise response
        return httpx.Response(response.status_code, headers=response.headers, content=response.content)


OK = httpx.Response(200, json=SIGNED_IN)
PENDING = oauth("authorization_pending")


def test_approval(emulator: Emulator, clock: FakeClock) -> None:
    emulator.clock.freeze()
    clock.on_sleep = lambda seconds: emulator.clock.advance(timedelta(seconds=seconds))
    with WorkOS(client_id=emulator.client_id, transport=emulator.transport) as workos:
        device = workos.user_management.device_authorization()
        admin = WorkOS(emulator.api_key, transport=emulator.transport)
        user = admin.user_management.create_user(email="ada@example.com", email_verified=True)
        wait_count = 0

        def on_wait(_: float) -> None:
            nonlocal wait_count
            wait_count += 1
            if wait_count == 3:
                emulator.seed.approve_device(device.user_code, user.id)

        signed_in = workos.user_management.poll_device_code(device, on_wait=on_wait)
    assert signed_in.user.email == "ada@example.com"
    assert clock.waits == [5, 5, 5]


def test_denial_and_expiry(emulator: Emulator, clock: FakeClock) -> None:
    emulator.clock.freeze()
    clock.on_sleep = lambda seconds: emulator.clock.advance(timedelta(seconds=seconds))
    with WorkOS(client_id=emulator.client_id, transport=emulator.transport) as workos:
        users = workos.user_management
        device = users.device_authorization()
        emulator.seed.deny_device(device.user_code)
        with pytest.raises(DeviceAuthorizationError) as caught:
            users.poll_device_code(device)
        assert caught.value.error == "access_denied"
        device = users.device_authorization()
        clock.waits.clear()
        with pytest.raises(DeviceAuthorizationError) as caught:
            users.poll_device_code(device)
    assert caught.value.error == "expired_token"
    assert sum(clock.waits) == 300
    assert isinstance(caught.value.__cause__, APIError)


@pytest.mark.parametrize(
    ("responses", "waits"),
    [
        ([OK], [5]),
        ([PENDING, PENDING, OK], [5, 5, 5]),
        ([PENDING, oauth("slow_down"), PENDING, oauth("slow_down"), OK], [5, 5, 10, 10, 15]),
        # Failures don't end the polling but increase the interval.
        ([httpx.ConnectError("down"), httpx.ReadTimeout("slow"), PENDING, OK], [5, 10, 20, 20]),
        ([httpx.Response(503), OK], [5, 10]),
        ([httpx.Response(429, headers={"Retry-After": "42"}), OK], [5, 42]),
        ([httpx.Response(429), OK], [5, 5]),
    ],
)
def test_intervals(against: Callable[..., WorkOS], clock: FakeClock, responses: list[Any], waits: list[float]) -> None:
    with against(Script(*responses), max_retries=0, rate_limiter=None) as workos:
        device = workos.user_management.create_device_authorization()
        signed_in = workos.user_management.poll_device_code(device)
    assert signed_in.access_token == "at"
    assert clock.waits == waits


def test_arguments_take_precedence_over_the_api(against: Callable[..., WorkOS], clock: FakeClock) -> None:
    with against(Script(PENDING, OK)) as workos:
        workos.user_management.poll_device_code("dev", interval=2)
        assert clock.waits == [2, 2]
        with pytest.raises(ConfigurationError, match="interval"):
            workos.user_management.poll_device_code("dev", interval=-1)


@pytest.mark.parametrize("error", ["invalid_grant", "invalid_client", "invalid_request", "unsupported_grant_type"])
def test_errors_that_end_the_polling(against: Callable[..., WorkOS], error: str) -> None:
    script = Script(oauth(error))
    with against(script) as workos:
        with pytest.raises(APIError) as caught:
            workos.user_management.poll_device_code("dev")
    assert (caught.value.error, script.polls) == (error, 1)


def test_code_that_the_api_never_expires(against: Callable[..., WorkOS], clock: FakeClock) -> None:
    with against(Script(PENDING)) as workos:
        with pytest.raises(DeviceAuthorizationError) as caught:
            workos.user_management.poll_device_code("dev", expires_in=60)
    assert caught.value.error == "expired_token"
    assert sum(clock.waits) == 65


def test_unavailable_api(against: Callable[..., WorkOS], clock: FakeClock) -> None:
    with against(Script(httpx.ConnectError("down")), max_retries=0) as workos:
        with pytest.raises(APIConnectionError):
            workos.user_management.poll_device_code("dev")
    assert clock.waits[:6] == [5, 10, 20, 40, 60, 60]


def test_deadline(against: Callable[..., WorkOS], clock: FakeClock) -> None:
    script = Script(PENDING)
    with against(script) as workos:
        with pytest.raises(APITimeoutError, match="deadline of 12 s"):
            workos.user_management.poll_device_code("dev", deadline=12)
    assert (script.polls, clock.waits) == (2, [5, 5, 2])


def test_requests_end_at_the_deadlines_of_the_polling_and_the_client(
    against: Callable[..., WorkOS], clock: FakeClock
) -> None:
    deadlines: list[float] = []

    def handler(request: httpx.Request) -> httpx.Response:
        deadlines.append(request.extensions["timeout"]["read"])
        return oauth("authorization_pending")

    def take_time(_: float) -> None:
        clock.now += 2

    with against(handler, deadline=3) as workos:
        users = workos.user_management
        with pytest.raises(APITimeoutError, match="deadline of 15 s"):
            users.poll_device_code("dev", deadline=15, on_wait=take_time)
        with pytest.raises(APITimeoutError, match="deadline of 15 s"):
            users.poll_device_code("dev", deadline=15, options={"deadline": 6})
    assert [round(seconds) for seconds in deadlines] == [3, 1, 6, 5]


def test_exception_of_on_wait_ends_the_polling(against: Callable[..., WorkOS], clock: FakeClock) -> None:
    def stop(_: float) -> None:
        raise KeyError("stop")

    script = Script(PENDING)
    with against(script) as workos:
        with pytest.raises(KeyError, match="stop"):
            workos.user_management.poll_device_code("dev", on_wait=stop)
    assert (script.polls, clock.waits) == (0, [])
