# Generated from tests/async_/test_jwks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The JWKS cache: one fetch for many tokens, and stale keys that stay in use during an outage."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from workos_core.serialization.base64url import encode_base64url
from workos_emulator import Emulator
from workos_sync import APIConnectionError, APIError, DecodeError, InvalidTokenError, RetryPolicy, WorkOS
from workos_sync._auth.jwks_cache import COOLDOWN, FETCH_TIMEOUT, MAX_AGE, MAX_BYTES, MIN_COOLDOWN
from workos_sync._concurrency.call_deadline import Deadline

PASSWORD = "correct horse battery 1"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Keys:
    """A JWKS endpoint that can fail, and a clock that can be advanced."""

    def __init__(self) -> None:
        self.emulator = Emulator()
        self.response: Callable[[], httpx.Response] | None = None
        self.fetches = 0
        self.timeout = 0.0  # of the latest fetch
        self.clock = Clock()

    def handler(self, request: httpx.Request) -> httpx.Response:
        if "/sso/jwks/" in request.url.path:
            self.fetches += 1
            self.timeout = request.extensions["timeout"]["read"]
            if self.response is not None:
                return self.response()
            return httpx.Response(200, json=self.emulator.jwks)
        return self.emulator.transport.handle_request(request)

    def fail_once(self) -> httpx.Response:
        self.response = None
        return httpx.Response(503)

    def client(self, max_retries: int = 0) -> WorkOS:
        client = WorkOS(
            self.emulator.api_key,
            client_id=self.emulator.client_id,
            transport=httpx.MockTransport(self.handler),
            retry=RetryPolicy(max_retries, initial_delay=0.001),
        )
        client._requestor.auth.tokens.jwks._clock = self.clock
        return client

    def token(self, client: WorkOS) -> str:
        client.user_management.create_user(email="a@b.co", password=PASSWORD, email_verified=True)
        return (client.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD)).access_token


@pytest.fixture
def keys() -> Keys:
    return Keys()


