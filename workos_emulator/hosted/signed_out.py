"""The page after signing out, for apps that do not say where to go."""

from workos_emulator.hosted import html
from workos_emulator.hosted.pages import page
from workos_emulator.hosted.visit import Visit
from workos_emulator.messages import Response


@page("/signed-out")
def signed_out(visit: Visit) -> Response:
    """Say that it is done."""
    return visit.show("You are signed out", html.paragraph("You can close this page, or go back to the app."))
