"""The continuation of an earlier sign-in of the browser."""

from workos_emulator.auth import domain_policy
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows
from workos_emulator.pages.page_request import PageRequest, page


@page("/continue")
def continue_sign_in(request: PageRequest) -> Response:
    """Redirect to the page of the next missing step, to the identity provider that a policy requires, or back to the app."""
    flow, state = request.get_flow(), request.state
    user = flows.find_user(state, flow)
    if connection := domain_policy.required_connection(state, user.email, flow.method):
        return flows.redirect_to_identity_provider(request, flow, connection, user.email)
    return flows.continue_sign_in(request, flow)
