"""The Admin Portal adds, verifies and removes domains."""

from typing import Any

import pytest

from workos_emulator import Emulator

from ...support import Api
from .checks import events
from .conftest import OpenPortal

VERIFIED, FAILED = "organization_domain.verified", "organization_domain.verification_failed"


def domains(api: Api, organization: Any) -> list[Any]:
    return list(api("GET", f"/organizations/{organization['id']}")["domains"])


def test_verification(api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator) -> None:
    received: list[bytes] = []
    emulator.deliveries.mount("https://app.example.com", function=lambda request: received.append(request.body))
    body = {"endpoint_url": "https://app.example.com/webhooks", "events": [VERIFIED, FAILED]}
    api("POST", "/webhook_endpoints", 201, json=body)
    browser = open_portal("domain_verification").submit("Add domain", Domain="Acme.com")
    assert browser.heading == "acme.com"
    assert browser.page is not None
    (domain,) = domains(api, acme)
    assert domain["state"] == "pending"
    assert f"{domain['verification_prefix']}={domain['verification_token']}" in browser.page.text
    browser.submit("Check the record")
    assert "has verified this domain" in browser.page.text
    assert domains(api, acme)[0]["state"] == "verified"
    assert [each["domain"] for each in events(api, VERIFIED)] == ["acme.com"]
    assert [delivery.event for delivery in emulator.deliveries.run()] == [VERIFIED]
    browser.click("All domains").submit("Add domain", Domain="acme.org")
    assert [each["state"] for each in domains(api, acme)] == ["verified", "pending"]
    browser.submit("Remove domain")
    assert [each["domain"] for each in domains(api, acme)] == ["acme.com"]
    assert len(events(api, "organization_domain.deleted")) == 1


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ("… the record was not found in time", "domain_verification_period_expired"),
        ("… another organization has verified the domain", "domain_verified_by_other_organization"),
    ],
)
def test_failure(api: Api, open_portal: OpenPortal, acme: Any, button: str, reason: str) -> None:
    browser = open_portal("domain_verification").submit("Add domain", Domain="acme.com")
    browser.submit(button)
    (domain,) = domains(api, acme)
    assert domain["state"] == "failed"
    assert events(api, FAILED) == [{"reason": reason, "organization_domain": domain}]
    assert events(api, VERIFIED) == []
    assert browser.page is not None
    assert browser.page.alert.startswith("The last verification failed.")
    browser.submit("Check the record")
    assert domains(api, acme)[0]["state"] == "verified"


@pytest.mark.parametrize(
    ("domain", "error"),
    [
        ("", "Enter a domain"),
        ("acme", "Enter a domain"),
        ("https://acme.com", "Enter a domain"),
        ("gmail.com", "public email provider"),
        ("initech.com", "already belongs"),
    ],
)
def test_rejected_domains(api: Api, open_portal: OpenPortal, acme: Any, domain: str, error: str) -> None:
    api.organization("Initech", domain_data=[{"domain": "initech.com", "state": "verified"}])
    browser = open_portal("domain_verification").submit("Add domain", Domain=domain)
    assert browser.page is not None
    assert browser.page.status == 422
    assert error in browser.page.error_of("Domain")
    assert browser.page.value_of("Domain") == domain
    assert domains(api, acme) == []


def test_a_page_that_is_out_of_date(api: Api, open_portal: OpenPortal) -> None:
    browser = open_portal("domain_verification").submit("Add domain", Domain="acme.com")
    stale = browser.page
    browser.submit("Check the record")
    browser.page = stale
    browser.submit("Check the record")
    assert browser.page is not None
    assert (browser.heading, browser.page.status) == ("Invalid form", 409)
    assert len(events(api, VERIFIED)) == 1
