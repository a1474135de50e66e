import csv
import io
from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

ACTIONS = "/audit_logs/actions"
SCHEMA = {
    "actor": {"metadata": {"type": "object", "properties": {"role": {"type": "string"}}}},
    "targets": [{"type": "invoice", "metadata": {"type": "object", "required": ["number"]}}],
    "metadata": {"amount": "number"},
}


def event(**fields: Any) -> dict[str, Any]:
    return {
        "action": "invoice.paid",
        "occurred_at": "2026-01-31T11:00:00.000Z",
        "actor": {"id": "u1", "type": "user", "name": "Ada", "metadata": {"role": "boss"}},
        "targets": [{"id": "i1", "type": "invoice", "metadata": {"number": "7"}}],
        "context": {"location": "127.0.0.1"},
        "metadata": {"amount": 5},
        **fields,
    }


def record(api: Api, organization: Any, status: int = 200, **fields: Any) -> Any:
    body = {"organization_id": organization["id"], "event": event(**fields)}
    return api("POST", "/audit_logs/events", status, json=body)


def test_schemas(api: Api) -> None:
    first = api("POST", f"{ACTIONS}/invoice.paid/schemas", 201, json=SCHEMA)
    assert first["version"] == 1
    assert first["metadata"] == {"type": "object", "properties": {"amount": {"type": "number"}}}
    assert first["targets"] == SCHEMA["targets"]
    second = api("POST", f"{ACTIONS}/invoice.paid/schemas", 201, json={"targets": [{"type": "bill"}]})
    assert (second["version"], "metadata" in second, "actor" in second) == (2, False, False)
    assert api("GET", f"{ACTIONS}/invoice.paid/schemas")["data"] == [second, first]
    (action,) = api("GET", ACTIONS)["data"]
    assert (action["name"], action["schema"]) == ("invoice.paid", second)
    api("GET", f"{ACTIONS}/none/schemas", 404)


@pytest.mark.parametrize(
    "metadata",
    [
        {"type": "nonsense"},
        {"type": "object", "properties": {"a": {"$ref": "https://example.com/s"}}},
        {"type": "object", "patternProperties": {"(": {}}},
        {"type": "object", "properties": {"a": {"pattern": "("}}},
    ],
)
def test_invalid_schemas(api: Api, metadata: Any) -> None:
    body = {"targets": [{"type": "invoice"}], "metadata": metadata}
    error = api("POST", f"{ACTIONS}/a/schemas", 422, json=body)
    assert error["errors"] == [{"field": "metadata", "code": "invalid_schema"}]
    assert api("GET", ACTIONS)["data"] == []


def test_events_without_a_schema(api: Api) -> None:
    organization = api.organization()
    assert record(api, organization) == {"success": True}
    record(api, {"id": "org_none"}, 404)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"targets": [{"id": "x", "type": "other"}]}, {"field": "targets.0.type", "code": "invalid_value"}),
        ({"targets": [{"id": "x", "type": "invoice"}]}, {"field": "targets.0.metadata.number", "code": "required"}),
        ({"metadata": {"amount": "much"}}, {"field": "metadata.amount", "code": "invalid_type"}),
        (
            {"actor": {"id": "u", "type": "user", "metadata": {"role": 1}}},
            {"field": "actor.metadata.role", "code": "invalid_type"},
        ),
        ({"version": 2}, {"field": "version", "code": "invalid_value"}),
    ],
)
def test_events_must_match_the_schema(api: Api, fields: dict[str, Any], problem: Any) -> None:
    api("POST", f"{ACTIONS}/invoice.paid/schemas", 201, json=SCHEMA)
    organization = api.organization()
    record(api, organization)
    error = record(api, organization, 400, **fields)
    assert (error["code"], error["errors"]) == ("invalid_audit_log", [problem])


def test_older_schema_version(api: Api) -> None:
    api("POST", f"{ACTIONS}/invoice.paid/schemas", 201, json=SCHEMA)
    api("POST", f"{ACTIONS}/invoice.paid/schemas", 201, json={"targets": [{"type": "bill"}]})
    organization = api.organization()
    record(api, organization, version=1)
    record(api, organization, 400)


def export(api: Api, organization: Any, **filters: Any) -> Any:
    body = {
        "organization_id": organization["id"],
        "range_start": "2026-01-01T00:00:00.000Z",
        "range_end": "2026-02-01T00:00:00.000Z",
        **filters,
    }
    return api("POST", "/audit_logs/exports", 201, json=body)


