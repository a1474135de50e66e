"""The authorization endpoint of Connect, `/oauth2/authorize`."""

from dataclasses import replace

from workos_emulator.api.sso import members, profiles
from workos_emulator.auth import browser_sessions, domain_policy, hosted_flows, remembered_sign_ins
from workos_emulator.auth.authorization_server import authorization_request, client_metadata, consents, protocol
from workos_emulator.auth.authorization_server.protocol import AuthorizationError, Parameters
from workos_emulator.auth.remembered_sign_ins import InteractionRequiredError, RememberedSignIn
from workos_emulator.events import sso_sessions
from workos_emulator.http import errors
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import error_pages, flows
from workos_emulator.pages.connect import external_auth
from workos_emulator.pages.connect.consent import complete, start_browser_session
from workos_emulator.pages.page_request import LocalizedError, PageError, PageRequest
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.connect import AuthorizationRequest
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import User
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
        if (token := parameters.get("id_token_hint")) is not None:
            flow.parameters["login_hint"] = _read_id_token_hint(environment, token)
        return _continue(environment, request, flow, authorization, application)
    except AuthorizationError:
        state.connect.requests.remove(flow.id)
        state.hosted.flows.remove(flow.id)
        raise


def _read_id_token_hint(environment: Environment, token: str) -> str:
    """Return the email address of the user of an ID token, which may have expired. It replaces `login_hint`.

    Raises:
        AuthorizationError: The token is invalid, or its user no longer exists.
    """
    claims = environment.signing_key.verify(token)
    if claims is None:
        raise AuthorizationError("invalid_request", "id_token_hint is not an ID token of this authorization server.")
    user = environment.state.users.get(str(claims.get("sub")))
    if user is None:
        raise AuthorizationError("login_required", "The user of id_token_hint no longer exists.")
    return user.email


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
    page_request = PageRequest(environment, request)
    if not _identify_user(page_request, flow, authorization):
        if is_silent:
            raise AuthorizationError("login_required", "The user is not signed in.")
        if pages == "never":
            message = "The hosted pages are disabled; pass the email address of an existing user as login_hint."
            raise AuthorizationError("access_denied", message)
        return hosted_flows.redirect(state, flow, hosted_flows.page_url("/sign-in", flow))
    if is_silent or pages == "never":
        response = _complete_silently(page_request, flow, authorization, application)
    else:
        response = flows.continue_sign_in(page_request, flow)
    location = response.headers["location"]
    if location.startswith("/"):
        return hosted_flows.redirect(state, flow, location)
    return response


def _identify_user(request: PageRequest, flow: HostedFlow, authorization: AuthorizationRequest) -> bool:
    """Set the user of a flow who need not sign in, and return whether there is one.

    It is the user who is signed in in the browser, or (depending on `Settings.hosted_pages`) the one in `login_hint`.

    Raises:
        AuthorizationError: The user in `login_hint` may not sign in.
    """
    state, prompts, hint = request.state, authorization.prompts, flow.parameters.get("login_hint")
    remembered = _find_remembered(request, authorization, hint)
    user = state.users.find("email", fold(hint)) if hint is not None else None
    skips_pages = state.settings.hosted_pages != "always" and not prompts & {"none", "login"}
    if user is not None and skips_pages and (remembered is None or authorization.max_age is None):
        _sign_in_without_pages(request, flow, user)
        return True
    if remembered is None:
        return False
    flow.user_id, flow.method, flow.passed = remembered.user.id, remembered.method, remembered.passed
    flow.connection_id, flow.authenticated_at = remembered.connection_id, remembered.authenticated_at
    return True


def _find_remembered(
    request: PageRequest, authorization: AuthorizationRequest, hint: str | None
) -> RememberedSignIn | None:
    """Return the earlier sign-in that a request continues; None if there is none, it is too old, or of another user than in `login_hint`.

    It is that of the browser. For `prompt=none`, an active session of the user in `login_hint` counts, too, unless the pages are always shown.
    """
    state, settings, prompts = request.state, request.state.settings, authorization.prompts
    is_silent, max_age = "none" in prompts, authorization.max_age
    is_enabled = settings.remembered_sign_ins and settings.hosted_pages != "never"
    if prompts & {"login", "select_account"} or not (is_enabled or max_age is not None or is_silent):
        return None
    sign_in = remembered_sign_ins.find_of_browser(state, request.http_request)
    if sign_in is None and is_silent and hint is not None and settings.hosted_pages != "always":
        sign_in = remembered_sign_ins.find_of_user(state, hint)
    if sign_in is None or fold(hint or sign_in.user.email) != fold(sign_in.user.email):
        return None
    return sign_in if remembered_sign_ins.is_recent(state, sign_in, max_age) else None


def _sign_in_without_pages(request: PageRequest, flow: HostedFlow, user: User) -> None:
    """Sign in a user with a password or, if the domain policy that manages them requires it, through the identity provider.

    Raises:
        AuthorizationError: The identity provider or Radar does not let the user sign in.
    """
    state, method, organization_id = request.state, "Password", None
    try:
        if connection := domain_policy.required_connection(state, user.email, method):
            profile = profiles.find_or_add(state, connection.id, user.email)
            members.find_or_create(state, connection, profile)
            sso_sessions.start(state, connection, request.http_request, user.email, flow.id)
            method, organization_id, flow.connection_id = "SSO", connection.organization_id, connection.id
        flows.pass_first_factor(request, flow, user, method, organization_id)
    except errors.ApiError as error:
        raise AuthorizationError("access_denied", error.text) from None
    except PageError as error:
        raise AuthorizationError("access_denied", error.text) from None


def _complete_silently(
    request: PageRequest, flow: HostedFlow, authorization: AuthorizationRequest, application: Application
) -> Response:
    """Return the code without showing a page.

    Raises:
        AuthorizationError: A page would be necessary.
    """
    state, user = request.state, flows.find_user(request.state, flow)
    try:
        remembered_sign_ins.check_silent(state, user, flow, None)
        domain_policy.join(state, user)
        if flow.organization_id is None:
            flow.organization_id = _select_organization(state, flow, application)
        remembered_sign_ins.check_silent(state, user, flow, flow.organization_id)
    except InteractionRequiredError as error:
        raise AuthorizationError("interaction_required", str(error)) from None
    if consents.is_required(state, application, user, flow.organization_id, authorization):
        raise AuthorizationError("consent_required", "The user has not authorized the application.")
    if flow.authenticated_at is not None:
        return complete(request, flow, authorization, status=302)
    start_browser_session(state, flow, user)
    response = complete(request, flow, authorization, status=302)
    return browser_sessions.set_cookie(state, response, flow.browser)


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
