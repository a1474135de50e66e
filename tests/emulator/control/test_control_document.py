"""The control API, validated against its own OpenAPI document."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from workos_emulator import Emulator
from workos_emulator.control.document import document
from workos_emulator.control.interface import routes

from ..support import Api, CheckedTransport

FILE = Path(__file__).parents[3] / "docs" / "emulator-control.openapi.json"


class ValidatingTransport(httpx.BaseTransport):
    """A transport that validates the responses of the control API, and records which operations succeeded."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner
        self.seen: set[str] = set()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self.inner.handle_request(request)
        response.read()
        if request.url.path.startswith("/_emulator/"):
            self.check(request, response)
        return response

    def check(self, request: httpx.Request, response: httpx.Response) -> None:
        parts = request.url.path.split("/")
        for path, item in document(routes())["paths"].items():
            names = path.split("/")
            matches = len(names) == len(parts) and all(
                a == b or a[:1] == "{" for a, b in zip(names, parts, strict=True)
            )
            operation = item.get(request.method.lower()) if matches else None
            if operation is None:
                continue
            if response.is_success:
                self.seen.add(operation["operationId"])
                documented = operation["responses"][str(response.status_code)]
            else:
                assert operation["responses"]["4XX"]
                documented = document(routes())["components"]["responses"]["Error"]
            if "content" not in documented:
                assert response.content == b""
                return
            Draft202012Validator(documented["content"]["application/json"]["schema"]).validate(response.json())
            return
        raise AssertionError(f"{request.method} {request.url.path} is not in the document")


@pytest.fixture
def transport(emulator: Emulator) -> ValidatingTransport:
    return ValidatingTransport(CheckedTransport(emulator.transport))


@pytest.fixture
def api(emulator: Emulator, transport: ValidatingTransport) -> Iterator[Api]:
    headers = {"authorization": f"Bearer {emulator.api_key}"}
    with httpx.Client(transport=transport, base_url="https://api.workos.com", headers=headers) as client:
        yield Api(emulator, client)


def types(api: Api) -> list[str]:
    return [event["event"] for event in api("GET", "/events", params={"limit": 100, "order": "asc"})["data"]]


def test_committed_document_is_up_to_date() -> None:
    """After a change, run `python -m workos_emulator.control > docs/emulator-control.openapi.json`."""
    assert json.loads(FILE.read_text(encoding="utf-8")) == document(routes())


def test_operations_have_unique_ids_and_descriptions() -> None:
    ids = [route.id for route in routes()]
    assert len(ids) == len(set(ids))
    assert all(route.function.__doc__ for route in routes())


def test_every_operation_matches_the_document(api: Api, transport: ValidatingTransport) -> None:
    organization = api.organization()
    api("GET", "/_emulator/health")
    assert api("GET", "/_emulator/openapi.json") == document(routes())
    clock(api)
    settings(api)
    logs(api)
    snapshots(api)
    directories(api, organization["id"])
    connections(api, organization["id"])
    connect(api, organization["id"])
    sign_ins(api, organization["id"])
    passkeys(api)
    faults(api)
    seeds(api)
    api("POST", "/_emulator/reset", 204)
    assert {route.id for route in routes()} - transport.seen == set()


def clock(api: Api) -> None:
    assert api("GET", "/_emulator/clock") == {"now": "2026-01-31T12:00:00.000Z", "frozen": True}
    assert api("POST", "/_emulator/clock/travel", json={"seconds": 60})["now"] == "2026-01-31T12:01:00.000Z"
    assert api("POST", "/_emulator/clock/travel", json={"to": "2027-01-01T00:00:00+01:00"})["now"].startswith("2026-12")
    assert api("POST", "/_emulator/clock/unfreeze")["now"].startswith("2026-12-31T23:00:0")
    resumed = api("POST", "/_emulator/clock/resume")
    assert resumed["frozen"] is False
    assert abs(datetime.fromisoformat(resumed["now"]) - datetime.now(UTC)) < timedelta(minutes=5)
    moment = {"at": "2026-01-31T12:00:00Z"}
    assert api("POST", "/_emulator/clock/freeze", json=moment) == {"now": "2026-01-31T12:00:00.000Z", "frozen": True}
    for wrong in ({"at": "yesterday"}, {"at": "2026-01-31T12:00:00"}, {"at": 5}, {"then": "x"}):
        api("POST", "/_emulator/clock/freeze", 422, json=wrong)
    for body in ({}, {"seconds": 1, "to": moment["at"]}, {"seconds": "1"}, {"seconds": 1e15}):
        api("POST", "/_emulator/clock/travel", 422, json=body)


