# Generated from tests/async_/test_secrets.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""No secrets in representations, log records, exceptions (messages and attributes) or tracebacks."""

import logging
import traceback
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest

from workos_core.auth.sealing.keyring import load_keyring
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.sign_in.signed_state import read_state, sign_state
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, unseal_verifier
from workos_core.vault.envelope import EnvelopeError, encrypt
from workos_emulator import Emulator
from workos_sync import DeviceAuthorizationError, InvalidTokenError, WorkOS, WorkOSError

USER_PASSWORD = "password-of-the-user-1"
COOKIE_PASSWORD = "cookie-password-of-the-servers-at-large"
WEBHOOK_SECRET = "secret-of-the-webhook"
PLAINTEXT = "plaintext-of-the-vault"
VERIFIER = "verifier-" * 6
CUSTOM = "custom-state-of-the-application"


class LeakDetector:
    """Collects texts that the library shows, and finds secrets in them."""

    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        self._caplog = caplog
        self.secrets = {USER_PASSWORD, COOKIE_PASSWORD, WEBHOOK_SECRET, PLAINTEXT, VERIFIER, CUSTOM}
        self.texts: list[str] = []

    def add(self, *things: object) -> None:
        for thing in things:
            self.texts += [repr(thing), str(thing)]

    def add_error(self, error: BaseException) -> None:
        self.texts += traceback.format_exception(error)
        current: BaseException | None = error
        while current is not None:
            self.add(current, current.args, vars(current))
            current = current.__cause__ or current.__context__

    def expect_request_error(self, call: Callable[[], Awaitable[object]]) -> None:
        with pytest.raises((WorkOSError, TypeError)) as caught:
            call()
        self.add_error(caught.value)

    def expect_error(self, call: Callable[[], object]) -> None:
        with pytest.raises((WorkOSError, TypeError)) as caught:
            call()
        self.add_error(caught.value)

    def find_leaks(self) -> set[str]:
        logged = [f"{record.getMessage()} {record.__dict__}" for record in self._caplog.records]
        everything = "\n".join([*self.texts, *logged])
        return {secret for secret in self.secrets if secret in everything}


@pytest.fixture
def detector(caplog: pytest.LogCaptureFixture) -> Iterator[LeakDetector]:
    with caplog.at_level(logging.DEBUG):
        detector = LeakDetector(caplog)
        yield detector
        assert detector.texts
        assert detector.find_leaks() == set()


def sign_in(workos: WorkOS, detector: LeakDetector) -> Any:
    workos.user_management.create_user(email="ada@example.com", password=USER_PASSWORD, email_verified=True)
    response = workos.user_management.authenticate_with_password(email="ada@example.com", password=USER_PASSWORD)
    detector.secrets |= {response.access_token, response.refresh_token}
    detector.add(response)
    return response


def test_leaks_are_detected(caplog: pytest.LogCaptureFixture) -> None:
    for leak in (
        lambda detector: detector.add([USER_PASSWORD]),
        lambda detector: detector.add_error(WorkOSError(PLAINTEXT)),
        lambda _: logging.getLogger("workos").warning("%s", COOKIE_PASSWORD),
    ):
        detector = LeakDetector(caplog)
        leak(detector)
        assert len(detector.find_leaks()) == 1
        caplog.clear()


def test_sessions(workos: WorkOS, emulator: Emulator, detector: LeakDetector) -> None:
    detector.secrets.add(emulator.api_key)
    response = sign_in(workos, detector)
    data = SessionData(
        access_token=response.access_token, refresh_token=response.refresh_token, user={"id": response.user.id}
    )
    cookie = seal_session(data, COOKIE_PASSWORD)
    detector.secrets.add(cookie)
    session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE_PASSWORD)
    authenticated, refreshed, reused = session.authenticate(), session.refresh(), None
    assert refreshed.authenticated
    detector.secrets |= {refreshed.access_token, refreshed.refresh_token, refreshed.sealed_session}
    fresh = WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport)
    old = fresh.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE_PASSWORD)
    reused = old.refresh()
    assert not reused.authenticated
    detector.add(data, session, authenticated, refreshed, reused, workos, load_keyring(COOKIE_PASSWORD))
    detector.add(unseal_session(cookie, COOKIE_PASSWORD))
    if reused.error is not None:
        detector.add_error(reused.error)
    for value in (cookie[:-9] + "A" * 7 + "~2", cookie.replace("*1*", "*2*")):
        detector.secrets.add(value)
        altered = fresh.user_management.load_sealed_session(session_data=value, cookie_password=COOKIE_PASSWORD)
        result = altered.authenticate()
        assert not result.authenticated
        detector.add(result)
        assert result.error is not None
        detector.add_error(result.error)
        detector.expect_error(altered.get_logout_url)
    detector.secrets.add(COOKIE_PASSWORD[:31])
    detector.expect_error(
        lambda: fresh.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE_PASSWORD[:31])
    )


