from workos_emulator import Clock

from ..support import Api


def test_lifecycle(api: Api, clock: Clock) -> None:
    organization = api.organization()
    body = {"domain": "Acme.com", "organization_id": organization["id"]}
    created = api("POST", "/organization_domains", 201, json=body)
    assert created["id"].startswith("org_domain_")
    assert (created["domain"], created["state"], created["organization_id"]) == (
        "acme.com",
        "pending",
        organization["id"],
    )
    assert created["verification_token"]
    assert api("GET", f"/organization_domains/{created['id']}") == created
    assert api("GET", f"/organizations/{organization['id']}")["domains"] == [created]

    clock.advance(1)
    verified = api("POST", f"/organization_domains/{created['id']}/verify", 201)
    assert verified["state"] == "verified"
    assert verified["updated_at"] > created["updated_at"]
    again = api("POST", f"/organization_domains/{created['id']}/verify", 400)
    assert again["code"] == "domain_already_verified"

    assert api("DELETE", f"/organization_domains/{created['id']}", 204) is None
    api("GET", f"/organization_domains/{created['id']}", 404)
    api("DELETE", f"/organization_domains/{created['id']}", 404)
    assert api("GET", f"/organizations/{organization['id']}")["domains"] == []


def test_domain_of_another_organization(api: Api) -> None:
    one, two = api.organization("One"), api.organization("Two")
    api("POST", "/organization_domains", 201, json={"domain": "acme.com", "organization_id": one["id"]})
    taken = api("POST", "/organization_domains", 409, json={"domain": "acme.com", "organization_id": two["id"]})
    assert taken["code"] == "domain_already_exists"


def test_errors(api: Api) -> None:
    organization = api.organization()
    api("POST", "/organization_domains", 404, json={"domain": "acme.com", "organization_id": "org_none"})
    bad = api("POST", "/organization_domains", 422, json={"domain": "acme", "organization_id": organization["id"]})
    assert bad["errors"] == [{"field": "domain", "code": "invalid_domain"}]
    api("POST", "/organization_domains/org_domain_none/verify", 404)
