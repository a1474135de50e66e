"""Handlers of the authorization URL and of the JWKS for access tokens."""

from dataclasses import dataclass

from workos_emulator.api import authorization_codes, continued_sign_ins
from workos_emulator.api.registry import Result, operation
from workos_emulator.api.sso import members, profiles
from workos_emulator.api.sso.authorize import SelectionError, check_request, find_active_connection, redirect_to_app
from workos_emulator.auth import (
    browser_sessions,
    domain_policy,
    email_addresses,
    hosted_flows,
)
from workos_emulator.auth.call import Call
from workos_emulator.auth.remembered_sign_ins import RememberedSignIn
from workos_emulator.events import sso_sessions
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold

_SELECTORS = ("connection_id", "organization_id", "provider")


@dataclass(slots=True, frozen=True)
class _Selection:
    """Who signs in without hosted pages, and how."""

    user: User
    method: str
    connection: Connection | None = None


@operation("getAuthorizationUrl", exclusive_rules=False, behavior="computed")
def authorize(call: Call) -> Result:
    """Redirect the browser to the hosted pages, or directly back to the app with a code.

    A browser whose user is still signed in to AuthKit is recognized, unless `prompt` or `max_age` demand a new sign-in. Otherwise,
    `Settings.hosted_pages` decides whether the user in `login_hint` signs in without pages. Only a connection creates new users, as
    members of its organization.
    """
    check_request(call)
    try:
        connection = _find_connection(call)
        prompts = continued_sign_ins.read_prompts(call)
        if "none" in prompts:
            return continued_sign_ins.continue_silently(call, connection)
        if (remembered := continued_sign_ins.find_remembered(call, connection, prompts)) is not None:
            if call.state.settings.hosted_pages == "never":
                return continued_sign_ins.continue_silently(call, connection)
            return continued_sign_ins.continue_on_pages(call, remembered)
        selection = _select(call, connection)
        if selection is None:
            return _start_flow(call, connection, prompts)
    except SelectionError as error:
        return redirect_to_app(call, {"error": error.error, "error_description": error.description})
    except errors.ApiError as error:
        return redirect_to_app(call, {name: str(error.body[name]) for name in ("error", "error_description")})
    return _sign_in(call, selection)


@operation("getJwks", behavior="computed")
def jwks(call: Call) -> Result:
    """Get the JWKS of the public keys that verify access tokens."""
    (client_id,) = call.path.values()
    if client_id != call.environment.client_id:
        raise errors.not_found("Client", client_id)
    return call.environment.signing_key.jwks


def _sign_in(call: Call, selection: _Selection) -> Response:
    """Sign in a user without pages, and redirect the browser back to the app."""
    state, connection = call.state, selection.connection
    browser_id = browser_sessions.renew_id(state, hosted_flows.browser_of(state, call.request), selection.user.id)
    organization_id = connection.organization_id if connection else None
    connection_id = connection.id if connection else None
    browser_sessions.add(
        state,
        browser_id,
        selection.user.id,
        selection.method,
        connection_id=connection_id,
        organization_id=organization_id or call.query.get("organization_id"),
    )
    code = authorization_codes.issue(
        call, selection.user, selection.method, organization_id, connection_id=connection_id, browser_id=browser_id
    )
    if connection is not None:
        sso_sessions.start(state, connection, call.request, selection.user.email, code.id)
        code.sso_expires_at = sso_sessions.expires_at(state, code.id)
        state.authorization_codes.changed(code)
    return browser_sessions.set_cookie(state, redirect_to_app(call, {"code": code.id}), browser_id)


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


def _start_flow(call: Call, connection: Connection | None, prompts: frozenset[str]) -> Result:
    query, state = call.query, call.state
    parameters = {name: str(value) for name, value in query.items()}
    path = "/sign-up" if query.get("screen_hint") == "sign-up" else "/sign-in"
    if (stale := continued_sign_ins.find_stale(call, prompts)) is not None:
        parameters["login_hint"] = stale.user.email
        connection = connection or _active_connection(call, stale)
    if connection is not None or query.get("provider", "authkit") != "authkit":
        path = "/provider"
    connection_id = connection.id if connection else None
    flow = hosted_flows.new_flow(state, call.request, parameters=parameters, connection_id=connection_id)
    if connection is not None:
        sso_sessions.start(state, connection, call.request, parameters.get("login_hint"), flow.id)
    return hosted_flows.redirect(state, flow, hosted_flows.page_url(path, flow))


def _active_connection(call: Call, sign_in: RememberedSignIn) -> Connection | None:
    connection = call.state.sso.connections.get(sign_in.connection_id or "")
    return connection if connection and connection.state == "active" else None


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
    profile = profiles.find_or_add(state, connection.id, email)
    user = members.find_or_create(state, connection, profile, query.get("invitation_token"))
    return _Selection(user, "SSO", connection)
