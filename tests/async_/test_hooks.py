import logging
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from workos_async import BadRequestError, Hooks, InvalidArgumentError, NotFoundError, WorkOS, _api_requestor
from workos_core.http.hooks import RequestInfo, ResponseInfo, RetryInfo
from workos_emulator import Emulator

Against = Callable[..., WorkOS]


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    async def sleep(_: float) -> None:
        return

    monkeypatch.setattr(_api_requestor, "sleep", sleep)


async def test_hooks_of_requests_responses_and_retries(emulator: Emulator) -> None:
    seen: list[Any] = []

    async def on_response(info: ResponseInfo) -> None:
        seen.append(info)

    hooks = Hooks(request=seen.append, response=on_response, retry=seen.append)
    emulator.faults.add(status=503)
    async with WorkOS(emulator.api_key, transport=emulator.transport, hooks=hooks) as workos:
        await workos.organizations.list_organizations().page()
    assert [type(info) for info in seen] == [RequestInfo, ResponseInfo, RetryInfo, RequestInfo, ResponseInfo]
    assert [info.attempt for info in seen if isinstance(info, RequestInfo)] == [1, 2]
    assert [info.status for info in seen if isinstance(info, ResponseInfo)] == [503, 200]
    assert seen[0] == RequestInfo("organizations.list_organizations", "GET", "/organizations", 1)
    assert seen[4].request_id == seen[4].headers["x-request-id"]
    assert emulator.api_key not in repr(seen)


async def test_on_response_option(workos: WorkOS) -> None:
    responses: list[ResponseInfo] = []
    created = await workos.organizations.create_organization(name="x", options={"on_response": responses.append})
    assert created.name == "x"
    (response,) = responses
    assert response.status == 201
    assert response.request_id
    assert response.headers["content-type"].startswith("application/json")
    assert response.seconds >= 0


async def test_exception_of_a_hook_ends_the_call(emulator: Emulator) -> None:
    def reject(info: RequestInfo) -> None:
        raise LookupError(info.operation)

    async with WorkOS(emulator.api_key, transport=emulator.transport, hooks=Hooks(request=reject)) as workos:
        with pytest.raises(LookupError, match="organizations"):
            await workos.organizations.list_organizations().page()
    assert len(emulator.requests) == 0


async def test_log_contains_no_ids_and_no_secrets(
    workos: WorkOS, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="workos")
    emulator.faults.add(status=429, retry_after=0)
    with pytest.raises(NotFoundError):
        await workos.organizations.get_organization("org_secret")
    lines = [record.getMessage() for record in caplog.records]
    assert lines[0].startswith("GET /organizations/{organization_id}: 429 in ")
    retry = (
        r"GET /organizations/\{organization_id\}: attempt 1 failed \(RateLimitExceededError\), retrying in 0\.\d\d s"
    )
    assert re.fullmatch(retry, lines[1])
    assert "404" in lines[2]
    assert "org_secret" not in caplog.text
    assert emulator.api_key not in caplog.text


async def test_unknown_option(workos: WorkOS) -> None:
    with pytest.raises(TypeError, match="timeuot"):
        await workos.organizations.get_organization("org_1", options={"timeuot": 1})  # type: ignore[arg-type]


async def test_raw_requests(workos: WorkOS, emulator: Emulator) -> None:
    created = await workos.request(
        "post", "/organizations", body={"name": "Acme", "domain_data": [], "external_id": None}
    )
    assert created["name"] == "Acme"
    page = await workos.request(
        "GET", "/organizations", query={"limit": 1, "domains": ["a.com", "b.com"], "search": None}
    )
    assert page["data"] == []
    last = list(emulator.requests)[-1]
    assert last.request.query == "limit=1&domains=a.com%2Cb.com"
    assert await workos.request("DELETE", f"/organizations/{created['id']}") is None
    with pytest.raises(NotFoundError):
        await workos.request("GET", f"/organizations/{created['id']}")
    with pytest.raises(BadRequestError):
        await workos.request("GET", "/user_management/organization_memberships")


@pytest.mark.parametrize(
    "path",
    [
        "organizations",
        "",
        "//evil.example.com/x",
        "/a/../b",
        "/a/..",
        "/a/./b",
        "/a?b=c",
        "/a#b",
        "/a b",
        "/ä",
        "/a\\b",
        "/a\r\nb",
    ],
)
async def test_invalid_paths_of_raw_requests(against: Against, path: str) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise AssertionError(request.url)

    async with against(handler) as client:
        with pytest.raises(InvalidArgumentError):
            await client.request("GET", path)
