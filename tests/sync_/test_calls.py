# Generated from tests/async_/test_calls.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Copies of the client with other options, results with their response, and mocks."""

import copy
import logging
import pickle
from importlib import metadata
from typing import Any
from unittest import mock

import httpx
import pytest

import workos_sync
from workos_core.errors import InvalidArgumentTypeError
from workos_core.models.organizations import Organization
from workos_sync import ConfigurationError, InvalidArgumentError, RateLimitExceededError, WorkOS

BRITISH = "organizations".replace("z", "s")


class Server:
    """Returns an organization, after as many 503s as `failures` says, and records the requests."""

    def __init__(self, failures: int = 0, status: int = 503) -> None:
        self.requests: list[httpx.Request] = []
        self.failures, self.status = failures, status

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if len(self.requests) <= self.failures:
            return httpx.Response(self.status, json={"message": "no"}, headers={"retry-after": "0"})
        headers = {"x-request-id": f"req_{len(self.requests)}"}
        organization = {"id": "org_1", "name": "Example"}
        is_list = request.url.path == "/organizations" and request.method == "GET"
        return httpx.Response(200, json={"data": [organization]} if is_list else organization, headers=headers)


def new_client(server: Server, **settings: Any) -> WorkOS:
    return WorkOS("sk_test_1", transport=httpx.MockTransport(server), **settings)


def test_with_options_changes_the_defaults_of_calls() -> None:
    server = Server()
    workos = new_client(server, headers={"X-Client": "1"})
    other = workos.with_options(headers={"X-Copy": "2"}, timeout=3)
    other.organizations.get_organization("org_1", options={"headers": {"X-Call": "3"}})
    workos.organizations.get_organization("org_1")
    first, second = server.requests
    assert [first.headers.get(name) for name in ("x-client", "x-copy", "x-call")] == ["1", "2", "3"]
    assert first.extensions["timeout"]["read"] == 3
    assert [second.headers.get(name) for name in ("x-client", "x-copy", "x-call")] == ["1", None, None]
    assert second.extensions["timeout"]["read"] == 60


def test_options_of_a_call_and_of_a_copy_override_those_of_a_copy() -> None:
    server = Server(failures=9, status=429)
    workos = new_client(server, rate_limiter=None).with_options(max_retries=5).with_options(max_retries=1)
    with pytest.raises(RateLimitExceededError):
        workos.organizations.get_organization("org_1")
    assert len(server.requests) == 2
    with pytest.raises(RateLimitExceededError):
        workos.organizations.get_organization("org_1", options={"max_retries": 0})
    assert len(server.requests) == 3


def test_a_copy_shares_connections_and_is_not_closed_on_its_own() -> None:
    workos = new_client(Server())
    with workos.with_options(timeout=3) as other:
        other.organizations.get_organization("org_1")
    other.organizations.get_organization("org_1")
    workos.organizations.get_organization("org_1")
    workos.close()
    with pytest.raises(ConfigurationError, match="closed"):
        other.organizations.get_organization("org_1")


def test_a_copy_has_the_deadline_of_its_options() -> None:
    pages = new_client(Server()).with_options(deadline=5.0).organizations.list_organizations()
    assert [item.id for item in pages] == ["org_1"]


