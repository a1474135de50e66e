from datetime import UTC, datetime

from workos_core.auth.sessions.results import SessionAuthenticated, SessionNotAuthenticated, SessionRefreshed
from workos_core.auth.tokens.claims import AccessTokenClaims

CLAIMS = AccessTokenClaims(
    sub="user_1",
    sid="session_1",
    iss=None,
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
    act=None,
    claims={"sub": "user_1", "plan": "gold", "auth_time": 1, "aud": "x", "nbf": 1},
)


def test_authenticated_session() -> None:
    session = SessionAuthenticated({"id": "user_1"}, CLAIMS, "secret")
    assert session
    assert (session.session_id, session.organization_id, session.role) == ("session_1", "org_1", "admin")
    assert (session.roles, session.permissions) == (("admin", "editor"), ("posts:write",))
    assert (session.entitlements, session.feature_flags) == (("audit-logs",), ("beta",))
    assert (session.impersonator, session.authentication_method, session.authenticated) == (None, None, True)
    assert "secret" not in repr(session)
    assert session.claims.custom == {"plan": "gold"}


def test_refreshed_session() -> None:
    session = SessionRefreshed("session", "secret-1", "secret-2", "secret-3", {"id": "user_1"}, None)
    assert session
    assert session.authenticated is True
    assert (session.roles, session.permissions, session.entitlements, session.feature_flags) == ((), (), (), ())
    assert "secret" not in repr(session)


def test_not_authenticated() -> None:
    session = SessionNotAuthenticated("invalid_jwt", error=ValueError("secret"))
    assert not session
    assert (session.retryable, session.retry_after, session.authenticated) == (False, None, False)
    assert "secret" not in repr(session)
