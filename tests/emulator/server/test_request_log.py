"""The request log shows no secrets, whatever part of a request they are in."""

import json
import re
import stat
import sys
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_emulator.cli.recording import Recorder
from workos_emulator.cli.serve import LOGS
from workos_emulator.http import spec
from workos_emulator.http.messages import Request
from workos_emulator.http.spec import Operation
from workos_emulator.server.request_log import Entry

from ..pages.browsing import Browser
from ..support import Api

OPERATIONS = spec.load().operations
SECRET = "s3cr3t"

SUSPICIOUS = re.compile(
    "assert|auth|cert|code|cookie|cred|hash|jwt|key|nonce|pass|pin|private|secret|session|sign|ticket|token|value"
)
NOT_SECRET = {
    *("access_token_ttl_seconds", "refresh_token_ttl_seconds", "refresh_token_url", "token_url", "session_settings"),
    *("additional_authorization_parameters", "auth_method", "auth_methods", "authenticate_via", "authorization_url"),
    *("agent_instance_session_id", "api_key_id", "authentication_challenge_id", "authkit_oauth_resource_id"),
    *("certificate_id", "client_secret_id", "client_secret_required", "external_auth_id", "magic_auth_id"),
    *("password_reset_id", "radar_auth_attempt_id", "session_id", "signals_id"),
    *("cert", "idp_signing_certs", "jwt_signing_key_pair", "sp_encryption_key_pairs", "sp_signing_key_pair"),
    *("assignment", "role_assignment_id", "role_assignments"),
    *("code_challenge", "code_challenge_method", "nonce", "key_context", "signature_algorithm"),
    *("encrypted_keys", "keys", "id_token_signature_algorithm", "password_hash_type", "password_salt_position"),
    *("subject_token_type", "token_authentication_method", "token_body_content_type", "api_key", "credentials"),
}
"""Fields and parameters that sound like secrets, but are IDs, public or encrypted values, or objects with fields of their own."""


def entry(method: str = "POST", path: str = "/", *, operation_id: str | None = None, **parts: Any) -> Entry:
    request = Request(method, path, parts.get("query", ""), parts.get("headers", {}), parts.get("body", b""))
    return Entry("req_1", datetime(2026, 1, 31, tzinfo=UTC), request, operation_id, 200)


def sample(schema: Any, name: str = "", depth: int = 0) -> Any:
    """Return a value of a schema, in which the strings of fields with `format: password` contain a secret."""
    schema = spec.load().resolve(schema)
    if depth > 8:
        return None
    for union in ("oneOf", "anyOf"):
        if union in schema:
            return [sample(each, name, depth + 1) for each in schema[union]]
    types = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if "object" in types:
        fields = schema.get("properties", {})
        return {name: sample(field, name, depth + 1) for name, field in fields.items()}
    if "array" in types:
        return [sample(schema["items"], name, depth + 1)]
    return f"{SECRET} {name}" if schema.get("format") == "password" else "shown"


def fields(schema: Any, depth: int = 0) -> Iterator[str]:
    """Return the names of all fields of a schema."""
    schema = spec.load().resolve(schema)
    if depth > 8:
        return
    for name, field in schema.get("properties", {}).items():
        yield name
        yield from fields(field, depth + 1)
    inner = [
        *schema.get("oneOf", ()),
        *schema.get("anyOf", ()),
        schema.get("items"),
        schema.get("additionalProperties"),
    ]
    for each in inner:
        if isinstance(each, dict):
            yield from fields(each, depth + 1)


def body_schema(operation: Operation) -> Any:
    return spec.load().at(operation.body_pointer) if operation.body_pointer else {}


WITH_BODY = sorted(id for id, operation in OPERATIONS.items() if operation.body_pointer)


@pytest.mark.parametrize("operation_id", WITH_BODY)
def test_fields_that_the_document_declares_as_secret(operation_id: str) -> None:
    body = json.dumps(sample(body_schema(OPERATIONS[operation_id])))
    assert SECRET not in json.dumps(entry(operation_id=operation_id, body=body.encode()).render())


def test_the_document_declares_secrets() -> None:
    bodies = [json.dumps(sample(body_schema(OPERATIONS[id]))) for id in WITH_BODY]
    assert sum(SECRET in body for body in bodies) > 10


def names() -> set[str]:
    parameters = {parameter.name for operation in OPERATIONS.values() for parameter in operation.parameters}
    return parameters.union(*(fields(body_schema(OPERATIONS[id])) for id in WITH_BODY))


