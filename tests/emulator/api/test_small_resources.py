"""Resources with only a few operations each."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

ATTEMPT = {
    "ip_address": "203.0.113.9",
    "user_agent": "Mozilla/5.0",
    "email": "Ada@Example.com",
    "auth_method": "Password",
    "action": "sign-in",
}


def test_radar_attempts(api: Api, emulator: Emulator) -> None:
    assessment = api("POST", "/radar/attempts", json=ATTEMPT)
    assert assessment["verdict"] == "allow"
    path = f"/radar/attempts/{assessment['attempt_id']}"
    api("PUT", path, 204, json={"attempt_status": "success"})
    api("PUT", "/radar/attempts/none", 404, json={})
    api("PUT", path, 400, json={"attempt_status": "failure"})
    emulator.seed.radar_assessment("challenge", control="unrecognized_device")
    assert api("POST", "/radar/attempts", json=ATTEMPT)["control"] == "unrecognized_device"
    assert api("POST", "/radar/attempts", json=ATTEMPT)["verdict"] == "allow"


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("ip_address", "203.0.113.9"),
        ("email", "ada@example.com"),
        ("domain", "EXAMPLE.com"),
        ("user_agent", "Mozilla/5.0"),
    ],
)
def test_radar_lists(api: Api, kind: str, entry: str) -> None:
    block, allow = f"/radar/lists/{kind}/block", f"/radar/lists/{kind}/allow"
    assert api("POST", block, 201, json={"entry": entry}) is None
    assert "message" in api("POST", block, 200, json={"entry": entry})
    blocked = api("POST", "/radar/attempts", json=ATTEMPT)
    assert (blocked["verdict"], blocked["control"], blocked["blocklist_type"]) == ("block", "restriction", kind)
    api("POST", allow, 201, json={"entry": entry})
    assert api("POST", "/radar/attempts", json=ATTEMPT)["verdict"] == "allow"
    for path in (allow, block):
        assert api.client.request("DELETE", path, json={"entry": entry}).status_code == 204
        assert api.client.request("DELETE", path, json={"entry": entry}).status_code == 404
    api("POST", "/radar/lists/none/block", 404, json={"entry": entry})
    api("POST", block, 400, json={"entry": " "})


def test_portal_links(api: Api, emulator: Emulator, clock: Clock) -> None:
    organization = api.organization()
    body = {"organization": organization["id"], "intent": "sso", "external_user_id": "u1"}
    link = urlsplit(api("POST", "/portal/generate_link", 201, json=body)["link"])
    assert (link.hostname, link.path) == ("localhost", "/hosted/admin-portal")
    assert len(parse_qs(link.query)["token"][0]) == 32
    links = emulator.environment.state.portal_links
    assert len(links) == 1
    api("POST", "/portal/revoke_link", 204, json={"organization": organization["id"], "external_user_id": "other"})
    assert len(links) == 1
    api("POST", "/portal/revoke_link", 204, json={"organization": organization["id"], "external_user_id": "u1"})
    assert len(links) == 0
    api("POST", "/portal/generate_link", 201, json=body)
    clock.advance(300)
    api("POST", "/portal/generate_link", 201, json=body)
    assert len(links) == 1
    api("POST", "/portal/generate_link", 404, json={"organization": "org_none"})


def test_provider_icons_require_no_api_key(emulator: Emulator) -> None:
    with httpx.Client(transport=emulator.transport, base_url="https://cdn.workos.com") as client:
        icons = client.get("/provider-icons.json").json()
        assert icons[0]["light"].startswith("http://localhost:4100/provider-icons/light/")
        icon = client.get(icons[0]["dark"])
        assert (icon.status_code, icon.headers["content-type"]) == (200, "image/svg+xml")
        assert client.get("/provider-icons/light/%3C.svg").text.count("&lt;") == 1
        assert client.get("/provider-icons/grey/okta.svg").status_code == 404


def test_it_contacts(api: Api) -> None:
    organization = api.organization()
    path = f"/organizations/{organization['id']}/it_contacts"
    contact = api("POST", path, json={"email": "it@example.com"})
    assert api("POST", path, json={"email": "IT@example.com"})["id"] == contact["id"]
    assert api("GET", path)["data"] == [contact]
    api("POST", f"{path}/{contact['id']}/invite", 204, json={"intents": ["sso"]})
    api("POST", f"{path}/{contact['id']}/invite", 422, json={"intents": ["none"]})
    api("POST", f"{path}/{contact['id']}/revoke", 204)
    api("DELETE", f"{path}/{contact['id']}", 204)
    api("DELETE", f"{path}/{contact['id']}", 404)


def test_teams(api: Api) -> None:
    team = api("POST", "/platform/teams", json={"name": "Acme", "admin_email": "a@example.com"})
    assert (team["production_state"], team["production_enabled_at"]) == ("Inactive", None)
    assert api("GET", f"/platform/teams/{team['id']}") == team
    api("GET", "/platform/teams/none", 404)


def test_passwordless_sessions(api: Api, clock: Clock) -> None:
    body = {"email": "ada@example.com", "type": "MagicLink", "expires_in": 900}
    session = api("POST", "/passwordless/sessions", json=body)
    assert session["id"].startswith("passwordless_session_")
    assert session["expires_at"] == "2026-01-31T12:15:00.000Z"
    assert api("POST", f"/passwordless/sessions/{session['id']}/send") == {"success": True}
    clock.advance(900)
    api("POST", f"/passwordless/sessions/{session['id']}/send", 404)
    api("POST", "/passwordless/sessions", 422, json={**body, "type": "Other"})
    api("POST", "/passwordless/sessions", 422, json={**body, "expires_in": 10**400})


def claims(emulator: Emulator, token: str) -> dict[str, object]:
    payload = emulator.environment.signing_key.verify(token)
    assert payload is not None
    return payload


def test_widget_tokens(api: Api, emulator: Emulator) -> None:
    organization, user = api.organization(), api.user()
    body = {"organization_id": organization["id"], "user_id": user["id"], "scopes": ["widgets:sso:manage"]}
    api("POST", "/widgets/token", 422, json=body)
    api.membership(user, organization)
    payload = claims(emulator, api("POST", "/widgets/token", 201, json=body)["token"])
    assert (payload["sub"], payload["org_id"], payload["scopes"]) == (user["id"], organization["id"], body["scopes"])
    api("POST", "/widgets/token", 201, json={"user_id": user["id"]})
    for wrong in ({}, {"user_id": user["id"], "scopes": ["widgets:sso:manage"]}):
        assert api("POST", "/widgets/token", 400, json=wrong)["error"] == "Bad Request"
    api("POST", "/widgets/token", 404, json={"organization_id": "org_none"})


def test_client_tokens(api: Api, emulator: Emulator) -> None:
    organization, user = api.organization(), api.user()
    body = {"organization_id": organization["id"], "user_id": user["id"]}
    api("POST", "/client/token", 422, json=body)
    api.membership(user, organization)
    payload = claims(emulator, api("POST", "/client/token", 201, json=body)["token"])
    assert (payload["sub"], payload["aud"]) == (user["id"], "client_api")
    api("POST", "/client/token", 404, json={**body, "user_id": "user_none"})
