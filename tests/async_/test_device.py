"""Polling for the tokens of a device, against the emulator and against scripts, on a clock that only waiting moves."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from workos_async import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ConfigurationError,
    DeviceAuthorizationError,
    WorkOS,
)
from workos_async._auth import device_flow as _device
from workos_emulator import Emulator

DEVICE = {"device_code": "dev", "user_code": "AB-CD", "verification_uri": "https://a.example.com", "expires_in": 300}
SIGNED_IN = {"access_token": "at", "refresh_token": "rt", "user": {"id": "user_1"}}


class Time:
    """Stands still but for waits, which are written down."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []
        self.passes: Callable[[float], Any] = lambda _: None

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds
        self.passes(seconds)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Time:
    found = Time()
    monkeypatch.setattr(_device, "sleep", found.sleep)
    monkeypatch.setattr(_device, "time", SimpleNamespace(monotonic=lambda: found.now))
    return found


def oauth(error: str, status: int = 400) -> httpx.Response:
    return httpx.Response(status, json={"error": error, "error_description": "Because."})


class Script:
    """Answers one after the other; the last one for ever."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.polls = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/authorize/device"):
            return httpx.Response(200, json=DEVICE)
        self.polls += 1
        assert b"client_secret" not in request.content
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


OK = httpx.Response(200, json=SIGNED_IN)
PENDING = oauth("authorization_pending")


async def test_approval(emulator: Emulator, clock: Time) -> None:
    emulator.clock.freeze()
    clock.passes = lambda seconds: emulator.clock.advance(timedelta(seconds=seconds))
    async with WorkOS(client_id=emulator.client_id, transport=emulator.transport) as workos:
        device = await workos.user_management.device_authorization()
        admin = WorkOS(emulator.api_key, transport=emulator.transport)
        user = await admin.user_management.create_user(email="ada@example.com", email_verified=True)
        asked = 0

        def on_wait(_: float) -> None:
            nonlocal asked
            asked += 1
            if asked == 3:
                emulator.seed.approve_device(device.user_code, user.id)

        signed_in = await workos.user_management.poll_device_code(device, on_wait=on_wait)
    assert signed_in.user.email == "ada@example.com"
    assert clock.waits == [5, 5, 5]


async def test_denial_and_expiry(emulator: Emulator, clock: Time) -> None:
    emulator.clock.freeze()
    clock.passes = lambda seconds: emulator.clock.advance(timedelta(seconds=seconds))
    async with WorkOS(client_id=emulator.client_id, transport=emulator.transport) as workos:
        users = workos.user_management
        device = await users.device_authorization()
        emulator.seed.deny_device(device.user_code)
        with pytest.raises(DeviceAuthorizationError) as caught:
            await users.poll_device_code(device)
        assert caught.value.error == "access_denied"
        device = await users.device_authorization()
        clock.waits.clear()
        with pytest.raises(DeviceAuthorizationError) as caught:
            await users.poll_device_code(device)
    assert caught.value.error == "expired_token"
    assert sum(clock.waits) == 300
    assert isinstance(caught.value.__cause__, APIError)


@pytest.mark.parametrize(
    ("answers", "waits"),
    [
        ([OK], [5]),
        ([PENDING, PENDING, OK], [5, 5, 5]),
        ([PENDING, oauth("slow_down"), PENDING, oauth("slow_down"), OK], [5, 5, 10, 10, 15]),
        # What is no answer does not end the wait, but makes it slower.
        ([httpx.ConnectError("down"), httpx.ReadTimeout("slow"), PENDING, OK], [5, 10, 20, 20]),
        ([httpx.Response(503), OK], [5, 10]),
        ([httpx.Response(429, headers={"Retry-After": "42"}), OK], [5, 42]),
        ([httpx.Response(429), OK], [5, 5]),
    ],
)
async def test_intervals(against: Callable[..., WorkOS], clock: Time, answers: list[Any], waits: list[float]) -> None:
    async with against(Script(*answers), max_retries=0, rate_limiter=None) as workos:
        device = await workos.user_management.create_device_authorization()
        signed_in = await workos.user_management.poll_device_code(device)
    assert signed_in.access_token == "at"
    assert clock.waits == waits


async def test_the_arguments_win_over_what_the_api_said(against: Callable[..., WorkOS], clock: Time) -> None:
    async with against(Script(PENDING, OK)) as workos:
        await workos.user_management.poll_device_code("dev", interval=2)
        assert clock.waits == [2, 2]
        with pytest.raises(ConfigurationError, match="interval"):
            await workos.user_management.poll_device_code("dev", interval=-1)


@pytest.mark.parametrize("error", ["invalid_grant", "invalid_client", "invalid_request", "unsupported_grant_type"])
async def test_errors_that_end_it(against: Callable[..., WorkOS], error: str) -> None:
    script = Script(oauth(error))
    async with against(script) as workos:
        with pytest.raises(APIError) as caught:
            await workos.user_management.poll_device_code("dev")
    assert (caught.value.error, script.polls) == (error, 1)


async def test_an_api_that_never_ends_it(against: Callable[..., WorkOS], clock: Time) -> None:
    async with against(Script(PENDING)) as workos:
        with pytest.raises(DeviceAuthorizationError) as caught:
            await workos.user_management.poll_device_code("dev", expires_in=60)
    assert caught.value.error == "expired_token"
    assert sum(clock.waits) == 65


async def test_an_api_that_is_gone(against: Callable[..., WorkOS], clock: Time) -> None:
    async with against(Script(httpx.ConnectError("down")), max_retries=0) as workos:
        with pytest.raises(APIConnectionError):
            await workos.user_management.poll_device_code("dev")
    assert clock.waits[:6] == [5, 10, 20, 40, 60, 60]


async def test_a_deadline(against: Callable[..., WorkOS], clock: Time) -> None:
    script = Script(PENDING)
    async with against(script) as workos:
        with pytest.raises(APITimeoutError, match="deadline of 12 s"):
            await workos.user_management.poll_device_code("dev", deadline=12)
    assert (script.polls, clock.waits) == (2, [5, 5, 2])


async def test_the_caller_may_end_it(against: Callable[..., WorkOS], clock: Time) -> None:
    def enough(_: float) -> None:
        raise KeyError("enough")

    script = Script(PENDING)
    async with against(script) as workos:
        with pytest.raises(KeyError, match="enough"):
            await workos.user_management.poll_device_code("dev", on_wait=enough)
    assert (script.polls, clock.waits) == (0, [])
