from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api


def names(api: Api, query: str = "order=asc") -> list[str]:
    return [event["event"] for event in api("GET", f"/events?limit=100&{query}")["data"]]


def test_new_environment_has_no_events(api: Api) -> None:
    assert names(api) == []


def test_changes_emit_events(api: Api) -> None:
    organization = api.organization(domain_data=[{"domain": "acme.com", "state": "pending"}])
    api("PUT", f"/organizations/{organization['id']}", json={"name": "Acme Ltd"})
    api("POST", f"/organization_domains/{organization['domains'][0]['id']}/verify", 201)
    user = api.user()
    membership = api.membership(user, organization)
    path = f"/user_management/organization_memberships/{membership['id']}"
    api("PUT", f"{path}/deactivate")
    api("PUT", f"{path}/deactivate")
    api("DELETE", path)
    api("DELETE", f"/user_management/users/{user['id']}")
    api("DELETE", f"/organizations/{organization['id']}")

    assert names(api) == [
        "organization.created",
        "organization_domain.created",
        "organization.updated",
        "organization_domain.verified",
        "user.created",
        "organization_membership.created",
        "organization_membership.updated",
        "organization_membership.deleted",
        "user.deleted",
        "organization_domain.deleted",
        "organization.deleted",
    ]


def test_payload_is_the_object_after_the_request(api: Api) -> None:
    organization = api.organization(domain_data=[{"domain": "acme.com", "state": "pending"}])
    (created,) = api("GET", "/events?events=organization.created")["data"]
    assert created["data"] == organization
    api("PUT", f"/organizations/{organization['id']}", json={"name": "New"})
    (created,) = api("GET", "/events?events=organization.created")["data"]
    assert created["data"]["name"] == "Acme"


def test_failed_requests_emit_no_events(api: Api) -> None:
    api.organization(external_id="x")
    api("POST", "/organizations", 400, json={"name": "B", "external_id": "x"})
    assert names(api) == ["organization.created"]


def test_role_and_group_events(api: Api) -> None:
    organization = api.organization()
    roles = f"/authorization/organizations/{organization['id']}/roles"
    api("POST", "/authorization/permissions", 201, json={"slug": "a", "name": "A"})
    api("POST", "/authorization/roles", 201, json={"slug": "editor", "name": "E"})
    api("PUT", "/authorization/roles/editor/permissions", json={"permissions": ["a"]})
    api("POST", roles, 201, json={"name": "Lead"})
    api("DELETE", f"{roles}/org-lead", 204)
    group = api("POST", f"/organizations/{organization['id']}/groups", 201, json={"name": "G"})
    api("DELETE", f"/organizations/{organization['id']}/groups/{group['id']}", 204)
    api("DELETE", "/authorization/permissions/a", 204)
    assert names(api)[1:] == [
        "permission.created",
        "role.created",
        "role.updated",
        "organization_role.created",
        "organization_role.deleted",
        "group.created",
        "group.deleted",
        "permission.deleted",
        "role.updated",
    ]


def test_group_member_events(api: Api) -> None:
    organization = api.organization()
    membership = api.membership(api.user(), organization)
    group = api("POST", f"/organizations/{organization['id']}/groups", 201, json={"name": "G"})
    path = f"/organizations/{organization['id']}/groups/{group['id']}/organization-memberships"
    api("POST", path, json={"organization_membership_id": membership["id"]})
    api("DELETE", f"/user_management/organization_memberships/{membership['id']}")
    wanted = "events=group.member_added,group.member_removed&order=asc"
    data = {"group_id": group["id"], "organization_membership_id": membership["id"]}
    assert [event["data"] for event in api("GET", f"/events?{wanted}")["data"]] == [data, data]


def test_directory_events(api: Api, emulator: Emulator) -> None:
    organization = api.organization()
    directory = emulator.seed.directory(organization["id"])
    group = emulator.seed.directory_group(directory["id"], name="G")
    emulator.seed.directory_user(directory["id"], email="a@example.com", group_ids=[group["id"]])
    assert names(api)[1:] == ["dsync.activated", "dsync.group.created", "dsync.user.created", "dsync.group.user_added"]
    api("DELETE", f"/directories/{directory['id']}")
    assert names(api)[5:] == ["dsync.deleted"]
    assert api("POST", f"/directories/{emulator.seed.directory(organization['id'])['id']}/sync") == {"status": "queued"}


def test_filters(api: Api, clock: Clock) -> None:
    one = api.organization("One")
    clock.advance(3600)
    api.organization("Two")
    api.user()
    assert names(api, "events=user.created,organization.created") == [
        "organization.created",
        "organization.created",
        "user.created",
    ]
    assert names(api, "events=none") == []
    assert names(api, f"organization_id={one['id']}") == ["organization.created"]
    assert names(api, "range_start=2026-01-31T12:30:00Z") == ["organization.created", "user.created"]
    times = "range_end=2026-01-31T12:30:00.000Z&range_start=2026-01-01T00:00:00Z"
    assert names(api, times) == ["organization.created"]


