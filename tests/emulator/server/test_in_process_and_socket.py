"""The same requests return the same responses in process and over a socket."""

import json
import re
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator

# Access tokens differ between two runs of a scenario.
_TOKEN = re.compile(r"eyJ[\w-]+\.[\w-]+\.[\w-]+")
_HEADERS = ("content-type", "content-length", "x-request-id", "allow", "location", "retry-after")


@contextmanager
def in_process(emulator: Emulator) -> Generator[httpx.Client]:
    with httpx.Client(transport=emulator.transport, base_url="http://127.0.0.1") as client:
        yield client


@contextmanager
def over_a_socket(emulator: Emulator) -> Generator[httpx.Client]:
    with emulator.serve() as url, httpx.Client(base_url=url) as client:
        yield client


class Recorder:
    """A client that records the responses to its requests."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.responses: list[tuple[str, int, dict[str, str], str]] = []

    def __call__(self, method: str, path: str, **options: Any) -> Any:
        response = self.client.request(method, path, **options)
        headers = {name: response.headers[name] for name in _HEADERS if name in response.headers}
        self.responses.append((f"{method} {path}", response.status_code, headers, _TOKEN.sub("TOKEN", response.text)))
        return response.json() if response.text.startswith(("{", "[")) else None


def scenario(send: Recorder) -> None:
    send.client.headers["authorization"] = "Bearer sk_test_emulator"
    organization = send("POST", "/organizations", json={"name": "Ä", "external_id": "a/b", "domains": ["a.com"]})
    send("GET", "/organizations/external_id/a%2Fb")
    send("POST", f"/organization_domains/{organization['domains'][0]['id']}/verify")
    send("PUT", f"/organizations/{organization['id']}", json={"metadata": {"k": "v"}, "external_id": None})
    fields = {"password": "correct horse 42", "email_verified": True}
    users = [
        send("POST", "/user_management/users", json=fields | {"email": f"u{number}@a.com"}) for number in range(12)
    ]
    page = send("GET", "/user_management/users?limit=5")
    while after := page["list_metadata"]["after"]:
        page = send("GET", "/user_management/users", params={"limit": 5, "after": after})
    for user in users:
        body = {"user_id": user["id"], "organization_id": organization["id"]}
        send("POST", "/user_management/organization_memberships", json=body)
    sign_in(send, users[0])
    faults_and_errors(send)
    send("DELETE", f"/user_management/users/{users[1]['id']}")
    send("DELETE", f"/organizations/{organization['id']}")
    send("GET", "/_emulator/faults")
    send("POST", "/_emulator/reset")
    send("GET", "/organizations")


def sign_in(send: Recorder, user: Any) -> None:
    client = {"client_id": "client_emulator", "client_secret": "sk_test_emulator"}
    password = {"grant_type": "password", "email": user["email"], "password": "correct horse 42"}
    tokens = send("POST", "/user_management/authenticate", json=client | password)
    refresh = {"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]}
    send("POST", "/user_management/authenticate", json=client | refresh)
    send("POST", "/user_management/authenticate", json=client | refresh)
    query = {
        "client_id": "client_emulator",
        "redirect_uri": "http://localhost/cb",
        "response_type": "code",
        "provider": "authkit",
        "login_hint": user["email"],
        "state": "s t",
    }
    send("GET", "/user_management/authorize", params=query)
    session = send("GET", f"/user_management/users/{user['id']}/sessions")["data"][0]
    send(
        "GET", "/user_management/sessions/logout", params={"session_id": session["id"], "return_to": "http://localhost"}
    )
    send("GET", f"/user_management/users/{user['id']}/sessions")
    send("GET", "/sso/jwks/client_emulator")


def faults_and_errors(send: Recorder) -> None:
    send("POST", "/_emulator/faults", json={"status": 429, "retry_after": 1, "count": 2, "path": "/organizations"})
    send("POST", "/_emulator/faults", json={"status": 502, "body": "<html>", "delay": 0.01})
    for _ in range(4):
        send("GET", "/organizations")
    send("GET", "/organizations", headers={"authorization": "Bearer wrong"})
    send("GET", "/organizations?limit=0")
    send("GET", "/organizations/org_none")
    send("GET", "/none")
    send("PATCH", "/organizations")
    send("OPTIONS", "/organizations")
    send("HEAD", "/organizations")
    send("POST", "/organizations", content=b"{", headers={"content-type": "application/json"})
    send("POST", "/organizations", content=b"x", headers={"content-type": "text/plain"})
    send("POST", "/organizations")


def record(mode: Any) -> list[tuple[str, int, dict[str, str], str]]:
    clock = Clock()
    clock.freeze(datetime(2026, 1, 31, 12, tzinfo=UTC))
    with mode(Emulator(clock=clock, seed=1)) as client:
        recorder = Recorder(client)
        scenario(recorder)
        return recorder.responses


@pytest.fixture(scope="module")
def expected() -> list[tuple[str, int, dict[str, str], str]]:
    return record(in_process)


@pytest.mark.parametrize("mode", [in_process, over_a_socket])
def test_same_responses(mode: Any, expected: list[tuple[str, int, dict[str, str], str]]) -> None:
    responses = record(mode)
    assert len(responses) > 50
    for response, expected_response in zip(responses, expected, strict=True):
        assert response == expected_response
    assert {status for _, status, _, _ in responses} >= {200, 201, 204, 302, 400, 401, 404, 405, 415, 422, 429, 502}
    assert json.loads(responses[-1][3])["data"] == []
