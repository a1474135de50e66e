"""Links, sessions, and the ways out of the Admin Portal."""

from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator
from workos_emulator.http import spec

from ...support import Api
from ..browsing import Browser
from .conftest import OpenPortal

INTENTS = {
    "sso": "Choose your identity provider",
    "dsync": "Choose your directory provider",
    "domain_verification": "Domain verification",
    "audit_logs": "Audit logs",
    "log_streams": "Choose a destination",
    "certificate_renewal": "SAML certificates",
    "bring_your_own_key": "Bring your own key",
}
PATHS = {
    "sso": ("/sso", "/sso/provider", "/sso/setup", "/sso/connection", "/sso/tested"),
    "dsync": ("/directories", "/directories/provider", "/directories/directory"),
    "domain_verification": ("/domains", "/domains/domain"),
    "audit_logs": ("/audit-logs", "/audit-logs/event"),
    "log_streams": ("/log-streams", "/log-streams/setup"),
    "certificate_renewal": ("/certificates", "/certificates/connection"),
    "bring_your_own_key": ("/keys",),
}
ENDED = "This Admin Portal session has ended"


def new_link(api: Api, organization: Any, **fields: Any) -> str:
    body = {"organization": organization["id"], **fields}
    return str(api("POST", "/portal/generate_link", 201, json=body)["link"])


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_a_page(open_portal: OpenPortal, intent: str) -> None:
    browser = open_portal(intent)
    assert browser.page is not None
    assert (browser.heading, browser.page.status) == (INTENTS[intent], 200)
    assert "Organization: Acme" in browser.page.text


def test_the_intents_are_those_of_the_api(api: Api, acme: Any) -> None:
    assert set(PATHS) == {*spec.load().at("/components/schemas/PortalIntent")["enum"]}
    api("POST", "/portal/generate_link", 422, json={"organization": acme["id"], "intent": "none"})


def test_a_link_without_an_intent_leads_to_all_features(open_portal: OpenPortal) -> None:
    browser = open_portal()
    assert browser.heading == "Admin Portal"
    browser.click("Domain verification").click("Start page of the Admin Portal")
    assert browser.heading == "Admin Portal"


@pytest.mark.parametrize(
    ("intent", "path"), [(intent, path) for intent, paths in PATHS.items() for path in paths if intent != "audit_logs"]
)
def test_a_link_is_for_one_feature(open_portal: OpenPortal, intent: str, path: str) -> None:
    browser = open_portal("audit_logs", return_url="https://app.example.com/settings")
    assert browser.page is not None
    session = browser.page.url.partition("session=")[2]
    browser.open(f"http://localhost:4100/hosted/admin-portal{path}", session=session)
    assert (browser.heading, browser.page.status) == ("This link is for another feature", 403)
    assert browser.page.links["Return to WorkOS emulator"] == "https://app.example.com/settings"
    assert browser.click("Start page of the Admin Portal").heading == "Audit logs"


def test_certificates_can_also_be_renewed_with_a_link_for_single_sign_on(open_portal: OpenPortal) -> None:
    browser = open_portal("sso")
    assert browser.page is not None
    session = browser.page.url.partition("session=")[2]
    browser.open("http://localhost:4100/hosted/admin-portal/certificates", session=session)
    assert browser.heading == "SAML certificates"


@pytest.mark.parametrize("token", ["", "none", "%00", "a" * 5000])
def test_malformed_links(browser: Browser, emulator: Emulator, token: str) -> None:
    browser.open(f"http://localhost:4100/hosted/admin-portal?token={token}")
    assert browser.page is not None
    assert (browser.heading, browser.page.status) == ("This link no longer works", 400)
    emulator.settings.admin_portal_return_url = "https://app.example.com/"
    browser.open("http://localhost:4100/hosted/admin-portal")
    assert browser.page.links["Return to WorkOS emulator"] == "https://app.example.com/"


