"""Standalone Connect: the sign-in page of the app signs the user in, then the browser returns to AuthKit."""

from urllib.parse import urlencode

from workos_emulator.auth import credentials, hosted_flows, sign_in_steps
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import flows
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page
from workos_emulator.storage.objects.codes import ExternalAuthorization
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import State


def start(state: State, request: Request, flow: HostedFlow, application: Application) -> Response:
    """Redirect the browser to the sign-in page of the app, with the ID of the sign-in that it completes."""
    now, login_uri = state.now(), state.settings.connect_login_uri or ""
    authorization = ExternalAuthorization(
        id=state.ids.new("external_auth"),
        redirect_uri=request.origin + hosted_flows.page_url("/external-auth", flow),
        takes_consent_options=not application.is_first_party,
        flow_id=flow.id,
        created_at=now,
        updated_at=now,
    )
    state.codes.external.add(authorization)
    separator = "&" if "?" in login_uri else "?"
    query = urlencode({"external_auth_id": authorization.id})
    return hosted_flows.redirect(state, flow, f"{login_uri}{separator}{query}")


@page("/external-auth")
def external_auth(request: PageRequest) -> Response:
    """Continue with the user whose sign-in the app completed.

    The token, which only the redirect URI of the completion has, shows that this browser is the one that the app signed in:
    a flow that somebody else started cannot be continued with the user.
    """
    flow, state = request.get_flow(), request.state
    authorization = state.codes.external.find("flow", flow.id)
    token = authorization.token if authorization else None
    user = state.users.get(authorization.user_id or "") if authorization else None
    if token is None or user is None or not credentials.secrets_equal(request.query.get("token", ""), token):
        raise LocalizedError("ended")
    flow.user_id, flow.method, flow.passed = user.id, "ExternalAuth", frozenset(sign_in_steps.STEPS)
    return flows.continue_sign_in(request, flow)
