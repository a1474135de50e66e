"""The page for customer-managed keys, which the emulator does not have."""

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import TITLES, PortalRequest, portal_page


@portal_page("/keys", "bring_your_own_key")
def keys(request: PortalRequest) -> Response:
    """Explain that there is nothing to set up."""
    return request.show(
        TITLES["bring_your_own_key"],
        html.paragraph(
            "In WorkOS, this page connects Vault to a key in AWS KMS, Azure Key Vault or Google Cloud KMS. The API has no object for such a "
            "key and no event about it, so there is nothing to set up here: the emulator encrypts data with keys of its own."
        ),
        request.finish_form(),
    )
