"""Handler of the SSO authorization URL."""

from urllib.parse import quote, urlencode

from workos_emulator.api.registry import Result, operation
from workos_emulator.api.sso import connections, profiles
from workos_emulator.auth import credentials, email_addresses, hosted_flows, oauth
from workos_emulator.auth.call import Call
from workos_emulator.events import sso_sessions
from workos_emulator.http import errors, urls
from workos_emulator.http.messages import Response
from workos_emulator.storage.objects.sso import Connection, Profile
from workos_emulator.storage.state import State, fold

_SELECTORS = ("connection", "organization", "provider", "domain")


class SelectionError(Exception):
    """No connection or profile can be selected for a sign-in. The browser is redirected to the app with this error.

    Attributes:
        error: The error code.
        description: The error description.
    """

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description


@operation("getSsoAuthorizationUrl", exclusive_rules=False, behavior="computed")
def authorize(call: Call) -> Result:
    """Redirect the browser to the page of an identity provider, or directly back to the app with a code for a profile.

    `Settings.hosted_pages` decides which. The profile is the one in `login_hint`, or the only profile of the connection.
    """
    query, state = call.query, call.state
    check_request(call)
    try:
        connection = _find_connection(call)
        profile = _find_profile(state, connection, query.get("login_hint"))
    except SelectionError as error:
        return redirect_to_app(call, {"error": error.error, "error_description": error.description})
    email = profile.email if profile else query.get("login_hint")
    if profile is None:
        parameters = {name: str(value) for name, value in query.items()} | {"kind": "sso"}
        flow = hosted_flows.new_flow(state, call.request, parameters=parameters, connection_id=connection.id)
        sso_sessions.start(state, connection, call.request, email, flow.id)
        return hosted_flows.redirect(state, flow, hosted_flows.page_url("/provider", flow))
    code = profiles.issue_code(state, profile, query.get("code_challenge"))
    sso_sessions.start(state, connection, call.request, email, code.id)
    code.sso_expires_at = sso_sessions.expires_at(state, code.id)
    state.sso.codes.changed(code)
    return redirect_to_app(call, {"code": code.id})


def check_request(call: Call) -> None:
    """Check the client ID and the redirect URI. If they are invalid, the browser must not be redirected.

    Raises:
        ApiError: 400 for an unknown client ID or redirect URI, 422 for a redirect URI with an unsafe scheme.
    """
    if not credentials.secrets_equal(call.query["client_id"], call.environment.client_id):
        raise errors.oauth("invalid_client", "Invalid client ID.")
    uri = call.query["redirect_uri"]
    if urls.scheme(uri) in urls.UNSAFE_SCHEMES:
        raise errors.invalid_field("redirect_uri", "invalid_format")
    if not oauth.is_redirect_allowed(call.state, uri):
        raise errors.oauth("redirect_uri_invalid", f"The redirect URI {uri} is not registered.")


def redirect_to_app(call: Call, parameters: dict[str, str]) -> Response:
    """Redirect the browser to the app's redirect URI."""
    if "state" in call.query:
        parameters["state"] = call.query["state"]
    base, hash_mark, fragment = call.query["redirect_uri"].partition("#")
    location = f"{base}{'&' if '?' in base else '?'}{urlencode(parameters, quote_via=quote)}{hash_mark}{fragment}"
    return Response.redirect(urls.percent_encode(location))


def find_active_connection(state: State, connection_id: str) -> Connection:
    """Return the active connection with this ID.

    Raises:
        SelectionError: It does not exist or is not active.
    """
    connection = state.sso.connections.get(connection_id)
    if connection is None:
        raise SelectionError("connection_invalid", "There is no connection for the provided ID.")
    if connection.type == "Pending":
        raise SelectionError("connection_strategy_invalid", "The connection has no type.")
    if connection.state != "active":
        raise SelectionError("connection_unlinked", "The connection is not active.")
    return connection


def _find_connection(call: Call) -> Connection:
    query, state = call.query, call.state
    selectors = [name for name in _SELECTORS if name in query]
    if len(selectors) != 1:
        raise SelectionError("invalid_connection_selector", "Provide one of connection, organization and provider.")
    if "connection" in query:
        return find_active_connection(state, query["connection"])
    if "provider" in query:
        provider = query["provider"]
        existing = state.sso.connections.find("provider", provider)
        return existing or connections.add_connection(state, None, provider, provider, "active")
    organization_id = query.get("organization")
    if organization_id is None:
        domain = state.domains.find("domain", fold(query["domain"]))
        organization_id = domain.organization_id if domain else ""
    return find_organization_connection(state, organization_id)


def find_organization_connection(state: State, organization_id: str) -> Connection:
    """Return the only active connection of an organization.

    Raises:
        SelectionError: The organization does not exist or does not have exactly one active connection.
    """
    if organization_id not in state.organizations:
        raise SelectionError("organization_invalid", "There is no organization matching the provided ID.")
    connections = [c for c in state.sso.connections.group("organization", organization_id) if c.state == "active"]
    if len(connections) > 1:
        raise SelectionError("ambiguous_connection_selector", "The organization has several connections.")
    if not connections:
        raise SelectionError("organization_invalid", "The organization has no active connection.")
    return connections[0]


def _find_profile(state: State, connection: Connection, email: str | None) -> Profile | None:
    """Return the profile that signs in without a hosted page; None if the page is shown."""
    pages = state.settings.hosted_pages
    if pages == "always":
        return None
    if email is None:
        existing = state.sso.profiles.group("connection", connection.id)
        if len(existing) != 1 and pages == "never":
            message = "The hosted pages are disabled; pass an email address as login_hint."
            raise SelectionError("access_denied", message)
        return existing[0] if len(existing) == 1 else None
    if not email_addresses.is_email(email):
        raise SelectionError("oauth_failed", "login_hint is not a valid email address.")
    return state.sso.profiles.find("email", (connection.id, fold(email))) or profiles.add_profile(
        state, connection.id, email
    )
