"""The Admin Portal renews SAML certificates."""

from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ...support import Api
from ..browsing import Browser
from .checks import events
from .conftest import NewCertificate, OpenPortal

RENEWED, REQUIRED = "connection.saml_certificate_renewed", "connection.saml_certificate_renewal_required"


@pytest.fixture
def connection(api: Api, emulator: Emulator, acme: Any) -> Any:
    emulator.seed.connection(acme["id"], type="OktaOIDC", name="No SAML")
    return emulator.seed.connection(acme["id"], type="OktaSAML", name="Staff")


@pytest.fixture
def browser_at(connection: Any, open_portal: OpenPortal) -> Browser:
    browser = open_portal("certificate_renewal")
    assert browser.page is not None
    assert "No SAML" not in browser.page.links
    return browser.click("Staff")


def signing_certificates(api: Api, connection: Any) -> list[Any]:
    return list(api("GET", f"/connections/{connection['id']}/saml_idp_signing_certs")["data"])


def test_an_organization_without_connections(open_portal: OpenPortal) -> None:
    browser = open_portal("certificate_renewal")
    assert browser.page is not None
    assert "no SAML connection" in browser.page.text


def test_renewal(api: Api, connection: Any, browser_at: Browser, new_certificate: NewCertificate) -> None:
    label = {"New_certificate_of_the_identity_provider": new_certificate(10)}
    browser_at.submit("Renew certificate", **label)
    (first,) = signing_certificates(api, connection)
    assert events(api, RENEWED) == []
    browser_at.submit("Renew certificate", **label)
    assert signing_certificates(api, connection) == [first]
    browser_at.submit("Renew certificate", New_certificate_of_the_identity_provider=new_certificate(500))
    (second,) = signing_certificates(api, connection)
    assert second["not_after"] == "2027-06-15T12:00:00.000Z"
    reference = {"id": connection["id"], "organization_id": connection["organization_id"]}
    certificate = {"certificate_type": "ResponseSigning", "expiry_date": second["not_after"]}
    assert events(api, RENEWED) == [
        {"connection": reference, "certificate": certificate, "renewed_at": "2026-01-31T12:00:00.000Z"}
    ]
    browser_at.click("All SAML certificates")
    assert browser_at.page is not None
    assert second["not_after"] in browser_at.page.text


def test_invalid_certificates(api: Api, connection: Any, browser_at: Browser, new_certificate: NewCertificate) -> None:
    for text, error in (("", "not an X.509"), ("text", "not an X.509"), (new_certificate(-1), "expired at")):
        browser_at.submit("Renew certificate", New_certificate_of_the_identity_provider=text)
        assert browser_at.page is not None
        assert error in browser_at.page.error_of("New certificate of the identity provider")
    assert signing_certificates(api, connection) == []


def test_certificates_of_the_service_provider(api: Api, connection: Any, browser_at: Browser) -> None:
    path = f"/connections/{connection['id']}"
    for name in ("saml_sp_signing_cert", "saml_sp_encryption_certs"):
        api("POST", f"{path}/{name}")
    old = api("GET", f"{path}/saml_sp_signing_cert")
    assert browser_at.page is not None
    browser_at.open(browser_at.page.url)
    browser_at.submit("Renew: signature of requests").submit("Renew: encryption of responses")
    assert api("GET", f"{path}/saml_sp_signing_cert")["id"] != old["id"]
    assert len(api("GET", f"{path}/saml_sp_encryption_certs")["data"]) == 1
    assert [each["certificate"]["certificate_type"] for each in events(api, RENEWED)] == [
        "RequestSigning",
        "ResponseEncryption",
    ]


def test_the_expiry_is_announced(
    api: Api, browser_at: Browser, clock: Clock, connection: Any, new_certificate: NewCertificate
) -> None:
    browser_at.submit("Renew certificate", New_certificate_of_the_identity_provider=new_certificate(10))
    browser_at.submit("Announce the expiry: signature of responses")
    clock.advance(12 * 24 * 3600)
    body = {"organization": connection["organization_id"], "intent": "certificate_renewal"}
    browser_at.open(api("POST", "/portal/generate_link", 201, json=body)["link"]).click("Staff")
    browser_at.submit("Announce the expiry: signature of responses")
    (soon, expired) = events(api, REQUIRED)
    assert (soon["days_until_expiry"], soon["certificate"]["is_expired"]) == (10, False)
    assert (expired["days_until_expiry"], expired["certificate"]["is_expired"]) == (-2, True)


def test_metadata_url(emulator: Emulator, connection: Any, browser_at: Browser) -> None:
    stored = emulator.environment.state.sso.connections.require(connection["id"])
    stored.options["saml_options"] = {"idp_metadata_url": "https://idp.example.com/metadata"}
    assert browser_at.page is not None
    browser_at.open(browser_at.page.url)
    assert "https://idp.example.com/metadata" in browser_at.page.text