def test_a_link_expires_after_five_minutes_but_its_session_does_not(
    api: Api, browser: Browser, acme: Any, clock: Clock
) -> None:
    link = new_link(api, acme, intent="sso", return_url="https://app.example.com/")
    browser.open(link)
    assert browser.page is not None
    page = browser.page.url
    clock.advance(299)
    assert browser.open(link).page is not None
    assert browser.page.status == 200
    clock.advance(1)
    browser.open(link)
    assert (browser.heading, browser.page.status) == ("This link no longer works", 400)
    assert browser.page.links["Return to WorkOS emulator"] == "https://app.example.com/"
    assert browser.open(page).heading == "Choose your identity provider"
    clock.advance(3300)
    assert browser.open(page).heading == ENDED


def test_expired_sessions_are_removed(open_portal: OpenPortal, emulator: Emulator, clock: Clock) -> None:
    open_portal("sso")
    open_portal("sso")
    assert len(emulator.environment.state.portal_sessions) == 2
    clock.advance(3600)
    open_portal("sso")
    assert len(emulator.environment.state.portal_sessions) == 1


def test_another_browser_cannot_use_the_session(open_portal: OpenPortal, emulator: Emulator) -> None:
    page = open_portal("sso").page
    assert page is not None
    with httpx.Client(transport=emulator.transport) as client:
        other = Browser(client).open(page.url)
    assert other.page is not None
    assert (other.heading, other.page.status) == (ENDED, 400)


def test_the_cookie(api: Api, acme: Any) -> None:
    response = api.client.get(new_link(api, acme, intent="sso"))
    cookie = response.headers["set-cookie"]
    assert response.status_code == 303
    assert cookie.startswith("workos_emulator_portal_")
    assert cookie.endswith("; Path=/hosted/admin-portal; HttpOnly; SameSite=Lax")


def test_sessions_of_two_organizations_in_one_browser(api: Api, browser: Browser, acme: Any) -> None:
    initech = api.organization("Initech")
    pages = [browser.open(new_link(api, each, intent="domain_verification")).page for each in (acme, initech)]
    for page, name in zip(pages, ("Acme", "Initech"), strict=True):
        assert page is not None
        browser.open(page.url).submit("Add domain", Domain=f"{name}.com")
        assert browser.page is not None
        assert f"Organization: {name}" in browser.page.text
    for organization, name in ((acme, "acme.com"), (initech, "initech.com")):
        domains = api("GET", f"/organizations/{organization['id']}")["domains"]
        assert [each["domain"] for each in domains] == [name]


def test_objects_of_other_organizations_cannot_be_opened(
    api: Api, browser: Browser, emulator: Emulator, acme: Any
) -> None:
    initech = api.organization("Initech", domain_data=[{"domain": "initech.com", "state": "pending"}])
    connection = emulator.seed.connection(initech["id"], state="active")
    directory = emulator.seed.directory(initech["id"])
    event = {
        "action": "user.viewed",
        "occurred_at": "2026-01-31T12:00:00Z",
        "actor": {"id": "1", "type": "user"},
        "targets": [{"id": "1", "type": "user"}],
        "context": {"location": "192.0.2.1"},
    }
    api("POST", "/audit_logs/events", json={"organization_id": initech["id"], "event": event})
    (record,) = emulator.environment.state.audit.events
    browser.open(new_link(api, acme))
    assert browser.page is not None
    session = browser.page.url.partition("session=")[2]
    for path, name, id in (
        ("/sso/connection", "connection", connection["id"]),
        ("/sso/setup", "connection", connection["id"]),
        ("/sso/provider", "connection", connection["id"]),
        ("/sso/tested", "connection", connection["id"]),
        ("/certificates/connection", "connection", connection["id"]),
        ("/directories/directory", "directory", directory["id"]),
        ("/domains/domain", "domain", initech["domains"][0]["id"]),
        ("/audit-logs/event", "event", record.id),
    ):
        browser.open(f"http://localhost:4100/hosted/admin-portal{path}", session=session, **{name: id})
        assert browser.page.status == 404, path
        assert browser.heading.endswith("not found")
        csrf = emulator.environment.state.portal_sessions.require(session).csrf
        response = api.client.post(browser.page.url, data={"csrf": csrf, "do": "delete"})
        assert response.status_code == 404, path
    assert len(emulator.environment.state.sso.connections) == len(emulator.environment.state.directories) == 1


