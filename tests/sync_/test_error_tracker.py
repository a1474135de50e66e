# Generated from tests/async_/test_error_tracker.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The events of Sentry with its default settings, which include the local variables of all frames, contain no secrets of a failed call."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
import sentry_sdk
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport

from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.serialization.base64url import encode_base64url
from workos_sync import Hooks, WorkOS
from workos_sync._auth.sign_in import SignIn

API_KEY = "sk_test_key-of-the-environment"
USER_PASSWORD = "password-of-the-user"
COOKIE_PASSWORD = "cookie-password-of-all-the-servers"
SHORT_PASSWORD = "password-too-short"
REFRESH_TOKEN = "token-for-the-next-refresh"
CODE = "code-of-the-authorization"
VERIFIER = "verifier-" * 6
BEARER = "bearer-of-another-user"
CUSTOMER_KEY = "sk_customer_key-to-validate"
PLAINTEXT = "plaintext-of-the-vault"
CLAIMS = [encode_base64url(part) for part in (b'{"alg":"RS256","kid":"1"}', b'{"sid":"session_1"}', b"signature")]
ACCESS_TOKEN = ".".join(CLAIMS)
SESSION = seal_session(
    SessionData(access_token=ACCESS_TOKEN, refresh_token=REFRESH_TOKEN, user={"id": "user_1"}), COOKIE_PASSWORD
)
SECRETS = (
    *(API_KEY, USER_PASSWORD, COOKIE_PASSWORD, SHORT_PASSWORD, REFRESH_TOKEN, CODE, VERIFIER, BEARER, CUSTOMER_KEY),
    *(PLAINTEXT, ACCESS_TOKEN, SESSION[:40], SESSION[40:80]),
)


class Recorder(Transport):
    """Keeps the events that would be sent to Sentry."""

    events: list[dict[str, Any]]

    def capture_envelope(self, envelope: Envelope) -> None:
        self.events += [event for item in envelope.items if (event := item.get_event())]  # type: ignore[misc]


def capture(error: BaseException) -> str:
    """Return the event of an exception as JSON. It has the variables of every frame."""
    recorder = Recorder()
    recorder.events = []
    # The integrations would patch libraries for all other tests; tests/test_sentry.py has them.
    client = sentry_sdk.Client(
        "https://key@sentry.invalid/1", transport=recorder, default_integrations=False, auto_enabling_integrations=False
    )
    with sentry_sdk.new_scope() as scope:
        scope.set_client(client)
        scope.capture_exception(error)
    (event,) = recorder.events
    traces = [each["stacktrace"]["frames"] for each in event["exception"]["values"] if "stacktrace" in each]
    assert any("vars" in frame for frames in traces for frame in frames)
    return json.dumps(event)