def settings(api: Api) -> None:
    assert api("GET", "/_emulator/settings")["mfa_required"] is False
    changed = api("PATCH", "/_emulator/settings", json={"mfa_required": True, "session_lifetime": 60.5})
    assert (changed["mfa_required"], changed["session_lifetime"]) == (True, 60.5)
    api("PATCH", "/_emulator/settings", json={"mfa_required": False, "blocked_domains": ["bad.com"]})
    assert api.emulator.settings.blocked_domains == frozenset({"bad.com"})
    for wrong in ({}, {"color": "red"}, {"mfa_required": "yes"}, {"session_lifetime": -1}):
        api("PATCH", "/_emulator/settings", 422, json=wrong)


def sign_ins(api: Api, organization_id: str) -> None:
    path, user = f"/_emulator/organizations/{organization_id}", api.user("eve@acme.com")["id"]
    assert api("GET", f"{path}/sign_in_policy")["sso_required"] is False
    policy = {"sso_required": True, "mfa_required": True, "methods": {"password": False}, "invitations_blocked": True}
    assert api("PUT", f"{path}/sign_in_policy", json=policy) == api("GET", f"{path}/sign_in_policy") == policy
    assert api("PUT", f"{path}/sign_in_policy", json={})["methods"] == {}
    domains = {"domains": ["acme.com"], "jit_membership": False, "sso_required": False}
    assert api("PUT", f"{path}/domain_policy", json=domains) == api("GET", f"{path}/domain_policy") == domains
    assert api("PUT", f"{path}/domain_policy", json={})["domains"] is None
    names = {"names": ["reports"]}
    assert api("PUT", f"{path}/entitlements", json=names) == api("GET", f"{path}/entitlements") == names
    fields = {"user_id": user, "email": "support@example.com", "reason": None}
    code = api("POST", "/_emulator/impersonations", 201, json=fields)["code"]
    assert api.authenticate("authorization_code", code=code)["impersonator"]["email"] == "support@example.com"
    grant = "urn:ietf:params:oauth:grant-type:device_code"
    approved = api("POST", "/_emulator/devices", 201, json={"user_code": "BCDF-GHJK", "user_id": user})
    api.authenticate(grant, client_secret=None, device_code=approved["device_code"])
    codes = [api("POST", "/_emulator/devices", 201)["user_code"] for _ in range(2)]
    api("POST", f"/_emulator/devices/{codes[0]}/approve", 204, json={"user_id": user})
    api("POST", f"/_emulator/devices/{codes[1]}/deny", 204)
    api("POST", "/_emulator/radar_challenges", 204, json={"user_id": user, "kind": "email"})
    assert api.emulator.environment.state.codes.radar_planned == {user: "email"}
    api("POST", "/_emulator/radar_assessments", 204, json={"verdict": "block", "reason": "Bot."})
    attempt = {
        "ip_address": "1.2.3.4",
        "email": "a@b.co",
        "user_agent": "x",
        "auth_method": "Password",
        "action": "sign-in",
    }
    assert api("POST", "/radar/attempts", json=attempt)["verdict"] == "block"
    api("POST", "/_emulator/radar_locations", 204, json={"ip_address": "1.2.3.4", "latitude": 1, "longitude": -2.5})
    for method, wrong, body, status in (
        ("PUT", f"{path}/sign_in_policy", {"sso_required": "yes"}, 422),
        ("PUT", "/_emulator/organizations/org_none/sign_in_policy", {}, 404),
        ("PUT", "/_emulator/organizations/org_none/domain_policy", {}, 404),
        ("PUT", f"{path}/entitlements", {}, 422),
        ("POST", "/_emulator/impersonations", {"user_id": "user_none", "email": "a@b.co"}, 404),
        ("POST", "/_emulator/impersonations", {"user_id": user}, 422),
        ("POST", "/_emulator/devices", {"user_code": "x"}, 422),
        ("POST", "/_emulator/devices", {"user_id": user, "denied": True}, 422),
        ("POST", "/_emulator/devices", {"user_code": codes[0]}, 409),
        ("POST", "/_emulator/devices/XXXX-XXXX/approve", {"user_id": user}, 404),
        ("POST", "/_emulator/devices/XXXX-XXXX/deny", None, 404),
        ("POST", "/_emulator/radar_challenges", {"user_id": user, "kind": "fax"}, 422),
        ("POST", "/_emulator/radar_assessments", {"verdict": "maybe"}, 422),
        ("POST", "/_emulator/radar_locations", {"ip_address": "1.2.3.4", "latitude": 91, "longitude": 0}, 422),
    ):
        api(method, wrong, status, json=body)


