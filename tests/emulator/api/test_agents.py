from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

BLUEPRINTS = "/agents/blueprints"


def blueprint(api: Api, **fields: Any) -> Any:
    return api("POST", BLUEPRINTS, json={"name": "Helper", **fields})


def test_blueprint_lifecycle(api: Api, emulator: Emulator) -> None:
    emulator.seed.role("editor", ["write", "read"])
    organization = api.organization()
    created = blueprint(
        api,
        permissions=["read"],
        invocable_by={"role_slugs": ["editor"], "organization_ids": None},
        session_settings={"max_age_seconds": 60, "access_token_ttl_seconds": 60, "refresh_token_ttl_seconds": 60},
    )
    assert created["invocable_by"] == {"role_slugs": ["editor"], "organization_ids": []}
    assert created["invocable_as"] == {"instance_types": ["delegated", "autonomous"]}
    path = f"{BLUEPRINTS}/{created['id']}"
    changes = {
        "description": "Helps",
        "invocable_by": {"organization_ids": [organization["id"]]},
        "session_settings": {"access_token_ttl_seconds": 30},
    }
    changed = api("PATCH", path, json=changes)
    assert changed["invocable_by"] == {"role_slugs": ["editor"], "organization_ids": [organization["id"]]}
    assert changed["session_settings"]["access_token_ttl_seconds"] == 30
    assert changed["session_settings"]["max_age_seconds"] == 60
    assert api("PATCH", path, json={"description": None})["description"] is None
    assert api("GET", BLUEPRINTS)["data"] == [api("GET", path)]
    api("PATCH", path, 404, json={"permissions": ["none"]})
    api("PATCH", path, 422, json={"session_settings": {"access_token_ttl_seconds": 3601}})
    api("DELETE", path, 204)
    api("GET", path, 404)


def test_autonomous_tokens(api: Api, emulator: Emulator) -> None:
    emulator.seed.role("editor", ["read"])
    organization, made = api.organization(), blueprint(api, permissions=["read"])
    path = f"{BLUEPRINTS}/{made['id']}/tokens"
    body = {"type": "autonomous", "organization_id": organization["id"], "intent": "tidy up"}
    token = api("POST", path, json=body)
    assert (token["new_instance"], token["permissions"], token["expires_in"]) == (True, ["read"], 900)
    again = api("POST", path, json=body)
    assert (again["new_instance"], again["agent_instance_id"]) == (False, token["agent_instance_id"])
    assert again["agent_instance_session_id"] != token["agent_instance_session_id"]
    valid = api("POST", f"{path}/validate", json={"agent_access_token": token["access_token"]})
    assert (valid["intent"], valid["acting_user_id"], valid["organization_id"]) == (
        "tidy up",
        None,
        organization["id"],
    )
    other = blueprint(api)
    wrong = {"agent_access_token": token["access_token"]}
    api("POST", f"{BLUEPRINTS}/{other['id']}/tokens/validate", 400, json=wrong)
    api("POST", f"{path}/validate", 400, json={"agent_access_token": "x"})
    api("POST", path, 422, json={"type": "autonomous"})
    api("POST", path, 404, json={**body, "organization_id": "org_none"})


def test_delegated_tokens(api: Api, emulator: Emulator) -> None:
    emulator.seed.role("editor", ["read"])
    emulator.seed.role("other", ["write"])
    organization, user = api.organization(), api.user(password="correct horse 1")
    membership = api.membership(user, organization, role_slug="editor")
    signed_in = api.authenticate("password", email=user["email"], password="correct horse 1")
    made = blueprint(api, permissions=["read", "write"], invocable_by={"role_slugs": ["editor"]})
    path = f"{BLUEPRINTS}/{made['id']}/tokens"
    body = {"type": "user_delegated", "user_access_token": signed_in["access_token"]}
    token = api("POST", path, json=body)
    assert token["permissions"] == ["read"]
    instance = api("GET", f"/agents/instances/{token['agent_instance_id']}")
    assert (instance["type"], instance["organization_membership_id"]) == ("delegated", membership["id"])
    valid = api("POST", f"{path}/validate", json={"agent_access_token": token["access_token"]})
    assert valid["acting_user_id"] == user["id"]

    next_body = {"type": "agent_delegated", "agent_access_token": token["access_token"]}
    assert api("POST", path, json=next_body)["agent_instance_id"] == token["agent_instance_id"]
    api("PATCH", f"{BLUEPRINTS}/{made['id']}", json={"invocable_by": {"role_slugs": ["other"]}})
    api("POST", path, 403, json=body)
    api("POST", path, 400, json={**body, "user_access_token": "x"})
    api("DELETE", f"/user_management/organization_memberships/{membership['id']}")
    api("GET", f"/agents/instances/{token['agent_instance_id']}", 404)


