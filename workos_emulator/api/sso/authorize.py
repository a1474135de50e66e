"""The URL that starts a sign-in through SSO."""

from urllib.parse import quote, urlencode

from workos_emulator.api.registry import Result, operation
from workos_emulator.api.sso import connections, profiles
from workos_emulator.auth import authentication_events, credentials, email_addresses, oauth
from workos_emulator.auth.call import Call
from workos_emulator.auth.hosted_flows import start_flow
from workos_emulator.http import errors, urls
from workos_emulator.http.messages import Response
from workos_emulator.storage.objects.sso import Connection, Profile
from workos_emulator.storage.state import State, fold

_SELECTORS = ("connection", "organization", "provider", "domain")


class SelectionError(Exception):
    """No connection, or no person, for a sign-in; the browser goes back to the app with this.

    Attributes:
        error: The code.
        description: The reason.
    """

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description


@operation("getSsoAuthorizationUrl", exclusive_rules=False, behavior="computed")
def authorize(call: Call) -> Result:
    """Send the browser to the page of an identity provider, or at once back to the app with a code for a person.

    At once it is, by `Settings.hosted_pages`, the person that `login_hint` names, or the only one that the connection knows.
    """
    query, state = call.query, call.state
    check_request(call)
    try:
        connection = _connection(call)
        profile = _profile(state, connection, query.get("login_hint"))
    except SelectionError as error:
        return redirect_to_app(call, {"error": error.error, "error_description": error.description})
    email = profile.email if profile else query.get("login_hint")
    authentication_events.emit_sso(state, "started", connection, call.request, email)
    if profile is None:
        parameters = {name: str(value) for name, value in query.items()} | {"kind": "sso"}
        return start_flow(state, call.request, "/provider", parameters=parameters, connection_id=connection.id)
    code = profiles.issue_code(state, profile, query.get("code_challenge"))
    authentication_events.emit_sso(state, "succeeded", connection, call.request, email)
    return redirect_to_app(call, {"code": code.id})


def check_request(call: Call) -> None:
    """Find what is wrong with the app's request itself: then the browser must not be sent anywhere.

    Raises:
        ApiError: 400 or 422.
    """
    if not credentials.secrets_equal(call.query["client_id"], call.environment.client_id):
        raise errors.oauth("invalid_client", "Invalid client ID.")
    uri = call.query["redirect_uri"]
    if urls.scheme(uri) in urls.UNSAFE_SCHEMES:
        raise errors.invalid_field("redirect_uri", "invalid_format")
    if not oauth.is_redirect_allowed(call.state, uri):
        raise errors.oauth("redirect_uri_invalid", f"The redirect URI {uri} is not a registered one.")


def redirect_to_app(call: Call, parameters: dict[str, str]) -> Response:
    """Send the browser back to the app."""
    if "state" in call.query:
        parameters["state"] = call.query["state"]
    base, hash_mark, fragment = call.query["redirect_uri"].partition("#")
    location = f"{base}{'&' if '?' in base else '?'}{urlencode(parameters, quote_via=quote)}{hash_mark}{fragment}"
    return Response.redirect(urls.percent_encode(location))


def find_active_connection(state: State, connection_id: str) -> Connection:
    """The connection with this id.

    Raises:
        SelectionError: There is none, or it is not active.
    """
    connection = state.sso.connections.get(connection_id)
    if connection is None:
        raise SelectionError("connection_invalid", "There is no connection for the provided ID.")
    if connection.type == "Pending":
        raise SelectionError("connection_strategy_invalid", "The connection has no type.")
    if connection.state != "active":
        raise SelectionError("connection_unlinked", "The connection is not active.")
    return connection


def _connection(call: Call) -> Connection:
    query, state = call.query, call.state
    selectors = [name for name in _SELECTORS if name in query]
    if len(selectors) != 1:
        raise SelectionError("invalid_connection_selector", "Give one of connection, organization and provider.")
    if "connection" in query:
        return find_active_connection(state, query["connection"])
    if "provider" in query:
        provider = query["provider"]
        known = state.sso.connections.find("provider", provider)
        return known or connections.add_connection(state, None, provider, provider, "active")
    organization_id = query.get("organization")
    if organization_id is None:
        domain = state.domains.find("domain", fold(query["domain"]))
        organization_id = domain.organization_id if domain else ""
    return find_organization_connection(state, organization_id)


def find_organization_connection(state: State, organization_id: str) -> Connection:
    """The only active connection of an organization.

    Raises:
        SelectionError: There is no such organization, or not exactly one connection.
    """
    if organization_id not in state.organizations:
        raise SelectionError("organization_invalid", "There is no organization matching the provided ID.")
    connections = [c for c in state.sso.connections.group("organization", organization_id) if c.state == "active"]
    if len(connections) > 1:
        raise SelectionError("ambiguous_connection_selector", "The organization has several connections.")
    if not connections:
        raise SelectionError("organization_invalid", "The organization has no active connection.")
    return connections[0]


def _profile(state: State, connection: Connection, email: str | None) -> Profile | None:
    """Who signs in without seeing a page; None if a page is to be shown."""
    pages = state.settings.hosted_pages
    if pages == "always":
        return None
    if email is None:
        known = state.sso.profiles.group("connection", connection.id)
        if len(known) != 1 and pages == "never":
            message = "The pages are switched off: give an e-mail address as login_hint."
            raise SelectionError("access_denied", message)
        return known[0] if len(known) == 1 else None
    if not email_addresses.is_email(email):
        raise SelectionError("oauth_failed", "login_hint is no e-mail address.")
    return state.sso.profiles.find("email", (connection.id, fold(email))) or profiles.add_profile(
        state, connection.id, email
    )
