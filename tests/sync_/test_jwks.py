# Generated from tests/async_/test_jwks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The keys of access tokens: fetched once, and never a reason to turn users away."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from workos_emulator import Emulator
from workos_sync import APIConnectionError, APIError, DecodeError, InvalidTokenError, WorkOS
from workos_sync._auth.jwks_cache import COOLDOWN, MAX_AGE

PASSWORD = "correct horse battery 1"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Keys:
    """An endpoint for keys that can be made to fail, behind a clock that can be moved."""

    def __init__(self) -> None:
        self.emulator = Emulator()
        self.answer: Callable[[], httpx.Response] | None = None
        self.fetches = 0
        self.clock = Clock()

    def handler(self, request: httpx.Request) -> httpx.Response:
        if "/sso/jwks/" in request.url.path:
            self.fetches += 1
            if self.answer is not None:
                return self.answer()
            return httpx.Response(200, json=self.emulator.jwks)
        return self.emulator.transport.handle_request(request)

    def client(self) -> WorkOS:
        client = WorkOS(
            self.emulator.api_key,
            client_id=self.emulator.client_id,
            transport=httpx.MockTransport(self.handler),
            max_retries=0,
        )
        client._requestor.auth.jwks._clock = self.clock
        return client

    def token(self, client: WorkOS) -> str:
        client.user_management.create_user(email="a@b.co", password=PASSWORD, email_verified=True)
        return (client.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD)).access_token


@pytest.fixture
def keys() -> Keys:
    return Keys()


def test_one_fetch_serves_until_it_is_due(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        for _ in range(3):
            client.verify_access_token(token)
        assert keys.fetches == 1
        keys.clock.now += MAX_AGE
        client.verify_access_token(token)
        assert keys.fetches == 2


def _down() -> httpx.Response:
    raise httpx.ConnectError("down")


OUTAGES: list[tuple[Callable[[], httpx.Response], type[Exception]]] = [
    (_down, APIConnectionError),
    (lambda: httpx.Response(500), APIError),
    (lambda: httpx.Response(200, html="<html></html>"), DecodeError),
    (lambda: httpx.Response(200, json=[]), DecodeError),
]


@pytest.mark.parametrize(("answer", "error"), OUTAGES)
def test_keys_that_are_due_are_used_while_there_are_no_others(keys: Keys, answer: Any, error: type[Exception]) -> None:
    with keys.client() as client:
        token = keys.token(client)
        keys.answer = answer
        with pytest.raises(error):
            client.verify_access_token(token)
        keys.answer = None
        client.verify_access_token(token)
        keys.answer = answer
        keys.clock.now += 10 * MAX_AGE
        for _ in range(3):
            client.verify_access_token(token)
        assert keys.fetches == 3
        keys.clock.now += COOLDOWN
        client.verify_access_token(token)
        assert keys.fetches == 4


def test_an_empty_set_does_not_replace_a_good_one(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        client.verify_access_token(token)
        keys.answer = lambda: httpx.Response(200, json={"keys": []})
        keys.clock.now += MAX_AGE
        client.verify_access_token(token)


def test_new_keys_are_found_at_once(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        foreign = {**keys.emulator.jwks["keys"][0], "kid": "old"}
        keys.answer = lambda: httpx.Response(200, json={"keys": [foreign]})
        with pytest.raises(InvalidTokenError) as caught:
            client.verify_access_token(token)
        assert caught.value.reason == "unknown_key"
        keys.answer = None
        keys.clock.now += COOLDOWN
        client.verify_access_token(token)


def test_unknown_keys_lead_to_one_fetch_per_cooldown(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        foreign = {**keys.emulator.jwks["keys"][0], "kid": "old"}
        keys.answer = lambda: httpx.Response(200, json={"keys": [foreign]})
        for _ in range(5):
            with pytest.raises(InvalidTokenError):
                client.verify_access_token(token)
        assert keys.fetches == 2