def test_blueprint_restrictions(api: Api) -> None:
    one, two = api.organization("One"), api.organization("Two")
    only_one = blueprint(api, invocable_by={"organization_ids": [one["id"]]})
    path = f"{BLUEPRINTS}/{only_one['id']}"
    api("POST", f"{path}/tokens", 403, json={"type": "autonomous", "organization_id": two["id"]})
    api("PATCH", path, json={"invocable_as": {"instance_types": ["delegated"]}})
    api("POST", f"{path}/tokens", 403, json={"type": "autonomous", "organization_id": one["id"]})


def test_sessions(api: Api, clock: Clock) -> None:
    organization, made = (
        api.organization(),
        blueprint(
            api,
            session_settings={
                "max_age_seconds": 1000,
                "access_token_ttl_seconds": 100,
                "refresh_token_ttl_seconds": 300,
            },
        ),
    )
    path = f"{BLUEPRINTS}/{made['id']}/tokens"
    token = api("POST", path, json={"type": "autonomous", "organization_id": organization["id"]})
    session = f"/agents/sessions/{token['agent_instance_session_id']}"
    assert api("GET", session)["status"] == "active"

    clock.advance(200)
    api("POST", f"{path}/validate", 400, json={"agent_access_token": token["access_token"]})
    fresh = api("POST", path, json={"type": "refresh", "refresh_token": token["refresh_token"]})
    assert fresh["agent_instance_session_id"] == token["agent_instance_session_id"]
    api("POST", path, 400, json={"type": "refresh", "refresh_token": token["refresh_token"]})
    clock.advance(300)
    api("POST", path, 400, json={"type": "refresh", "refresh_token": fresh["refresh_token"]})

    assert api("POST", f"{session}/revoke")["status"] == "revoked"
    first = api("POST", f"{session}/revoke")["revoked_at"]
    clock.advance(1000)
    assert api("GET", session)["revoked_at"] == first
    second = api("POST", path, json={"type": "autonomous", "organization_id": organization["id"]})
    clock.advance(1000)
    expired = api("POST", f"/agents/sessions/{second['agent_instance_session_id']}/revoke")
    assert (expired["status"], expired["revoked_at"]) == ("expired", None)


def test_lists(api: Api) -> None:
    one, two, made = api.organization("One"), api.organization("Two"), blueprint(api)
    path = f"{BLUEPRINTS}/{made['id']}/tokens"
    tokens = [api("POST", path, json={"type": "autonomous", "organization_id": o["id"]}) for o in (one, two)]
    assert len(api("GET", "/agents/instances")["data"]) == 2
    instances = api("GET", f"/agents/instances?organization_id={one['id']}")["data"]
    assert [instance["id"] for instance in instances] == [tokens[0]["agent_instance_id"]]
    assert api("GET", "/agents/instances?agent_blueprint_id=none")["data"] == []
    sessions = api("GET", f"/agents/sessions?agent_instance_id={tokens[1]['agent_instance_id']}")["data"]
    assert [session["id"] for session in sessions] == [tokens[1]["agent_instance_session_id"]]
    api("DELETE", f"/agents/instances/{tokens[1]['agent_instance_id']}", 204)
    assert len(api("GET", "/agents/sessions")["data"]) == 1
    api("DELETE", f"{BLUEPRINTS}/{made['id']}", 204)
    assert api("GET", "/agents/sessions")["data"] == []


def link(api: Api, token: str, status: int = 200, **fields: Any) -> Any:
    user = {"email": "ada@example.com", "external_id": "u1"}
    body = {"type": "link_external_user", "claim_attempt_token": token, "user": user, **fields}
    return api("PATCH", "/agents/claims/attempts", status, json=body)