def test_revoking_a_link_ends_its_sessions(api: Api, browser: Browser, acme: Any, clock: Clock) -> None:
    link = new_link(api, acme, intent="sso", external_user_id="u1")
    page = browser.open(link).page
    assert page is not None
    clock.advance(600)
    new_link(api, acme)  # removes the expired link
    body = {"organization": acme["id"], "external_user_id": "u1"}
    api("POST", "/portal/revoke_link", 204, json={**body, "external_user_id": "u2"})
    assert browser.open(page.url).heading == "Choose your identity provider"
    api("POST", "/portal/revoke_link", 204, json=body)
    assert browser.open(page.url).heading == ENDED


def test_deleting_the_organization_ends_its_sessions(api: Api, open_portal: OpenPortal, acme: Any) -> None:
    browser = open_portal("sso")
    assert browser.page is not None
    api("DELETE", f"/organizations/{acme['id']}")
    assert browser.open(browser.page.url).heading == ENDED


@pytest.mark.parametrize(
    ("fields", "settings", "expected"),
    [
        ({"success_url": "https://app.example.com/done", "return_url": "https://app.example.com/"}, {}, "done"),
        ({"return_url": "https://app.example.com/back"}, {}, "back"),
        ({}, {"admin_portal_success_url": "https://app.example.com/ok"}, "ok"),
        ({}, {"admin_portal_return_url": "https://app.example.com/home"}, "home"),
        ({}, {"application_url": "https://app.example.com/app"}, "app"),
    ],
)
def test_the_setup_ends_at_the_success_url(
    api: Api, open_portal: OpenPortal, emulator: Emulator, fields: Any, settings: Any, expected: str
) -> None:
    for name, value in settings.items():
        setattr(emulator.settings, name, value)
    browser = open_portal("bring_your_own_key", **fields)
    assert browser.page is not None
    form = browser.page.form_with("Finish setup", [])[0]
    response = api.client.post(form.action, data={"csrf": form.fields["csrf"]["value"]})
    assert (response.status_code, response.headers["location"]) == (303, f"https://app.example.com/{expected}")
    assert browser.open(browser.page.url).heading == ENDED


def test_the_setup_ends_without_any_url(open_portal: OpenPortal) -> None:
    assert open_portal("bring_your_own_key").submit("Finish setup").heading == "Setup complete"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "app", "//app.example.com", "https://", "http://a b", "data:,x"]
)
@pytest.mark.parametrize("name", ["return_url", "success_url"])
def test_unsafe_urls_are_rejected(api: Api, acme: Any, name: str, url: str) -> None:
    error = api("POST", "/portal/generate_link", 422, json={"organization": acme["id"], name: url})
    assert error["errors"] == [{"field": name, "code": "invalid_format"}]


def test_forms_need_the_csrf_token_of_their_session(api: Api, open_portal: OpenPortal, emulator: Emulator) -> None:
    other = open_portal("domain_verification").page
    browser = open_portal("domain_verification")
    assert browser.page is not None
    assert other is not None
    token = other.forms[0].fields["csrf"]["value"]
    for data in ({}, {"csrf": "wrong"}, {"csrf": token}, {"csrf": "ü"}):
        response = api.client.post(browser.page.url, data={**data, "domain": "acme.com"})
        assert (response.status_code, "Invalid form" in response.text) == (403, True)
    own = browser.page.forms[0].fields["csrf"]["value"]
    data = {"csrf": own, "domain": "acme.com"}
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        response = api.client.post(browser.page.url, data=data, headers=headers)
        assert response.status_code == 403
    assert len(emulator.environment.state.domains) == 0
    assert api.client.post(browser.page.url, data=data).status_code == 303