def lines(api: Api, created: Any) -> list[dict[str, str]]:
    ready = api("GET", f"/audit_logs/exports/{created['id']}")
    assert ready["state"] == "ready"
    with httpx.Client(transport=api.emulator.transport) as client:
        return list(csv.DictReader(io.StringIO(client.get(ready["url"]).raise_for_status().text)))


def test_idempotency_keys(api: Api, clock: Clock) -> None:
    organization = api.organization()
    body = {"organization_id": organization["id"], "event": event()}
    for _ in range(2):
        api("POST", "/audit_logs/events", json=body, headers={"idempotency-key": "k"})
    assert len(lines(api, export(api, organization))) == 1
    clock.advance(24 * 3600)
    api("POST", "/audit_logs/events", json=body, headers={"idempotency-key": "k"})
    api("POST", "/audit_logs/events", json=body, headers={"idempotency-key": "other"})
    assert len(lines(api, export(api, organization))) == 3


def test_errors_are_not_recorded_for_idempotency_keys(api: Api) -> None:
    headers = {"idempotency-key": "k"}
    api("POST", "/audit_logs/events", 404, json={"organization_id": "org_none", "event": event()}, headers=headers)
    body = {"organization_id": api.organization()["id"], "event": event()}
    api("POST", "/audit_logs/events", json=body, headers=headers)


def test_exports(api: Api) -> None:
    organization, other = api.organization("One"), api.organization("Two")
    record(api, organization)
    record(api, organization, action="invoice.sent", actor={"id": "u2", "type": "user", "name": "Bob"})
    record(api, organization, occurred_at="2025-12-31T23:59:59.000Z")
    record(api, other)
    created = export(api, organization)
    assert (created["state"], created["url"]) == ("pending", None)
    rows = lines(api, created)
    assert [row["action"] for row in rows] == ["invoice.paid", "invoice.sent"]
    for filters in (
        {"actions": ["invoice.sent"]},
        {"actors": ["Bob"]},
        {"actor_names": ["Bob"]},
        {"actor_ids": ["u2"]},
    ):
        assert [row["action"] for row in lines(api, export(api, organization, **filters))] == ["invoice.sent"]
    assert len(lines(api, export(api, organization, targets=["invoice"]))) == 2
    assert lines(api, export(api, organization, targets=["bill"])) == []
    api("GET", "/audit_logs/exports/none", 404)


def test_export_urls_expire(api: Api, clock: Clock) -> None:
    organization = api.organization()
    record(api, organization)
    created = export(api, organization)
    url = api("GET", f"/audit_logs/exports/{created['id']}")["url"]
    assert api.client.get(url).status_code == 200
    clock.advance(600)
    assert api.client.get(url).status_code == 404
    assert api("GET", f"/audit_logs/exports/{created['id']}")["url"] != url


@pytest.mark.parametrize(
    "fields", [{"organization_id": "org_none"}, {"range_end": "2025-01-01T00:00:00Z"}, {"range_start": "yesterday"}]
)
def test_invalid_exports(api: Api, fields: dict[str, str]) -> None:
    body = {"organization_id": api.organization()["id"], "range_start": "2026-01-01T00:00:00Z"}
    body |= {"range_end": "2026-02-01T00:00:00Z", **fields}
    api("POST", "/audit_logs/exports", 400, json=body)


def test_retention(api: Api, emulator: Emulator) -> None:
    organization = api.organization()
    path = f"/organizations/{organization['id']}/audit_logs_retention"
    assert api("GET", path) == {"retention_period_in_days": None}
    assert api("PUT", path, json={"retention_period": "2_YEARS"}) == {"retention_period_in_days": 730}
    assert api("PUT", path, json={"retention_period_in_days": 20}) == {"retention_period_in_days": 20}
    assert api("GET", path) == {"retention_period_in_days": 20}
    configuration = api("GET", f"/organizations/{organization['id']}/audit_log_configuration")
    assert configuration["retention_period_in_days"] == 20
    api("PUT", path, 422, json={"retention_period_in_days": 0})
    api("PUT", path, 422, json={})

    record(api, organization, occurred_at="2026-01-02T00:00:00.000Z")
    record(api, organization)
    assert len(lines(api, export(api, organization))) == 1
