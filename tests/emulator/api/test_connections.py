from typing import Any

import pytest
from cryptography.x509 import load_pem_x509_certificate

from workos_emulator import Emulator

from ..support import Api

PATH = "/connections"


def create(api: Api, organization: Any, status: int = 200, **fields: Any) -> Any:
    return api("POST", PATH, status, json={"organization_id": organization["id"], **fields})


def test_lifecycle(api: Api) -> None:
    organization = api.organization("Acme", domains=["acme.com"])
    created = create(api, organization)
    assert created["id"].startswith("conn_")
    assert (created["connection_type"], created["state"], created["status"]) == ("Pending", "requires_type", "unlinked")
    assert (created["name"], [domain["domain"] for domain in created["domains"]]) == ("Acme", ["acme.com"])
    path = f"{PATH}/{created['id']}"
    assert api("GET", path) == created
    draft = api("PATCH", path, json={"connection_type": "OktaSAML", "name": "Okta"})
    assert (draft["name"], draft["connection_type"], draft["state"]) == ("Okta", "OktaSAML", "draft")
    done = api("PATCH", path, json={"saml_options": {"idp_metadata_url": "https://idp.example.com/metadata"}})
    assert (done["state"], done["status"]) == ("active", "linked")
    assert api("DELETE", path) is None
    api("GET", path, 404)
    api("DELETE", path, 404)


def test_active_immediately(api: Api) -> None:
    options = {"discovery_endpoint": "https://idp.example.com", "client_id": "c", "client_secret": "s"}
    organization = api.organization()
    fields = {"connection_type": "OktaOIDC", "oidc_options": options, "external_id": "e"}
    assert create(api, organization, **fields)["state"] == "active"
    both = create(api, organization, 422, **fields, saml_options={})
    assert {item["code"] for item in both["errors"]} == {"mutually_exclusive"}
    bad = create(api, organization, 422, connection_type="None")
    assert bad["errors"] == [{"field": "connection_type", "code": "invalid_value"}]
    create(api, {"id": "org_none"}, 404)


def test_options_are_merged(api: Api, emulator: Emulator) -> None:
    maps = {"standard_attributes": {"email": "mail"}, "custom_attributes": {"a": "x", "b": "y"}}
    connection = create(api, api.organization(), connection_type="OktaSAML", attribute_maps=maps)
    patch = {"custom_attributes": {"a": None, "c": "z"}, "standard_attributes": None}
    api("PATCH", f"{PATH}/{connection['id']}", json={"attribute_maps": patch, "external_id": None})
    stored = emulator.environment.state.sso.connections.get(connection["id"])
    assert stored is not None
    assert stored.options["attribute_maps"] == {"custom_attributes": {"b": "y", "c": "z"}}


def test_list(api: Api, emulator: Emulator) -> None:
    acme, other = api.organization("Acme", domains=["acme.com"]), api.organization("Other")
    first = emulator.seed.connection(acme["id"], type="OktaSAML", name="Okta")
    second = emulator.seed.connection(other["id"], type="GitHubOAuth", name="Hub")

    def ids(**query: str) -> list[str]:
        return [item["id"] for item in api("GET", PATH, params=query)["data"]]

    assert ids() == [second["id"], first["id"]]
    assert ids(organization_id=acme["id"]) == ids(domain="ACME.com") == ids(connection_type="OktaSAML") == [first["id"]]
    assert ids(connection_type="GithubOAuth") == ids(search="hub") == [second["id"]]
    assert ids(domain="none.com") == ids(organization_id=other["id"], domain="acme.com") == []
    api("GET", f"{PATH}?connection_type=None", 422)
    api("DELETE", f"/organizations/{acme['id']}")
    assert ids() == [second["id"]]


@pytest.mark.parametrize(
    ("path", "use"),
    [
        ("saml_sp_encryption_certs", "saml_sp_encryption_certificate"),
        ("saml_sp_signing_cert", "saml_sp_signing_certificate"),
    ],
)
def test_service_provider_certificates(api: Api, emulator: Emulator, path: str, use: str) -> None:
    connection = emulator.seed.connection(api.organization()["id"])
    base = f"{PATH}/{connection['id']}/{path}"
    made = [api("POST", base) for _ in range(2)]
    assert {item["object"] for item in made} == {use}
    certificates = [load_pem_x509_certificate(item["value"].encode()) for item in made]
    assert certificates[0].serial_number != certificates[1].serial_number
    assert made[0]["not_before"] == "2026-01-31T12:00:00.000Z"
    assert certificates[0].not_valid_before_utc.isoformat() == "2026-01-31T12:00:00+00:00"
    shown = api("GET", base)
    assert shown == made[1] or shown["data"] == made[::-1]
    for item in made:
        api("DELETE", f"{base}/{item['id']}", 204)
        api("DELETE", f"{base}/{item['id']}", 404)
    if use == "saml_sp_signing_certificate":
        api("GET", base, 404)


def test_identity_provider_certificates(api: Api, emulator: Emulator) -> None:
    connection = emulator.seed.connection(api.organization()["id"])
    base = f"{PATH}/{connection['id']}"
    value = api("POST", f"{base}/saml_sp_signing_cert")["value"]
    added = api("POST", f"{base}/saml_idp_signing_certs", json={"value": value})
    assert (added["object"], added["value"]) == ("saml_idp_signing_certificate", value)
    assert added["not_before"] == "2026-01-31T12:00:00.000Z"
    assert api("GET", f"{base}/saml_idp_signing_certs")["data"] == [added]
    api("POST", f"{base}/saml_idp_signing_certs", 422, json={"value": "none"})
    api("DELETE", f"{base}/saml_sp_encryption_certs/{added['id']}", 404)
    api("DELETE", f"{base}/saml_idp_signing_certs/{added['id']}", 204)
    api("POST", f"{PATH}/conn_none/saml_idp_signing_certs", 404, json={"value": value})
