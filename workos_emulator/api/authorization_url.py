"""Handlers of the authorization URL and of the JWKS for access tokens."""

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.api.sso.authorize import SelectionError, check_request, find_active_connection, redirect_to_app
from workos_emulator.auth import authentication_events, email_addresses, invitations
from workos_emulator.auth.call import Call
from workos_emulator.auth.hosted_flows import start_flow
from workos_emulator.http import errors
from workos_emulator.storage.objects.sessions import AuthorizationCode
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold

_SELECTORS = ("connection_id", "organization_id", "provider")


@operation("getAuthorizationUrl", exclusive_rules=False, behavior="computed")
def authorize(call: Call) -> Result:
    """Redirect the browser to the hosted pages, or directly back to the app with a code for the user in `login_hint`.

    `Settings.hosted_pages` decides which. Only a connection creates new users, as members of its organization.
    """
    check_request(call)
    try:
        connection = _find_connection(call)
        user = _find_user(call, connection)
        if user is not None and connection is not None:
            authentication_events.emit_sso(call.state, "started", connection, call.request, user.email)
        if user is None:
            return _start_flow(call, connection)
    except SelectionError as error:
        return redirect_to_app(call, {"error": error.error, "error_description": error.description})
    query, state, now = call.query, call.state, call.state.now()
    code = AuthorizationCode(
        id=state.ids.secret(),
        user_id=user.id,
        organization_id=connection.organization_id if connection else query.get("organization_id"),
        authentication_method=_authentication_method(query.get("provider")),
        code_challenge=query.get("code_challenge"),
        invitation_token=query.get("invitation_token"),
        expires_at=now + state.settings.authorization_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.authorization_codes.add(code)
    return redirect_to_app(call, {"code": code.id})


@operation("getJwks", behavior="computed")
def jwks(call: Call) -> Result:
    """Get the JWKS of the public keys that verify access tokens."""
    (client_id,) = call.path.values()
    if client_id != call.environment.client_id:
        raise errors.not_found("Client", client_id)
    return call.environment.signing_key.jwks


def _find_connection(call: Call) -> Connection | None:
    query = call.query
    selectors = {name for name in _SELECTORS if name in query}
    if len(selectors) != 1 and not (selectors == {"organization_id", "provider"} and query["provider"] == "authkit"):
        message = "Provide one of connection_id, organization_id and provider; organization_id can accompany authkit."
        raise SelectionError("invalid_connection_selector", message)
    organization_id = query.get("organization_id")
    if organization_id is not None and organization_id not in call.state.organizations:
        raise SelectionError("organization_invalid", "There is no organization matching the provided ID.")
    return find_active_connection(call.state, query["connection_id"]) if "connection_id" in query else None


def _start_flow(call: Call, connection: Connection | None) -> Result:
    query, state = call.query, call.state
    organization_id = query.get("organization_id")
    if connection is None and organization_id is not None and "provider" not in query:
        active = [c for c in state.sso.connections.group("organization", organization_id) if c.state == "active"]
        connection = active[0] if active else None
    path = "/sign-up" if query.get("screen_hint") == "sign-up" else "/sign-in"
    if connection is not None:
        authentication_events.emit_sso(state, "started", connection, call.request, query.get("login_hint"))
    if connection is not None or query.get("provider", "authkit") != "authkit":
        path = "/provider"
    return start_flow(
        state,
        call.request,
        path,
        parameters={name: str(value) for name, value in query.items()},
        connection_id=connection.id if connection else None,
    )


def _find_user(call: Call, connection: Connection | None) -> User | None:
    """Return the user who signs in without hosted pages; None if the pages are shown."""
    state, email = call.state, call.query.get("login_hint", "")
    if state.settings.hosted_pages == "always":
        return None
    user = state.users.find("email", fold(email))
    if connection is None or connection.organization_id is None or not email_addresses.is_email(email):
        if user is None and state.settings.hosted_pages == "never":
            message = "The hosted pages are disabled; pass the email address of an existing user as login_hint."
            raise SelectionError("access_denied", message)
        return user
    user = user or users.create_user(state, email, email_verified=True)
    if state.memberships.find("pair", (user.id, connection.organization_id)) is None:
        invitations.join_organization(state, user, connection.organization_id, None, "active")
    return user


def _authentication_method(provider: str | None) -> str:
    if provider is None:
        return "SSO"
    return "Password" if provider == "authkit" else provider
