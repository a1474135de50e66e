# Generated from tests/async_/test_client.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from workos_core.errors import WorkOSError
from workos_sync import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    DecodeError,
    InvalidArgumentError,
    MissingFieldError,
    NotFoundError,
    RateLimitExceededError,
    ServerError,
    WorkOS,
    _api_requestor,
)

ORGANIZATION = {
    "object": "organization",
    "id": "org_1",
    "name": "Acme",
    "domains": [],
    "metadata": {},
    "external_id": None,
    "created_at": "2021-06-25T19:07:33.155Z",
    "updated_at": "2021-06-25T19:07:33.155Z",
}
Against = Callable[..., WorkOS]


class Script:
    """Returns or raises scripted outcomes one after the other, repeats the last one, and records the requests."""

    def __init__(self, *outcomes: httpx.Response | Exception) -> None:
        self.outcomes = list(outcomes)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        if isinstance(outcome, Exception):
            raise outcome
        return httpx.Response(outcome.status_code, headers=outcome.headers, content=outcome.content)


OK = httpx.Response(200, json=ORGANIZATION)


@pytest.fixture(autouse=True)
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The durations of the waits between attempts, which are skipped."""
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(_api_requestor, "sleep", sleep)
    return waits


def test_request(against: Against) -> None:
    script = Script(httpx.Response(200, json={"id": "org/1"}))
    with against(script, headers={"X-Team": "blue"}) as client:
        client.organizations.update_organization("org/1", name="Ü", options={"headers": {"X-Call": "7"}})
    (request,) = script.requests
    assert request.method == "PUT"
    assert str(request.url) == "https://api.workos.com/organizations/org%2F1"
    assert json.loads(request.content) == {"name": "Ü"}
    assert request.headers["authorization"] == "Bearer sk_test"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["user-agent"].startswith("workos-async/")
    assert (request.headers["x-team"], request.headers["x-call"]) == ("blue", "7")
    assert "idempotency-key" not in request.headers


def test_comma_joined_arrays(against: Against) -> None:
    script = Script(httpx.Response(200, json={"data": []}))
    with against(script) as client:
        client.organizations.list_organizations(domains=["a.com", "b.com"]).page()
        with pytest.raises(TypeError, match="domains must be a list"):
            client.organizations.list_organizations(domains="a.com")
    assert script.requests[0].url.query == b"domains=a.com%2Cb.com"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_invalid_path_arguments(against: Against, value: str) -> None:
    script = Script(OK)
    with against(script) as client:
        with pytest.raises(ValueError, match="organization_id"):
            client.organizations.get_organization(value)
    assert script.requests == []


def test_invalid_arguments_are_type_errors(against: Against) -> None:
    script = Script(OK)
    with against(script) as client:
        with pytest.raises(TypeError):
            client.organizations.get_organization(7)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            client.organizations.create_organization(nmae="x")  # type: ignore[call-arg]
    assert script.requests == []


def test_exclusive_arguments_are_rejected_before_any_request(against: Against) -> None:
    script = Script(OK)
    with against(script) as client:
        with pytest.raises(InvalidArgumentError, match="either password or password_hash"):
            client.user_management.create_user(  # type: ignore[call-overload]
                email="a@b.c", password="x", password_hash="y", password_hash_type="bcrypt"
            )
    assert script.requests == []


@pytest.mark.parametrize(
    ("status", "cls"),
    [(400, BadRequestError), (401, AuthenticationError), (404, NotFoundError), (302, APIError), (500, ServerError)],
)
def test_errors_by_status(against: Against, status: int, cls: type[APIError]) -> None:
    script = Script(httpx.Response(status, json={"message": "no"}, headers={"X-Request-ID": "req_9"}))
    with against(script, max_retries=0) as client:
        with pytest.raises(cls) as caught:
            client.organizations.get_organization("org_1")
    assert type(caught.value) is cls
    assert (caught.value.status, caught.value.request_id, caught.value.attempts) == (status, "req_9", 1)
    assert "GET /organizations/{organization_id}" in str(caught.value)


def test_redirect_is_not_followed(against: Against) -> None:
    script = Script(httpx.Response(307, headers={"Location": "https://evil.example.com/"}))
    with against(script) as client:
        with pytest.raises(APIError, match="redirect not followed"):
            client.organizations.get_organization("org_1")
    with httpx.Client(transport=httpx.MockTransport(script), follow_redirects=True) as http_client:
        with pytest.raises(APIError, match="redirect not followed"):
            WorkOS("sk_1", http_client=http_client).organizations.get_organization("org_1")
    assert {request.url.host for request in script.requests} == {"api.workos.com"}


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (b'{"id": "org', "$"),
        (b"<html></html>", "$"),
        (b"", "$"),
        (b"[]", "$"),
        (b'"text"', "$"),
        (b"null", "$"),
        (b'{"domains": [{"id": "d"}, "x"]}', "$.domains[1]"),
    ],
)
def test_malformed_success_response(against: Against, body: bytes, path: str) -> None:
    script = Script(httpx.Response(200, content=body, headers={"X-Request-ID": "req_9"}))
    with against(script) as client:
        with pytest.raises(DecodeError) as caught:
            client.organizations.get_organization("org_1")
    error = caught.value
    assert (error.path, error.status, error.request_id, error.body) == (path, 200, "req_9", body.decode())


def test_unknown_fields_and_values_are_preserved(against: Against) -> None:
    body: dict[str, Any] = {**ORGANIZATION, "new": [1], "name": None, "domains": [{"id": "d", "state": "quantum"}]}
    with against(Script(httpx.Response(200, json=body))) as client:
        organization = client.organizations.get_organization("org_1")
    assert organization.extra_fields == {"new": [1]}
    assert organization.name is None
    assert organization.domains[0].state == "quantum"


def test_incomplete_item_of_a_page(against: Against) -> None:
    body = {"data": [ORGANIZATION, {"id": "org_2"}], "list_metadata": {"before": None, "after": None}}
    with against(Script(httpx.Response(200, json=body))) as client:
        first, second = client.organizations.list_organizations().collect()
    assert (first.name, second.id) == ("Acme", "org_2")
    with pytest.raises(MissingFieldError, match=r"Organization\.name is required but missing"):
        _ = second.name


def test_error_page_of_a_proxy(against: Against) -> None:
    script = Script(httpx.Response(502, content=b"<html>Bad Gateway</html>", headers={"X-Request-ID": "req_9"}))
    with against(script, max_retries=0) as client:
        with pytest.raises(ServerError) as caught:
            client.organizations.get_organization("org_1")
    assert (caught.value.body, caught.value.request_id) == ("<html>Bad Gateway</html>", "req_9")


def test_retries_until_success(against: Against, slept: list[float]) -> None:
    script = Script(
        httpx.Response(429, headers={"Retry-After": "2"}),
        httpx.Response(503),
        httpx.ConnectError("connection refused"),
        OK,
    )
    with against(script, rate_limiter=None) as client:
        assert (client.organizations.get_organization("org_1")).name == "Acme"
    assert len(script.requests) == 4
    assert slept[0] == 2.0
    assert 0 <= slept[1] <= 1.0
    assert 0 <= slept[2] <= 2.0


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])
def test_idempotent_methods_are_retried(against: Against, method: str) -> None:
    script = Script(httpx.Response(500), httpx.ReadError("broken"), httpx.Response(200))
    with against(script) as workos:
        assert workos.request(method, "/things") is None
    assert [request.method for request in script.requests] == [method] * 3


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_other_methods_are_not_retried(against: Against, method: str) -> None:
    script = Script(httpx.Response(500), httpx.Response(200))
    with against(script) as workos:
        with pytest.raises(ServerError):
            workos.request(method, "/things")
    assert len(script.requests) == 1


def test_retries_are_exhausted(against: Against, slept: list[float]) -> None:
    script = Script(httpx.Response(429, headers={"Retry-After": "1"}))
    with against(script, rate_limiter=None) as client:
        with pytest.raises(RateLimitExceededError) as caught:
            client.organizations.get_organization("org_1")
        assert (caught.value.attempts, caught.value.retry_after) == (4, 1.0)
        with pytest.raises(RateLimitExceededError):
            client.organizations.get_organization("org_1", options={"max_retries": 1})
    assert len(script.requests) == 6
    assert slept == [1.0] * 4


def test_long_retry_after_is_raised(against: Against, slept: list[float]) -> None:
    script = Script(httpx.Response(429, headers={"Retry-After": "3600"}))
    with against(script) as client:
        with pytest.raises(RateLimitExceededError) as caught:
            client.organizations.get_organization("org_1")
    assert (caught.value.retry_after, slept) == (3600.0, [])


@pytest.mark.parametrize("outcome", [httpx.Response(500), httpx.ReadTimeout("late"), httpx.ReadError("broken")])
def test_write_that_may_have_been_processed_is_not_retried(
    against: Against, outcome: httpx.Response | Exception
) -> None:
    script = Script(outcome)
    with against(script) as client:
        with pytest.raises(WorkOSError):
            client.organizations.create_organization(name="x")
    assert len(script.requests) == 1


def test_write_that_was_not_processed_is_retried(against: Against) -> None:
    script = Script(
        httpx.ConnectError("connection refused"), httpx.Response(429), httpx.Response(201, json=ORGANIZATION)
    )
    with against(script, rate_limiter=None) as client:
        assert (client.organizations.create_organization(name="x")).id == "org_1"
    assert len(script.requests) == 3


@pytest.mark.parametrize(
    ("failure", "cls", "sent"),
    [
        (httpx.ConnectTimeout("late"), APITimeoutError, False),
        (httpx.PoolTimeout("late"), APITimeoutError, False),
        (httpx.ReadTimeout("late"), APITimeoutError, True),
        (httpx.ConnectError("connection refused"), APIConnectionError, False),
        (httpx.RemoteProtocolError("half"), APIConnectionError, True),
        (httpx.DecodingError("gzip"), APIConnectionError, True),
    ],
)
def test_no_response(against: Against, failure: Exception, cls: type[APIConnectionError], sent: bool) -> None:
    script = Script(failure)
    with against(script, max_retries=2) as client:
        with pytest.raises(cls) as caught:
            client.organizations.get_organization("org_1")
    assert (caught.value.sent, caught.value.attempts) == (sent, 3)
    assert caught.value.__cause__ is failure


def test_timeouts_of_client_and_call(against: Against) -> None:
    script = Script(OK)
    with against(script) as client:
        client.organizations.get_organization("org_1")
        client.organizations.get_organization("org_1", options={"timeout": 5})
        client.organizations.get_organization("org_1", options={"timeout": httpx.Timeout(1, read=9)})
    reads = [request.extensions["timeout"]["read"] for request in script.requests]
    assert reads == [60.0, 5, 9]


def test_custom_http_client(against: Against) -> None:
    script = Script(OK)
    with httpx.Client(transport=httpx.MockTransport(script), timeout=httpx.Timeout(3, read=11)) as http_client:
        with WorkOS("sk_1", http_client=http_client) as client:
            client.organizations.get_organization("org_1")
        with WorkOS("sk_1", http_client=http_client, timeout=4.0) as client:
            client.organizations.get_organization("org_1")
        assert not http_client.is_closed
    assert [request.extensions["timeout"]["read"] for request in script.requests] == [11, 4.0]


def test_invalid_settings() -> None:
    transport = httpx.MockTransport(Script(OK))
    with httpx.Client(transport=transport) as http_client:
        with pytest.raises(ConfigurationError, match="either transport or http_client"):
            WorkOS("sk_1", transport=transport, http_client=http_client)
    with pytest.raises(ConfigurationError, match="max_retries"):
        WorkOS("sk_1", max_retries=-1)
    with pytest.raises(ConfigurationError, match="would send the API key unencrypted"):
        WorkOS("sk_1", base_url="http://api.workos.com")


def test_missing_settings_are_reported_at_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WORKOS_API_KEY", "WORKOS_CLIENT_ID"):
        monkeypatch.delenv(name, raising=False)
    script = Script(OK)
    with WorkOS(transport=httpx.MockTransport(script)) as client:
        with pytest.raises(ConfigurationError, match="WORKOS_API_KEY"):
            client.organizations.get_organization("org_1")
        with pytest.raises(ConfigurationError, match="WORKOS_API_KEY"):
            client.request("GET", "/organizations")
        with pytest.raises(ConfigurationError, match="WORKOS_CLIENT_ID"):
            client.user_management.get_authorization_url(provider="authkit", redirect_uri="https://a.example/callback")
        with pytest.raises(ConfigurationError, match="WORKOS_CLIENT_ID"):
            client.user_management.authenticate_with_code(code="c")
    assert script.requests == []


def test_invalid_cookie_password_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", "too short")
    with pytest.raises(ConfigurationError, match=r"at least 32 characters \(got 9\)") as caught:
        WorkOS("sk_1")
    assert "too short" not in str(caught.value)


def test_environment_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOS_API_KEY", "sk_env")
    monkeypatch.setenv("WORKOS_CLIENT_ID", "client_env")
    monkeypatch.setenv("WORKOS_BASE_URL", "http://localhost:4100")
    script = Script(OK)
    with WorkOS(transport=httpx.MockTransport(script)) as client:
        client.organizations.get_organization("org_1")
        assert client.client_id == "client_env"
    assert str(script.requests[0].url) == "http://localhost:4100/organizations/org_1"
    assert script.requests[0].headers["authorization"] == "Bearer sk_env"


def test_closed_client(against: Against) -> None:
    client = against(Script(OK))
    client.close()
    client.close()
    with pytest.raises(ConfigurationError, match="closed"):
        client.organizations.get_organization("org_1")


def test_representations_do_not_contain_the_api_key(against: Against) -> None:
    script = Script(httpx.Response(401, json={"message": "Unauthorized"}))
    with against(script) as client:
        with pytest.raises(AuthenticationError) as caught:
            client.organizations.get_organization("org_1")
        assert "sk_test" not in f"{client!r} {caught.value!r} {caught.value} {vars(caught.value)}"
