import json
from base64 import urlsafe_b64decode
from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

IMPERSONATOR = {"email": "support@acme.com", "reason": "ticket 7"}


def claims(token: str) -> Any:
    part = token.split(".")[1]
    return json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def test_impersonate_a_user(api: Api, emulator: Emulator, clock: Clock) -> None:
    user, organization = api.user("ada@example.com"), api.organization("Acme")
    api.membership(user, organization)
    emulator.settings.mfa_required = emulator.settings.email_verification_required = True
    emulator.seed.sign_in_policy(organization["id"], sso_required=True)
    code = emulator.seed.impersonation(user["id"], **IMPERSONATOR)
    response = api.authenticate("authorization_code", code=code)
    assert (response["impersonator"], response["authentication_method"]) == (IMPERSONATOR, "Impersonation")
    assert claims(response["access_token"])["act"] == {"sub": "support@acme.com"}
    (session,) = api("GET", f"/user_management/users/{user['id']}/sessions")["data"]
    assert (session["impersonator"], session["auth_method"]) == (IMPERSONATOR, "impersonation")
    (event,) = api("GET", "/events?events=session.created")["data"]
    assert event["data"]["impersonator"] == IMPERSONATOR
    assert api("GET", f"/user_management/users/{user['id']}")["last_sign_in_at"] is None

    refreshed = api.authenticate("refresh_token", refresh_token=response["refresh_token"])
    assert refreshed["impersonator"] == IMPERSONATOR
    assert claims(refreshed["access_token"])["act"] == {"sub": "support@acme.com"}
    clock.advance(timedelta(hours=1))
    assert api("GET", f"/user_management/users/{user['id']}/sessions")["data"] == []


def test_impersonate_in_one_of_several_organizations(api: Api, emulator: Emulator) -> None:
    user = api.user("ada@example.com")
    first, second = api.organization("First"), api.organization("Second")
    for organization in (first, second):
        api.membership(user, organization)
    code = emulator.seed.impersonation(user["id"], email="a@acme.com", organization_id=second["id"])
    response = api.authenticate("authorization_code", code=code)
    assert (response["organization_id"], response["impersonator"]) == (
        second["id"],
        {"email": "a@acme.com", "reason": None},
    )
    with pytest.raises(KeyError):
        emulator.seed.impersonation("user_none", email="a@acme.com")
