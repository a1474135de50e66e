"""The page behind a Magic Link, which redirects to the app with a code for a profile."""

from urllib.parse import quote, urlencode

from workos_emulator.api.sso import connections, profiles
from workos_emulator.http import urls
from workos_emulator.http.messages import Response
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page
from workos_emulator.storage.state import fold

_TYPE = "MagicLink"


@page("/magic-link")
def open_link(request: PageRequest) -> Response:
    """Redeem the link, which works once."""
    state, token = request.state, request.query.get("token", "")
    session = state.passwordless_sessions.find("token", token)
    if session is None or session.expires_at <= state.now():
        raise LocalizedError("link")
    redirect_uri = session.redirect_uri or next((u.uri for u in state.configuration.redirect_uris if u.default), None)
    if redirect_uri is None or urls.scheme(redirect_uri) in urls.UNSAFE_SCHEMES:
        raise LocalizedError("redirect")
    state.passwordless_sessions.remove(session.id)
    connection = state.sso.connections.find("provider", _TYPE)
    connection = connection or connections.add_connection(state, None, _TYPE, "Magic Link", "active")
    profile = state.sso.profiles.find("email", (connection.id, fold(session.email)))
    profile = profile or profiles.add_profile(state, connection.id, session.email)
    parameters = {"code": profiles.issue_code(state, profile, None).id}
    if session.state is not None:
        parameters["state"] = session.state
    separator = "&" if "?" in redirect_uri else "?"
    return Response.redirect(urls.percent_encode(f"{redirect_uri}{separator}{urlencode(parameters, quote_via=quote)}"))
