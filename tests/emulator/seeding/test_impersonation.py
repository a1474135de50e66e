import json
from base64 import urlsafe_b64decode
from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

SOMEBODY = {"email": "support@acme.com", "reason": "ticket 7"}


def claims(token: str) -> Any:
    part = token.split(".")[1]
    return json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def test_being_a_user(api: Api, emulator: Emulator, clock: Clock) -> None:
    user, organization = api.user("ada@example.com"), api.organization("Acme")
    api.membership(user, organization)
    emulator.settings.mfa_required = emulator.settings.email_verification_required = True
    emulator.seed.sign_in_policy(organization["id"], sso_required=True)
    code = emulator.seed.impersonation(user["id"], **SOMEBODY)
    answer = api.authenticate("authorization_code", code=code)
    assert (answer["impersonator"], answer["authentication_method"]) == (SOMEBODY, "Impersonation")
    assert claims(answer["access_token"])["act"] == {"sub": "support@acme.com"}
    (session,) = api("GET", f"/user_management/users/{user['id']}/sessions")["data"]
    assert (session["impersonator"], session["auth_method"]) == (SOMEBODY, "impersonation")
    (event,) = api("GET", "/events?events=session.created")["data"]
    assert event["data"]["impersonator"] == SOMEBODY
    assert api("GET", f"/user_management/users/{user['id']}")["last_sign_in_at"] is None

    refreshed = api.authenticate("refresh_token", refresh_token=answer["refresh_token"])
    assert refreshed["impersonator"] == SOMEBODY
    assert claims(refreshed["access_token"])["act"] == {"sub": "support@acme.com"}
    clock.advance(timedelta(hours=1))
    assert api("GET", f"/user_management/users/{user['id']}/sessions")["data"] == []


def test_an_organization_of_several(api: Api, emulator: Emulator) -> None:
    user = api.user("ada@example.com")
    first, second = api.organization("First"), api.organization("Second")
    for organization in (first, second):
        api.membership(user, organization)
    code = emulator.seed.impersonation(user["id"], email="a@acme.com", organization_id=second["id"])
    answer = api.authenticate("authorization_code", code=code)
    assert (answer["organization_id"], answer["impersonator"]) == (
        second["id"],
        {"email": "a@acme.com", "reason": None},
    )
    with pytest.raises(KeyError):
        emulator.seed.impersonation("user_none", email="a@acme.com")
