"""The flow of a sign-in from an authorization URL through the pages back to the app."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from workos_emulator.auth import authentication_events, invitations, sign_in_steps
from workos_emulator.http import errors, urls
from workos_emulator.http.messages import Response
from workos_emulator.pages.page_request import PageError, PageRequest, redirect_to_page
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.sessions import AuthorizationCode
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

_PAGES = {"radar": "/radar", "email": "/verify-email", "mfa": "/second-factor"}


def complete_first_factor(
    request: PageRequest,
    flow: HostedFlow,
    user: User,
    method: str,
    organization_id: str | None = None,
    *,
    email_claimed: bool = False,
) -> Response:
    """Continue after the first authentication factor of a user, optionally for an organization.

    If the user entered the email address because the provider returned none (`email_claimed`), it must be verified.
    """
    # Discard the state of another user or method that the flow may have started with.
    flow.user_id, flow.method, flow.passed = user.id, method, frozenset()
    flow.ready, flow.challenge_id, flow.email_claimed = False, None, email_claimed
    flow.organization_id = organization_id or flow.parameters.get("organization_id")
    flow.parameters.pop("totp_secret", None)
    request.state.hosted.flows.changed(flow)
    if not (user.email_verified or email_claimed) and (
        method in sign_in_steps.EMAIL_VERIFYING_METHODS or find_invitation(request.state, flow, user)
    ):
        user.email_verified, user.updated_at = True, request.state.now()
        request.state.users.changed(user)
    return continue_sign_in(request, flow)


def continue_sign_in(request: PageRequest, flow: HostedFlow, done: str | None = None) -> Response:
    """Redirect to the next page after the step `done`, or back to the app when all steps are complete."""
    state, user = request.state, find_user(request.state, flow)
    if done is not None:
        flow.passed |= {done}
    for name, step in sign_in_steps.STEPS.items():
        if name not in flow.passed:
            if step(state, user, flow):
                return redirect_to_page(_PAGES[name], flow)
            flow.passed |= {name}
    invitation = find_invitation(state, flow, user)
    if flow.organization_id is None and invitation is not None:
        flow.organization_id = invitation.organization_id
    if flow.organization_id is None:
        active = active_memberships(state, user)
        if len(active) > 1:
            return redirect_to_page("/organization", flow)
        flow.organization_id = active[0].organization_id if active else None
    return _complete(request, flow, user)


def find_user(state: State, flow: HostedFlow) -> User:
    """Return the user who signed in on the pages.

    Raises:
        PageError: No user has signed in.
    """
    user = state.users.get(flow.user_id or "")
    if user is None:
        raise PageError("You are not signed in yet", "Go back to the app and start again.")
    return user


def active_memberships(state: State, user: User) -> list[Membership]:
    """Return the active memberships of a user."""
    return [m for m in state.memberships.group("user", user.id) if m.status == "active"]


def find_invitation(state: State, flow: HostedFlow, user: User) -> Invitation | None:
    """Return the invitation that the flow accepts, if any.

    Raises:
        ApiError: 400 if the invitation is for another user or not pending.
    """
    return invitations.find_for_sign_in(state, flow.parameters.get("invitation_token"), user.email)


def redirect_to_app(flow: HostedFlow, parameters: Mapping[str, str]) -> Response:
    """Send the browser back to the app."""
    query = dict(parameters)
    if "state" in flow.parameters:
        query["state"] = flow.parameters["state"]
    base, mark, fragment = flow.parameters["redirect_uri"].partition("#")
    location = f"{base}{'&' if '?' in base else '?'}{urlencode(query, quote_via=quote)}{mark}{fragment}"
    return Response(303, {"location": urls.percent_encode(location)})


def _complete(request: PageRequest, flow: HostedFlow, user: User) -> Response:
    state = request.state
    if flow.organization_id is not None:
        if connection := _required_connection(state, flow):
            flow.connection_id = connection.id
            authentication_events.emit_sso(state, "started", connection, request.http_request, user.email)
            return redirect_to_page("/provider", flow)
        try:
            sign_in_steps.check_policy(state, user, flow.method, flow.organization_id)
        except errors.ApiError as error:
            if flow.device_id is not None:
                raise
            state.hosted.flows.remove(flow.id)
            if state.connect.requests.remove(flow.id):
                return redirect_to_app(flow, {"error": "access_denied", "error_description": error.text})
            return redirect_to_app(flow, {name: str(error.body[name]) for name in ("error", "error_description")})
    if flow.device_id is not None:
        flow.ready = True
        return redirect_to_page("/device/confirm", flow)
    if flow.id in state.connect.requests:
        flow.ready = True
        return redirect_to_page("/consent", flow)
    return return_code(state, flow, flow.method, user_id=user.id)


def return_code(
    state: State, flow: HostedFlow, method: str, *, user_id: str | None = None, email_completion_id: str | None = None
) -> Response:
    """Send the browser back to the app with an authorization code, and end the flow."""
    now = state.now()
    code = AuthorizationCode(
        id=state.ids.secret(),
        user_id=user_id,
        email_completion_id=email_completion_id,
        organization_id=flow.organization_id,
        authentication_method=method,
        code_challenge=flow.parameters.get("code_challenge"),
        invitation_token=flow.parameters.get("invitation_token"),
        passed=flow.passed,
        expires_at=now + state.settings.authorization_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.authorization_codes.add(code)
    state.hosted.flows.remove(flow.id)
    return redirect_to_app(flow, {"code": code.id})


def _required_connection(state: State, flow: HostedFlow) -> Connection | None:
    """Return the connection that the organization requires its members to use, unless the user signed in with SSO."""
    organization = state.organizations.get(flow.organization_id or "")
    if organization is None or not organization.sso_required or flow.method == "SSO":
        return None
    connections = state.sso.connections.group("organization", organization.id)
    return next((connection for connection in connections if connection.state == "active"), None)
