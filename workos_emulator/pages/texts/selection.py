"""The language of a request for a hosted page."""

from urllib.parse import parse_qsl

from workos_emulator.auth import credentials, hosted_flows
from workos_emulator.http.messages import Request
from workos_emulator.pages.texts import catalog, languages
from workos_emulator.pages.texts.catalog import Texts
from workos_emulator.storage.state import State


def select(state: State, request: Request, kept: str = "") -> Texts:
    """Return the texts for a request.

    The language is the first available one of `ui_locales` in the URL of the page or, if it has none, of the flow or of what a session
    has `kept`; then of `Accept-Language`. The default is English.
    """
    requested = hosted_flows.read_ui_locales(request) or _requested_by_flow(state, request) or kept
    language = languages.match(languages.read_parameter(requested)) or languages.match(
        languages.read_header(request.headers.get("accept-language", ""))
    )
    return catalog.load(language or "en")


def _requested_by_flow(state: State, request: Request) -> str:
    """Return the `ui_locales` of the flow that a URL refers to; empty if it has none. An expired flow counts as well."""
    flow = state.hosted.flows.peek(dict(parse_qsl(request.query)).get("flow", ""))
    if flow is None or not credentials.secrets_equal(hosted_flows.browser_of(state, request), flow.browser):
        return ""
    return flow.parameters.get(hosted_flows.UI_LOCALES, "")