def test_access_tokens(workos: WorkOS, detector: LeakDetector) -> None:
    response = sign_in(workos, detector)
    detector.add(workos.verify_access_token(response.access_token))
    header, payload, signature = response.access_token.split(".")
    for text in (
        f"{header}.{payload}.{signature[::-1]}",
        f"{header}.{payload}x.{signature}",
        response.access_token + "=",
    ):
        detector.secrets.add(text)
        with pytest.raises(InvalidTokenError) as caught:
            workos.verify_access_token(text)
        detector.add_error(caught.value)


def test_failing_requests(emulator: Emulator, detector: LeakDetector) -> None:
    detector.secrets.add(emulator.api_key)

    def down(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("down")

    def html(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, html="<html>")

    for handler in (down, html, lambda _: httpx.Response(500), lambda _: httpx.Response(401, json={"message": "no"})):
        _failing(
            WorkOS(emulator.api_key, client_id="client_1", transport=httpx.MockTransport(handler), max_retries=0),
            detector,
        )


def _failing(workos: WorkOS, detector: LeakDetector) -> None:
    users = workos.user_management
    detector.expect_request_error(lambda: users.authenticate_with_password(email="a@b.co", password=USER_PASSWORD))
    detector.expect_request_error(lambda: users.authenticate_with_refresh_token(refresh_token=CUSTOM))
    detector.expect_request_error(lambda: users.authenticate_with_code(code=CUSTOM, code_verifier=VERIFIER))
    detector.expect_request_error(lambda: workos.vault.create_object(name="n", value=PLAINTEXT, key_context={"a": "b"}))
    detector.add(workos, users, workos._config)


def test_vault(workos: WorkOS, detector: LeakDetector) -> None:
    key = workos.vault.create_data_key(context={"organization_id": "org_1"})
    detector.secrets.add(key.data_key)
    value = encrypt(PLAINTEXT, key.data_key, key.encrypted_keys, "user_1")
    decrypted = workos.vault.decrypt_data_key(keys=key.encrypted_keys)
    detector.add(key, decrypted)
    with pytest.raises(EnvelopeError) as caught:
        workos.vault.decrypt(value)
    detector.add_error(caught.value)
    detector.expect_error(lambda: encrypt(PLAINTEXT + "\ud800", key.data_key, key.encrypted_keys))
    detector.expect_error(lambda: encrypt(PLAINTEXT, key.data_key[:-4], key.encrypted_keys))


def test_devices(emulator: Emulator, detector: LeakDetector) -> None:
    with WorkOS(client_id=emulator.client_id, transport=emulator.transport) as workos:
        device = workos.user_management.device_authorization()
        detector.secrets.add(device.device_code)
        emulator.seed.deny_device(device.user_code)
        with pytest.raises(DeviceAuthorizationError) as caught:
            workos.user_management.poll_device_code(device, interval=0)
        detector.add(device)
        detector.add_error(caught.value)


def test_webhooks_state_and_pending_sign_ins(workos: WorkOS, detector: LeakDetector) -> None:
    detector.expect_error(lambda: workos.webhooks.verify(b"{}", "t=1, v1=" + "0" * 64, WEBHOOK_SECRET))
    detector.expect_error(lambda: workos.actions.verify("{}", "t=1", WEBHOOK_SECRET))  # type: ignore[arg-type]
    detector.expect_error(lambda: read_state(sign_state(1, COOKIE_PASSWORD) + "A", COOKIE_PASSWORD))
    state = seal_verifier(VERIFIER, COOKIE_PASSWORD, custom_state=CUSTOM)
    detector.secrets.add(state)
    detector.add(unseal_verifier(state, state, COOKIE_PASSWORD), workos.pkce.generate())
    detector.expect_error(lambda: unseal_verifier(state, state + "A", COOKIE_PASSWORD))
    detector.expect_error(lambda: unseal_verifier(state, state, WEBHOOK_SECRET * 2))
    detector.expect_error(lambda: seal_verifier(VERIFIER, COOKIE_PASSWORD, custom_state=CUSTOM * 100))
    pair = workos.pkce.generate()
    detector.secrets.add(pair.code_verifier)
    detector.add(pair)
    detector.expect_error(lambda: workos.pkce.generate_code_challenge(CUSTOM + "!" + VERIFIER))
