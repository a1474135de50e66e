"""The flow of a sign-in from an authorization URL through the pages back to the app."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from workos_emulator.auth import browser_sessions, domain_policy, invitations, sign_in_steps
from workos_emulator.auth.passkeys.relying_party import RelyingParty
from workos_emulator.auth.radar import sign_ins as radar
from workos_emulator.auth.radar.assessment import Assessment
from workos_emulator.events import sso_sessions
from workos_emulator.http import errors, urls
from workos_emulator.http.messages import Response
from workos_emulator.pages.page_request import LocalizedError, PageError, PageRequest, redirect_to_page
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.sessions import AuthorizationCode
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

_PAGES = {"radar": "/radar", "email": "/verify-email", "mfa": "/second-factor", "passkey": "/sign-in/passkey/enroll"}


def complete_first_factor(
    request: PageRequest,
    flow: HostedFlow,
    user: User,
    method: str,
    organization_id: str | None = None,
    *,
    email_claimed: bool = False,
    sign_up: Assessment | None = None,
) -> Response:
    """Continue after the first authentication factor of a user, optionally for an organization.

    A user whom a domain policy manages continues at the identity provider instead. The other arguments are those of `pass_first_factor`.

    Raises:
        PageError: Radar blocks the sign-in.
    """
    if connection := domain_policy.required_connection(request.state, user.email, method):
        return redirect_to_identity_provider(request, flow, connection, user.email)
    pass_first_factor(request, flow, user, method, organization_id, email_claimed=email_claimed, sign_up=sign_up)
    return continue_sign_in(request, flow)


def pass_first_factor(
    request: PageRequest,
    flow: HostedFlow,
    user: User,
    method: str,
    organization_id: str | None = None,
    *,
    email_claimed: bool = False,
    sign_up: Assessment | None = None,
) -> None:
    """Set the user of a flow who has authenticated, and forget an earlier one.

    Args:
        request: The request.
        flow: The flow.
        user: The user.
        method: The `authentication_method` of the sign-in.
        organization_id: The organization that the user signs in to; by default, the one that the application requested.
        email_claimed: Whether the user entered the email address because the provider returned none. It must be verified.
        sign_up: The assessment of Radar, if the user is new.

    Raises:
        PageError: Radar blocks the sign-in.
    """
    try:
        _check_risk(request, user, method, sign_up)
    except errors.ApiError as error:
        if method == "SSO":
            sso_sessions.fail(request.state, flow.id, user.email, str(error.body["code"]), error.text)
        raise blocked_by_radar() from error
    # Discard the state of another user or method that the flow may have started with.
    flow.user_id, flow.method, flow.passed = user.id, method, frozenset({radar.ASSESSED})
    flow.ready, flow.challenge_id, flow.email_claimed = False, None, email_claimed
    flow.authenticated_at = None
    flow.organization_id = organization_id or flow.parameters.get("organization_id")
    flow.parameters.pop("totp_secret", None)
    request.state.hosted.flows.changed(flow)
    if not (user.email_verified or email_claimed) and (
        sign_in_steps.verifies_email(request.state, user, flow) or find_invitation(request.state, flow, user)
    ):
        user.email_verified, user.updated_at = True, request.state.now()
        request.state.users.changed(user)


def _check_risk(request: PageRequest, user: User, method: str, sign_up: Assessment | None) -> None:
    if sign_up is None:
        radar.check(request.state, user, method, request.browser_data)
    else:
        radar.apply(request.state, user, method, request.browser_data, sign_up, "sign-up")


def blocked_by_radar() -> LocalizedError:
    """Return the error for a sign-in or sign-up that Radar blocks."""
    return LocalizedError("blocked", 403)


def continue_sign_in(request: PageRequest, flow: HostedFlow, done: str | None = None) -> Response:
    """Redirect to the next page after the step `done`, or back to the app when all steps are complete.

    A user whose domain policy does not allow the method continues at the identity provider instead.
    """
    state, user = request.state, find_user(request.state, flow)
    if connection := domain_policy.required_connection(state, user.email, flow.method):
        return redirect_to_identity_provider(request, flow, connection, user.email)
    flow.ready = False  # the user may have chosen another organization, which requires more
    if done is not None:
        flow.passed |= {done}
    for name, step in sign_in_steps.STEPS.items():
        if name not in flow.passed and step(state, user, flow):
            return redirect_to_page(_PAGES[name], flow)
    domain_policy.join(state, user)
    invitation = find_invitation(state, flow, user)
    if flow.organization_id is None and invitation is not None:
        flow.organization_id = invitation.organization_id
    if flow.organization_id is None:
        active = active_memberships(state, user)
        if len(active) > 1:
            return redirect_to_page("/organization", flow)
        flow.organization_id = active[0].organization_id if active else None
    return _complete(request, flow, user)


def redirect_to_identity_provider(
    request: PageRequest, flow: HostedFlow, connection: Connection, email: str
) -> Response:
    """Continue at the identity provider of a connection."""
    flow.connection_id, flow.parameters["login_hint"] = connection.id, email
    sso_sessions.start(request.state, connection, request.http_request, email, flow.id)
    return redirect_to_page("/provider", flow)


def find_user(state: State, flow: HostedFlow) -> User:
    """Return the user who signed in on the pages.

    Raises:
        PageError: No user has signed in.
    """
    user = state.users.get(flow.user_id or "")
    if user is None:
        raise LocalizedError("not_signed_in")
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


def return_error(request: PageRequest, flow: HostedFlow, error: str, description: str) -> Response:
    """Send the browser back to the app with an error, and end the flow.

    Raises:
        PageError: The sign-in is one of a device, which the browser cannot return to.
    """
    if flow.device_id is not None:
        key = f"api_errors.{error}"
        text = request.text(key if key in request.text else "errors.device.text")
        raise PageError(request.text("errors.blocked.title"), text)
    request.state.hosted.flows.remove(flow.id)
    if request.state.connect.requests.remove(flow.id):
        error = "access_denied"
    return redirect_to_app(flow, {"error": error, "error_description": description})


def _complete(request: PageRequest, flow: HostedFlow, user: User) -> Response:
    state = request.state
    if _has_timed_out(state, flow):
        return return_error(request, flow, "server_error", sso_sessions.TIMED_OUT)
    if flow.organization_id is not None:
        if connection := _required_connection(state, flow):
            return redirect_to_identity_provider(request, flow, connection, user.email)
        if sign_in_steps.organization_step(state, user, flow, flow.organization_id):
            return redirect_to_page(_PAGES["mfa"], flow)
        try:
            sign_in_steps.check_policy(state, user, flow, flow.organization_id)
        except errors.ApiError as error:
            return return_error(request, flow, str(error.body["error"]), str(error.body["error_description"]))
    is_usable = RelyingParty.from_request(state, request.http_request).is_usable
    if is_usable and sign_in_steps.enrollment_step(state, user, flow):
        flow.ready = True
        return redirect_to_page(_PAGES["passkey"], flow)
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
    if user_id is not None:
        browser_sessions.start(state, flow)
    code = AuthorizationCode(
        id=state.ids.secret(),
        user_id=user_id,
        email_completion_id=email_completion_id,
        organization_id=flow.organization_id,
        authentication_method=method,
        sso_expires_at=sso_sessions.expires_at(state, flow.id) if method == "SSO" else None,
        code_challenge=flow.parameters.get("code_challenge"),
        invitation_token=flow.parameters.get("invitation_token"),
        passed=flow.passed,
        connection_id=flow.connection_id if method == "SSO" else None,
        authenticated_at=flow.authenticated_at,
        browser_id=flow.browser,
        expires_at=now + state.settings.authorization_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.authorization_codes.add(code)
    if method == "SSO" and (user := state.users.get(user_id or "")):
        sso_sessions.move(state, flow.id, code.id, user.email)
    state.hosted.flows.remove(flow.id)
    return browser_sessions.set_cookie(state, redirect_to_app(flow, {"code": code.id}), flow.browser)


def _has_timed_out(state: State, flow: HostedFlow) -> bool:
    """Return whether the SSO session of a sign-in has timed out. A flow with `authenticated_at` continues an earlier sign-in without one."""
    connection = state.sso.connections.get(flow.connection_id or "")
    if flow.method != "SSO" or flow.authenticated_at is not None or connection is None:
        return False
    return not sso_sessions.is_active(state, connection, flow.id)


def _required_connection(state: State, flow: HostedFlow) -> Connection | None:
    """Return the connection that the organization requires its members to use, unless the user signed in with it."""
    if flow.organization_id is None or not sign_in_steps.requires_sso(state, flow, flow.organization_id):
        return None
    connections = domain_policy.active_connections(state, flow.organization_id)
    return connections[0] if connections else None
