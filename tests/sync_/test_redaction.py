# Generated from tests/async_/test_redaction.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Logs, representations, spans and exceptions do not contain secrets."""

import logging
import traceback
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_emulator import Emulator
from workos_sync import Hooks, RetryPolicy, Tracing, WorkOS

API_KEY = "sk_planted_api_key"
PASSWORD = "planted password 1"
COOKIE = "planted cookie password of more than thirty-two characters"
HEADER = "planted header value"
TOKEN = "planted_token_0123456789"
OUTCOMES: dict[str, httpx.Response | Exception] = {
    "success": httpx.Response(200, json={"access_token": TOKEN, "refresh_token": TOKEN, "user": {"id": "user_1"}}),
    "unexpected structure": httpx.Response(200, json={"access_token": TOKEN, "user": [TOKEN]}),
    "truncated": httpx.Response(200, content=f'{{"access_token": "{TOKEN}'.encode()),
    "rejected": httpx.Response(400, json={"error": "invalid_grant", "error_description": "no", "token": TOKEN}),
    "unavailable": httpx.Response(503, content=b"<html>down</html>", headers={"Set-Cookie": TOKEN}),
    "connection error": httpx.ReadError("broken"),
    "timeout": httpx.ReadTimeout("late"),
}
CALLS: dict[str, Callable[[WorkOS], Any]] = {
    "password": lambda workos: workos.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD),
    "code": lambda workos: workos.user_management.authenticate_with_code(code=TOKEN, code_verifier=TOKEN),
    "refresh": lambda workos: workos.user_management.authenticate_with_refresh_token(refresh_token=TOKEN),
    "reset": lambda workos: workos.user_management.reset_password(token=TOKEN, new_password=PASSWORD),
    "invitation": lambda workos: workos.user_management.find_invitation_by_token(TOKEN),
    "profile": lambda workos: workos.sso.get_profile(access_token=TOKEN),
    "vault": lambda workos: workos.vault.create_object(name="x", value=TOKEN, key_context={"a": "b"}),
    "raw request": lambda workos: workos.request("POST", f"/things/{TOKEN}", query={"a": TOKEN}, body={"a": TOKEN}),
    "header": lambda workos: workos.organizations.get_organization("org_1", options={"headers": {"X-Own": HEADER}}),
    "line end": lambda workos: workos.sso.get_profile(access_token=f"{TOKEN}\r\nX-Evil: 1"),
}


class Recorder:
    """Collects everything that an application could log."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.seen: list[str] = []

    def record(self, value: object) -> None:
        self.seen += [repr(value), str(value)]

    def hooks(self) -> Hooks:
        return Hooks(request=self.record, response=self.record, retry=self.record)

    def everything(self, caplog: pytest.LogCaptureFixture) -> str:
        spans = [span.to_json() for span in self.exporter.get_finished_spans()]
        return "\n".join([*self.seen, *spans, caplog.text, *(repr(record.args) for record in caplog.records)])

    def check(self, caplog: pytest.LogCaptureFixture, *more: str) -> None:
        text = self.everything(caplog)
        for secret in (API_KEY, PASSWORD, COOKIE, HEADER, TOKEN, *more):
            assert secret not in text, secret


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("call", CALLS)
def test_calls(call: str, outcome: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    recorder = Recorder()
    sent: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        result = OUTCOMES[outcome]
        if isinstance(result, Exception):
            raise result
        return httpx.Response(result.status_code, headers=result.headers, content=result.content)

    with WorkOS(
        API_KEY,
        client_id="client_1",
        transport=httpx.MockTransport(handler),
        headers={"X-Planted": HEADER},
        retry=RetryPolicy(initial_delay=0, max_delay=0),
        hooks=recorder.hooks(),
        tracing=Tracing(recorder.provider, propagate=True),
    ) as workos:
        recorder.record(workos)
        recorder.record(workos.user_management)
        try:
            result = CALLS[call](workos)
        except Exception as error:
            recorder.record(error)
            recorder.seen += ["".join(traceback.format_exception_only(error)), repr(error.args)]
            for cause in (error.__cause__, error.__context__):
                recorder.record(cause)
        else:
            if call != "raw request":  # which returns the JSON of the response
                recorder.record(result)
        recorder.check(caplog)
    assert all(HEADER in request.headers["x-planted"] for request in sent)


def test_session(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    recorder = Recorder()
    emulator = Emulator(api_key=API_KEY)
    with emulator.serve() as url:
        settings: dict[str, Any] = {"hooks": recorder.hooks(), "tracing": Tracing(recorder.provider)}
        with WorkOS(API_KEY, client_id=emulator.client_id, base_url=url, **settings) as workos:
            users = workos.user_management
            user = users.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
            response = users.authenticate_with_password(email="ada@example.com", password=PASSWORD)
            data = SessionData(
                access_token=response.access_token, refresh_token=response.refresh_token, user={"id": user.id}
            )
            sealed = seal_session(data, COOKIE)
            session = users.load_sealed_session(session_data=sealed, cookie_password=COOKIE)
            checked = session.authenticate()
            refreshed = session.refresh()
            factor = users.enroll_auth_factor(user.id, totp_issuer="x", totp_user="y")
            magic = users.create_magic_auth(email="ada@example.com")
            invitation = users.send_invitation(email="bob@example.com")
            for value in (workos, users, user, response, data, session, checked, refreshed, factor, magic, invitation):
                recorder.record(value)
    assert refreshed.authenticated
    secrets = [response.access_token, response.refresh_token, sealed, refreshed.sealed_session, refreshed.refresh_token]
    secrets += [magic.code, invitation.token]
    recorder.check(caplog, *secrets)


def test_recorder_finds_secrets(caplog: pytest.LogCaptureFixture) -> None:
    recorder = Recorder()
    recorder.record({"token": TOKEN})
    with pytest.raises(AssertionError, match=TOKEN):
        recorder.check(caplog)
