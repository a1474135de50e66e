"""Browser sessions: users who stay signed in to AuthKit in a browser, for further sign-ins and other applications."""

from datetime import datetime

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
    add(
        state,
        flow.browser,
        flow.user_id,
        flow.method,
        connection_id=flow.connection_id if flow.method == "SSO" else None,
        organization_id=flow.organization_id,
        passed=flow.passed,
        authenticated_at=flow.authenticated_at,
        ui_locales=flow.parameters.get(hosted_flows.UI_LOCALES, ""),
    )


def add(
    state: State,
    browser_id: str,
    user_id: str,
    method: str,
    *,
    connection_id: str | None = None,
    organization_id: str | None = None,
    passed: frozenset[str] = frozenset(),
    authenticated_at: datetime | None = None,
    ui_locales: str = "",
) -> None:
    """Start a session for a user who signed in now or, with `authenticated_at`, earlier. It replaces that of the browser, if any."""
    now = state.now()
    state.hosted.browsers.remove(browser_id)
    state.hosted.browsers.add(
        BrowserSession(
            id=browser_id,
            user_id=user_id,
            method=method,
            connection_id=connection_id,
            organization_id=organization_id,
            passed=passed,
            ui_locales=ui_locales,
            created_at=authenticated_at or now,
            updated_at=now,
        )
    )


def end(state: State, request: Request) -> BrowserSession | None:
    """End and return the session of the browser that sent a request, if any."""
    return state.hosted.browsers.remove(hosted_flows.browser_of(state, request))