def fail(_: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused")


def crash(_: httpx.Request) -> httpx.Response:
    raise RuntimeError("a bug of the transport")


FAILURES: dict[str, Callable[[httpx.Request], httpx.Response]] = {
    "connection": fail,
    "crash": crash,
    "status_500": lambda request: httpx.Response(500, json={"message": "failed"}),
    "status_400": lambda request: httpx.Response(400, json={"error": "invalid_grant"}),
    "not_json": lambda request: httpx.Response(200, html="<html>"),
}


def client(handler: Callable[[httpx.Request], httpx.Response], **settings: Any) -> WorkOS:
    return WorkOS(
        API_KEY,
        client_id="client_1",
        transport=httpx.MockTransport(handler),
        max_retries=0,
        rate_limiter=None,
        **settings,
    )


Call = Callable[[WorkOS], Awaitable[object]]


def get_organization(workos: WorkOS) -> object:
    return workos.organizations.get_organization("org_1")


def create_user(workos: WorkOS) -> object:
    return workos.user_management.create_user(email="a@b.co", password=USER_PASSWORD)


def authenticate_with_password(workos: WorkOS) -> object:
    return workos.user_management.authenticate_with_password(email="a@b.co", password=USER_PASSWORD)


def authenticate_with_code(workos: WorkOS) -> object:
    return workos.user_management.authenticate_with_code(code=CODE, code_verifier=VERIFIER)


def authenticate_with_refresh_token(workos: WorkOS) -> object:
    return workos.user_management.authenticate_with_refresh_token(refresh_token=REFRESH_TOKEN)


def get_profile(workos: WorkOS) -> object:
    return workos.sso.get_profile(access_token=ACCESS_TOKEN)


def validate_api_key(workos: WorkOS) -> object:
    return workos.api_keys.validate_api_key(value=CUSTOMER_KEY)


def list_users(workos: WorkOS) -> object:
    return workos.user_management.list_users().collect()


def get_page(workos: WorkOS) -> object:
    return workos.user_management.list_users(options={"headers": {"Authorization": BEARER}}).page()


def send_raw_request(workos: WorkOS) -> object:
    return workos.request("POST", "/x", body={"password": USER_PASSWORD})


def override_authorization(workos: WorkOS) -> object:
    return workos.organizations.get_organization("org_1", options={"headers": {"Authorization": BEARER}})


def encrypt(workos: WorkOS) -> object:
    return workos.vault.encrypt(PLAINTEXT, context={"a": "b"})


def verify_access_token(workos: WorkOS) -> object:
    return workos.verify_access_token(ACCESS_TOKEN)


CALLS: list[Call] = [
    get_organization,
    create_user,
    authenticate_with_password,
    authenticate_with_code,
    authenticate_with_refresh_token,
    get_profile,
    validate_api_key,
    list_users,
    get_page,
    send_raw_request,
    override_authorization,
    encrypt,
    verify_access_token,
]


def error_of(call: Call, workos: WorkOS) -> BaseException:
    try:
        call(workos)
    except Exception as error:
        return error
    raise AssertionError("the call has succeeded")


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("call", CALLS, ids=lambda call: str(call.__name__))
def test_failed_calls(failure: str, call: Call) -> None:
    workos = client(FAILURES[failure])
    assert_no_secret(error_of(call, workos))


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
@pytest.mark.parametrize(
    "call", [create_user, list_users, authenticate_with_refresh_token], ids=lambda c: str(c.__name__)
)
def test_failed_connections(library: str, call: Call, unused_port: int) -> None:
    workos = WorkOS(
        API_KEY,
        client_id="client_1",
        base_url=f"http://127.0.0.1:{unused_port}",
        http_library=library,
        max_retries=1,
    )
    assert_no_secret(error_of(call, workos))


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_failing_hook_keeps_its_variables() -> None:
    def fail_in_the_application(_: object) -> None:
        visible = "variable of the application"
        raise ValueError(len(visible))

    workos = client(FAILURES["status_500"], hooks=Hooks(request=fail_in_the_application))
    assert "variable of the application" in assert_no_secret(error_of(create_user, workos))


def test_sessions_with_an_invalid_password() -> None:
    workos = client(fail)

    def load(workos: WorkOS) -> object:
        users = workos.user_management
        return users.authenticate_with_session_cookie(session_data=SESSION, cookie_password=SHORT_PASSWORD)

    def refresh(workos: WorkOS) -> object:
        session = workos.user_management.load_sealed_session(session_data=SESSION, cookie_password=COOKIE_PASSWORD)
        return session.refresh(cookie_password=SHORT_PASSWORD)

    def authenticate(workos: WorkOS) -> object:
        uri = "https://app.example/callback"
        sign_in = SignIn(workos, redirect_uri=uri, cookie_password=[COOKIE_PASSWORD, SHORT_PASSWORD])
        return sign_in.authenticate({"wos-session": SESSION})

    for call in (load, refresh, authenticate):
        assert_no_secret(error_of(call, workos))


def test_invalid_settings() -> None:
    def create_client(_: WorkOS) -> object:
        return WorkOS(f"{API_KEY}\n")

    assert_no_secret(error_of(create_client, client(fail)))


def test_traceback_keeps_the_frames_of_the_library() -> None:
    event = assert_no_secret(error_of(create_user, client(fail)))
    assert "_api_requestor" in event
    assert "ConnectError" in event


def assert_no_secret(error: BaseException) -> str:
    """Check the event of an exception and return it."""
    event = capture(error)
    for secret in SECRETS:
        assert secret not in event
    return event
