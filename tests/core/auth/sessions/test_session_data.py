from typing import Any

import pytest

from workos_core.auth.sealing.iron import SealError
from workos_core.auth.sessions.session_data import SessionData


@pytest.mark.parametrize(
    ("metadata", "stored"), [({"plan": "gold"}, {"plan": "gold"}), (None, {}), ({}, {}), (..., {})]
)
def test_user_of_a_response(metadata: Any, stored: dict[str, str]) -> None:
    user = {"id": "user_1", "external_id": "7"} | ({} if metadata is ... else {"metadata": metadata})
    response = {"user": user, "access_token": "a", "refresh_token": "r", "organization_id": "ignored", "other": 1}
    session = SessionData.from_response(response, organization_id="org_1")
    assert session.user == {"name": None, "external_id": "7", "id": "user_1", "metadata": stored}
    assert (session.access_token, session.refresh_token, session.organization_id) == ("a", "r", "org_1")
    assert session.extra == {}


def test_response_without_a_user() -> None:
    session = SessionData.from_response({"access_token": "a"})
    assert (session.user, session.organization_id, session.refresh_token) == (None, None, None)


@pytest.mark.parametrize("name", ["organization_id", "user", "access_token", "refresh_token", "impersonator"])
def test_wrong_types_are_named(name: str) -> None:
    with pytest.raises(SealError, match=rf"{name} in the session has the wrong type \(int\)") as caught:
        SessionData.from_python_sdk({name: 7})
    assert caught.value.reason == "bad_payload"


def test_long_session_keeps_the_tokens_and_the_identity() -> None:
    identity = {"id": "user_1", "email": "a" * 255, "email_verified": True, "external_id": "7"}
    details = {"first_name": "b" * 256, "last_name": None, "name": ["c"], "locale": "en", "metadata": {"plan": "gold"}}
    session = SessionData(
        access_token="a",
        refresh_token="r",
        user={**identity, **details},
        organization_id="org_1",
        authentication_method="Password",
        impersonator={"email": "support@example.com"},
        extra={"other": 1},
    )
    nulls = {"first_name": None, "last_name": None, "name": None}
    assert session.without_details() == SessionData(
        access_token="a",
        refresh_token="r",
        user={**identity, **nulls, "locale": "en", "metadata": {}},
        organization_id="org_1",
        authentication_method="Password",
        impersonator={"email": "support@example.com"},
    )


def test_long_session_without_a_user() -> None:
    session = SessionData(access_token="a", extra={"other": 1})
    assert session.without_details() == SessionData(access_token="a")
