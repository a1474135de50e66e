"""Browser sessions: users who stay signed in to AuthKit in a browser, for sign-ins to other applications."""

from workos_emulator.auth import hosted_flows
from workos_emulator.http.messages import Request
from workos_emulator.storage.objects.connect import BrowserSession
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import State


def cookie_name(state: State) -> str:
    """Return the name of the cookie of a browser session."""
    return f"{hosted_flows.cookie_name(state)}_session"


def find(state: State, request: Request) -> BrowserSession | None:
    """Return the session of the browser that sent a request; None if it has none."""
    session = state.connect.browser_sessions.get(request.cookie(cookie_name(state)) or "")
    if session is None or session.expires_at <= state.now() or session.user_id not in state.users:
        return None
    return session


def start(state: State, request: Request, flow: HostedFlow) -> tuple[BrowserSession, str]:
    """Start a session for the user who signed in with a flow, and return it with the `Set-Cookie` header.

    The new session replaces that of the browser, if any.
    """
    end(state, request)
    assert flow.user_id is not None
    now = state.now()
    session = BrowserSession(
        id=state.ids.secret(32),
        user_id=flow.user_id,
        method=flow.method,
        passed=flow.passed,
        expires_at=now + state.settings.session_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.connect.browser_sessions.add(session)
    flow.browser_session_id = session.id
    return session, f"{cookie_name(state)}={session.id}; Path=/; HttpOnly; SameSite=Lax"


def end(state: State, request: Request) -> None:
    """End the session of the browser that sent a request, if any."""
    state.connect.browser_sessions.remove(request.cookie(cookie_name(state)) or "")
