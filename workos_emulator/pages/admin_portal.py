"""The page that an Admin Portal link leads to."""

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import PageError, PageRequest, page


@page("/admin-portal")
def admin_portal(request: PageRequest) -> Response:
    """Show the organization and the intent of the link. The emulator does not have the portal's own pages."""
    state = request.state
    link = state.portal_links.get(request.query.get("token", ""))
    organization = state.organizations.get(link.organization_id) if link else None
    if link is None or organization is None or link.expires_at <= state.now():
        raise PageError("This link no longer works", "It has expired or was revoked. Go back to the app for a new one.")
    return request.render(
        "Admin Portal",
        html.paragraph(f"Organization: {organization.name}"),
        html.paragraph(f"Intent: {link.intent}") if link.intent else "",
        html.paragraph("Create connections and directories with a seed file or the control API of the emulator."),
    )
