"""Hosted flows: the sign-in that a browser goes through on the hosted pages."""

from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlencode

from workos_emulator.http.messages import Request, Response
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import State

PREFIX = "/hosted"


def cookie_name(state: State) -> str:
    """The name of the cookie. Ports share cookies, so emulators side by side need different names."""
    return f"workos_emulator_{state.environment_id[-8:].lower()}"


def page_url(path: str, flow: HostedFlow | None = None, **query: str) -> str:
    """The address of a page."""
    parameters = ({"flow": flow.id} if flow else {}) | query
    return f"{PREFIX}{path}{'?' if parameters else ''}{urlencode(parameters)}"


def start_flow(state: State, request: Request, path: str, **fields: object) -> Response:
    """Send the browser to a page, with a new flow that has these fields."""
    flow = new_flow(state, request, **fields)
    cookie = f"{cookie_name(state)}={flow.browser}; Path={PREFIX}; HttpOnly; SameSite=Lax"
    return Response(302, {"location": request.base_url + page_url(path, flow), "set-cookie": cookie})


def new_flow(state: State, request: Request, **fields: object) -> HostedFlow:
    """A flow for the browser that sends this request."""
    try:
        known = SimpleCookie(request.headers.get("cookie", "")).get(cookie_name(state))
    except CookieError:
        known = None
    now = state.now()
    flow = HostedFlow(
        id=state.ids.secret(24),
        browser=known.value if known and len(known.value) == 32 and known.value.isalnum() else state.ids.secret(32),
        csrf=state.ids.secret(32),
        expires_at=now + state.settings.pending_authentication_lifetime,
        created_at=now,
        updated_at=now,
    )
    for name, value in fields.items():
        setattr(flow, name, value)
    return state.hosted.flows.add(flow)
