"""The page after signing out, for apps that do not say where to go."""

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import Visit
from workos_emulator.pages.registry import page


@page("/signed-out")
def signed_out(visit: Visit) -> Response:
    """Say that it is done."""
    return visit.show("You are signed out", html.paragraph("You can close this page, or go back to the app."))
