"""Handlers of user sessions and of the logout URL."""

from functools import partial

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import browser_sessions, hosted_flows
from workos_emulator.auth.call import Call
from workos_emulator.http import errors, urls
from workos_emulator.http.messages import Response
from workos_emulator.rendering.sessions import render_session, session_status
from workos_emulator.storage.deletion import cascade


@operation("listUserSessions")
def list_sessions(call: Call) -> Result:
    """List the active sessions of a user."""
    state = call.state
    user = users.find_user(call, call.path["user_id"])
    numbers = state.sessions.numbers("user", user.id)
    return call.page(
        state.sessions,
        partial(render_session, state),
        numbers=numbers,
        keep=lambda s: session_status(state, s) == "active",
    )


@operation("revokeSession")
def revoke(call: Call) -> Result:
    """Revoke a session; a no-op if it has already ended."""
    session = call.state.sessions.get(call.body["session_id"])
    if session is None:
        raise errors.plain(400, f"Session not found: '{call.body['session_id']}'.")
    cascade.end_session(call.state, session)
    return None


@operation("getLogoutUrl")
def logout(call: Call) -> Result:
    """End a session and redirect the browser, even if the session has already ended."""
    return_to = call.query.get("return_to")
    if return_to is not None and urls.scheme(return_to) not in ("http", "https"):
        raise errors.invalid_field("return_to", "invalid_format")
    browser_session = browser_sessions.end(call.state, call.request)
    if session := call.state.sessions.get(call.query["session_id"]):
        cascade.end_session(call.state, session)
    locales = browser_session.ui_locales if browser_session else ""
    return signed_out(call, locales) if return_to is None else Response.redirect(urls.percent_encode(return_to))


def signed_out(call: Call, locales: str = "") -> Result:
    """Redirect a browser to the signed-out page, in the language of the request or of the sign-in. Other clients get no body."""
    if "text/html" not in call.request.headers.get("accept", ""):
        return None
    requested = hosted_flows.read_ui_locales(call.request) or locales or None
    return Response.redirect(hosted_flows.page_url("/signed-out", ui_locales=requested))
