"""The pages of the Admin Portal in a real browser, one walk per intent, on a desktop and on a phone."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

from . import chromium
from .chromium import Chromium

CheckPage = Callable[[str, str], None]
OpenPortal = Callable[..., None]


@pytest.fixture
def workos(emulator: Emulator, emulator_url: str) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url) as workos:
        yield workos


@pytest.fixture
def acme(workos: WorkOS) -> Any:
    return workos.organizations.create_organization(name="Acme & Sons")


@pytest.fixture(params=[1280, 390])
def width(request: pytest.FixtureRequest, browser: Chromium) -> Iterator[int]:
    size = {"width": request.param, "height": 860, "deviceScaleFactor": 1, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield request.param
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.fixture
def open_portal(browser: Chromium, workos: WorkOS, acme: Any) -> OpenPortal:
    def open_portal(intent: str | None = None) -> None:
        success = f"{workos.base_url}/hosted/signed-out"  # in place of the application
        options = {} if intent is None else {"intent": intent}
        browser.open(workos.portal.generate_link(organization=acme.id, success_url=success, **options))

    return open_portal


@pytest.fixture
def check_page(browser: Chromium, width: int) -> CheckPage:
    def check(heading: str, name: str) -> None:
        assert browser.heading == heading
        assert "Acme & Sons" in browser.text
        assert browser.driver.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
        browser.screenshot(f"admin-portal-{name}-{width}")
        # A rejected form has the status 422, which the console reports.
        assert [text for text in browser.console_problems() if "422" not in text] == []

    return check


def certificate(emulator: Emulator, days: int) -> str:
    now = emulator.clock.now().replace(microsecond=0)
    return emulator.environment.signing_key.certificate(
        "idp.example.com", days, now - timedelta(days=100), now + timedelta(days=days)
    )


def test_single_sign_on(
    browser: Chromium, workos: WorkOS, emulator: Emulator, acme: Any, open_portal: OpenPortal, check_page: CheckPage
) -> None:
    open_portal("sso")
    check_page("Choose your identity provider", "sso-provider")
    browser.press("Continue")
    check_page("Choose your identity provider", "sso-provider-rejected")
    browser.choose("Identity provider", "Okta SAML")
    browser.press("Continue")
    check_page("Set up Okta SAML", "sso-setup")
    browser.press("Use these values")
    check_page("Set up Okta SAML", "sso-setup-rejected")
    browser.fill("IdP entity ID", "https://idp.example.com/1")
    browser.fill("IdP SSO URL", "https://idp.example.com/sso")
    browser.fill("X.509 certificate", certificate(emulator, 30))
    browser.press("Use these values")
    check_page("Acme & Sons Okta SAML", "sso-connection")
    (connection,) = workos.sso.list_connections(organization_id=acme.id)
    assert (connection.connection_type, connection.state) == ("OktaSAML", "active")
    browser.press("Test sign-in")
    browser.fill("Email address", "ada@example.com")
    browser.press("Continue")
    check_page("Test sign-in succeeded", "sso-tested")
    browser.follow("Back to the connection")
    browser.press("Finish setup")
    assert browser.url.endswith("/hosted/signed-out")


def test_open_id_connect(browser: Chromium, open_portal: OpenPortal, check_page: CheckPage) -> None:
    open_portal("sso")
    browser.choose("Identity provider", "Custom OIDC")
    browser.press("Continue")
    check_page("Set up Custom OIDC", "sso-oidc")


def test_directory_sync(
    browser: Chromium, workos: WorkOS, acme: Any, open_portal: OpenPortal, check_page: CheckPage
) -> None:
    open_portal("dsync")
    check_page("Choose your directory provider", "dsync-provider")
    browser.choose("Directory provider", "Entra ID SCIM")
    browser.press("Continue")
    check_page("Set up Entra ID SCIM", "dsync-setup")
    browser.press("I have entered the details")
    browser.fill("Email address", "a.very.long.address.of.a.user@subdomain.example.com")
    browser.fill("First name", "Ada")
    browser.press("Add user")
    check_page("Acme & Sons Entra ID SCIM", "dsync-directory")
    (directory,) = workos.directory_sync.list_directories(organization_id=acme.id)
    assert (directory.type, directory.state) == ("azure scim v2.0", "linked")
    browser.follow("All directories")
    check_page("Directory sync", "dsync")
    browser.press("Finish setup")
    assert browser.url.endswith("/hosted/signed-out")


def test_domain_verification(
    browser: Chromium, workos: WorkOS, acme: Any, open_portal: OpenPortal, check_page: CheckPage
) -> None:
    open_portal("domain_verification")
    check_page("Domain verification", "domains")
    browser.press("Add domain")
    check_page("Domain verification", "domains-rejected")
    browser.fill("Domain", "a-rather-long-domain-name.of-the-customer.example.com")
    browser.enter()
    check_page("a-rather-long-domain-name.of-the-customer.example.com", "domain")
    browser.press("… the record was not found in time")
    check_page("a-rather-long-domain-name.of-the-customer.example.com", "domain-failed")
    browser.press("Check the record")
    check_page("a-rather-long-domain-name.of-the-customer.example.com", "domain-verified")
    (domain,) = workos.organizations.get_organization(acme.id).domains
    assert domain.state == "verified"
    browser.press("Finish setup")
    assert browser.url.endswith("/hosted/signed-out")


def test_audit_logs(
    browser: Chromium, workos: WorkOS, acme: Any, emulator: Emulator, open_portal: OpenPortal, check_page: CheckPage
) -> None:
    for action in ("document.downloaded", "user.signed_in"):
        event = {
            "action": action,
            "occurred_at": emulator.clock.now(),
            "actor": {"id": "user_1", "type": "user", "name": "Ada Lovelace"},
            "targets": [{"id": "team_1", "type": "team"}],
            "context": {"location": "192.0.2.1"},
        }
        workos.audit_logs.create_event(organization_id=acme.id, event=event)
    open_portal("audit_logs")
    check_page("Audit logs", "audit-logs")
    browser.fill("Action", "user.signed_in")
    browser.press("Filter")
    assert "1 event found." in browser.text
    browser.follow("user.signed_in")
    check_page("user.signed_in", "audit-logs-event")


def test_log_streams(
    browser: Chromium, workos: WorkOS, acme: Any, open_portal: OpenPortal, check_page: CheckPage
) -> None:
    open_portal("log_streams")
    check_page("Choose a destination", "log-streams")
    browser.follow("Generic HTTPS")
    check_page("Stream to Generic HTTPS", "log-streams-setup")
    browser.press("Start streaming")
    check_page("Stream to Generic HTTPS", "log-streams-rejected")
    browser.fill("Endpoint URL", "http://localhost:9/logs")
    browser.press("Start streaming")
    check_page("Log streams", "log-stream")
    stream = workos.organizations.get_audit_log_configuration(acme.id).log_stream
    assert stream is not None
    assert (stream.type, stream.state) == ("GenericHttps", "active")
    browser.press("Pause")
    browser.press("Finish setup")
    assert browser.url.endswith("/hosted/signed-out")


def test_certificate_renewal(
    browser: Chromium, emulator: Emulator, acme: Any, open_portal: OpenPortal, check_page: CheckPage
) -> None:
    emulator.seed.connection(acme.id, type="OktaSAML", name="Staff")
    open_portal("certificate_renewal")
    check_page("SAML certificates", "certificates")
    browser.follow("Staff")
    browser.press("Renew certificate")
    check_page("Certificates of Staff", "certificates-rejected")
    for days in (30, 400):
        browser.fill("New certificate of the identity provider", certificate(emulator, days))
        browser.press("Renew certificate")
    check_page("Certificates of Staff", "certificates-connection")
    assert emulator.environment.state.events.events.numbers("type", "connection.saml_certificate_renewed")


def test_bring_your_own_key(browser: Chromium, open_portal: OpenPortal, check_page: CheckPage) -> None:
    open_portal("bring_your_own_key")
    check_page("Bring your own key", "keys")
    browser.press("Finish setup")
    assert browser.url.endswith("/hosted/signed-out")


def test_start_page(browser: Chromium, open_portal: OpenPortal, check_page: CheckPage) -> None:
    open_portal()
    check_page("Admin Portal", "start")


def test_the_keyboard(browser: Chromium, open_portal: OpenPortal) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    open_portal("domain_verification")
    focused = "return document.activeElement.textContent.trim() || document.activeElement.id"
    order: list[str] = []
    for _ in range(2):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        order.append(str(browser.driver.execute_script(focused)))
    assert order == ["domain", "Add domain"]


def test_dark_mode_on_a_small_screen(window: Chromium, workos: WorkOS, acme: Any) -> None:
    with chromium.start(dark=True, width=500, height=900) as browser:
        browser.open(workos.portal.generate_link(organization=acme.id, intent="sso"))
        assert browser.driver.execute_script("return matchMedia('(prefers-color-scheme: dark)').matches")
        browser.choose("Identity provider", "Custom SAML")
        browser.press("Continue")
        browser.screenshot("admin-portal-dark")
        assert browser.driver.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