def test_keys_are_cached_until_they_are_stale(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        for _ in range(3):
            client.verify_access_token(token)
        assert keys.fetches == 1
        keys.clock.now += MAX_AGE
        client.verify_access_token(token)
        assert keys.fetches == 2


def test_refetched_keys_are_used_at_once(keys: Keys) -> None:
    """A key that is no longer in the key set is not accepted anymore."""
    with keys.client() as client:
        token = keys.token(client)
        client.verify_access_token(token)
        other = {**keys.emulator.jwks["keys"][0], "kid": "new"}
        keys.response = lambda: httpx.Response(200, json={"keys": [other]})
        keys.clock.now += MAX_AGE
        with pytest.raises(InvalidTokenError, match="unknown key"):
            client.verify_access_token(token)


def test_refetching_stale_keys_may_take_half_of_the_time(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        client.verify_access_token(token)
        assert FETCH_TIMEOUT - 2 < keys.timeout <= FETCH_TIMEOUT
        keys.clock.now += MAX_AGE
        client.verify_access_token(token)
        assert FETCH_TIMEOUT / 2 - 1 < keys.timeout <= FETCH_TIMEOUT / 2


def test_a_huge_key_set_is_rejected(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        text = json.dumps(keys.emulator.jwks)
        keys.response = lambda: httpx.Response(200, text=text + " " * (MAX_BYTES + 1 - len(text)))
        with pytest.raises(
            DecodeError, match=f"the key set has {MAX_BYTES + 1} bytes, the maximum is {MAX_BYTES}"
        ) as caught:
            client.verify_access_token(token)
        assert (caught.value.path, caught.value.status, caught.value.body) == ("$", 200, "")
        keys.response = lambda: httpx.Response(200, text=text + " " * (MAX_BYTES - len(text)))
        keys.clock.now += MIN_COOLDOWN
        client.verify_access_token(token)


def _down() -> httpx.Response:
    raise httpx.ConnectError("down")


FAILURES: list[tuple[Callable[[], httpx.Response], type[Exception]]] = [
    (_down, APIConnectionError),
    (lambda: httpx.Response(500), APIError),
    (lambda: httpx.Response(200, html="<html></html>"), DecodeError),
    (lambda: httpx.Response(200, json=[]), DecodeError),
]


@pytest.mark.parametrize(("response", "error"), FAILURES)
def test_stale_keys_stay_in_use_while_the_endpoint_fails(keys: Keys, response: Any, error: type[Exception]) -> None:
    with keys.client() as client:
        token = keys.token(client)
        keys.response = response
        with pytest.raises(error):
            client.verify_access_token(token)
        keys.response = None
        keys.clock.now += MIN_COOLDOWN
        client.verify_access_token(token)
        keys.response = response
        keys.clock.now += 10 * MAX_AGE
        for _ in range(3):
            client.verify_access_token(token)
        assert keys.fetches == 3
        keys.clock.now += COOLDOWN
        client.verify_access_token(token)
        assert keys.fetches == 4


def test_failed_first_fetches_are_repeated_after_a_growing_cooldown(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        keys.response = _down
        fetches, seconds = 0, MIN_COOLDOWN
        while seconds < 2 * COOLDOWN:
            for _ in range(3):
                with pytest.raises(APIConnectionError):
                    client.verify_access_token(token)
            fetches += 1
            assert keys.fetches == fetches
            cooldown = min(seconds, COOLDOWN)
            keys.clock.now += cooldown - 0.01
            with pytest.raises(APIConnectionError):
                client.verify_access_token(token)
            assert keys.fetches == fetches
            keys.clock.now += 0.02
            seconds *= 2
        keys.response = None
        client.verify_access_token(token)


MALFORMED = ["", "a", "a.b.c", "..", "é.é.é", "a" * 200_000, "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJSUzI1NiJ9.e30.AA"]


@pytest.mark.parametrize("token", MALFORMED)
def test_malformed_tokens_cause_no_fetch(keys: Keys, token: str) -> None:
    with keys.client() as client:
        valid = keys.token(client)
        header, _, signature = valid.split(".")
        for response in (_down, None):
            keys.response = response
            for malformed in (token, f"{header}.bm90IEpTT04.{signature}"):
                with pytest.raises(InvalidTokenError):
                    client.verify_access_token(malformed)
            assert keys.fetches == 0
        client.verify_access_token(valid)
        keys.clock.now += MAX_AGE  # the keys are stale
        with pytest.raises(InvalidTokenError):
            client.verify_access_token(token)
        assert keys.fetches == 1


@pytest.mark.parametrize(("bits", "is_accepted"), [(1024, False), (2047, False), (2048, True)])
def test_rsa_keys_below_2048_bits_are_rejected(keys: Keys, bits: int, is_accepted: bool) -> None:
    key = rsa.generate_private_key(65537, bits)
    modulus = encode_base64url(key.public_key().public_numbers().n.to_bytes(bits // 8 + 1).lstrip(b"\0"))
    document = {"kty": "RSA", "kid": "small", "n": modulus, "e": "AQAB"}
    keys.response = lambda: httpx.Response(200, json={"keys": [document]})
    parts = {"alg": "RS256", "kid": "small"}, {"sub": "user_1", "sid": "session_1", "exp": 4e9}
    signed = ".".join(encode_base64url(json.dumps(part).encode()) for part in parts)
    token = f"{signed}.{encode_base64url(key.sign(signed.encode(), PKCS1v15(), SHA256()))}"
    with keys.client() as client:
        if is_accepted:
            assert (client.verify_access_token(token)).sub == "user_1"
        else:
            with pytest.raises(DecodeError, match="at least 2048 bits"):
                client.verify_access_token(token)
            keys.clock.now += MAX_AGE
            keys.response = lambda: httpx.Response(200, json={"keys": [document, *keys.emulator.jwks["keys"]]})
            with pytest.raises(InvalidTokenError, match="unknown key"):
                client.verify_access_token(token)


def test_first_fetch_is_retried_but_refetching_stale_keys_is_not(keys: Keys) -> None:
    with keys.client(max_retries=1) as client:
        token = keys.token(client)
        keys.response = keys.fail_once
        client.verify_access_token(token)
        assert keys.fetches == 2
        keys.response = keys.fail_once
        keys.clock.now += MAX_AGE
        client.verify_access_token(token)  # with the stale keys
        assert keys.fetches == 3
        keys.clock.now += COOLDOWN
        client.verify_access_token(token)
        assert keys.fetches == 4


def test_fetch_for_an_unknown_key_is_retried(keys: Keys) -> None:
    with keys.client(max_retries=1) as client:
        token = keys.token(client)
        old = {**keys.emulator.jwks["keys"][0], "kid": "old"}
        keys.response = lambda: httpx.Response(200, json={"keys": [old]})
        client._requestor.auth.tokens.jwks._get_keys(Deadline.start(20))
        keys.response = keys.fail_once
        client.verify_access_token(token)
        assert keys.fetches == 3


def test_empty_key_set_does_not_replace_a_valid_one(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        client.verify_access_token(token)
        keys.response = lambda: httpx.Response(200, json={"keys": []})
        keys.clock.now += MAX_AGE
        client.verify_access_token(token)


def test_new_keys_are_fetched_after_the_cooldown(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        other = {**keys.emulator.jwks["keys"][0], "kid": "old"}
        keys.response = lambda: httpx.Response(200, json={"keys": [other]})
        with pytest.raises(InvalidTokenError) as caught:
            client.verify_access_token(token)
        assert caught.value.reason == "unknown_key"
        keys.response = None
        keys.clock.now += COOLDOWN
        client.verify_access_token(token)


def test_unknown_keys_cause_one_fetch_per_cooldown(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        other = {**keys.emulator.jwks["keys"][0], "kid": "old"}
        keys.response = lambda: httpx.Response(200, json={"keys": [other]})
        for _ in range(5):
            with pytest.raises(InvalidTokenError):
                client.verify_access_token(token)
        assert keys.fetches == 2
        keys.clock.now += COOLDOWN - 0.5
        with pytest.raises(InvalidTokenError) as caught:
            client.verify_access_token(token)
        assert keys.fetches == 2
        assert caught.value.retry_after == pytest.approx(0.5)
        keys.clock.now += 0.5
        with pytest.raises(InvalidTokenError):
            client.verify_access_token(token)
        assert keys.fetches == 3


def test_an_empty_key_set_is_an_error_with_the_status(keys: Keys) -> None:
    with keys.client() as client:
        token = keys.token(client)
        keys.response = lambda: httpx.Response(203, json={"keys": []})
        with pytest.raises(DecodeError, match="no key for access tokens") as caught:
            client.verify_access_token(token)
        assert (caught.value.path, caught.value.status) == ("$", 203)
