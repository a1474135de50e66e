"""A request for a page of the Admin Portal: its session, the CSRF check, and calls of API operations."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workos_emulator.api.handlers import handlers
from workos_emulator.auth import credentials
from workos_emulator.auth.call import Call
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http import spec, validation
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import frame, html
from workos_emulator.pages.page_request import LocalizedError, PageError, PageRequest, page
from workos_emulator.pages.texts import selection
from workos_emulator.pages.texts.catalog import Texts
from workos_emulator.storage.objects.organizations import Organization, PortalSession
from workos_emulator.storage.state import State

PREFIX = "/admin-portal"

HOME: Mapping[str, str] = {
    "sso": "/sso",
    "dsync": "/directories",
    "domain_verification": "/domains",
    "audit_logs": "/audit-logs",
    "log_streams": "/log-streams",
    "certificate_renewal": "/certificates",
    "bring_your_own_key": "/keys",
}
"""The first page of each intent, below `/hosted/admin-portal`."""


@dataclass(slots=True)
class PortalRequest(PageRequest):
    """A request for a page of the Admin Portal.

    Attributes:
        session: The session.
    """

    session: PortalSession

    @property
    def organization(self) -> Organization:
        """The only organization that the session can set up."""
        return self.state.organizations.require(self.session.organization_id)

    def intent_title(self, intent: str) -> str:
        """Return the title of the pages of an intent."""
        return self.text(f"portal.intents.{intent}")

    def state_name(self, state: str) -> str:
        """Return the name of the state of an object; the state itself if it has none."""
        key = f"portal.states.{state}"
        return self.text(key) if key in self.text else state

    def url(self, path: str, **query: str) -> str:
        """Return the URL of a page of this session."""
        return page_url(f"{PREFIX}{path}", None, **{"session": self.session.id, **query})

    def redirect(self, path: str, **query: str) -> Response:
        """Redirect the browser to a page of this session with a GET request (303)."""
        return Response(303, {"location": self.url(path, **query)})

    def session_form(self, *parts: str, **action: str) -> str:
        """Return a form of this session. Hidden fields have the names and values of `action`."""
        hidden = "".join(html.hidden(name, value) for name, value in action.items())
        return html.form(self.session.csrf, hidden, *parts)

    def call(self, operation_id: str, path: Mapping[str, str] | None = None, **body: Any) -> Any:
        """Call an API operation, with the same validation, objects and events as over HTTP, and return its result.

        Raises:
            ApiError: The API would return this error.
        """
        operation, values = spec.load().operations[operation_id], dict(path or {})
        content = json.dumps(body).encode() if operation.body_pointer else b""
        headers = {"content-type": "application/json", "host": self.http_request.headers.get("host", "localhost")}
        target, base_url = operation.path.format(**values), self.http_request.base_url
        request = Request(operation.method, target, "", headers, content, base_url=base_url)
        checked = validation.check_body(operation, request)
        return handlers()[operation_id].function(Call(self.environment, operation, request, values, {}, checked))

    def show(self, title: str, *parts: str, problem: bool = False, wide: bool = False) -> Response:
        """Return a page with the name of the organization above and the ways out below."""
        about = html.paragraph(self.text("portal.organization", organization=self.organization.name))
        return self.render(title, about, *parts, html.links(self._exits()), problem=problem, wide=wide)

    def finish_form(self) -> str:
        """Return the form that ends the setup and leads to the success URL."""
        return html.form(self.session.csrf, html.button(self.text("portal.finish")), action=self.url("/finish"))

    def _exits(self) -> dict[str, str]:
        home = home_path(self.session)
        is_home = self.http_request.path.endswith(f"{PREFIX}{home}")
        links = {} if is_home else {self.text("portal.start"): self.url(home)}
        if target := return_url(self.state, self.session.return_url):
            links[self.text("portal.return", application=self.state.settings.application_name)] = target
        return links

    def _select_texts(self) -> Texts:
        return selection.select(self.state, self.http_request, self.session.ui_locales)


Page = Callable[[PortalRequest], Response]


def portal_page(path: str, *intents: str) -> Callable[[Page], Page]:
    """Register the function that shows a page (GET) and handles its forms (POST), for sessions with one of the intents.

    Sessions without intents can use all pages. Without `intents`, all sessions can use the page.
    """

    def register(function: Page) -> Page:
        @page(f"{PREFIX}{path}")
        def serve(request: PageRequest) -> Response:
            session = _find_session(request)
            if session is None:
                return show_error(request, LocalizedError("portal_session"), None)
            portal_request = PortalRequest(request.environment, request.http_request, session)
            if session.expires_at <= request.state.now():
                return show_error(portal_request, LocalizedError("portal_session"), None, session.return_url)
            try:
                _check(portal_request, intents)
                return function(portal_request)
            except ApiError as error:
                title = portal_request.text("errors.failed.title")
                return show_error(portal_request, PageError(title, "", error.status), session, detail=error.text)
            except PageError as error:
                return show_error(portal_request, error, session)

        return function

    return register


def show_error(
    request: PageRequest,
    error: PageError,
    session: PortalSession | None,
    back: str | None = None,
    *,
    detail: str = "",
) -> Response:
    """Return an error page with a way back: to the start page of the session, and to the application. The `detail` is in English."""
    title, text = error.translate(request.text)
    links: dict[str, str] = {}
    if session is not None:
        links[request.text("portal.start")] = page_url(f"{PREFIX}{home_path(session)}", session=session.id)
    if target := return_url(request.state, session.return_url if session else back):
        links[request.text("portal.return", application=request.state.settings.application_name)] = target
    links[request.text("frame.open_dashboard")] = "/"
    parts = (html.paragraph(text) if text else "", html.detail(detail) if detail else "", html.links(links))
    return frame.render(request.text, request.state.settings, title, *parts, status=error.status, problem=True)


def home_path(session: PortalSession) -> str:
    """Return the path of the first page of a session: the one of its only intent, or the list of intents."""
    return HOME[session.intents[0]] if len(session.intents) == 1 else "/overview"


def return_url(state: State, requested: str | None) -> str | None:
    """Return where the link back to the application leads to; None if it is unknown."""
    return requested or state.settings.admin_portal_return_url or state.settings.application_url


def _find_session(request: PageRequest) -> PortalSession | None:
    """Return the session in the URL, which may have expired; None if it belongs to another browser."""
    session = request.state.portal_sessions.get(request.query.get("session", ""))
    is_own = session is not None and credentials.secrets_equal(browser_cookie(request), session.browser)
    return session if is_own else None


def _check(request: PortalRequest, intents: tuple[str, ...]) -> None:
    allowed = request.session.intents
    if intents and allowed and not {*allowed} & {*intents}:
        needed, given = (", ".join(request.intent_title(each) for each in group) for group in (intents, allowed))
        raise LocalizedError("portal_intent", 403, needed=needed, given=given)
    if request.is_submitted and not credentials.secrets_equal(request.form.get("csrf", ""), request.session.csrf):
        raise LocalizedError("form", 403)


def cookie_name(state: State) -> str:
    """Return the name of the cookie. It differs per emulator, because cookies are shared by all ports of a host."""
    return f"workos_emulator_portal_{state.environment_id[-8:].lower()}"


def browser_cookie(request: PageRequest) -> str:
    """Return the value of the browser's cookie; an empty string if it has none."""
    return request.http_request.cookie(cookie_name(request.state)) or ""
