"""The page after sign-out, for apps that pass no `return_to`."""

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import PageRequest, page


@page("/signed-out")
def signed_out(request: PageRequest) -> Response:
    """Confirm the sign-out."""
    return request.render(request.text("signed_out.title"), html.paragraph(request.text("signed_out.text")))
