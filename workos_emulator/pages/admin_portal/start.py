"""The start and the end of an Admin Portal session."""

from datetime import timedelta

from workos_emulator.auth import hosted_flows, portal_links
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http import urls
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import (
    HOME,
    PREFIX,
    PortalRequest,
    browser_cookie,
    cookie_name,
    home_path,
    portal_page,
    return_url,
    show_error,
)
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page
from workos_emulator.storage.objects.organizations import PortalLink, PortalSession

SESSION_LIFETIME = timedelta(hours=1)
"""How long a session can be used after its link was opened."""


@page(PREFIX)
def open_link(request: PageRequest) -> Response:
    """Start a session for the organization and the intent of a link, in this browser."""
    state = request.state
    link = state.portal_links.get(request.query.get("token", ""))
    if request.is_submitted:
        return show_error(request, LocalizedError("portal_method", 405), None)
    if link is None or link.organization_id not in state.organizations or link.expires_at <= state.now():
        return show_error(request, LocalizedError("portal_link"), None, link.return_url if link else None)
    session = _new_session(request, link)
    path = f"{hosted_flows.PREFIX}{PREFIX}"
    cookie = f"{cookie_name(state)}={session.browser}; Path={path}; HttpOnly; SameSite=Lax"
    location = page_url(f"{PREFIX}{home_path(session)}", session=session.id)
    return Response(303, {"location": location, "set-cookie": cookie})


@portal_page("/overview")
def overview(request: PortalRequest) -> Response:
    """List what the session can set up."""
    intents = request.session.intents or [*HOME]
    return request.show(
        request.text("portal.title"),
        html.paragraph(request.text("portal.intro")),
        html.links({request.intent_title(intent): request.url(HOME[intent]) for intent in intents}),
    )


@portal_page("/finish")
def finish(request: PortalRequest) -> Response:
    """End the session, and redirect to the success URL. The link in an email for a single feature is revoked."""
    if not request.is_submitted:
        return request.redirect(home_path(request.session))
    state, session = request.state, request.session
    state.portal_sessions.remove(session.id)
    if session.it_contact_id is not None and len(session.intents) == 1:
        portal_links.revoke(state, session.organization_id, it_contact_id=session.it_contact_id)
    target = session.success_url or state.settings.admin_portal_success_url
    target = target or return_url(state, session.return_url)
    if target:
        return Response(303, {"location": urls.percent_encode(target)})
    return request.render(request.text("portal.finished_title"), html.paragraph(request.text("portal.finished")))


def _new_session(request: PageRequest, link: PortalLink) -> PortalSession:
    state, browser = request.state, browser_cookie(request)
    now = state.now()
    for other in state.portal_sessions.group("organization", link.organization_id):
        if other.expires_at <= now:
            state.portal_sessions.remove(other.id)
    return state.portal_sessions.add(
        PortalSession(
            id=state.ids.secret(24),
            browser=browser if len(browser) == 32 and browser.isalnum() else state.ids.secret(32),
            csrf=state.ids.secret(32),
            organization_id=link.organization_id,
            intents=link.intents,
            external_user_id=link.external_user_id,
            return_url=link.return_url,
            success_url=link.success_url,
            options=link.options,
            it_contact_id=link.it_contact_id,
            ui_locales=hosted_flows.read_ui_locales(request.http_request),
            expires_at=now + SESSION_LIFETIME,
            created_at=now,
            updated_at=now,
        )
    )
