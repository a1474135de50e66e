"""Earlier sign-ins that an authorization URL can continue: of the browser, or of the user in `login_hint`."""

from dataclasses import dataclass
from datetime import datetime

from workos_emulator.auth import browser_sessions, domain_policy, invitations, sign_in_steps
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.http.messages import Request
from workos_emulator.rendering.sessions import session_status
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold


@dataclass(slots=True, frozen=True)
class RememberedSignIn:
    """A sign-in of a user that an authorization URL can continue.

    Attributes:
        user: The user.
        method: The `authentication_method` of the sign-in.
        connection_id: The connection that the user signed in with, if any.
        organization_id: The organization that the user signed in to, if any.
        passed: The completed sign-in steps.
        authenticated_at: When the user authenticated.
    """

    user: User
    method: str
    connection_id: str | None
    organization_id: str | None
    passed: frozenset[str]
    authenticated_at: datetime

    @property
    def email_claimed(self) -> bool:
        """Whether the user entered the email address: never, because an earlier sign-in has verified it."""
        return False


def find_of_browser(state: State, request: Request) -> RememberedSignIn | None:
    """Return the sign-in of the browser that sent a request; None if nobody is signed in."""
    session = browser_sessions.find(state, request)
    user = state.users.get(session.user_id) if session else None
    if session is None or user is None:
        return None
    return RememberedSignIn(
        user, session.method, session.connection_id, session.organization_id, session.passed, session.created_at
    )


def find_of_user(state: State, email: str) -> RememberedSignIn | None:
    """Return the last sign-in of the user with an email address whose session is active; None if they have none.

    Sessions of impersonators are not sign-ins of the user.
    """
    user = state.users.find("email", fold(email))
    if user is None:
        return None
    sessions = [session for session in state.sessions.group("user", user.id) if session.impersonator is None]
    active = [session for session in sessions if session_status(state, session) == "active"]
    if not active:
        return None
    session = active[-1]
    return RememberedSignIn(
        user,
        session.authentication_method,
        session.connection_id,
        session.organization_id,
        session.passed,
        session.authenticated_at or session.created_at,
    )


def is_usable(call: Call, sign_in: RememberedSignIn, connection: Connection | None) -> bool:
    """Return whether a sign-in is recent enough, and of the user, connection, provider, organization and invitation of an authorization URL."""
    query, user = call.query, sign_in.user
    provider = query.get("provider", "authkit")
    if fold(query.get("login_hint", user.email)) != fold(user.email):
        return False
    if not is_recent(call.state, sign_in, query.get("max_age")):
        return False
    if connection is not None and connection.id != sign_in.connection_id:
        return False
    try:
        invitation = invitations.find_for_sign_in(call.state, query.get("invitation_token"), user.email)
    except errors.ApiError:
        return False
    organization_id = query.get("organization_id")
    if organization_id not in (None, invitation and invitation.organization_id):
        return provider in ("authkit", sign_in.method) and _can_enter(call.state, user, organization_id)
    return provider in ("authkit", sign_in.method)


def _can_enter(state: State, user: User, organization_id: str) -> bool:
    """Return whether a user is a member of an organization, or becomes one by its domain policy. Otherwise, another user must sign in."""
    membership = state.memberships.find("pair", (user.id, organization_id))
    if membership is not None:
        return membership.status == "active"
    managing = domain_policy.find_organization(state, user.email)
    return managing is not None and managing.id == organization_id


def is_recent(state: State, sign_in: RememberedSignIn, max_age: int | None) -> bool:
    """Return whether the user has authenticated within `max_age` seconds or, if it is None, within the lifetime of a session.

    No sign-in is recent enough for 0, which asks for a new one, as `prompt=login` does.
    """
    seconds = state.settings.session_lifetime.total_seconds() if max_age is None else max_age
    return seconds > 0 and (state.now() - sign_in.authenticated_at).total_seconds() <= seconds


def select_organization(call: Call, sign_in: RememberedSignIn) -> str | None:
    """Return the organization that a sign-in continues in without asking the user.

    It is the one in the authorization URL, in its invitation, of the connection, of the earlier sign-in, or the only one.

    Raises:
        InteractionRequiredError: The user must select one of several.
    """
    state, user = call.state, sign_in.user
    invitation = invitations.find_for_sign_in(state, call.query.get("invitation_token"), user.email)
    connection = state.sso.connections.get(sign_in.connection_id or "")
    requested: str | None = call.query.get("organization_id")
    if requested is None and invitation is not None:
        requested = invitation.organization_id
    if requested is None and connection is not None:
        requested = connection.organization_id
    if requested is not None:
        return requested
    ids = [each.organization_id for each in state.memberships.group("user", user.id) if each.status == "active"]
    if sign_in.organization_id in ids:
        return sign_in.organization_id
    if len(ids) > 1:
        raise InteractionRequiredError("The user must select an organization.")
    return ids[0] if ids else None


class InteractionRequiredError(Exception):
    """A sign-in cannot continue without the hosted pages."""


def check_silent(state: State, user: User, sign_in: sign_in_steps.Attempt, organization_id: str | None) -> None:
    """Check that a sign-in can continue without the hosted pages.

    Raises:
        InteractionRequiredError: A step is missing, or a policy requires another method.
    """
    try:
        domain_policy.check(state, user, sign_in.method)
        for name, step in sign_in_steps.STEPS.items():
            if name not in sign_in.passed and (missing := step(state, user, sign_in)):
                raise InteractionRequiredError(missing.message)
        if organization_id is not None:
            sign_in_steps.check_policy(state, user, sign_in, organization_id)
            if missing := sign_in_steps.organization_step(state, user, sign_in, organization_id):
                raise InteractionRequiredError(missing.message)
    except errors.ApiError as error:
        raise InteractionRequiredError(error.text) from None
