from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api


def test_create_and_get(api: Api) -> None:
    created = api.organization(
        "Acme",
        external_id="acme/1",
        metadata={"tier": "gold"},
        allow_profiles_outside_organization=True,
        domain_data=[{"domain": "Acme.com", "state": "verified"}, {"domain": "acme.org", "state": "pending"}],
    )

    assert created["id"].startswith("org_")
    assert len(created["id"]) == len("org_") + 26
    assert [(d["domain"], d["state"]) for d in created["domains"]] == [
        ("acme.com", "verified"),
        ("acme.org", "pending"),
    ]
    assert created["metadata"] == {"tier": "gold"}
    assert created["created_at"] == "2026-01-31T12:00:00.000Z"
    assert api("GET", f"/organizations/{created['id']}") == created
    assert api("GET", "/organizations/external_id/acme%2F1") == created


def test_defaults(api: Api) -> None:
    created = api.organization("Acme", metadata=None, external_id=None)

    assert created["metadata"] == {}
    assert created["external_id"] is None
    assert created["domains"] == []
    assert "stripe_customer_id" not in created


def test_domains_without_a_state_are_pending(api: Api) -> None:
    created = api.organization("Acme", domains=["acme.com"])
    assert [d["state"] for d in created["domains"]] == ["pending"]


def test_partial_update(api: Api, clock: Clock) -> None:
    id = api.organization("Acme", external_id="a", metadata={"k": "v"})["id"]
    clock.advance(60)

    updated = api("PUT", f"/organizations/{id}", json={"name": "Acme Ltd", "stripe_customer_id": "cus_1"})
    assert (updated["name"], updated["external_id"], updated["metadata"]) == ("Acme Ltd", "a", {"k": "v"})
    assert updated["stripe_customer_id"] == "cus_1"
    assert (updated["created_at"], updated["updated_at"]) == ("2026-01-31T12:00:00.000Z", "2026-01-31T12:01:00.000Z")

    cleared = api("PUT", f"/organizations/{id}", json={"external_id": None, "metadata": None})
    assert (cleared["name"], cleared["external_id"], cleared["metadata"]) == ("Acme Ltd", None, {})
    assert api("GET", "/organizations/external_id/a", 404)
    assert api.organization("Other", external_id="a")["external_id"] == "a"


def test_update_replaces_domains(api: Api) -> None:
    created = api.organization("Acme", domain_data=[{"domain": d, "state": "pending"} for d in ("a.com", "b.com")])
    first = created["domains"][0]

    domains = [{"domain": "a.com", "state": "verified"}, {"domain": "c.com", "state": "pending"}]
    updated = api("PUT", f"/organizations/{created['id']}", json={"domain_data": domains})

    assert [(d["domain"], d["state"]) for d in updated["domains"]] == [("a.com", "verified"), ("c.com", "pending")]
    assert updated["domains"][0]["id"] == first["id"]
    assert api("GET", f"/organization_domains/{created['domains'][1]['id']}", 404)
    assert api("PUT", f"/organizations/{created['id']}", json={"domain_data": []})["domains"] == []


def test_unique_values(api: Api) -> None:
    one = api.organization("One", external_id="x", domain_data=[{"domain": "one.com", "state": "pending"}])
    two = api.organization("Two")
    api("PUT", f"/organizations/{one['id']}", json={"stripe_customer_id": "cus_1"})

    used = api("POST", "/organizations", 400, json={"name": "Three", "external_id": "x"})
    assert used["code"] == "external_id_already_used"
    assert (
        api("PUT", f"/organizations/{two['id']}", 400, json={"external_id": "x"})["code"] == "external_id_already_used"
    )
    stripe = api("PUT", f"/organizations/{two['id']}", 400, json={"stripe_customer_id": "cus_1"})
    assert stripe["code"] == "stripe_customer_id_already_used"
    taken = {"name": "Three", "domain_data": [{"domain": "ONE.com", "state": "pending"}]}
    assert "message" in api("POST", "/organizations", 409, json=taken)
    assert api("PUT", f"/organizations/{one['id']}", json={"external_id": "x", "stripe_customer_id": "cus_1"})
    assert len(api("GET", "/organizations")["data"]) == 2


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "name", "required"),
        ({"name": 1}, "name", "invalid_type"),
        ({"name": None}, "name", "invalid_type"),
        ({"name": "A", "external_id": "x" * 129}, "external_id", "too_long"),
        ({"name": "A", "external_id": "ä"}, "external_id", "invalid_format"),
        ({"name": "A", "domain_data": [{"domain": "a.com"}]}, "domain_data.0.state", "required"),
        ({"name": "A", "domain_data": [{"domain": "a.com", "state": "x"}]}, "domain_data.0.state", "invalid_value"),
        ({"name": "A", "domains": ["no domain"]}, "domains.0", "invalid_domain"),
        ({"name": "A", "domains": ["GMAIL.com"]}, "domains.0", "consumer_domain"),
        ([], "body", "invalid_type"),
    ],
)
def test_invalid_bodies(api: Api, body: Any, field: str, code: str) -> None:
    error = api("POST", "/organizations", 422, json=body)
    assert error["code"] == "invalid_request_parameters"
    assert error["errors"] == [{"field": field, "code": code}]


