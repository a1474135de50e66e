"""The continuation of an earlier sign-in of the browser."""

from workos_emulator.auth import browser_sessions
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows
from workos_emulator.pages.page_request import PageRequest, page
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import fold


def resume(request: PageRequest, flow: HostedFlow, email: str | None = None) -> bool:
    """Let a flow continue the earlier sign-in of the browser, if there is one (of the user with this `email`).

    Returns:
        Whether it does. Then redirect the browser to `/continue`.
    """
    state = request.state
    session = browser_sessions.find(state, request.http_request)
    user = state.users.get(session.user_id) if session else None
    if session is None or user is None or not state.settings.remembered_sign_ins:
        return False
    if email is not None and fold(email) != fold(user.email):
        return False
    connection = state.sso.connections.get(session.connection_id or "")
    flow.user_id, flow.method, flow.passed = user.id, session.method, session.passed
    flow.connection_id, flow.authenticated_at = session.connection_id, session.created_at
    flow.organization_id = connection.organization_id if connection else None
    state.hosted.flows.changed(flow)
    return True


@page("/continue")
def continue_sign_in(request: PageRequest) -> Response:
    """Redirect to the page of the next missing step, to the identity provider that a policy requires, or back to the app."""
    return flows.continue_sign_in(request, request.get_flow())