def test_unknown_options_are_rejected() -> None:
    with pytest.raises(InvalidArgumentTypeError, match=r"^unknown option timeot; the options of a call are timeout, "):
        new_client(Server()).with_options(timeot=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    wrong: Any = 5
    with pytest.raises(InvalidArgumentTypeError, match=r"^options must be a dict such as \{'timeout': 5\}, not int$"):
        new_client(Server()).organizations.get_organization("org_1", options=wrong)


def test_with_response() -> None:
    workos = new_client(Server(failures=1))
    result = workos.with_response(workos.organizations.get_organization, "org_1")
    assert (result.data, result.status, result.attempts) == (
        Organization.from_dict({"id": "org_1", "name": "Example"}),
        200,
        2,
    )
    assert (result.request_id, result.headers["x-request-id"]) == ("req_2", "req_2")
    created = workos.with_response(workos.organizations.create_organization, name="Example")
    assert (created.data.name, created.request_id) == ("Example", "req_3")


def test_with_response_of_a_page() -> None:
    workos = new_client(Server())
    result = workos.with_response(workos.organizations.list_organizations(limit=1).page)
    assert (result.data[0].id, result.request_id) == ("org_1", "req_1")


def test_with_response_of_a_method_that_sends_no_request() -> None:
    workos = new_client(Server())

    def nothing() -> None: ...

    with pytest.raises(InvalidArgumentError, match="nothing sent no request; for a list, pass the method `page`"):
        workos.with_response(nothing)


def test_responses_are_recorded_only_inside_with_response() -> None:
    workos = new_client(Server())
    workos.with_response(workos.organizations.get_organization, "org_1")
    result = workos.with_response(workos.organizations.get_organization, "org_1")
    assert result.request_id == "req_2"


def test_methods_can_be_patched() -> None:
    workos = new_client(Server())
    for resource, name in (
        (workos.organizations, "get_organization"),
        (workos.user_management, "get_user"),
        (workos.events, "list_events"),
        (workos.webhooks, "list_webhook_endpoints"),
        (workos.vault, "create_object"),
    ):
        original = getattr(resource, name)
        with mock.patch.object(resource, name, return_value="patched") as patched:
            assert getattr(resource, name) is patched
        assert getattr(resource, name) == original


def test_autospec() -> None:
    workos: Any = mock.create_autospec(WorkOS, instance=True)
    workos.organizations.get_organization.return_value = "organization"
    assert workos.organizations.get_organization("org_1") == "organization"
    with pytest.raises(TypeError, match="too many positional arguments"):
        workos.organizations.get_organization("org_1", "org_2")
    with pytest.raises(AttributeError):
        workos.organizations.get_organisation  # noqa: B018
    with pytest.raises(AttributeError):
        workos.admin_portal  # noqa: B018


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("admin_portal", "WorkOS has no attribute 'admin_portal'; use workos.portal"),
        ("users", "WorkOS has no attribute 'users'; use workos.user_management"),
        (BRITISH, f"WorkOS has no attribute {BRITISH!r}; use organizations"),
        ("organization", "WorkOS has no attribute 'organization'; use organizations"),
        ("nothing_like_it", "WorkOS has no attribute 'nothing_like_it'"),
    ],
)
def test_unknown_resources(name: str, text: str) -> None:
    with pytest.raises(AttributeError) as raised:
        getattr(new_client(Server()), name)
    assert str(raised.value) == text


def test_unknown_methods() -> None:
    workos = new_client(Server())
    with pytest.raises(
        AttributeError, match=r"^Organizations has no attribute 'get_organisation'; use get_organization$"
    ):
        getattr(workos.organizations, "get_organisation")  # noqa: B009
    with pytest.raises(AttributeError, match=r"^Pager has no attribute 'data'; use page\(\), whose result has data$"):
        getattr(workos.organizations.list_organizations(), "data")  # noqa: B009


@pytest.mark.parametrize("copy_client", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_client_cannot_be_copied_or_pickled(copy_client: Any) -> None:
    with pytest.raises(TypeError, match=r"a client can't be copied or pickled: .* with_options"):
        copy_client(new_client(Server()))


@pytest.fixture
def workos_logger() -> Any:
    logger = logging.getLogger("workos")
    saved = logger.handlers[:], logger.level, logger.propagate
    logger.handlers.clear()
    yield logger
    logger.handlers[:], level, logger.propagate = saved
    logger.setLevel(level)


def test_log_of_the_environment(
    workos_logger: logging.Logger, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKOS_LOG", "debug")
    for _ in range(2):
        new_client(Server()).organizations.get_organization("org_1")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert "DEBUG workos: GET /organizations/{organization_id}: 200 in " in lines[0]
    assert "org_1" not in lines[0]


def test_log_at_info_is_silent_for_successful_calls(
    workos_logger: logging.Logger, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKOS_LOG", "info")
    new_client(Server()).organizations.get_organization("org_1")
    assert not capsys.readouterr().err
    new_client(Server(failures=1)).organizations.get_organization("org_1")
    assert (
        "INFO workos: GET /organizations/{organization_id}: attempt 1 failed (ServerError), retrying in "
        in capsys.readouterr().err
    )


def test_log_keeps_the_handlers_of_the_application(
    workos_logger: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler = logging.NullHandler()
    workos_logger.addHandler(handler)
    monkeypatch.setenv("WORKOS_LOG", "debug")
    new_client(Server())
    assert workos_logger.handlers == [handler]


def test_invalid_log_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOS_LOG", "verbose")
    with pytest.raises(ConfigurationError, match=r"^WORKOS_LOG must be debug or info \(got 'verbose'\)$"):
        new_client(Server())


def test_version() -> None:
    assert workos_sync.__version__ == metadata.version("workos-async")
    server = Server()
    new_client(server).organizations.get_organization("org_1")
    assert server.requests[0].headers["user-agent"].split()[0] == f"workos-async/{workos_sync.__version__}"
