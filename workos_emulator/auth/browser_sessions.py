"""Browser sessions: users who stay signed in to AuthKit in a browser, for further sign-ins and other applications."""

from datetime import datetime

from workos_emulator.auth import hosted_flows
from workos_emulator.http.messages import Request, Response
from workos_emulator.storage.objects.hosted_flows import BrowserSession, HostedFlow
from workos_emulator.storage.state import State


def find(state: State, request: Request) -> BrowserSession | None:
    """Return the session of the browser that sent a request; None if it has none, or it has expired."""
    session = state.hosted.browsers.get(hosted_flows.browser_of(state, request))
    if session is None or session.created_at + state.settings.session_lifetime <= state.now():
        return None
    return session if session.user_id in state.users else None


def start(state: State, flow: HostedFlow) -> None:
    """Start a session for the user who signed in with a flow. It replaces that of the browser, if any.

    A user who has authenticated now (`authenticated_at` is None) gets a new browser ID: send `set_cookie` with the response.
    """
    assert flow.user_id is not None
    if flow.authenticated_at is None:
        flow.browser = renew_id(state, flow.browser, flow.user_id)
        state.hosted.flows.reindex(flow)
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


def renew_id(state: State, browser_id: str, user_id: str) -> str:
    """Return a new ID for the browser of a user who has authenticated, so that an ID that someone else has set is of no use.

    The earlier sessions of the user in this browser get the new ID, so that revoking them still signs the user out of it, and so do
    flows in other tabs, unless a user has authenticated there.
    """
    new_id = state.ids.secret(32)
    previous = state.hosted.browsers.remove(browser_id)
    if previous is not None and previous.user_id == user_id:
        for session in state.sessions.group("user", user_id):
            if session.browser_id == browser_id:
                session.browser_id = new_id
                state.sessions.reindex(session)
    for flow in state.hosted.flows.group("browser", browser_id):
        if flow.user_id is None:
            flow.browser = new_id
            state.hosted.flows.reindex(flow)
    return new_id


def set_cookie(state: State, response: Response, browser_id: str) -> Response:
    """Return the response with the cookie that has the ID of the browser."""
    response.cookies.append(hosted_flows.browser_cookie(state, browser_id))
    return response


def end(state: State, request: Request) -> BrowserSession | None:
    """End and return the session of the browser that sent a request, if any."""
    return state.hosted.browsers.remove(hosted_flows.browser_of(state, request))
