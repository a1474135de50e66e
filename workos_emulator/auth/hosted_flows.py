"""Hosted flows: the state of a browser's sign-in on the hosted pages."""

from urllib.parse import parse_qsl, urlencode

from workos_emulator.http.messages import Request, Response
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import State

PREFIX = "/hosted"

UI_LOCALES = "ui_locales"
"""The query parameter with the preferred languages of the pages (OpenID Connect Core, section 3.1.2.1), which a flow keeps."""

_MAX_LOCALES_LENGTH = 500


def cookie_name(state: State) -> str:
    """Return the name of the flow cookie. It differs per emulator, because cookies are shared by all ports of a host."""
    return f"workos_emulator_{state.environment_id[-8:].lower()}"


def page_url(path: str, flow: HostedFlow | None = None, **query: str | None) -> str:
    """Return the URL path and query of a hosted page. A query parameter that is None is omitted."""
    parameters = ({"flow": flow.id} if flow else {}) | {name: text for name, text in query.items() if text is not None}
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


def read_ui_locales(request: Request) -> str:
    """Return the `ui_locales` in the query of a request; empty if it has none."""
    return dict(parse_qsl(request.query)).get(UI_LOCALES, "")[:_MAX_LOCALES_LENGTH]


def browser_id(state: State, request: Request) -> str:
    """Return the ID of the browser that sent a request; a new one if it has no valid cookie."""
    browser = browser_of(state, request)
    return browser if len(browser) == 32 and browser.isalnum() else state.ids.secret(32)


def new_flow(state: State, request: Request, **fields: object) -> HostedFlow:
    """Create a flow with these fields for the browser that sent the request. It keeps the `ui_locales` of the URL."""
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
    if locales := read_ui_locales(request):
        flow.parameters[UI_LOCALES] = locales
    return state.hosted.flows.add(flow)
