"""Hosted flows: the state of a browser's sign-in on the hosted pages."""

from urllib.parse import urlencode

from workos_emulator.http.messages import Request, Response
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import State

PREFIX = "/hosted"


def cookie_name(state: State) -> str:
    """Return the name of the flow cookie. It differs per emulator, because cookies are shared by all ports of a host."""
    return f"workos_emulator_{state.environment_id[-8:].lower()}"


def page_url(path: str, flow: HostedFlow | None = None, **query: str) -> str:
    """Return the URL path and query of a hosted page."""
    parameters = ({"flow": flow.id} if flow else {}) | query
    return f"{PREFIX}{path}{'?' if parameters else ''}{urlencode(parameters)}"


def start_flow(state: State, request: Request, path: str, **fields: object) -> Response:
    """Start a flow with these fields and redirect the browser to a hosted page."""
    flow = new_flow(state, request, **fields)
    return redirect(state, flow, page_url(path, flow))


def redirect(state: State, flow: HostedFlow, location: str) -> Response:
    """Redirect the browser of a new flow, with the cookie that binds the flow to it."""
    return Response(302, {"location": location, "set-cookie": browser_cookie(state, flow.browser)})


def browser_cookie(state: State, browser_id: str) -> str:
    """Return the `Set-Cookie` header with the ID of a browser."""
    return f"{cookie_name(state)}={browser_id}; Path=/; HttpOnly; SameSite=Lax"


def browser_of(state: State, request: Request) -> str:
    """Return the value of the flow cookie of the browser that sent a request; empty if it has none."""
    return request.cookie(cookie_name(state)) or ""


def browser_id(state: State, request: Request) -> str:
    """Return the ID of the browser that sent a request; a new one if it has no valid cookie."""
    browser = browser_of(state, request)
    return browser if len(browser) == 32 and browser.isalnum() else state.ids.secret(32)


def new_flow(state: State, request: Request, **fields: object) -> HostedFlow:
    """Create a flow with these fields for the browser that sent the request."""
    now = state.now()
    flow = HostedFlow(
        id=state.ids.secret(24),
        browser=browser_id(state, request),
        csrf=state.ids.secret(32),
        expires_at=now + state.settings.pending_authentication_lifetime,
        created_at=now,
        updated_at=now,
    )
    for name, value in fields.items():
        setattr(flow, name, value)
    return state.hosted.flows.add(flow)
