"""Browser sessions: users who stay signed in to AuthKit in a browser, for sign-ins to other applications."""

from workos_emulator.auth import hosted_flows
from workos_emulator.http.messages import Request
from workos_emulator.storage.objects.hosted_flows import BrowserSession, HostedFlow
from workos_emulator.storage.state import State


def find(state: State, request: Request) -> BrowserSession | None:
    """Return the session of the browser that sent a request; None if it has none, or it has expired."""
    session = state.hosted.browsers.get(hosted_flows.browser_of(state, request))
    if session is None or session.created_at + state.settings.session_lifetime <= state.now():
        return None
    return session if session.user_id in state.users else None


def start(state: State, flow: HostedFlow) -> None:
    """Start a session for the user who signed in with a flow. It replaces that of the browser, if any."""
    assert flow.user_id is not None
    now = state.now()
    state.hosted.browsers.remove(flow.browser)
    state.hosted.browsers.add(
        BrowserSession(
            id=flow.browser,
            user_id=flow.user_id,
            method=flow.method,
            connection_id=flow.connection_id,
            passed=flow.passed,
            ui_locales=flow.parameters.get(hosted_flows.UI_LOCALES, ""),
            created_at=now,
            updated_at=now,
        )
    )


def end(state: State, request: Request) -> BrowserSession | None:
    """End and return the session of the browser that sent a request, if any."""
    return state.hosted.browsers.remove(hosted_flows.browser_of(state, request))
