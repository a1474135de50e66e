"""Handlers of the authorization URL and of the JWKS for access tokens."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workos_emulator.api.registry import Result, operation
from workos_emulator.api.sso import members, profiles
from workos_emulator.api.sso.authorize import SelectionError, check_request, find_active_connection, redirect_to_app
from workos_emulator.auth import authentication_events, domain_policy, email_addresses, hosted_flows
from workos_emulator.auth.call import Call
from workos_emulator.auth.hosted_flows import start_flow
from workos_emulator.http import errors
from workos_emulator.rendering.sessions import session_status
from workos_emulator.storage.objects.sessions import AuthorizationCode
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold

_SELECTORS = ("connection_id", "organization_id", "provider")


@dataclass(slots=True, frozen=True)
class _Selection:
    """Who signs in without hosted pages, and how. `authenticated_at` is set if they signed in earlier."""

    user: User
    method: str
    connection: Connection | None = None
    passed: frozenset[str] = frozenset()
    authenticated_at: datetime | None = None


@operation("getAuthorizationUrl", exclusive_rules=False, behavior="computed")
def authorize(call: Call) -> Result:
    """Redirect the browser to the hosted pages, or directly back to the app with a code for the user in `login_hint`.

    `Settings.hosted_pages` decides which. With `prompt=none` or a `max_age`, a browser whose user has signed in recently enough is
    redirected back immediately. Only a connection creates new users, as members of its organization.
    """
    check_request(call)
    try:
        connection = _find_connection(call)
        selection = _find_signed_in(call, connection) or _select(call, connection)
        if selection is None:
            return _start_flow(call, connection)
    except SelectionError as error:
        return redirect_to_app(call, {"error": error.error, "error_description": error.description})
    except errors.ApiError as error:
        return redirect_to_app(call, {name: str(error.body[name]) for name in ("error", "error_description")})
    query, state, now = call.query, call.state, call.state.now()
    if selection.connection is not None and selection.authenticated_at is None:
        authentication_events.emit_sso(state, "started", selection.connection, call.request, selection.user.email)
    organization_id = selection.connection.organization_id if selection.connection else None
    code = AuthorizationCode(
        id=state.ids.secret(),
        user_id=selection.user.id,
        organization_id=organization_id or query.get("organization_id"),
        authentication_method=selection.method,
        code_challenge=query.get("code_challenge"),
        invitation_token=query.get("invitation_token"),
        passed=selection.passed,
        connection_id=selection.connection.id if selection.connection else None,
        authenticated_at=selection.authenticated_at,
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
    if "connection_id" in query:
        return find_active_connection(call.state, query["connection_id"])
    if organization_id is not None and "provider" not in query:
        connections = domain_policy.active_connections(call.state, organization_id)
        return connections[0] if connections else None
    return None


def _start_flow(call: Call, connection: Connection | None) -> Result:
    query, state = call.query, call.state
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


def _select(call: Call, connection: Connection | None) -> _Selection | None:
    """Return who signs in without hosted pages; None if the pages are shown."""
    state, query = call.state, call.query
    email, provider = query.get("login_hint", ""), query.get("provider")
    if state.settings.hosted_pages == "always":
        return None
    user = state.users.find("email", fold(email))
    if connection is None and user is not None:
        method = "SSO" if provider is None else "Password" if provider == "authkit" else provider
        connection = domain_policy.required_connection(state, user.email, method) if provider == "authkit" else None
        if connection is None:
            return _Selection(user, method)
    if connection is None or not email_addresses.is_email(email):
        if state.settings.hosted_pages == "never":
            message = "The hosted pages are disabled; pass the email address of an existing user as login_hint."
            raise SelectionError("access_denied", message)
        return None
    if connection.organization_id is None:
        return _Selection(user, "SSO", connection) if user else None
    profile = state.sso.profiles.find("email", (connection.id, fold(email)))
    profile = profile or profiles.add_profile(state, connection.id, email)
    user = members.find_or_create(state, connection, profile, query.get("invitation_token"))
    return _Selection(user, "SSO", connection)


def _find_signed_in(call: Call, connection: Connection | None) -> _Selection | None:
    """Return the user who has already signed in, for `prompt=none` and `max_age`; None if they must sign in.

    That is the user of the browser's last sign-in on the hosted pages or, unless the pages are always shown, the user in `login_hint`, if
    they have a session.

    Raises:
        SelectionError: With `prompt=none`, the user must sign in, or `prompt` has other values as well.
    """
    prompts = set(call.query.get("prompt", "").split())
    if "none" in prompts and len(prompts) > 1:
        raise SelectionError("invalid_request", "prompt=none cannot be combined with other prompts.")
    if "none" not in prompts and ("max_age" not in call.query or prompts):
        return None
    selection = _last_sign_in(call) or ("none" in prompts and _last_session(call)) or None
    if selection is not None and _is_usable(call, selection, connection):
        return selection
    if "none" in prompts:
        raise SelectionError("login_required", "The user must sign in, which prompt=none does not allow.")
    return None


def _last_sign_in(call: Call) -> _Selection | None:
    state = call.state
    browser = state.hosted.browsers.get(hosted_flows.browser_of(state, call.request))
    user = state.users.get(browser.user_id) if browser else None
    if browser is None or user is None:
        return None
    connection = state.sso.connections.get(browser.connection_id or "")
    return _Selection(user, browser.method, connection, browser.passed, browser.created_at)


def _last_session(call: Call) -> _Selection | None:
    state, user = call.state, call.state.users.find("email", fold(call.query.get("login_hint", "")))
    if user is None or state.settings.hosted_pages == "always":
        return None
    active = [s for s in state.sessions.group("user", user.id) if session_status(state, s) == "active"]
    if not active:
        return None
    session = active[-1]
    connection = state.sso.connections.get(session.connection_id or "")
    at = session.authenticated_at or session.created_at
    return _Selection(user, session.authentication_method, connection, session.passed, at)


def _is_usable(call: Call, selection: _Selection, connection: Connection | None) -> bool:
    """Return whether an earlier sign-in is recent enough, and of the requested user, connection and provider."""
    query, state = call.query, call.state
    age = state.now() - (selection.authenticated_at or state.now())
    max_age = timedelta(seconds=query["max_age"]) if "max_age" in query else state.settings.session_lifetime
    provider = query.get("provider", "authkit")
    return (
        age <= max_age
        and fold(query.get("login_hint", selection.user.email)) == fold(selection.user.email)
        and (connection is None or connection is selection.connection)
        and provider in ("authkit", selection.method)
    )