def passkeys(api: Api) -> None:
    user = api.user("fay@acme.com")["id"]
    created = api("POST", "/_emulator/passkeys", 201, json={"user_id": user, "rp_id": "auth.acme.com"})
    (listed,) = api("GET", f"/_emulator/users/{user}/passkeys")["data"]
    assert created == listed | {name: created[name] for name in ("private_key", "user_handle")}
    code = api("POST", "/_emulator/passkey_sign_ins", 201, json={"user_id": user})["code"]
    assert api.authenticate("authorization_code", code=code)["authentication_method"] == "Passkey"
    same_key = {"user_id": user, "private_key": created["private_key"]}
    again = api("POST", "/_emulator/passkeys", 201, json=same_key | {"credential_id": "A" * 22})
    assert (again["private_key"], again["credential_id"]) == (created["private_key"], "A" * 22)
    api("DELETE", f"/_emulator/passkeys/{created['id']}", 204)
    assert [passkey["id"] for passkey in api("GET", f"/_emulator/users/{user}/passkeys")["data"]] == [again["id"]]
    for method, path, body, status in (
        ("POST", "passkeys", {"user_id": "user_none"}, 404),
        ("POST", "passkeys", {"user_id": user, "private_key": "x"}, 422),
        ("POST", "passkeys", {"user_id": user, "credential_id": "A+B/" * 8}, 422),
        ("POST", "passkeys", {"user_id": user, "credential_id": "short"}, 422),
        ("POST", "passkeys", {"user_id": user, "rp_id": ""}, 422),
        ("POST", "passkeys", same_key | {"credential_id": "A" * 22}, 409),
        ("GET", "users/user_none/passkeys", None, 404),
        ("DELETE", f"passkeys/{created['id']}", None, 404),
        ("POST", "passkey_sign_ins", {"user_id": "user_none"}, 404),
        ("POST", "passkey_sign_ins", {"user_id": user, "organization_id": "org_none"}, 404),
    ):
        api(method, f"/_emulator/{path}", status, json=body)