def test_links_cannot_be_posted_to(api: Api, acme: Any) -> None:
    response = api.client.post(new_link(api, acme), data={"a": "b"})
    assert (response.status_code, response.headers["content-type"]) == (405, "text/html; charset=utf-8")


def test_texts_are_escaped(api: Api, browser: Browser) -> None:
    name = "<script>alert(1)</script>"
    browser.open(new_link(api, api.organization(name), return_url="https://app.example.com/?a=1&b=%22%3E"))
    assert browser.page is not None
    assert name in browser.page.text
    assert browser.page.links["Return to WorkOS emulator"] == "https://app.example.com/?a=1&b=%22%3E"


def test_sessions_survive_a_snapshot(open_portal: OpenPortal, emulator: Emulator) -> None:
    browser = open_portal("sso")
    assert browser.page is not None
    snapshot = emulator.snapshot()
    emulator.reset()
    emulator.restore(snapshot)
    assert browser.open(browser.page.url).heading == "Choose your identity provider"


def invite(api: Api, organization: Any, *intents: str) -> str:
    """Invite an IT contact, and return the path of the contact."""
    contacts = f"/organizations/{organization['id']}/it_contacts"
    path = f"{contacts}/{api('POST', contacts, json={'email': 'it@example.com'})['id']}"
    api("POST", f"{path}/invite", 204, json={"intents": list(intents)})
    return path


def test_it_contacts_get_a_link_by_email(
    api: Api, browser: Browser, acme: Any, emulator: Emulator, clock: Clock
) -> None:
    invite(api, acme, "directory_sync", "domain_verification")
    message = emulator.outbox.last("it@example.com", "it_contact_invitation")
    assert message.url is not None
    clock.advance(29 * 24 * 3600)
    browser.open(message.url)
    assert browser.heading == "Admin Portal"
    assert browser.page is not None
    assert [text for text in browser.page.links if text in INTENTS.values() or "sync" in text] == [
        "Directory sync",
        "Domain verification",
    ]
    session = browser.page.url.partition("session=")[2]
    assert browser.open("http://localhost:4100/hosted/admin-portal/sso", session=session).page.status == 403  # type: ignore[union-attr]
    clock.advance(24 * 3600)
    assert browser.open(message.url).heading == "This link no longer works"


def test_the_link_of_an_it_contact_ends_with_the_setup(
    api: Api, browser: Browser, acme: Any, emulator: Emulator
) -> None:
    invite(api, acme, "bring_your_own_key")
    url = emulator.outbox.last("it@example.com").url or ""
    assert browser.open(url).submit("Finish setup").heading == "Setup complete"
    assert browser.open(url).heading == "This link no longer works"


@pytest.mark.parametrize("action", ["revoke", "delete", "invite"])
def test_revoking_the_invitation_of_an_it_contact(
    api: Api, browser: Browser, acme: Any, emulator: Emulator, action: str
) -> None:
    path = invite(api, acme, "sso")
    url = emulator.outbox.last("it@example.com").url or ""
    page = browser.open(url).page
    assert page is not None
    if action == "delete":
        api("DELETE", path, 204)
    elif action == "revoke":
        api("POST", f"{path}/revoke", 204)
    else:
        api("POST", f"{path}/invite", 204, json={"intents": ["sso"]})
    assert browser.open(page.url).heading == ENDED
    assert browser.open(url).heading == "This link no longer works"


def test_an_invitation_that_cannot_be_sent(api: Api, acme: Any, emulator: Emulator) -> None:
    contacts = f"/organizations/{acme['id']}/it_contacts"
    contact = api("POST", contacts, json={"email": "it@undeliverable.example"})
    error = api("POST", f"{contacts}/{contact['id']}/invite", 422, json={"intents": ["sso"]})
    assert error["code"] == "invitation_email_not_sent"
    assert len(emulator.outbox) == 0
