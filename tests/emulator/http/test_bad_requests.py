import json
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from workos_emulator import Emulator, Request, Response
from workos_emulator.http import errors, payload, spec
from workos_emulator.http.spec import Operation
from workos_emulator.server.routing import Router

from ..support import Api


def send(
    emulator: Emulator,
    method: str,
    path: str,
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
    query: str = "",
) -> tuple[Response, Any]:
    defaults = {"authorization": f"Bearer {emulator.api_key}", "content-type": "application/json"}
    response = emulator.handle(Request(method, path, query, defaults | dict(headers or {}), body))
    return response, json.loads(response.body) if response.body else None


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer sk_wrong", "Basic sk_test_emulator", "sk_test_emulator", "Bearer sk_test_emulator\xe9"],
)
def test_wrong_api_key(emulator: Emulator, header: str) -> None:
    for path in ("/organizations", "/organizations/org_none"):
        response, body = send(emulator, "GET", path, headers={"authorization": header})
        assert (response.status, body) == (401, {"message": "Unauthorized"})
        assert response.headers["x-request-id"]


def test_no_api_key(emulator: Emulator) -> None:
    assert emulator.handle(Request("GET", "/organizations")).status == 401


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff",
        b'{"name": NaN}',
        b'{"name": "\\ud800"}',
        b"[" * 100_000,
        b"1" * 10_000,
        b'{"name": "A"} x',
        "{}".encode("utf-16"),
    ],
)
def test_invalid_json(emulator: Emulator, body: bytes) -> None:
    response, content = send(emulator, "POST", "/organizations", body)
    assert (response.status, content) == (400, {"message": "The body is not valid JSON in UTF-8."})


@pytest.mark.parametrize("body", [b"null", b"1", b'"text"', b"[]", b"true"])
def test_json_that_is_not_an_object(emulator: Emulator, body: bytes) -> None:
    response, content = send(emulator, "POST", "/organizations", body)
    assert (response.status, content["errors"]) == (422, [{"field": "body", "code": "invalid_type"}])


@pytest.mark.parametrize(("method", "path"), [("POST", "/organizations"), ("PUT", "/organizations/org_none")])
def test_missing_body(emulator: Emulator, method: str, path: str) -> None:
    response, content = send(emulator, method, path)
    assert (response.status, content["errors"]) == (422, [{"field": "body", "code": "required"}])


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_wrong_content_type(emulator: Emulator, kind: str) -> None:
    response, content = send(emulator, "POST", "/organizations", b'{"name": "A"}', {"content-type": kind})
    assert response.status == 415
    assert "application/json" in content["message"]


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON; charset=utf-8", "application/vnd.api+json"])
def test_json_content_types(emulator: Emulator, kind: str) -> None:
    response, _ = send(emulator, "POST", "/organizations", b'{"name": "A"}', {"content-type": kind})
    assert response.status == 201


def test_body_size(emulator: Emulator) -> None:
    name = "x" * (payload.MAX_BODY - len('{"name":""}'))
    assert send(emulator, "POST", "/organizations", f'{{"name":"{name}"}}'.encode())[0].status == 201
    response, content = send(emulator, "POST", "/organizations", f'{{"name":"{name}x"}}'.encode())
    assert (response.status, content) == (413, {"message": "The body is larger than 5 MB."})


@pytest.mark.parametrize(
    "path", ["", "/", "/none", "/organizations/", "/organizations/a/b", "//organizations", "/organizations/%"]
)
def test_unknown_paths(emulator: Emulator, path: str) -> None:
    assert send(emulator, "GET", path)[0].status == 404


def test_path_values_are_decoded_once(emulator: Emulator) -> None:
    send(emulator, "POST", "/organizations", b'{"name": "A", "external_id": "a/b %2F?#"}')
    path = "/organizations/external_id/a%2Fb%20%252F%3F%23"
    assert send(emulator, "GET", path)[1]["external_id"] == "a/b %2F?#"
    assert send(emulator, "GET", "/organizations/external_id/%ff")[0].status == 404


def test_fixed_segments_take_precedence(emulator: Emulator) -> None:
    """`/organizations/external_id/…` is not an organization with the ID `external_id`."""
    _, created = send(emulator, "POST", "/organizations", b'{"name": "A", "external_id": "audit_log_configuration"}')
    path = "/organizations/external_id/audit_log_configuration"
    assert send(emulator, "GET", path)[1]["id"] == created["id"]


def test_parameter_with_a_suffix() -> None:
    operation = Operation(spec.load(), "GET", "/icons/{theme}/{slug}.svg", "", {"operationId": "icon"}, ())
    router = Router([operation])
    assert router.match("GET", "/icons/dark/a.b.svg") == (operation, {"theme": "dark", "slug": "a.b"})
    for path in ("/icons/dark/.svg", "/icons/dark/a.png", "/icons/dark/"):
        with pytest.raises(errors.ApiError):
            router.match("GET", path)


def test_wrong_method(emulator: Emulator) -> None:
    response, content = send(emulator, "PATCH", "/organizations")
    assert response.status == 405
    assert response.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert "message" in content


def test_options(emulator: Emulator) -> None:
    response, _ = send(emulator, "OPTIONS", "/organizations/org_1")
    assert (response.status, response.headers["allow"]) == (204, "DELETE, GET, HEAD, OPTIONS, PUT")
    assert send(emulator, "OPTIONS", "/none")[0].status == 404


def test_head_is_get_without_a_body(emulator: Emulator) -> None:
    full, _ = send(emulator, "GET", "/organizations")
    head, _ = send(emulator, "HEAD", "/organizations")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == full.headers["content-length"] == str(len(full.body))


def test_too_many_query_fields(emulator: Emulator) -> None:
    assert send(emulator, "GET", "/organizations", query="a&" * 2000 + "b")[0].status == 400


def test_last_value_of_a_repeated_parameter(api: Api) -> None:
    api.organization()
    api.organization()
    assert len(api("GET", "/organizations?limit=0&limit=1")["data"]) == 1


def test_unknown_body_fields_are_ignored(api: Api) -> None:
    assert api.organization("A", color="red")["name"] == "A"


def test_unexpected_error_returns_500(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from workos_emulator.server import dispatch

    def fail(*arguments: object) -> Response:
        raise ZeroDivisionError

    monkeypatch.setattr(dispatch, "respond", fail)
    response, content = send(emulator, "GET", "/organizations")
    assert (response.status, list(content)) == (500, ["message"])
    assert "ZeroDivisionError" in caplog.text


def test_unimplemented_operation_returns_501(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    from workos_emulator.server import dispatch

    monkeypatch.setattr(dispatch, "handlers", dict)
    response, content = send(emulator, "GET", "/organizations")
    assert (response.status, content["code"]) == (501, "not_implemented")
    assert "listOrganizations" in content["message"]


def test_unicode_round_trip(api: Api) -> None:
    name = 'Ünïcödé 🏢 \\ " \u2028 </script>'
    created = api.organization(name)
    assert api("GET", f"/organizations/{created['id']}")["name"] == name


def test_responses_are_utf8_json(emulator: Emulator) -> None:
    with httpx.Client(transport=emulator.transport) as client:
        response = client.get("https://api.workos.com/organizations")
    assert response.headers["content-type"] == "application/json; charset=utf-8"