@pytest.mark.parametrize("name", sorted(name for name in names() if SUSPICIOUS.search(name)))
def test_fields_that_sound_like_secrets(name: str) -> None:
    """Add a new name to the names in `redaction`, or to `NOT_SECRET` if its values may be logged."""
    rendered = entry(query=f"{name}={SECRET}", body=json.dumps({"a": [{name: SECRET}]}).encode()).render()
    assert (SECRET in json.dumps(rendered["query"])) == (name in NOT_SECRET)
    assert (SECRET in json.dumps(rendered["body"])) == (name in NOT_SECRET)


@pytest.mark.parametrize(
    "name", ["clientSecret", "accessToken", "x-csrf-token", "client_assertion", "id_token_hint", "metadata[password]"]
)
def test_other_names(name: str) -> None:
    rendered = entry(query=f"{name}={SECRET}", body=json.dumps({name: {"a": SECRET}}).encode()).render()
    assert SECRET not in json.dumps(rendered)


def test_other_values_are_shown() -> None:
    body = {"email": "ada@example.com", "domains": ["example.com"], "token_url": "https://example.com"}
    rendered = entry(query="limit=10", headers={"user-agent": "test"}, body=json.dumps(body).encode()).render()
    assert (rendered["query"], rendered["headers"], rendered["body"]) == ({"limit": "10"}, {"user-agent": "test"}, body)


FORMS = {
    "form": (f"client_secret={SECRET}".encode(), "application/x-www-form-urlencoded"),
    "form that looks like JSON": (b'{"password": "' + SECRET.encode(), "application/x-www-form-urlencoded"),
    "multipart": (
        b"--a\r\ncontent-disposition: form-data; name=password\r\n\r\n" + SECRET.encode(),
        "multipart/form-data",
    ),
    "not a number": (b'{"password": "' + SECRET.encode() + b'", "a": NaN}', "application/json"),
    "lone surrogate": (b'{"password": "' + SECRET.encode() + b'", "a": "\\ud800"}', "application/json"),
    "nested too deeply": (b"[" * 100_000 + SECRET.encode(), "application/json"),
}


@pytest.mark.parametrize("name", FORMS)
def test_bodies_that_are_not_json(name: str) -> None:
    body, content_type = FORMS[name]
    rendered = json.dumps(entry(headers={"content-type": content_type}, body=body).render(), allow_nan=False)
    assert SECRET not in rendered


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("authorization", f"Bearer {SECRET}"),
        ("authorization", "Basic " + b64encode(f"client:{SECRET}".encode()).decode()),
        ("proxy-authorization", f"Basic {SECRET}"),
        ("cookie", f"a={SECRET}"),
        ("x-api-key", SECRET),
        ("referer", f"http://localhost:4100/hosted/invite?invitation_token={SECRET}"),
        ("referer", f"https://ada:{SECRET}@example.com/"),
    ],
)
def test_headers(name: str, value: str) -> None:
    rendered = json.dumps(entry(headers={name: value}).render())
    assert SECRET not in rendered
    assert value.rpartition(" ")[2] not in rendered


def test_a_referer_without_secrets_is_shown() -> None:
    url = "http://localhost:4100/hosted/sign-in?flow=1"
    assert entry(headers={"referer": url}).render()["headers"] == {"referer": url}


def test_paths(api: Api, emulator: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    invitation = api("POST", "/user_management/invitations", 201, json={"email": "ada@example.com"})
    browser, token = Browser(api.client), invitation["token"]
    emulator.requests.clear()
    emulator.observers += LOGS.values()
    api("GET", f"/user_management/invitations/by_token/{token}")
    (logged,) = emulator.requests
    path = "/user_management/invitations/by_token/[redacted]"
    assert logged.render()["path"] == path
    api("GET", f"/_emulator/downloads/{token}", 404)
    emulator.observers.clear()
    out = capsys.readouterr().out
    assert token not in out
    assert out.count(path) == 2
    browser.open("/dashboard/requests").click(f"GET {path}")
    assert browser.page
    assert token not in browser.page.html
    browser.open(f"/dashboard/requests?q={token[:8]}")
    assert path not in browser.page.text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_only_the_owner_can_read_a_recording(emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "recording.jsonl"
    file.touch(mode=0o644)
    with Recorder(emulator, file):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
