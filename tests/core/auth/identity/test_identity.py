import json
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from attrs import evolve

from workos_core.auth.identity import requirements
from workos_core.auth.identity.identity import (
    Authenticated,
    AuthenticatedUser,
    Identity,
    NotAuthenticated,
    from_access_token,
    from_api_key,
    from_session,
)
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.sessions.results import SessionAuthenticated, SessionRefreshed
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.tokens.claims import AccessTokenClaims
from workos_core.errors import InvalidArgumentError
from workos_core.hidden_fields import HiddenFields
from workos_core.models.api_keys import ApiKey
from workos_core.pagination import ListMetadata, Page
from workos_core.serialization.converter import decoder

CLAIMS = AccessTokenClaims(
    sub="user_1",
    sid="session_1",
    iss="https://api.workos.com",
    exp=datetime(2026, 1, 1, tzinfo=UTC),
    iat=None,
    jti=None,
    org_id="org_1",
    role="admin",
    roles=("admin", "editor"),
    permissions=("posts:write",),
    entitlements=("audit-logs",),
    feature_flags=("beta",),
    client_id=None,
    act={"sub": "support@example.com"},
    claims={},
)
USER = {"id": "user_1", "email": "ada@example.com"}
IMPERSONATOR = {"email": "support@example.com", "reason": "ticket"}


def api_key(**owner: str) -> ApiKey:
    data: dict[str, Any] = {
        "object": "api_key",
        "id": "api_key_1",
        "owner": owner,
        "name": "CI",
        "obfuscated_value": "sk_…",
        "last_used_at": None,
        "permissions": ["posts:read"],
        "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:00:00Z",
    }
    return decoder(ApiKey)(data)


def test_identity_of_a_session() -> None:
    identity = from_session(SessionAuthenticated(USER, CLAIMS, "token", IMPERSONATOR))
    assert identity == AuthenticatedUser(
        kind="session",
        user_id="user_1",
        organization_id="org_1",
        role="admin",
        roles=("admin", "editor"),
        permissions=("posts:write",),
        entitlements=("audit-logs",),
        feature_flags=("beta",),
        user=USER,
        claims=CLAIMS,
        access_token="token",
        api_key=None,
        impersonator=IMPERSONATOR,
    )
    assert identity.is_impersonated
    assert identity.session_id == "session_1"
    assert "token" not in repr(identity).replace("access_token", "")


def test_identity_of_an_access_token() -> None:
    identity = from_access_token(CLAIMS, "token")
    assert (identity.kind, identity.user, identity.access_token) == ("access_token", None, "token")
    assert identity.impersonator == {"sub": "support@example.com"}
    assert (identity.user_id, identity.feature_flags) == ("user_1", ("beta",))


@pytest.mark.parametrize(
    ("owner", "user_id", "organization_id"),
    [
        ({"type": "organization", "id": "org_1"}, None, "org_1"),
        ({"type": "user", "id": "user_1", "organization_id": "org_2"}, "user_1", "org_2"),
        ({"type": "robot", "id": "robot_1"}, None, None),
    ],
)
def test_identity_of_an_api_key(owner: dict[str, str], user_id: str | None, organization_id: str | None) -> None:
    key = api_key(**owner)
    identity = from_api_key(key)
    values: Any = {"organization_id": organization_id, "permissions": ("posts:read",), "api_key": key}
    kind = Identity if user_id is None else AuthenticatedUser
    assert identity == kind(kind="api_key", user_id=user_id, **values)
    assert (identity.session_id, identity.is_impersonated, identity.role, identity.roles) == (None, False, None, ())


def identity(**values: Any) -> Identity:
    return Identity(**{"kind": "session", "user_id": None, "organization_id": None, **values})


@pytest.mark.parametrize(
    ("requirement", "satisfying", "other"),
    [
        (requirements.user(), {"user_id": "user_1"}, {"organization_id": "org_1"}),
        (requirements.role("admin"), {"role": "admin"}, {"permissions": ("admin",)}),
        (requirements.role("admin"), {"roles": ("x", "admin")}, {"role": "x", "roles": ("y",)}),
        (requirements.permission("a"), {"permissions": ("a", "b")}, {"roles": ("a",), "permissions": ("b",)}),
        (requirements.feature_flag("a"), {"feature_flags": ("a",)}, {"permissions": ("a",)}),
    ],
)
def test_requirements(requirement: requirements.Requirement, satisfying: Any, other: Any) -> None:
    assert requirement.is_satisfied_by(identity(**satisfying))
    assert not requirement.is_satisfied_by(identity(**other))
    assert not requirement.is_satisfied_by(identity())
    assert requirements.anyone().is_satisfied_by(identity())


