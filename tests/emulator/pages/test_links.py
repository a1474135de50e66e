"""The pages that links in messages and responses lead to."""

import httpx
import pytest

from workos_emulator import Emulator

URL = "http://localhost:4100"


def client_of(emulator: Emulator) -> httpx.Client:
    headers = {"authorization": f"Bearer {emulator.api_key}"}
    return httpx.Client(transport=emulator.transport, base_url=URL, headers=headers, follow_redirects=True)


def test_an_invitation_leads_to_sign_up_and_the_default_redirect_uri(emulator: Emulator) -> None:
    organization = emulator.create("organizations", name="Acme")
    with client_of(emulator) as client:
        body = {"email": "ada@example.com", "organization_id": organization["id"]}
        invitation = client.post("/user_management/invitations", json=body).json()
        page = client.get(invitation["accept_invitation_url"])
        assert page.status_code == 200
        assert "Acme" in page.text
        assert invitation["token"] in page.text
        client.post("/user_management/redirect_uris", json={"uri": "http://localhost:3000/callback"})
        page = client.get(invitation["accept_invitation_url"])
        assert (page.url.path, page.status_code) == ("/hosted/sign-up", 200)
        assert 'value="ada@example.com"' in page.text
        csrf = page.text.partition('name="csrf" value="')[2].partition('"')[0]
        form = {"csrf": csrf, "email": "ada@example.com", "password": "correct horse battery 1"}
        redirect = client.post(page.url, data=form, follow_redirects=False)
        assert redirect.headers["location"].startswith("http://localhost:3000/callback?code=")
        code = httpx.URL(redirect.headers["location"]).params["code"]
        body = {"client_id": emulator.client_id, "client_secret": emulator.api_key, "code": code}
        signed_in = client.post("/user_management/authenticate", json={**body, "grant_type": "authorization_code"})
        assert signed_in.json()["organization_id"] == organization["id"]
        ended = client.get(invitation["accept_invitation_url"])
        assert (ended.status_code, "no longer works" in ended.text) == (400, True)


def test_an_invitation_of_an_existing_user_leads_to_sign_in(emulator: Emulator) -> None:
    emulator.create("users", email="ada@example.com")
    with client_of(emulator) as client:
        client.post("/user_management/redirect_uris", json={"uri": "http://localhost:3000/callback"})
        body = {"email": "Ada@example.com", "organization_id": emulator.create("organizations")["id"]}
        invitation = client.post("/user_management/invitations", json=body).json()
        assert client.get(invitation["accept_invitation_url"]).url.path == "/hosted/sign-in"


def test_an_admin_portal_link(emulator: Emulator) -> None:
    organization = emulator.create("organizations", name="Acme")
    with client_of(emulator) as client:
        body = {"organization": organization["id"], "intent": "sso"}
        link = client.post("/portal/generate_link", json=body).json()["link"]
        page = client.get(link)
        assert (page.status_code, "Acme" in page.text) == (200, True)
        emulator.clock.advance(301)
        assert client.get(link).status_code == 400


@pytest.mark.parametrize("application_url", ["http://localhost:3000", "http://localhost:3000/"])
def test_the_application_can_have_its_own_pages(emulator: Emulator, application_url: str) -> None:
    emulator.create("users", email="ada@example.com")
    emulator.settings.application_url = application_url
    with client_of(emulator) as client:
        reset = client.post("/user_management/password_reset", json={"email": "ada@example.com"}).json()
        assert reset["password_reset_url"].startswith("http://localhost:3000/reset-password?token=")
        invitation = client.post("/user_management/invitations", json={"email": "grace@example.com"}).json()
        assert invitation["accept_invitation_url"].startswith("http://localhost:3000/invite?invitation_token=")
