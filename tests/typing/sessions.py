"""Session results of both clients are narrowed by truth value and by `authenticated`. Checked by mypy and pyright, never run."""

from typing import Any, assert_type

import workos_async
import workos_sync
from workos_async._auth.session import Session as AsyncSession
from workos_core.auth.identity.sign_in_hooks import SignedOut
from workos_core.auth.sessions.results import (
    FailureReason,
    SessionAuthenticated,
    SessionNotAuthenticated,
    SessionRefreshed,
)
from workos_core.auth.tokens.claims import AccessTokenClaims
from workos_core.models.events import DsyncUserCreatedEvent
from workos_core.models.user_management import User
from workos_core.webhooks import AuthenticationActionContext


async def async_session(workos: workos_async.WorkOS) -> None:
    session = workos.user_management.load_sealed_session(session_data=None, cookie_password=["a", "b"])
    result = await session.authenticate()
    if result:
        assert_type(result, SessionAuthenticated)
        assert_type(result.user, User)
        assert_type(result.claims, AccessTokenClaims)
        assert_type(result.claims.custom, dict[str, Any])
    else:
        assert_type(result, SessionNotAuthenticated)
        assert_type(result.retryable, bool)
    refreshed = await session.refresh(organization_id="org_1")
    if refreshed.authenticated is False:
        assert_type(refreshed.retry_after, float | None)
        return
    assert_type(refreshed, SessionRefreshed[AsyncSession])
    assert_type(refreshed.user.email, str)
    assert_type(await refreshed.session.authenticate(), SessionAuthenticated | SessionNotAuthenticated)
    assert_type(refreshed.sealed_session, str)
    assert_type(await workos.verify_access_token("token"), AccessTokenClaims)
    assert_type(await workos.vault.encrypt("text", context={"a": "b"}), str)


async def session_by_flag(workos: workos_async.WorkOS) -> None:
    session = workos.user_management.load_sealed_session(session_data=None, cookie_password="a")
    result = await session.authenticate()
    if result.authenticated is True:
        assert_type(result, SessionAuthenticated)
    else:
        assert_type(result.reason, FailureReason)
    if not result:
        assert_type(result, SessionNotAuthenticated)
    refreshed = await session.refresh()
    if refreshed:
        assert_type(refreshed, SessionRefreshed[AsyncSession])
    else:
        assert_type(refreshed, SessionNotAuthenticated)


async def sign_in_results(sign_in: workos_async.SignIn, cookies: dict[str, str]) -> None:
    completed = await sign_in.complete("", cookies)
    if completed:
        assert_type(completed, workos_async.SignedIn)
    else:
        assert_type(completed, workos_async.SignInFailed)
    if completed.authenticated is True:
        assert_type(completed, workos_async.SignedIn)
    else:
        assert_type(completed, workos_async.SignInFailed)
    switched = await sign_in.switch_organization(cookies, "org_1")
    if switched:
        assert_type(switched, workos_async.OrganizationSwitched)
    else:
        assert_type(switched, workos_async.OrganizationNotSwitched)
    if switched.authenticated is True:
        assert_type(switched.session, SessionRefreshed)
    else:
        assert_type(switched, workos_async.OrganizationNotSwitched)
    authenticated = await sign_in.authenticate(cookies)
    if authenticated:
        assert_type(authenticated, workos_async.Authenticated)
    else:
        assert_type(authenticated, workos_async.NotAuthenticated)
    if authenticated.authenticated is True:
        assert_type(authenticated.identity, workos_async.Identity)
        assert_type(authenticated.identity.user, User | None)
    else:
        assert_type(authenticated, workos_async.NotAuthenticated)
    if authenticated and isinstance(authenticated.identity, workos_async.AuthenticatedUser):
        assert_type(authenticated.identity.user_id, str)


def sync_sign_in_results(sign_in: workos_sync.SignIn, cookies: dict[str, str]) -> None:
    completed = sign_in.complete("", cookies)
    if completed:
        assert_type(completed, workos_sync.SignedIn)
    else:
        assert_type(completed, workos_sync.SignInFailed)
    authenticated = sign_in.authenticate(cookies)
    if authenticated.authenticated is True:
        assert_type(authenticated, workos_sync.Authenticated)
    else:
        assert_type(authenticated, workos_sync.NotAuthenticated)


def sync_session(workos: workos_sync.WorkOS) -> None:
    session = workos.user_management.load_sealed_session(session_data="sealed", cookie_password={1: "a"})
    result = session.authenticate()
    if result.authenticated is True:
        assert_type(result, SessionAuthenticated)
    else:
        assert_type(result, SessionNotAuthenticated)
    event = workos.webhooks.construct_event(b"", None, "secret")
    if event.event == "dsync.user.created":
        assert_type(event, DsyncUserCreatedEvent)
    context = workos.actions.verify(b"", None, "secret")
    if context["object"] == "authentication_action_context":
        assert_type(context, AuthenticationActionContext)
    else:
        assert_type(context["user_data"]["email"], str)
    response = workos.actions.sign_response("authentication", "Deny", "secret", error_message="No.")
    assert_type(response["payload"]["timestamp"], int)
    assert_type(workos.pkce.generate().code_verifier, str)
    assert_type(workos.vault.decrypt_bytes("value"), bytes)


def fakes_for_tests(user: User, claims: AccessTokenClaims) -> None:
    data = {"id": "user_1", "email": "ada@example.com"}
    for value in (user, data):
        SessionAuthenticated(value, claims, "token")
        workos_async.AuthenticatedUser(kind="session", user_id="user_1", organization_id=None, user=value)
        SignedOut(url="https://example.com", user=value)
