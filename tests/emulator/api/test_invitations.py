from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

PATH = "/user_management/invitations"
MEMBERSHIPS = "/user_management/organization_memberships"
EMAIL = "ada@example.com"


def send(api: Api, status: int = 201, **fields: Any) -> Any:
    return api("POST", PATH, status, json={"email": EMAIL, **fields})


def memberships(api: Api, organization: Any) -> list[tuple[str, str, str]]:
    query = {"organization_id": organization["id"], "statuses": "active,inactive,pending"}
    items = api("GET", MEMBERSHIPS, params=query)["data"]
    return [(item["user"]["email"], item["status"], item["role"]["slug"]) for item in items]


def test_create_and_get(api: Api, emulator: Emulator) -> None:
    inviter, organization = api.user("bob@example.com"), api.organization()
    fields = {"inviter_user_id": inviter["id"], "organization_id": organization["id"], "role_slug": "admin"}
    sent = send(api, **fields, expires_in_days=3, locale="de")
    assert sent["id"].startswith("invitation_")
    assert (sent["state"], sent["expires_at"]) == ("pending", "2026-02-03T12:00:00.000Z")
    assert {name: sent[name] for name in fields} == fields
    assert sent["accept_invitation_url"] == f"http://localhost:4100/hosted/invite?invitation_token={sent['token']}"
    assert api("GET", f"{PATH}/{sent['id']}") == sent
    assert api("GET", f"{PATH}/by_token/{sent['token']}") == sent
    mail = emulator.outbox.last(EMAIL, "invitation")
    assert (mail.token, mail.url, mail.locale) == (sent["token"], sent["accept_invitation_url"], "de")
    api("GET", f"{PATH}/invitation_none", 404)
    api("GET", f"{PATH}/by_token/none", 404)


def test_list(api: Api) -> None:
    organization = api.organization()
    first = send(api)
    second = send(api, organization_id=organization["id"])
    third = send(api, email="bob@example.com", organization_id=organization["id"])

    def ids(**query: str) -> list[str]:
        return [item["id"] for item in api("GET", PATH, params=query)["data"]]

    assert ids() == [third["id"], second["id"], first["id"]]
    assert ids(organization_id=organization["id"]) == [third["id"], second["id"]]
    assert ids(email="ADA@example.com") == [second["id"], first["id"]]
    assert ids(email=EMAIL, organization_id=organization["id"]) == [second["id"]]
    api("DELETE", f"/organizations/{organization['id']}")
    assert ids() == [first["id"]]


def test_accept_creates_a_user(api: Api) -> None:
    organization = api.organization()
    sent = send(api, organization_id=organization["id"], role_slug="admin")
    assert memberships(api, organization) == []
    accepted = api("POST", f"{PATH}/{sent['id']}/accept")
    user = api("GET", f"/user_management/users/{accepted['accepted_user_id']}")
    assert (user["email"], user["email_verified"]) == (EMAIL, True)
    assert (accepted["state"], accepted["accepted_at"]) == ("accepted", "2026-01-31T12:00:00.000Z")
    assert memberships(api, organization) == [(EMAIL, "active", "admin")]
    again = api("POST", f"{PATH}/{sent['id']}/accept", 400)
    assert again["code"] == "invite_has_accepted_user_id"
    resent = api("POST", f"{PATH}/{sent['id']}/resend", 400, json={})
    assert resent["code"] == "invite_accepted"
    assert api("POST", f"{PATH}/{sent['id']}/revoke", 400)["code"] == "invite_not_pending"


def test_existing_user_is_a_pending_member(api: Api) -> None:
    api.user(EMAIL)
    organization = api.organization()
    sent = send(api, organization_id=organization["id"])
    assert memberships(api, organization) == [(EMAIL, "pending", "member")]
    api("POST", f"{PATH}/{sent['id']}/revoke")
    assert memberships(api, organization) == []
    sent = send(api, organization_id=organization["id"])
    api("POST", f"{PATH}/{sent['id']}/accept")
    assert memberships(api, organization) == [(EMAIL, "active", "member")]


