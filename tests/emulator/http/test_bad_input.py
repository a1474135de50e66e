"""Invalid input of any kind returns a documented error, and never an unexpected error of the emulator."""

import json
from typing import Any

import httpx
import pytest

from workos_emulator import Emulator, Request
from workos_emulator.http import payload, spec

from ..support import Api

OPERATIONS = list(spec.load().operations.values())
WITH_BODY = [operation for operation in OPERATIONS if operation.body_pointer]
KEYS: list[dict[str, str]] = [
    {},
    {"authorization": "Bearer sk_wrong"},
    {"authorization": "Basic c2s6"},
    {"authorization": "Bearer"},
]
BODIES = [b"{", b"\xff\xfe", b"nothing", b'{"a": NaN}', b"[" * 100_000, b'"\\ud800"']
VALUES: list[Any] = [[], 5, "text", None, True, {"": []}]


def send(emulator: Emulator, operation: spec.Operation, body: bytes, **headers: str) -> tuple[int, Any]:
    path = operation.path
    for parameter in operation.parameters:
        if parameter.location == "path":
            value = spec.load().resolve(parameter.schema).get("enum", ["x"])[0]
            path = path.replace("{" + parameter.name + "}", value)
    sent = {"authorization": f"Bearer {emulator.api_key}", "content-type": "application/json", **headers}
    response = emulator.handle(Request(operation.method, path, "", sent, body))
    return response.status, json.loads(response.body) if response.body else None


def is_error(content: Any) -> bool:
    return isinstance(content, dict) and bool({"message", "error"} & content.keys())


@pytest.fixture(scope="module")
def shared() -> Emulator:
    return Emulator(seed=1)


@pytest.mark.parametrize("body", BODIES)
def test_malformed_json_everywhere(shared: Emulator, body: bytes) -> None:
    for operation in WITH_BODY:
        status, content = send(shared, operation, body)
        assert 400 <= status < 500, operation.id
        assert is_error(content), operation.id


@pytest.mark.parametrize("value", VALUES)
def test_wrong_types_everywhere(shared: Emulator, value: Any) -> None:
    for operation in WITH_BODY:
        status, content = send(shared, operation, json.dumps(value).encode())
        if isinstance(value, dict) and status < 400:
            continue  # the operation has no required fields
        assert 400 <= status < 500, operation.id
        assert is_error(content), operation.id


def test_wrong_types_of_every_field(shared: Emulator) -> None:
    document = spec.load()
    for operation in WITH_BODY:
        assert operation.body_pointer is not None
        schema = document.resolve(document.at(operation.body_pointer))
        for name in schema.get("properties", {}):
            for value in ({"a": [1]}, [[]], 1e300, -1, "\x00", None):
                status, content = send(shared, operation, json.dumps({name: value}).encode())
                assert status < 500, (operation.id, name, value)
                assert status < 400 or is_error(content), (operation.id, name, value)


@pytest.mark.parametrize("headers", KEYS)
def test_wrong_api_keys_everywhere(shared: Emulator, headers: dict[str, str]) -> None:
    for operation in OPERATIONS:
        if operation.credentials == "api_key":
            status, content = send(shared, operation, b"{}", **({"authorization": ""} | headers))
            assert (status, is_error(content)) == (401, True), operation.id


def test_oversize_bodies_everywhere(shared: Emulator) -> None:
    body = b'{"name": "' + b"x" * payload.MAX_BODY + b'"}'
    for operation in WITH_BODY:
        assert send(shared, operation, body)[0] == 413, operation.id


def test_wrong_content_types_everywhere(shared: Emulator) -> None:
    for operation in WITH_BODY:
        assert send(shared, operation, b"a=b", **{"content-type": "text/plain"})[0] == 415, operation.id


@pytest.mark.parametrize("path", ["/", "", "/none", "/organizations/a/b/c/d", "//", "/%ff", "/organizations/%ff", "/é"])
def test_unknown_routes(shared: Emulator, path: str) -> None:
    response = shared.handle(Request("GET", path, "", {"authorization": f"Bearer {shared.api_key}"}))
    assert response.status == 404
    assert json.loads(response.body)["message"]


def test_unknown_methods(shared: Emulator) -> None:
    for operation in OPERATIONS:
        response = shared.handle(Request("TRACE", operation.path, "", {"authorization": f"Bearer {shared.api_key}"}))
        assert (response.status, bool(response.headers["allow"])) == (405, True), operation.id


@pytest.mark.parametrize("body", [*BODIES, *(json.dumps(value).encode() for value in VALUES)])
def test_malformed_control_requests(api: Api, emulator: Emulator, body: bytes) -> None:
    for path in ("faults", "clock/freeze", "clock/travel", "seed", "snapshots", "directories", "profiles"):
        response = api.client.post(f"/_emulator/{path}", content=body, headers={"content-type": "application/json"})
        assert 400 <= response.status_code < 500, path
        assert response.json()["message"]


def test_malformed_requests_over_a_socket(emulator: Emulator) -> None:
    with emulator.serve() as url:
        for target in ("/none", "/organizations?limit=x", "/organizations?after=%ff"):
            assert (
                400 <= httpx.get(url + target, headers={"authorization": "Bearer sk_test_emulator"}).status_code < 500
            )
