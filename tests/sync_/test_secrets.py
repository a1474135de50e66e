# Generated from tests/async_/test_secrets.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""No secret is seen in what the library shows: representations, log records, texts and attributes of exceptions, tracebacks."""

import logging
import traceback
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest

from workos_core.auth.sealing.keyring import read_passwords
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


class Watch:
    """Collects what is shown, and knows the secrets."""

    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        self._caplog = caplog
        self.secrets = {USER_PASSWORD, COOKIE_PASSWORD, WEBHOOK_SECRET, PLAINTEXT, VERIFIER, CUSTOM}
        self.shown: list[str] = []

    def show(self, *things: object) -> None:
        for thing in things:
            self.shown += [repr(thing), str(thing)]

    def failure(self, error: BaseException) -> None:
        self.shown += traceback.format_exception(error)
        current: BaseException | None = error
        while current is not None:
            self.show(current, current.args, vars(current))
            current = current.__cause__ or current.__context__

    def fails(self, call: Callable[[], Awaitable[object]]) -> None:
        with pytest.raises((WorkOSError, TypeError)) as caught:
            call()
        self.failure(caught.value)

    def refuses(self, call: Callable[[], object]) -> None:
        with pytest.raises((WorkOSError, TypeError)) as caught:
            call()
        self.failure(caught.value)

    def found(self) -> set[str]:
        logged = [f"{record.getMessage()} {record.__dict__}" for record in self._caplog.records]
        everything = "\n".join([*self.shown, *logged])
        return {secret for secret in self.secrets if secret in everything}


@pytest.fixture
def watch(caplog: pytest.LogCaptureFixture) -> Iterator[Watch]:
    with caplog.at_level(logging.DEBUG):
        found = Watch(caplog)
        yield found
        assert found.shown
        assert found.found() == set()


def sign_in(workos: WorkOS, watch: Watch) -> Any:
    workos.user_management.create_user(email="ada@example.com", password=USER_PASSWORD, email_verified=True)
    answer = workos.user_management.authenticate_with_password(email="ada@example.com", password=USER_PASSWORD)
    watch.secrets |= {answer.access_token, answer.refresh_token}
    watch.show(answer)
    return answer


def test_the_watch_sees(caplog: pytest.LogCaptureFixture) -> None:
    for leak in (
        lambda watch: watch.show([USER_PASSWORD]),
        lambda watch: watch.failure(WorkOSError(PLAINTEXT)),
        lambda _: logging.getLogger("workos").warning("%s", COOKIE_PASSWORD),
    ):
        watch = Watch(caplog)
        leak(watch)
        assert len(watch.found()) == 1
        caplog.clear()


def test_sessions(workos: WorkOS, emulator: Emulator, watch: Watch) -> None:
    watch.secrets.add(emulator.api_key)
    answer = sign_in(workos, watch)
    data = SessionData(
        access_token=answer.access_token, refresh_token=answer.refresh_token, user={"id": answer.user.id}
    )
    cookie = seal_session(data, COOKIE_PASSWORD)
    watch.secrets.add(cookie)
    session = workos.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE_PASSWORD)
    checked, refreshed, used_up = session.authenticate(), session.refresh(), None
    assert refreshed.authenticated
    watch.secrets |= {refreshed.access_token, refreshed.refresh_token, refreshed.sealed_session}
    fresh = WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport)
    old = fresh.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE_PASSWORD)
    used_up = old.refresh()
    assert not used_up.authenticated
    watch.show(data, session, checked, refreshed, used_up, workos, read_passwords(COOKIE_PASSWORD))
    watch.show(unseal_session(cookie, COOKIE_PASSWORD))
    if used_up.error is not None:
        watch.failure(used_up.error)
    for value in (cookie[:-9] + "A" * 7 + "~2", cookie.replace("*1*", "*2*")):
        watch.secrets.add(value)
        altered = fresh.user_management.load_sealed_session(session_data=value, cookie_password=COOKIE_PASSWORD)
        result = altered.authenticate()
        assert not result.authenticated
        watch.show(result)
        assert result.error is not None
        watch.failure(result.error)
        watch.refuses(altered.get_logout_url)
    short = fresh.user_management.load_sealed_session(session_data=cookie, cookie_password=COOKIE_PASSWORD[:31])
    watch.secrets.add(COOKIE_PASSWORD[:31])
    watch.fails(short.authenticate)