def test_revoke_and_resend(api: Api, emulator: Emulator, clock: Clock) -> None:
    sent = send(api)
    clock.advance(1)
    again = api("POST", f"{PATH}/{sent['id']}/resend", json={"locale": "fr"})
    assert again == sent | {"updated_at": "2026-01-31T12:00:01.000Z"}
    assert [mail.locale for mail in emulator.outbox.find(EMAIL)] == [None, "fr"]
    revoked = api("POST", f"{PATH}/{sent['id']}/revoke")
    assert (revoked["state"], revoked["revoked_at"]) == ("revoked", "2026-01-31T12:00:01.000Z")
    assert api("POST", f"{PATH}/{sent['id']}/revoke", 400)["code"] == "invite_not_pending"
    assert api("POST", f"{PATH}/{sent['id']}/accept", 400)["code"] == "invite_not_pending"
    assert api("POST", f"{PATH}/{sent['id']}/resend", 400, json={})["code"] == "invite_revoked"
    api("POST", f"{PATH}/invitation_none/revoke", 400)
    api("POST", f"{PATH}/invitation_none/accept", 404)


def test_expiry(api: Api, clock: Clock) -> None:
    sent = send(api)
    clock.advance(7 * 86_400)
    assert api("GET", f"{PATH}/{sent['id']}")["state"] == "expired"
    assert api("POST", f"{PATH}/{sent['id']}/accept", 400)["code"] == "invalid_invite"
    assert api("POST", f"{PATH}/{sent['id']}/resend", 400, json={})["code"] == "invite_expired"
    assert api("POST", f"{PATH}/{sent['id']}/revoke", 400)["code"] == "invite_not_pending"
    send(api)


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"expires_in_days": 0}, 400, "expires_in_days_too_short"),
        ({"expires_in_days": 31}, 400, "expires_in_days_too_long"),
        ({"email": "a@undeliverable.example"}, 400, "email_domain_not_deliverable"),
        ({"email": "none"}, 422, "invalid_request_parameters"),
        ({"email": "bob@example.com"}, 400, "user_already_exists"),
        ({"email": "invited@example.com"}, 400, "email_already_invited"),
        ({"inviter_user_id": "user_none"}, 404, None),
        ({"organization_id": "org_none"}, 404, None),
    ],
)
def test_errors(api: Api, fields: Any, status: int, code: str | None) -> None:
    api.user("bob@example.com")
    send(api, email="invited@example.com")
    assert send(api, status, **fields).get("code") == code


def test_organization_errors(api: Api, emulator: Emulator) -> None:
    organization = api.organization()
    fields = {"organization_id": organization["id"]}
    api.membership(api.user("bob@example.com"), organization)
    assert send(api, 400, **fields, email="bob@example.com")["code"] == "user_already_organization_member"
    unknown = send(api, 400, **fields, role_slug="king")
    assert (unknown["code"], unknown["role_slug"]) == ("invalid_role", "king")
    send(api, **fields)
    assert send(api, 400, **fields)["code"] == "email_already_invited_to_organization"
    emulator.seed.sign_in_policy(organization["id"], invitations_blocked=True)
    assert send(api, 400, **fields)["code"] == "organization_blocked_from_sending_invites"


def test_sign_in_accepts_the_invitation(api: Api, emulator: Emulator) -> None:
    emulator.settings.email_verification_required = True
    user = api.user(EMAIL, password="correct horse 42")
    home, organization = api.organization("Home"), api.organization("Acme")
    api.membership(user, home)
    sent = send(api, organization_id=organization["id"])
    fields = {"email": EMAIL, "password": "correct horse 42", "invitation_token": sent["token"]}
    response = api.authenticate("password", **fields)
    assert response["organization_id"] == organization["id"]
    assert response["user"]["email_verified"] is True
    assert api("GET", f"{PATH}/{sent['id']}")["accepted_user_id"] == user["id"]
    assert api.authenticate("password", 400, **fields)["error"] == "invitation_invalid"


