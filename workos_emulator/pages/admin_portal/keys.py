"""The page for customer-managed keys, which the emulator does not have."""

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page


@portal_page("/keys", "bring_your_own_key")
def keys(request: PortalRequest) -> Response:
    """Explain that there is nothing to set up."""
    return request.show(
        request.intent_title("bring_your_own_key"),
        html.paragraph(request.text("portal.keys.text")),
        request.finish_form(),
    )
