"""The argument `idempotency_key` of methods that send a POST."""

import uuid
from typing import Any

import httpx
import pytest

from workos_async import InvalidArgumentError, ServerError, WorkOS
from workos_core.errors import InvalidArgumentTypeError

KEY = "884793cd-bef4-46cf-8790-ed49257a09c6"
EVENT: Any = {
    "action": "user.signed_in",
    "occurred_at": "2026-01-31T12:00:00Z",
    "actor": {"id": "user_1", "type": "user"},
    "targets": [],
    "context": {"location": "192.0.2.1"},
}


class SecretStr:
    """Behaves like the class of pydantic."""

    def __init__(self, text: str) -> None:
        self._text = text

    def get_secret_value(self) -> str:
        return self._text

    def __str__(self) -> str:
        return "**********"


class Server:
    """Returns as many errors as `failures` says, then a success, and records the requests."""

    def __init__(self, failures: int = 0, status: int = 500) -> None:
        self.requests: list[httpx.Request] = []
        self.failures, self.status = failures, status

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if len(self.requests) <= self.failures:
            return httpx.Response(self.status, json={"message": "no"}, headers={"retry-after": "0"})
        return httpx.Response(200, json={"id": "org_1", "name": "Example", "success": True})

    @property
    def keys(self) -> list[str | None]:
        return [request.headers.get("idempotency-key") for request in self.requests]


def new_client(server: Server) -> WorkOS:
    return WorkOS("sk_test_1", rate_limiter=None, transport=httpx.MockTransport(server))


async def test_key_is_sent_to_an_endpoint_that_does_not_document_it() -> None:
    server = Server()
    workos = new_client(server)
    await workos.organizations.create_organization(name="Example", idempotency_key=KEY)
    await workos.organizations.create_organization(name="Example")
    await workos.user_management.create_magic_auth(email="a@example.com", idempotency_key=KEY)
    assert server.keys == [KEY, None, KEY]


async def test_key_does_not_make_a_post_retryable_where_it_is_not_documented() -> None:
    server = Server(failures=1)
    with pytest.raises(ServerError):
        await new_client(server).organizations.create_organization(name="Example", idempotency_key=KEY)
    assert server.keys == [KEY]


@pytest.mark.parametrize(("options", "status"), [({}, 429), ({}, 503), ({"idempotent": True}, 500)])
async def test_retries_send_the_same_key(options: Any, status: int) -> None:
    server = Server(failures=1, status=status)
    await new_client(server).organizations.create_organization(name="Example", idempotency_key=KEY, options=options)
    assert server.keys == [KEY, KEY]


async def test_key_makes_a_post_retryable_where_it_is_documented() -> None:
    server = Server(failures=1)
    await new_client(server).audit_logs.create_event(organization_id="org_1", event=EVENT, idempotency_key=KEY)
    assert server.keys == [KEY, KEY]


async def test_key_is_generated_where_it_is_documented() -> None:
    server = Server(failures=1)
    await new_client(server).audit_logs.create_event(organization_id="org_1", event=EVENT)
    first, second = server.keys
    assert first == second == str(uuid.UUID(first))


@pytest.mark.parametrize("key", [uuid.UUID(KEY), SecretStr(KEY)])
async def test_key_of_another_type(key: Any) -> None:
    server = Server()
    await new_client(server).organizations.create_organization(name="Example", idempotency_key=key)
    assert server.keys == [KEY]


@pytest.mark.parametrize(
    ("key", "error"),
    [
        ("", InvalidArgumentError),
        (" ", InvalidArgumentError),
        ("a\r\nx-other: 1", InvalidArgumentError),
        ("ключ", InvalidArgumentError),
        (5, InvalidArgumentTypeError),
        (b"key", InvalidArgumentTypeError),
    ],
)
async def test_invalid_keys_are_rejected(key: Any, error: type[Exception]) -> None:
    server = Server()
    workos = new_client(server)
    with pytest.raises(error, match=r"^idempotency_key must be "):
        await workos.organizations.create_organization(name="Example", idempotency_key=key)
    with pytest.raises(error, match=r"^idempotency_key must be "):
        await workos.audit_logs.create_event(organization_id="org_1", event=EVENT, idempotency_key=key)
    assert server.requests == []