def test_pending_sign_in_does_not_accept_the_invitation(api: Api, emulator: Emulator) -> None:
    user = api.user(EMAIL, password="correct horse 42")
    organization = api.organization()
    sent = send(api, organization_id=organization["id"])
    emulator.seed.radar_challenge(user["id"])
    fields = {"email": EMAIL, "password": "correct horse 42", "invitation_token": sent["token"]}
    error = api.authenticate("password", 403, **fields)
    assert api("GET", f"{PATH}/{sent['id']}")["state"] == "pending"
    grant = "urn:workos:oauth:grant-type:radar-email-challenge:code"
    code = emulator.outbox.last(EMAIL, "radar_challenge").code
    response = api.authenticate(grant, **api.pending(error), radar_challenge_id=error["radar_challenge_id"], code=code)
    assert response["organization_id"] == organization["id"]
    assert api("GET", f"{PATH}/{sent['id']}")["state"] == "accepted"


def test_invitation_for_another_address(api: Api) -> None:
    api.user("bob@example.com", password="correct horse 42")
    fields = {"email": "bob@example.com", "password": "correct horse 42", "invitation_token": send(api)["token"]}
    assert api.authenticate("password", 400, **fields)["error"] == "invitation_cannot_be_used_for_email"


def test_magic_auth_sign_up(api: Api, emulator: Emulator) -> None:
    emulator.settings.sign_up_enabled = False
    organization = api.organization()
    token = send(api, organization_id=organization["id"])["token"]
    code = api("POST", "/user_management/magic_auth", 201, json={"email": EMAIL, "invitation_token": token})["code"]
    grant = "urn:workos:oauth:grant-type:magic-auth:code"
    response = api.authenticate(grant, email=EMAIL, code=code, invitation_token=token)
    assert response["organization_id"] == organization["id"]


def test_authorization_url(api: Api) -> None:
    api.user(EMAIL)
    organization = api.organization()
    token = send(api, organization_id=organization["id"])["token"]
    query = {
        "client_id": api.emulator.client_id,
        "redirect_uri": "https://app.example.com/callback",
        "response_type": "code",
        "provider": "authkit",
        "login_hint": EMAIL,
        "invitation_token": token,
    }
    location = api.client.get("/user_management/authorize", params=query).headers["location"]
    response = api.authenticate("authorization_code", code=location.partition("code=")[2])
    assert response["organization_id"] == organization["id"]


@pytest.mark.parametrize("with_token", [False, True])
def test_invitation_reactivates_a_deactivated_member(api: Api, emulator: Emulator, with_token: bool) -> None:
    user, organization = api.user("ada@example.com", password="correct horse 42"), api.organization()
    membership = api.membership(user, organization)
    path = f"/user_management/organization_memberships/{membership['id']}"
    api("PUT", f"{path}/deactivate")
    body = {"email": user["email"], "organization_id": organization["id"], "role_slug": "admin"}
    invitation = api("POST", "/user_management/invitations", 201, json=body)
    assert (api("GET", path)["status"], api("GET", path)["role"]) == ("inactive", {"slug": "member"})
    if with_token:
        fields = {"email": user["email"], "password": "correct horse 42", "invitation_token": invitation["token"]}
        assert api.authenticate("password", **fields)["organization_id"] == organization["id"]
    else:
        api("POST", f"/user_management/invitations/{invitation['id']}/accept")
    accepted = api("GET", path)
    assert (accepted["status"], accepted["role"]) == ("active", {"slug": "admin"})
    updated = api("GET", "/events?events=organization_membership.updated&order=asc")["data"][-1]["data"]
    assert (updated["status"], updated["role"]) == ("active", {"slug": "admin"})


def test_invitation_without_a_role_keeps_the_role_of_a_deactivated_member(api: Api) -> None:
    user, organization = api.user(), api.organization()
    membership = api.membership(user, organization, role_slug="admin")
    path = f"/user_management/organization_memberships/{membership['id']}"
    api("PUT", f"{path}/deactivate")
    body = {"email": user["email"], "organization_id": organization["id"]}
    invitation = api("POST", "/user_management/invitations", 201, json=body)
    api("POST", f"/user_management/invitations/{invitation['id']}/accept")
    assert (api("GET", path)["status"], api("GET", path)["role"]) == ("active", {"slug": "admin"})