def logs(api: Api) -> None:
    assert (
        api("GET", "/_emulator/requests", params={"status": "201"})["data"][0]["operation_id"] == "createOrganization"
    )
    assert api("GET", "/_emulator/requests", params={"method": "DELETE"})["data"] == []
    api("GET", "/_emulator/requests", 422, params={"color": "red"})
    api("DELETE", "/_emulator/requests", 204)
    assert api("GET", "/_emulator/requests")["data"] == []
    api("POST", "/user_management/magic_auth", 201, json={"email": "a@example.com"})
    assert len(api("GET", "/_emulator/outbox", params={"to": "A@example.com"})["data"][0]["code"]) == 6
    api("DELETE", "/_emulator/outbox", 204)
    endpoint = {"endpoint_url": "https://far.example.com/hooks", "events": ["organization.created"]}
    api("POST", "/webhook_endpoints", 201, json=endpoint)
    api.organization("Reported")
    delivery = api("GET", "/_emulator/webhook_deliveries", params={"event": "organization.created"})["data"][0]
    assert (delivery["state"], delivery["attempts"]) == ("blocked", [])
    api("POST", "/_emulator/webhook_deliveries/none/retry", 404)
    api.emulator.settings.webhook_delivery = "manual"
    api("POST", f"/_emulator/webhook_deliveries/{delivery['id']}/retry", 204)
    assert api("GET", "/_emulator/webhook_deliveries", params={"state": "waiting"})["data"][0]["id"] == delivery["id"]


def snapshots(api: Api) -> None:
    api("POST", "/_emulator/snapshots", 201, json={"id": "s"})
    api("PUT", "/_emulator/snapshots/t", 204, json=api("GET", "/_emulator/snapshots/s"))
    api("POST", "/_emulator/snapshots/t/restore")
    api("GET", "/_emulator/snapshots")
    api("DELETE", "/_emulator/snapshots/t", 204)
    api("POST", "/_emulator/restore", json=api("GET", "/_emulator/snapshot"))


def directories(api: Api, organization_id: str) -> None:
    given = {"organization_id": organization_id, "state": "unlinked", "name": "D"}
    directory = api("POST", "/_emulator/directories", 201, json=given)
    assert api("PATCH", f"/_emulator/directories/{directory['id']}", json={"state": "linked"})["state"] == "linked"
    one, two = (
        api("POST", "/_emulator/directory_groups", 201, json={"directory_id": directory["id"], "name": name})
        for name in ("One", "Two")
    )
    given = {"directory_id": directory["id"], "email": "a@x.com", "group_ids": [one["id"]]}
    user = api("POST", "/_emulator/directory_users", 201, json=given)
    assert api("GET", f"/directory_users/{user['id']}") == user
    path = f"/_emulator/directory_users/{user['id']}"
    api("PATCH", path, json={"group_ids": [two["id"]]})
    changed = api("PATCH", path, json={"state": "inactive", "custom_attributes": {"department": "R&D"}})
    assert (changed["state"], [group["id"] for group in changed["groups"]]) == ("inactive", [two["id"]])
    api("PATCH", f"/_emulator/directory_groups/{two['id']}", json={"name": "Second"})
    api("DELETE", f"/_emulator/directory_groups/{one['id']}", 204)
    api("PATCH", path, 404, json={"group_ids": [one["id"]]})
    api("DELETE", path, 204)
    api("DELETE", f"/_emulator/directories/{directory['id']}", 204)
    assert [name for name in types(api) if name.startswith("dsync.")] == [
        "dsync.activated",
        "dsync.group.created",
        "dsync.group.created",
        "dsync.user.created",
        "dsync.group.user_added",
        "dsync.group.user_removed",
        "dsync.group.user_added",
        "dsync.user.updated",
        "dsync.group.updated",
        "dsync.group.deleted",
        "dsync.user.deleted",
        "dsync.deleted",
    ]
    updated = api("GET", "/events", params={"events": "dsync.user.updated"})["data"][0]["data"]
    assert updated["previous_attributes"] == {"state": "active", "custom_attributes": {}}
    for wrong in ({}, {"organization_id": organization_id, "state": "odd"}, {"organization_id": 1}):
        api("POST", "/_emulator/directories", 422, json=wrong)
    api("POST", "/_emulator/directories", 404, json={"organization_id": "org_none"})


