# Generated from tests/async_/test_idempotency_keys.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The argument `idempotency_key` of methods that send a POST."""

import uuid
from typing import Any

import httpx
import pytest

from workos_core.errors import InvalidArgumentTypeError
from workos_sync import InvalidArgumentError, ServerError, WorkOS

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


def test_key_is_sent_to_an_endpoint_that_does_not_document_it() -> None:
    server = Server()
    workos = new_client(server)
    workos.organizations.create_organization(name="Example", idempotency_key=KEY)
    workos.organizations.create_organization(name="Example")
    workos.user_management.create_magic_auth(email="a@example.com", idempotency_key=KEY)
    assert server.keys == [KEY, None, KEY]


def test_key_does_not_make_a_post_retryable_where_it_is_not_documented() -> None:
    server = Server(failures=1)
    with pytest.raises(ServerError):
        new_client(server).organizations.create_organization(name="Example", idempotency_key=KEY)
    assert server.keys == [KEY]


@pytest.mark.parametrize(("options", "status"), [({}, 429), ({}, 503), ({"idempotent": True}, 500)])
def test_retries_send_the_same_key(options: Any, status: int) -> None:
    server = Server(failures=1, status=status)
    new_client(server).organizations.create_organization(name="Example", idempotency_key=KEY, options=options)
    assert server.keys == [KEY, KEY]


def test_key_makes_a_post_retryable_where_it_is_documented() -> None:
    server = Server(failures=1)
    new_client(server).audit_logs.create_event(organization_id="org_1", event=EVENT, idempotency_key=KEY)
    assert server.keys == [KEY, KEY]


def test_key_is_generated_where_it_is_documented() -> None:
    server = Server(failures=1)
    new_client(server).audit_logs.create_event(organization_id="org_1", event=EVENT)
    first, second = server.keys
    assert first == second == str(uuid.UUID(first))


@pytest.mark.parametrize("key", [uuid.UUID(KEY), SecretStr(KEY)])
def test_key_of_another_type(key: Any) -> None:
    server = Server()
    new_client(server).organizations.create_organization(name="Example", idempotency_key=key)
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
def test_invalid_keys_are_rejected(key: Any, error: type[Exception]) -> None:
    server = Server()
    workos = new_client(server)
    with pytest.raises(error, match=r"^idempotency_key must be "):
        workos.organizations.create_organization(name="Example", idempotency_key=key)
    with pytest.raises(error, match=r"^idempotency_key must be "):
        workos.audit_logs.create_event(organization_id="org_1", event=EVENT, idempotency_key=key)
    assert server.requests == []


class DataKeys(Server):
    """Returns data keys, after errors."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        response = super().__call__(request)
        key = {
            "data_key": "A" * 43 + "=",
            "encrypted_keys": "QUJD",
            "id": "key_1",
            "device_code": "c",
            "user_code": "u",
        }
        return response if response.status_code >= 400 else httpx.Response(200, json=key)


def handwritten(workos: WorkOS, name: str, value: str, **arguments: Any) -> None:
    """Call a handwritten method that sends a POST."""
    match name:
        case "request":
            workos.request("post", "/things", body={"a": 1}, **arguments)
        case "encrypt":
            workos.vault.encrypt("secret", context={"a": "b"}, **arguments)
        case "decrypt":
            workos.vault.decrypt(value, **arguments)
        case "decrypt_bytes":
            workos.vault.decrypt_bytes(value, **arguments)
        case _:
            workos.user_management.device_authorization(client_id="client_1", **arguments)


HANDWRITTEN = pytest.mark.parametrize(
    "name", ["request", "encrypt", "decrypt", "decrypt_bytes", "device_authorization"]
)


@HANDWRITTEN
def test_handwritten_methods_send_the_key(name: str) -> None:
    server = DataKeys()
    workos = new_client(server)
    value = workos.vault.encrypt("secret", context={"a": "b"})
    handwritten(workos, name, value, idempotency_key=KEY)
    handwritten(workos, name, value)
    assert server.keys[1:] == [KEY, None]


@HANDWRITTEN
def test_key_of_handwritten_methods_does_not_make_them_retryable(name: str) -> None:
    value = new_client(DataKeys()).vault.encrypt("secret", context={"a": "b"})
    server = DataKeys(failures=1)
    with pytest.raises(ServerError):
        handwritten(new_client(server), name, value, idempotency_key=KEY)
    assert server.keys == [KEY]
    server = DataKeys(failures=1)
    handwritten(new_client(server), name, value, idempotency_key=KEY, options={"idempotent": True})
    assert server.keys == [KEY, KEY]


@HANDWRITTEN
def test_handwritten_methods_reject_invalid_keys(name: str) -> None:
    server = DataKeys()
    value = new_client(DataKeys()).vault.encrypt("secret", context={"a": "b"})
    with pytest.raises(InvalidArgumentError, match=r"^idempotency_key must be "):
        handwritten(new_client(server), name, value, idempotency_key="")
    assert server.requests == []


@pytest.mark.parametrize("method", ["GET", "put", "PATCH", "DELETE"])
def test_key_of_a_raw_request_that_is_no_post(method: str) -> None:
    server = Server()
    with pytest.raises(InvalidArgumentError, match=f"is for POST requests; omit it for a {method.upper()}"):
        new_client(server).request(method, "/things", idempotency_key=KEY)
    assert server.requests == []
