"""The Admin Portal sets up, tests, changes and deletes SSO connections."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_emulator.http import spec
from workos_emulator.pages.admin_portal.providers import DIRECTORY_PROVIDERS, IDENTITY_PROVIDERS

from ...support import Api
from ..browsing import Browser
from .checks import events
from .conftest import NewCertificate, OpenPortal

METADATA = """<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    entityID="https://idp.example.com/1">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>
      {certificate}
    </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/post"/>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.com/sso"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
"""
ALL = ("connection.activated", "connection.deactivated", "connection.deleted", "connection.saml_certificate_renewed")


@pytest.fixture
def metadata(new_certificate: NewCertificate) -> Callable[..., str]:
    def metadata(days: int = 365) -> str:
        lines = new_certificate(days).strip().splitlines()[1:-1]
        return METADATA.format(certificate="\n      ".join(lines))

    return metadata


def only_connection(api: Api, organization: Any) -> Any:
    (connection,) = api("GET", "/connections", params={"organization_id": organization["id"]})["data"]
    return connection


def certificates(api: Api, connection: Any) -> list[Any]:
    return list(api("GET", f"/connections/{connection['id']}/saml_idp_signing_certs")["data"])


def test_every_provider_of_the_api_can_be_chosen() -> None:
    schemas = spec.load().at("/components/schemas")
    types = schemas["ConnectionType"]["enum"]
    assert {*IDENTITY_PROVIDERS} == {each for each in types if re.search("(SAML|OIDC|Oidc)$", each)}
    assert {*DIRECTORY_PROVIDERS} == {*schemas["DirectoryType"]["enum"]}


def test_metadata_url(api: Api, open_portal: OpenPortal, acme: Any) -> None:
    browser = open_portal("sso")
    assert browser.heading == "Choose your identity provider"
    browser.submit("Continue", Identity_provider="OktaSAML")
    assert browser.heading == "Set up Okta SAML"
    assert browser.page is not None
    draft = only_connection(api, acme)
    assert (draft["connection_type"], draft["state"]) == ("OktaSAML", "draft")
    assert f"http://localhost:4100/sso/saml/acs/{draft['id']}" in browser.page.text
    assert events(api, *ALL) == []
    browser.submit("Use metadata URL", Metadata_URL="https://idp.example.com/metadata")
    assert browser.heading == "Acme Okta SAML"
    connection = only_connection(api, acme)
    assert (connection["id"], connection["state"], connection["status"]) == (draft["id"], "active", "linked")
    (activated,) = events(api, *ALL)
    assert (activated["id"], activated["state"]) == (connection["id"], "active")
    assert (activated["connection_type"], activated["organization_id"]) == ("OktaSAML", acme["id"])
    assert "https://idp.example.com/metadata" in browser.page.text


def test_webhooks_are_delivered(
    api: Api, open_portal: OpenPortal, emulator: Emulator, metadata: Callable[..., str]
) -> None:
    received: list[bytes] = []
    emulator.deliveries.mount("https://app.example.com", function=lambda request: received.append(request.body))
    body = {"endpoint_url": "https://app.example.com/webhooks", "events": ["connection.activated"]}
    api("POST", "/webhook_endpoints", 201, json=body)
    browser = open_portal("sso").submit("Continue", Identity_provider="GenericSAML")
    browser.submit("Use metadata XML", Metadata_XML=metadata())
    (delivery,) = emulator.deliveries.run()
    assert (delivery.event, delivery.state, len(received)) == ("connection.activated", "delivered", 1)


def test_metadata_xml(api: Api, open_portal: OpenPortal, acme: Any, metadata: Callable[..., str]) -> None:
    browser = open_portal("sso").submit("Continue", Identity_provider="GenericSAML")
    browser.submit("Use metadata XML", Metadata_XML=metadata())
    assert browser.page is not None
    assert "https://idp.example.com/1" in browser.page.text
    assert "https://idp.example.com/sso" in browser.page.text
    connection = only_connection(api, acme)
    assert connection["state"] == "active"
    assert len(certificates(api, connection)) == 1


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda text: "", "Paste the metadata"),
        (lambda text: "https://idp.example.com/metadata", "not well-formed XML: there is a mistake in line 1"),
        (lambda text: text.replace("</md:EntityDescriptor>", ""), "not well-formed XML: there is a mistake in line"),
        (lambda text: text.replace("EntityDescriptor", "Thing"), "no element EntityDescriptor"),
        (lambda text: text.replace("IDPSSODescriptor", "SPSSODescriptor"), "describes an application"),
        (lambda text: text.replace("SingleSignOnService", "Other"), "no SingleSignOnService"),
        (lambda text: text.replace("Location=", "Place="), "no SingleSignOnService with a Location"),
        (lambda text: text.replace("https://idp.example.com/sso", "javascript:alert(1)"), "SingleSignOnService"),
        (lambda text: text.replace('entityID="https://idp.example.com/1"', ""), "needs an entityID"),
        (lambda text: text.replace("X509Certificate", "Other"), "no signing certificate"),
        (lambda text: re.sub("(?s)(<ds:X509Certificate>).*?<", r"\1AAAA<", text), "not an X.509"),
        (lambda text: text.replace('encoding="UTF-8"', 'encoding="none"'), "not well-formed"),
        (
            lambda text: text.replace("<md:EntityD", '<!DOCTYPE a [<!ENTITY b "b">]><md:EntityD', 1),
            "document type declaration",
        ),
    ],
    ids=[str(number) for number in range(13)],
)
def test_invalid_metadata(
    api: Api,
    open_portal: OpenPortal,
    acme: Any,
    metadata: Callable[..., str],
    change: Callable[[str], str],
    error: str,
) -> None:
    browser = open_portal("sso").submit("Continue", Identity_provider="GenericSAML")
    text = change(metadata())
    browser.submit("Use metadata XML", Metadata_XML=text)
    assert browser.page is not None
    assert browser.page.status == 422
    assert browser.page.title.startswith("Error: ")
    assert error in browser.page.error_of("Metadata XML")
    assert browser.page.value_of("Metadata XML").strip() == text.strip()
    assert only_connection(api, acme)["state"] == "draft"
    assert certificates(api, only_connection(api, acme)) == []


def test_expired_certificate(open_portal: OpenPortal, metadata: Callable[..., str]) -> None:
    browser = open_portal("sso").submit("Continue", Identity_provider="GenericSAML")
    browser.submit("Use metadata XML", Metadata_XML=metadata(-1))
    assert browser.page is not None
    assert "expired at 2026-01-30T12:00:00.000Z" in browser.page.error_of("Metadata XML")


def test_an_expired_certificate_next_to_a_current_one(
    api: Api, open_portal: OpenPortal, acme: Any, metadata: Callable[..., str]
) -> None:
    key = re.compile("(?s)<md:KeyDescriptor.*?</md:KeyDescriptor>")
    old = key.findall(metadata(-1))[0]
    text = key.sub(lambda match: old + match[0], metadata(300))
    open_portal("sso").submit("Continue", Identity_provider="GenericSAML").submit("Use metadata XML", Metadata_XML=text)
    (certificate,) = certificates(api, only_connection(api, acme))
    assert certificate["not_after"].startswith("2026-11-27")


def test_metadata_of_100_kb(open_portal: OpenPortal, metadata: Callable[..., str]) -> None:
    text = metadata().replace("</md:IDPSSODescriptor>", f"<!-- {'x' * 100_000} --></md:IDPSSODescriptor>")
    browser = open_portal("sso").submit("Continue", Identity_provider="ADFSSAML")
    assert browser.submit("Use metadata XML", Metadata_XML=text).heading == "Acme Microsoft AD FS SAML"


@pytest.mark.parametrize("url", ["", "idp", "http://idp.example.com/metadata", "javascript:alert(1)", "https://"])
def test_invalid_metadata_urls(open_portal: OpenPortal, url: str) -> None:
    browser = open_portal("sso").submit("Continue", Identity_provider="GenericSAML")
    browser.submit("Use metadata URL", Metadata_URL=url)
    assert browser.page is not None
    assert "https URL" in browser.page.error_of("Metadata URL")


def test_values(api: Api, open_portal: OpenPortal, acme: Any, new_certificate: NewCertificate) -> None:
    browser = open_portal("sso").submit("Continue", Identity_provider="GenericSAML")
    browser.submit("Use these values")
    assert browser.page is not None
    for label in ("IdP entity ID", "IdP SSO URL", "X.509 certificate"):
        assert browser.page.error_of(label)
    pem = new_certificate()
    values = {"IdP_entity_ID": "idp", "IdP_SSO_URL": "http://localhost:9000/sso", "X.509_certificate": pem}
    browser.submit("Use these values", **values)
    connection = only_connection(api, acme)
    assert connection["state"] == "active"
    assert [each["value"].strip() for each in certificates(api, connection)] == [pem.strip()]


def test_open_id_connect(api: Api, open_portal: OpenPortal, acme: Any) -> None:
    browser = open_portal("sso").submit("Continue", Identity_provider="OktaOIDC")
    assert browser.page is not None
    assert f"/sso/oidc/{only_connection(api, acme)['id']}/callback" in browser.page.text
    browser.submit("Save", Discovery_endpoint="https://idp.example.com/")
    for label in ("Client ID", "Client secret", "Discovery endpoint"):
        assert browser.page.error_of(label)
    endpoint = "https://idp.example.com/.well-known/openid-configuration"
    browser.submit("Save", Client_ID="client", Client_secret="s3cret", Discovery_endpoint=endpoint)
    assert only_connection(api, acme)["state"] == "active"
    assert [each["connection_type"] for each in events(api, *ALL)] == ["OktaOIDC"]
    browser.click("Edit the configuration")
    assert "s3cret" not in browser.page.html
    browser.submit("Save", Client_ID="other")
    assert "other" in browser.page.text
    assert len(events(api, *ALL)) == 1


def test_no_provider_is_chosen(api: Api, open_portal: OpenPortal) -> None:
    browser = open_portal("sso").submit("Continue")
    assert browser.page is not None
    assert browser.page.error_of("Identity provider") == "Choose an identity provider."
    assert api("GET", "/connections")["data"] == []


def test_the_link_chooses_the_provider(open_portal: OpenPortal) -> None:
    options = {"sso": {"provider_type": "GoogleSAML", "bookmark_slug": "wiki"}}
    browser = open_portal("sso", intent_options=options)
    assert browser.page is not None
    assert browser.page.value_of("Identity provider") == "GoogleSAML"
    assert "bookmark application wiki" in browser.page.text
    assert browser.submit("Continue").heading == "Set up Google SAML"


def test_drafts_of_the_application(api: Api, open_portal: OpenPortal, acme: Any) -> None:
    body = {"organization_id": acme["id"], "name": "Staff"}
    pending = api("POST", "/connections", json=body)
    draft = api("POST", "/connections", json={**body, "name": "Guests", "connection_type": "OktaSAML"})
    browser = open_portal("sso").click("Staff").submit("Continue", Identity_provider="EntraIdOIDC")
    endpoint = "http://127.0.0.1:9000/.well-known/openid-configuration"
    browser.submit("Save", Client_ID="c", Client_secret="s", Discovery_endpoint=endpoint)
    browser.click("All connections").click("Guests").submit(
        "Use metadata URL", Metadata_URL="https://idp.example.com/m"
    )
    activated = {each["id"]: each["connection_type"] for each in events(api, *ALL)}
    assert activated == {pending["id"]: "EntraIdOIDC", draft["id"]: "OktaSAML"}
    assert browser.page is not None
    session = browser.page.url.partition("session=")[2].partition("&")[0]
    browser.open("http://localhost:4100/hosted/admin-portal/sso/provider", session=session, connection=draft["id"])
    assert (browser.heading, browser.page.status) == ("Identity provider already chosen", 409)


@pytest.fixture
def active(open_portal: OpenPortal, metadata: Callable[..., str]) -> Browser:
    """A browser at the page of an active connection."""
    browser = open_portal("sso", success_url="http://localhost:3000/callback?portal=1")
    browser.submit("Continue", Identity_provider="OktaSAML")
    return browser.submit("Use metadata XML", Metadata_XML=metadata())


def test_deactivation_and_deletion(api: Api, acme: Any, active: Browser) -> None:
    active.submit("Deactivate")
    assert only_connection(api, acme)["state"] == "inactive"
    active.submit("Activate")
    assert only_connection(api, acme)["state"] == "active"
    active.submit("Delete connection")
    assert active.heading == "Choose your identity provider"
    assert api("GET", "/connections")["data"] == []
    assert [each["state"] for each in events(api, *ALL)] == ["active", "inactive", "active", "active"]
    names = [each["event"] for each in api("GET", "/events", params={"events": list(ALL), "order": "asc"})["data"]]
    assert [name.partition(".")[2] for name in names] == ["activated", "deactivated", "activated", "deleted"]


def test_a_page_that_is_out_of_date(api: Api, acme: Any, active: Browser) -> None:
    assert active.page is not None
    stale = active.page
    active.submit("Delete connection")
    active.page = stale
    active.submit("Deactivate")
    assert (active.heading, active.page.status) == ("Connection not found", 404)


def test_new_metadata_renews_the_certificate(
    api: Api, acme: Any, active: Browser, metadata: Callable[..., str]
) -> None:
    (old,) = certificates(api, only_connection(api, acme))
    active.click("Edit the configuration").submit("Use metadata XML", Metadata_XML=metadata(500))
    (new,) = certificates(api, only_connection(api, acme))
    assert old["id"] != new["id"]
    (renewed,) = events(api, "connection.saml_certificate_renewed")
    assert renewed["certificate"]["expiry_date"] == new["not_after"]
    assert len(events(api, "connection.activated")) == 1


def test_a_test_sign_in(api: Api, active: Browser) -> None:
    active.submit("Test sign-in")
    assert active.heading == "Sign in with Acme Okta SAML"
    active.submit("Continue", Email_address="ada@example.com", First_name="Ada")
    assert active.heading == "Test sign-in succeeded"
    assert active.page is not None
    assert "ada@example.com" in active.page.text
    assert [each["status"] for each in events(api, "authentication.sso_started", "authentication.sso_succeeded")] == [
        "started",
        "succeeded",
    ]
    assert active.open(active.page.url).heading == "Test sign-in failed"
    active.click("Back to the connection").submit("Test sign-in").submit("Deny")
    assert active.heading == "Test sign-in failed"
    assert "denied access" in active.page.alert


def test_the_success_url(active: Browser) -> None:
    assert active.submit("Finish setup").returned == {"portal": "1"}


def test_connections_that_the_portal_cannot_set_up(open_portal: OpenPortal, emulator: Emulator, acme: Any) -> None:
    connection = emulator.seed.connection(acme["id"], type="TestIdp", name="Test")
    browser = open_portal("sso").click("Test")
    assert browser.page is not None
    assert "Edit the configuration" not in browser.page.links
    browser.open(browser.page.url.replace("/sso/connection", "/sso/setup"))
    assert (browser.heading, browser.page.status) == ("This connection has no setup", 409)
    browser.click("Start page of the Admin Portal").click("Test").submit("Test sign-in")
    assert browser.heading == "Sign in with Test"
    assert connection["state"] == "active"