def connect(api: Api, organization_id: str) -> None:
    api.emulator.settings.client_id_metadata_documents = True
    metadata = {"client_name": "Agent", "redirect_uris": ["http://127.0.0.1/callback"]}
    body = {"client_id": "https://agent.example.com/client.json", "metadata": metadata}
    application = api("PUT", "/_emulator/client_metadata_documents", json=body)
    assert (application["client_id"], application["name"]) == (body["client_id"], "Agent")
    for wrong in ({"client_id": "http://agent.example.com/client.json"}, {"metadata": {}}, {"metadata": 5}):
        api("PUT", "/_emulator/client_metadata_documents", 422, json=body | wrong)
    user = api.user()
    authorized = api.emulator.seed.authorized_application(
        user["id"], organization_id, application_id=application["id"], granted_scopes=["openid"]
    )
    assert api("GET", "/_emulator/authorized_applications") == [authorized]
    path = f"/_emulator/authorized_applications/{authorized['id']}"
    api("DELETE", path, 204)
    api("DELETE", path, 404)
    assert api("GET", "/_emulator/authorized_applications") == []


def connections(api: Api, organization_id: str) -> None:
    given = {"organization_id": organization_id, "type": "OktaSAML", "name": "Okta"}
    connection = api("POST", "/_emulator/connections", 201, json=given)
    path = f"/_emulator/connections/{connection['id']}"
    api("PATCH", path, json={"state": "inactive"})
    given = {"connection_id": connection["id"], "email": "a@x.com", "groups": ["g"]}
    profile = api("POST", "/_emulator/profiles", 201, json=given)
    api("POST", "/_emulator/profiles", 409, json=given)
    other = api("POST", "/_emulator/profiles", 201, json={**given, "email": "b@x.com"})
    api("PATCH", f"/_emulator/profiles/{other['id']}", 409, json={"email": "a@x.com"})
    assert api("PATCH", f"/_emulator/profiles/{other['id']}", json={"first_name": "Bea"})["email"] == "b@x.com"
    api("DELETE", f"/_emulator/profiles/{profile['id']}", 204)
    api("DELETE", path, 204)
    assert [name for name in types(api) if name.startswith("connection.")] == [
        "connection.activated",
        "connection.deactivated",
        "connection.deleted",
    ]


def faults(api: Api) -> None:
    fault = api("POST", "/_emulator/faults", 201, json={"connection": "truncate", "count": None, "path": "/none"})
    assert (fault["remaining"], fault["connection"]) == (None, "truncate")
    assert api("GET", "/_emulator/faults")["data"] == [fault]
    api("DELETE", f"/_emulator/faults/{fault['id']}", 204)
    api("DELETE", f"/_emulator/faults/{fault['id']}", 404)
    api("DELETE", "/_emulator/faults/%C2%B2", 404)
    api("DELETE", "/_emulator/faults", 204)


def seeds(api: Api) -> None:
    ids = api("POST", "/_emulator/seed", 201, json={"users": [{"email": "seeded@example.com"}]})["ids"]
    user = api("GET", f"/user_management/users/{ids['users']['seeded@example.com']}")
    assert user["email"] == "seeded@example.com"
    text = "users:\n  - email: yaml@example.com\n"
    api("POST", "/_emulator/seed", 201, content=text, headers={"content-type": "application/yaml"})
    wrong = text + "  - mail: x\n"
    error = api("POST", "/_emulator/seed", 422, content=wrong, headers={"content-type": "application/yaml"})
    assert error["code"] == "invalid_seed"
    assert {each["field"] for each in error["errors"]} == {"line 3"}
    api("POST", "/_emulator/seed", 422, content="users: [", headers={"content-type": "application/yaml"})
    api("POST", "/_emulator/seed", 422, json={"users": [{"email": "seeded@example.com"}]})


def test_seed_updates_reject_unknown_fields(api: Api, emulator: Emulator) -> None:
    directory: Any = emulator.seed.directory(api.organization()["id"])
    with pytest.raises(TypeError, match=r"unknown field 'color'; use one of name"):
        emulator.seed.update_directory(directory["id"], color="red")
    with pytest.raises(KeyError):
        emulator.seed.update_directory("directory_none", name="x")
