"""The authorization endpoint of Connect, `/oauth2/authorize`."""

from dataclasses import replace

from workos_emulator.auth import browser_sessions, hosted_flows, sign_in_steps
from workos_emulator.auth.authorization_server import authorization_request, client_metadata, consents, protocol
from workos_emulator.auth.authorization_server.protocol import AuthorizationError, Parameters
from workos_emulator.http import errors
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import error_pages, flows
from workos_emulator.pages.connect import external_auth
from workos_emulator.pages.connect.consent import complete
from workos_emulator.pages.page_request import LocalizedError, PageRequest
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.connect import AuthorizationRequest
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.objects.hosted_flows import BrowserSession, HostedFlow
from workos_emulator.storage.state import State, fold


def respond(environment: Environment, request: Request) -> Response:
    """Validate an authorization request, and show the hosted pages as far as the user has something to do.

    Without a valid client and redirect URI, the browser gets an error page. Other errors redirect it to the application.
    """
    state = environment.state
    if request.method == "POST":  # OpenID Connect allows both methods
        request = replace(request, method="GET", query=request.body.decode("latin-1"), body=b"")
    try:
        parameters = protocol.read_query(request.query)
        client_metadata.check(state, parameters, request.fetched)
        application, redirect_uri = authorization_request.find_client(state, parameters)
    except errors.ApiError as error:
        return error_pages.of_page_error(state, request, LocalizedError("authorization"), error.text)
    try:
        return _start(environment, request, application, redirect_uri, parameters)
    except AuthorizationError as error:
        client_state = None if "state" in parameters.repeated else parameters.get("state")
        return protocol.redirect(
            redirect_uri, client_state, 302, error=error.error, error_description=error.description
        )
    finally:
        state.events.flush()


def _start(
    environment: Environment, request: Request, application: Application, redirect_uri: str, parameters: Parameters
) -> Response:
    state = environment.state
    flow = hosted_flows.new_flow(state, request)
    try:
        authorization = authorization_request.read(state, application, redirect_uri, parameters, flow.id)
        _purge(state)
        state.connect.requests.add(authorization)
        flow.parameters["redirect_uri"] = redirect_uri
        for name in ("state", "login_hint"):
            if (value := parameters.get(name)) is not None:
                flow.parameters[name] = value
        return _continue(environment, request, flow, authorization, application)
    except AuthorizationError:
        state.connect.requests.remove(flow.id)
        state.hosted.flows.remove(flow.id)
        raise


def _continue(
    environment: Environment,
    request: Request,
    flow: HostedFlow,
    authorization: AuthorizationRequest,
    application: Application,
) -> Response:
    state = environment.state
    pages, is_silent = state.settings.hosted_pages, "none" in authorization.prompts
    if state.settings.connect_login_uri is not None:
        if is_silent:
            raise AuthorizationError("login_required", "The application's own sign-in page must sign in the user.")
        return external_auth.start(state, request, flow, application)
    if not _identify_user(state, request, flow, authorization):
        if is_silent:
            raise AuthorizationError("login_required", "The user is not signed in.")
        if pages == "never":
            message = "The hosted pages are disabled; pass the email address of an existing user as login_hint."
            raise AuthorizationError("access_denied", message)
        return hosted_flows.redirect(state, flow, hosted_flows.page_url("/sign-in", flow))
    page_request = PageRequest(environment, request)
    if is_silent or pages == "never":
        response = _complete_silently(page_request, flow, authorization, application)
    else:
        response = flows.continue_sign_in(page_request, flow)
    location = response.headers["location"]
    if location.startswith("/"):
        return hosted_flows.redirect(state, flow, location)
    return response


def _identify_user(state: State, request: Request, flow: HostedFlow, authorization: AuthorizationRequest) -> bool:
    """Set the user of a flow who need not sign in, and return whether there is one.

    It is the user who is signed in in the browser, or (depending on `Settings.hosted_pages`) the one in `login_hint`.
    """
    hint = flow.parameters.get("login_hint")
    hinted = state.users.find("email", fold(hint)) if hint is not None else None
    if hinted is not None and state.settings.hosted_pages != "always" and "login" not in authorization.prompts:
        flow.user_id, flow.method = hinted.id, "Password"
        return True
    session = _find_session(state, request, authorization)
    if session is None or (hint is not None and (hinted is None or hinted.id != session.user_id)):
        return False
    flow.user_id, flow.method, flow.passed = session.user_id, session.method, session.passed
    flow.connection_id, flow.authenticated_at = session.connection_id, session.created_at
    return True


def _find_session(state: State, request: Request, authorization: AuthorizationRequest) -> BrowserSession | None:
    session = browser_sessions.find(state, request)
    if session is None or authorization.prompts & {"login", "select_account"}:
        return None
    max_age = authorization.max_age
    if not (state.settings.remembered_sign_ins or max_age is not None or "none" in authorization.prompts):
        return None
    is_too_old = max_age is not None and (state.now() - session.created_at).total_seconds() >= max_age
    return None if is_too_old else session


def _complete_silently(
    request: PageRequest, flow: HostedFlow, authorization: AuthorizationRequest, application: Application
) -> Response:
    """Return the code without showing a page.

    Raises:
        AuthorizationError: A page would be necessary.
    """
    state, user = request.state, flows.find_user(request.state, flow)
    for name, step in sign_in_steps.STEPS.items():
        if name not in flow.passed and (missing := step(state, user, flow)):
            raise AuthorizationError("interaction_required", missing.message)
    flow.organization_id = _select_organization(state, flow, application)
    if flow.organization_id is not None:
        try:
            if missing := sign_in_steps.organization_step(state, user, flow, flow.organization_id):
                raise AuthorizationError("interaction_required", missing.message)
            sign_in_steps.check_policy(state, user, flow, flow.organization_id)
        except errors.ApiError as error:
            raise AuthorizationError("interaction_required", error.text) from None
    if consents.is_required(state, application, user, flow.organization_id, authorization):
        raise AuthorizationError("consent_required", "The user has not authorized the application.")
    return complete(request, flow, authorization, status=302)


def _select_organization(state: State, flow: HostedFlow, application: Application) -> str | None:
    """Return the organization of a user without asking: the only one, or the one they authorized the application for last."""
    user = flows.find_user(state, flow)
    ids = [membership.organization_id for membership in flows.active_memberships(state, user)]
    if len(ids) > 1:
        for authorization in reversed(state.authorized_applications.group("user", user.id)):
            if authorization.application_id == application.id and authorization.organization_id in ids:
                return authorization.organization_id
        if state.settings.hosted_pages != "never":
            raise AuthorizationError("interaction_required", "The user must choose an organization.")
    return ids[0] if ids else None


def _purge(state: State) -> None:
    """Delete expired authorization requests with their flows."""
    now, requests = state.now(), state.connect.requests
    while requests and (oldest := requests.at(requests.numbers()[0])).expires_at <= now:
        requests.remove(oldest.id)
        state.hosted.flows.remove(oldest.id)