def test_events_are_kept_for_30_days(api: Api, clock: Clock) -> None:
    api.organization()
    clock.advance(29 * 86_400)
    api.user()
    assert names(api, "range_start=2020-01-01T00:00:00Z&order=asc") == ["organization.created", "user.created"]
    clock.advance(2 * 86_400)
    assert names(api) == ["user.created"]


def test_pagination(api: Api) -> None:
    for number in range(3):
        api.user(f"u{number}@example.com")
    page = api("GET", "/events?limit=2&order=asc")
    assert set(page["list_metadata"]) == {"after"}
    rest = api("GET", f"/events?order=asc&after={page['list_metadata']['after']}")
    assert [event["data"]["email"] for event in rest["data"]] == ["u2@example.com"]
    assert rest["list_metadata"] == {"after": None}


@pytest.mark.parametrize(
    "query",
    [
        "range_start=yesterday",
        "range_start=2026-01-01",
        "range_start=2026-01-01T01:00:00%2B01:00",
        "range_end=",
        "after=event_none",
        "after=event_none&range_start=2026-01-01T00:00:00Z",
    ],
)
def test_invalid_filters(api: Api, query: str) -> None:
    error: Any = api("GET", f"/events?{query}", 422)
    assert error["errors"][0]["field"] == query.partition("=")[0]


def test_session_events(api: Api) -> None:
    user = api.user(password="correct horse 1")
    api.authenticate("password", email=user["email"], password="correct horse 1")
    session = api("GET", f"/user_management/users/{user['id']}/sessions")["data"][0]
    api("POST", "/user_management/sessions/revoke", json={"session_id": session["id"]})
    events = api("GET", "/events?order=asc")["data"][1:]
    assert [event["event"] for event in events] == [
        "authentication.password_succeeded",
        "session.created",
        "session.revoked",
    ]
    assert events[0]["data"]["email"] == user["email"]
    assert events[2]["data"]["ended_at"] is not None


def test_payloads_contain_no_secrets(api: Api) -> None:
    user = api.user(email_verified=False)
    magic = api("POST", "/user_management/magic_auth", 201, json={"email": user["email"]})
    reset = api("POST", "/user_management/password_reset", 201, json={"email": user["email"]})
    api("POST", f"/user_management/users/{user['id']}/email_verification/send")
    invitations = [
        api("POST", "/user_management/invitations", 201, json={"email": f"{n}@example.com"}) for n in ("bob", "eve")
    ]
    api("POST", f"/user_management/invitations/{invitations[0]['id']}/resend", json={})
    api("POST", f"/user_management/invitations/{invitations[1]['id']}/revoke")
    new = {"token": reset["password_reset_token"], "new_password": "correct horse 2"}
    api("POST", "/user_management/password_reset/confirm", json=new)

    events = api("GET", "/events?order=asc&limit=100")["data"]
    assert [event["event"] for event in events][1:] == [
        "magic_auth.created",
        "password_reset.created",
        "email_verification.created",
        "invitation.created",
        "invitation.created",
        "invitation.resent",
        "invitation.revoked",
        "password_reset.succeeded",
        "user.updated",
    ]
    text = str(events)
    assert reset["password_reset_token"] not in text
    assert f"'{magic['code']}'" not in text
    assert all(invitation["token"] not in text for invitation in invitations)


def test_events_of_other_resources(api: Api, emulator: Emulator) -> None:
    organization = api.organization()
    key = api("POST", f"/organizations/{organization['id']}/api_keys", 201, json={"name": "K"})
    api("POST", f"/api_keys/{key['id']}/expire", json={})
    api("DELETE", f"/api_keys/{key['id']}", 204)
    connection = emulator.seed.connection(organization["id"])
    api("DELETE", f"/connections/{connection['id']}")
    waitlist = emulator.seed.waitlist()
    entry = api("POST", f"/user_management/waitlists/{waitlist['id']}/entries", json={"email": "eve@example.com"})
    api("POST", f"/user_management/waitlist_entries/{entry['id']}/deny")
    agent = emulator.seed.agent_registration(organization["id"])["registration"]
    api("POST", f"/agents/registrations/{agent['id']}/revoke")
    api("DELETE", f"/organizations/{organization['id']}")
    assert names(api)[1:] == [
        "api_key.created",
        "api_key.updated",
        "api_key.revoked",
        "connection.activated",
        "connection.deleted",
        "waitlist_user.created",
        "waitlist_user.denied",
        "agent.registration.created",
        "agent.registration.revoked",
        "agent.registration.deleted",
        "organization.deleted",
    ]