def test_requirements_as_text() -> None:
    each = [
        requirements.anyone(),
        requirements.user(),
        requirements.role("a"),
        requirements.permission("b"),
        requirements.feature_flag("c"),
    ]
    assert [str(requirement) for requirement in each] == [
        "anyone",
        "user",
        "role 'a'",
        "permission 'b'",
        "feature_flag 'c'",
    ]


@pytest.mark.parametrize(
    ("create", "kind"),
    [(requirements.role, "role"), (requirements.permission, "permission"), (requirements.feature_flag, "feature flag")],
)
def test_requirements_without_a_slug(create: Any, kind: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"slug is empty: pass the slug of the {kind} to require"):
        create("")


def test_truth_values() -> None:
    assert Authenticated(identity())
    assert not NotAuthenticated("no_credentials")


def test_identity_as_json() -> None:
    signed_in = from_session(SessionAuthenticated(USER, CLAIMS, "secret", IMPERSONATOR))
    data = signed_in.to_dict()
    assert data == {
        "kind": "session",
        "user_id": "user_1",
        "organization_id": "org_1",
        "role": "admin",
        "roles": ["admin", "editor"],
        "permissions": ["posts:write"],
        "entitlements": ["audit-logs"],
        "feature_flags": ["beta"],
        "user": USER,
        "api_key": None,
        "impersonator": IMPERSONATOR,
        "is_impersonated": True,
    }
    assert dict(signed_in) == data
    assert json.loads(signed_in.to_json(indent=2)) == data
    assert "secret" not in signed_in.to_json()
    assert "session_1" not in signed_in.to_json()


def test_identity_of_an_api_key_as_json() -> None:
    key = api_key(type="user", id="user_1", organization_id="org_2")
    data = from_api_key(key).to_dict()
    assert (data["user"], data["user_id"], data["organization_id"]) == (None, "user_1", "org_2")
    assert data["api_key"] == key.to_dict()


def test_malformed_user_as_json() -> None:
    session = SessionAuthenticated({"id": "user_1", "email": ["x"]}, CLAIMS, "secret")
    assert from_session(session).to_dict()["user"] == {"id": "user_1", "email": ["x"]}


def test_session_results_as_json() -> None:
    authenticated = SessionAuthenticated(USER, CLAIMS, "secret", IMPERSONATOR, "Password")
    refreshed = SessionRefreshed("session", "secret", "secret", "secret", USER, "org_1", session_id="session_1")
    assert (authenticated.to_dict()["authentication_method"], authenticated.to_dict()["roles"]) == (
        "Password",
        ["admin", "editor"],
    )
    assert set(authenticated.to_dict()) == {*refreshed.to_dict(), "authentication_method"}
    for result in (authenticated, refreshed):
        assert result.to_dict()["user"] == USER
        assert dict(result) == result.to_dict()
        assert "secret" not in result.to_json()
        assert "session_1" not in result.to_json()


SECRET_HOLDERS: dict[str, Any] = {
    "authenticated_user": from_access_token(CLAIMS, "secret"),
    "identity": Identity(kind="session", user_id=None, organization_id=None, access_token="secret"),
    "session_authenticated": SessionAuthenticated(USER, CLAIMS, "secret"),
    "session_refreshed": SessionRefreshed("session", "secret", "secret", "secret", USER, None),
    "session_data": SessionData(access_token="secret"),
    "cookie": SetCookie("wos-session", "secret", 60, None, True, "lax"),
    "model": api_key(type="robot", id="robot_1"),
    "page": Page([], ListMetadata(None, None)),
}


@pytest.mark.parametrize("value", SECRET_HOLDERS.values(), ids=SECRET_HOLDERS)
def test_encoders_do_not_read_attributes(value: Any) -> None:
    import msgspec

    for nested in (value, [value], {"value": value}, Authenticated(value)):
        with pytest.raises(TypeError, match=f"Encoding objects of type {type(value).__name__} is unsupported"):
            msgspec.json.encode(nested)
    # attrs itself still knows the fields
    assert evolve(value) == value if not isinstance(value, ApiKey) else attrs.has(ApiKey)
    assert not attrs.has(HiddenFields)