def test_tokens(workos: WorkOS, watch: Watch) -> None:
    answer = sign_in(workos, watch)
    watch.show(workos.verify_access_token(answer.access_token))
    head, payload, signature = answer.access_token.split(".")
    for text in (f"{head}.{payload}.{signature[::-1]}", f"{head}.{payload}x.{signature}", answer.access_token + "="):
        watch.secrets.add(text)
        with pytest.raises(InvalidTokenError) as caught:
            workos.verify_access_token(text)
        watch.failure(caught.value)


def test_failing_requests(emulator: Emulator, watch: Watch) -> None:
    watch.secrets.add(emulator.api_key)

    def down(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("down")

    def html(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, html="<html>")

    for handler in (down, html, lambda _: httpx.Response(500), lambda _: httpx.Response(401, json={"message": "no"})):
        _failing(
            WorkOS(emulator.api_key, client_id="client_1", transport=httpx.MockTransport(handler), max_retries=0), watch
        )


def _failing(workos: WorkOS, watch: Watch) -> None:
    users = workos.user_management
    watch.fails(lambda: users.authenticate_with_password(email="a@b.co", password=USER_PASSWORD))
    watch.fails(lambda: users.authenticate_with_refresh_token(refresh_token=CUSTOM))
    watch.fails(lambda: users.authenticate_with_code(code=CUSTOM, code_verifier=VERIFIER))
    watch.fails(lambda: workos.vault.create_object(name="n", value=PLAINTEXT, key_context={"a": "b"}))
    watch.show(workos, users, workos._config)


def test_vault(workos: WorkOS, watch: Watch) -> None:
    key = workos.vault.create_data_key(context={"organization_id": "org_1"})
    watch.secrets.add(key.data_key)
    value = encrypt(PLAINTEXT, key.data_key, key.encrypted_keys, "user_1")
    opened = workos.vault.decrypt_data_key(keys=key.encrypted_keys)
    watch.show(key, opened)
    with pytest.raises(EnvelopeError) as caught:
        workos.vault.decrypt(value)
    watch.failure(caught.value)
    watch.refuses(lambda: encrypt(PLAINTEXT + "\ud800", key.data_key, key.encrypted_keys))
    watch.refuses(lambda: encrypt(PLAINTEXT, key.data_key[:-4], key.encrypted_keys))


def test_devices(emulator: Emulator, watch: Watch) -> None:
    with WorkOS(client_id=emulator.client_id, transport=emulator.transport) as workos:
        device = workos.user_management.device_authorization()
        watch.secrets.add(device.device_code)
        emulator.seed.deny_device(device.user_code)
        with pytest.raises(DeviceAuthorizationError) as caught:
            workos.user_management.poll_device_code(device, interval=0)
        watch.show(device)
        watch.failure(caught.value)


def test_webhooks_states_and_sign_ins(workos: WorkOS, watch: Watch) -> None:
    watch.refuses(lambda: workos.webhooks.verify(b"{}", "t=1, v1=" + "0" * 64, WEBHOOK_SECRET))
    watch.refuses(lambda: workos.actions.verify("{}", "t=1", WEBHOOK_SECRET))  # type: ignore[arg-type]
    watch.refuses(lambda: read_state(sign_state(1, COOKIE_PASSWORD) + "A", COOKIE_PASSWORD))
    state = seal_verifier(VERIFIER, COOKIE_PASSWORD, custom_state=CUSTOM)
    watch.secrets.add(state)
    watch.show(unseal_verifier(state, state, COOKIE_PASSWORD), workos.pkce.generate())
    watch.refuses(lambda: unseal_verifier(state, state + "A", COOKIE_PASSWORD))
    watch.refuses(lambda: unseal_verifier(state, state, WEBHOOK_SECRET * 2))
    watch.refuses(lambda: seal_verifier(VERIFIER, COOKIE_PASSWORD, custom_state=CUSTOM * 100))
    pair = workos.pkce.generate()
    watch.secrets.add(pair.code_verifier)
    watch.show(pair)
    watch.refuses(lambda: workos.pkce.generate_code_challenge(CUSTOM + "!" + VERIFIER))