@pytest.mark.parametrize(
    "metadata", [{"k": 1}, {"k" * 41: "v"}, {"k": "v" * 601}, {str(n): "v" for n in range(51)}, []]
)
def test_invalid_metadata_has_its_own_code(api: Api, metadata: Any) -> None:
    assert api("POST", "/organizations", 400, json={"name": "A", "metadata": metadata})["code"] == "invalid_metadata"
    id = api.organization()["id"]
    assert api("PUT", f"/organizations/{id}", 400, json={"metadata": metadata})["code"] == "invalid_metadata"


def test_list_filters(api: Api) -> None:
    acme = api.organization("Acme", domain_data=[{"domain": "acme.com", "state": "pending"}])
    zeta = api.organization("Zeta", domain_data=[{"domain": "zeta.io", "state": "pending"}])
    api.organization("Other")

    def ids(query: str) -> list[str]:
        return [item["id"] for item in api("GET", f"/organizations?{query}")["data"]]

    assert ids("domains=acme.com,ZETA.io,nobody.com") == [zeta["id"], acme["id"]]
    assert ids("domains=acme.com&domains=zeta.io") == [zeta["id"], acme["id"]]
    assert ids("domains=acme.com&search=zeta") == []
    assert ids("search=ACM") == [acme["id"]]
    assert ids("search=.io") == [zeta["id"]]
    assert ids("domains=") == []
    assert len(ids("unknown=1")) == 3


def test_delete_deletes_dependents(api: Api, emulator: Emulator) -> None:
    deleted = api.organization("Deleted", external_id="g", domain_data=[{"domain": "deleted.com", "state": "pending"}])
    directory = emulator.seed.directory(deleted["id"])

    assert api("DELETE", f"/organizations/{deleted['id']}") is None
    for path in (
        f"/organizations/{deleted['id']}",
        "/organizations/external_id/g",
        f"/organization_domains/{deleted['domains'][0]['id']}",
        f"/directories/{directory['id']}",
    ):
        assert "message" in api("GET", path, 404)
    api("DELETE", f"/organizations/{deleted['id']}", 404)
    api.organization("New", external_id="g", domain_data=[{"domain": "deleted.com", "state": "pending"}])


def test_audit_log_configuration(api: Api, emulator: Emulator) -> None:
    id = api.organization()["id"]
    path = f"/organizations/{id}/audit_log_configuration"
    assert api("GET", path) == {"organization_id": id, "retention_period_in_days": 30, "state": "inactive"}

    stream = {
        "id": "audit_log_stream_1",
        "type": "Datadog",
        "state": "active",
        "last_synced_at": None,
        "created_at": "2026-01-31T12:00:00.000Z",
    }
    emulator.seed.audit_logs(id, retention_period_in_days=365, log_stream=stream)
    configured = api("GET", path)
    assert (configured["state"], configured["retention_period_in_days"]) == ("active", 365)
    assert configured["log_stream"] == stream
    api("GET", "/organizations/org_none/audit_log_configuration", 404)


@pytest.mark.parametrize("kind", ["organization", "user"])
def test_metadata_updates_are_partial(api: Api, kind: str) -> None:
    fields = {"name": "Acme", "email": "ada@example.com", "metadata": {"a": "1", "b": "2"}}
    collection = "/organizations" if kind == "organization" else "/user_management/users"
    created = api("POST", collection, 201, json=fields)

    def update(metadata: Any) -> Any:
        return api("PUT", f"{collection}/{created['id']}", json={"metadata": metadata})["metadata"]

    assert update({"a": "3", "c": "4"}) == {"a": "3", "b": "2", "c": "4"}
    assert update({"b": None, "none": None}) == {"a": "3", "c": "4"}
    assert api("PUT", f"{collection}/{created['id']}", json={})["metadata"] == {"a": "3", "c": "4"}
    assert update({}) == {}
    update({"a": "1"})
    assert update(None) == {}
    api("PUT", f"{collection}/{created['id']}", 400, json={"metadata": {"a": 5}})
    api("POST", collection, 400, json={"name": "B", "email": "b@example.com", "metadata": {"a": None}})