def test_credentials(api: Api, emulator: Emulator, clock: Clock) -> None:
    seeded = emulator.seed.agent_registration(api.organization()["id"])
    registration = seeded["registration"]
    assert api("GET", f"/agents/registrations/{registration['id']}") == registration

    def valid(kind: str, credential: str, **fields: str) -> bool:
        body = {"type": kind, "credential": credential, **fields}
        response = api("POST", "/agents/credentials/validate", json=body)
        assert (response["registration_id"] == registration["id"]) == response["valid"]
        return bool(response["valid"])

    assert valid("api_key", seeded["api_key"])
    assert valid("access_token", seeded["access_token"])
    assert valid("access_token", seeded["access_token"], audience="https://api.workos.com")
    assert not valid("access_token", seeded["access_token"], audience="https://other.example.com")
    assert not valid("api_key", "none")
    clock.advance(3600)
    assert not valid("access_token", seeded["access_token"])
    revoked = api("POST", f"/agents/registrations/{registration['id']}/revoke")
    assert revoked["status"] == "revoked"
    assert api("POST", f"/agents/registrations/{registration['id']}/revoke") == revoked
    assert not valid("api_key", seeded["api_key"])
    bad = api("POST", "/agents/credentials/validate", 400, json={"type": "api_key"})
    assert bad["code"] == "invalid_request"


def test_claims(api: Api, emulator: Emulator) -> None:
    organization = api.organization()
    seeded = emulator.seed.agent_registration(organization["id"])
    attempt = link(api, seeded["claim_attempt_token"])
    assert (attempt["status"], attempt["organizations"]) == ("unverified", [])
    created = api("GET", "/user_management/users/external_id/u1")
    assert created["email"] == "ada@example.com"
    id = seeded["registration"]["id"]
    with pytest.raises(ValueError, match="wrong"):
        emulator.seed.complete_agent_claim(id, "none")
    done = emulator.seed.complete_agent_claim(id, attempt["user_code"])
    assert api("GET", f"/agents/registrations/{id}") == done
    assert (done["status"], done["agent_identity"]["userland_user_id"]) == ("verified", created["id"])
    assert link(api, seeded["claim_attempt_token"], 409)["code"] == "already_claimed"


def test_claim_errors(api: Api, emulator: Emulator, clock: Clock) -> None:
    one, two = api.organization("One"), api.organization("Two")
    seeded = emulator.seed.agent_registration(one["id"], email="ada@example.com")
    token = seeded["claim_attempt_token"]
    assert link(api, "none", 400)["code"] == "invalid_claim"
    other = {"email": "bob@example.com", "external_id": "u2"}
    assert link(api, token, 400, user=other)["code"] == "email_mismatch"
    user = api.user()
    assert link(api, token, 409)["code"] == "email_already_in_use"
    api("PUT", f"/user_management/users/{user['id']}", json={"external_id": "u1"})
    for organization in (one, two):
        api.membership(user, organization)
    choose = link(api, token, 409)
    assert choose["code"] == "organization_selection_required"
    assert {organization["name"] for organization in choose["organizations"]} == {"One", "Two"}
    assert link(api, token, 400, organization_id="org_none")["code"] == "invalid_organization"
    link(api, token, organization_id=two["id"])
    assert api("GET", f"/agents/registrations/{seeded['registration']['id']}")["organization_id"] == two["id"]
    clock.advance(600)
    assert link(api, token, 410, organization_id=two["id"])["code"] == "user_code_expired"
    clock.advance(3600)
    assert link(api, token, 410)["code"] == "claim_expired"
    api("POST", f"/agents/registrations/{seeded['registration']['id']}/revoke")
    assert link(api, token, 403)["code"] == "claim_denied"


def test_claim_of_another_user(api: Api, emulator: Emulator) -> None:
    token = emulator.seed.agent_registration(api.organization()["id"])["claim_attempt_token"]
    link(api, token)
    other = {"email": "bob@example.com", "external_id": "u2"}
    assert link(api, token, 400, user=other)["code"] == "wrong_account"
