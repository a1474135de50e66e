"""The page that an invitation links to, for applications without a page of their own."""

from workos_emulator.auth import hosted_flows
from workos_emulator.http.messages import Response
from workos_emulator.pages import html, remembered_sign_in
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page
from workos_emulator.rendering.invitations import invitation_state
from workos_emulator.storage.state import fold


@page("/invite")
def accept_invitation(request: PageRequest) -> Response:
    """Start a sign-up or sign-in that accepts the invitation and leads to the default redirect URI."""
    state, token = request.state, request.query.get("invitation_token", "")
    invitation = state.codes.invitations.find("token", token)
    if invitation is None or invitation_state(state, invitation) != "pending":
        raise LocalizedError("invitation")
    redirect_uri = next((address.uri for address in state.configuration.redirect_uris if address.default), None)
    if redirect_uri is None:
        organization = state.organizations.get(invitation.organization_id or "")
        intro = request.text("invitation.intro", email=invitation.email)
        if organization is not None:
            intro = request.text("invitation.organization", email=invitation.email, organization=organization.name)
        return request.render(
            request.text("invitation.title"),
            html.paragraph(intro),
            html.paragraph(request.text("invitation.redirect_uri")),
            html.paragraph(request.text("invitation.token", parameter="invitation_token")),
            html.code(token),
        )
    parameters = {
        "client_id": request.environment.client_id,
        "response_type": "code",
        "provider": "authkit",
        "redirect_uri": redirect_uri,
        "invitation_token": token,
        "login_hint": invitation.email,
    }
    flow = hosted_flows.new_flow(state, request.http_request, parameters=parameters)
    path = "/sign-in" if state.users.find("email", fold(invitation.email)) else "/sign-up"
    if remembered_sign_in.resume(request, flow, invitation.email):
        path = "/continue"
    return hosted_flows.redirect(state, flow, hosted_flows.page_url(path, flow))
