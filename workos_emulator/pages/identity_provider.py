"""The page that stands in for an identity provider and signs in any user without a password, and the SSO page."""

from workos_emulator.api import provider_users
from workos_emulator.api.sso import members, profiles
from workos_emulator.auth import email_addresses
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.events import sso_sessions
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import fields, flows, html
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page, redirect_to_page
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.sso import Connection, Profile
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold


@page("/provider")
def provider(request: PageRequest) -> Response:
    """Ask who signs in, with a button for each profile of the connection."""
    flow, state = request.get_flow(), request.state
    if flow.parameters.get("kind") != "sso" and request.query.get("provider") in state.settings.authkit_providers:
        flow.connection_id = None  # the user has chosen this provider instead
    connection = state.sso.connections.get(flow.connection_id or "")
    name = request.query.get("provider") or flow.parameters.get("provider", "")
    if connection is None and name not in (flow.parameters.get("provider"), *state.settings.authkit_providers):
        raise LocalizedError("provider", 404)
    if connection is not None and not sso_sessions.is_active(state, connection, flow.id):
        return flows.return_error(request, flow, "server_error", sso_sessions.TIMED_OUT)
    known = state.sso.profiles.group("connection", connection.id) if connection else []
    problem = ""
    if request.is_submitted:
        if "deny" in request.form:
            message = "The user denied access at the identity provider."
            if connection is not None:
                sso_sessions.fail(state, flow.id, flow.parameters.get("login_hint"), "access_denied", message)
            return flows.return_error(request, flow, "access_denied", message)
        email = request.form.get("known") or request.form.get("email", "").strip()
        names = {key: request.form.get(key, "").strip() or None for key in ("first_name", "last_name")}
        if connection is None and "no_email" in request.form:
            return _continue_without_email(request, flow, name, names)
        if email_addresses.is_email(email):
            if connection is not None:
                return _complete_sso(request, flow, connection, email, names)
            return flows.complete_first_factor(
                request, flow, _find_or_create_user(state, flow, email, name, names), name
            )
        problem = fields.invalid_email(request)
    form = html.form(
        flow.csrf,
        fields.email(request, request.form.get("email", flow.parameters.get("login_hint", "")), problem),
        fields.names(request),
        html.button(request.text("common.continue")),
        "" if connection else html.button(request.text("provider.no_email"), name="no_email", value="yes", plain=True),
        html.button(request.text("common.deny"), name="deny", value="yes", plain=True),
    )
    title = connection.name if connection else name.removesuffix("OAuth")
    return request.render(
        request.text("provider.title", provider=title),
        html.paragraph(request.text("provider.intro")),
        html.columns(_profile_form(request, flow, known), form) if known else form,
        problem=bool(problem),
        wide=bool(known),
    )


def _profile_form(request: PageRequest, flow: HostedFlow, profiles: list[Profile]) -> str:
    """Return a form with a button for each profile."""
    return html.form(
        flow.csrf,
        html.choices(
            html.button(
                request.text("provider.known", email=profile.email), name="known", value=profile.email, plain=True
            )
            for profile in profiles
        ),
    )


@page("/sso")
def sso(request: PageRequest) -> Response:
    """Ask for the email address, whose domain selects the connection of an organization."""
    flow, state = request.get_flow(), request.state
    email, problem = request.form.get("email", flow.parameters.get("login_hint", "")).strip(), ""
    if request.is_submitted:
        domain = state.domains.find("domain", fold(email.rpartition("@")[2]))
        connections = state.sso.connections.group("organization", domain.organization_id) if domain else []
        active = [connection for connection in connections if connection.state == "active"]
        if active:
            flow.connection_id = active[0].id
            flow.parameters["login_hint"] = email
            sso_sessions.start(state, active[0], request.http_request, email, flow.id)
            return redirect_to_page("/provider", flow)
        problem = request.text("sso.unknown")
    return request.render(
        request.text("sso.title"),
        html.paragraph(request.text("sso.intro")),
        html.form(flow.csrf, fields.email(request, email, problem), html.button(request.text("common.continue"))),
        html.links({request.text("common.back"): page_url("/sign-in", flow)}),
        problem=bool(problem),
    )


def _complete_sso(
    request: PageRequest, flow: HostedFlow, connection: Connection, email: str, names: dict[str, str | None]
) -> Response:
    """Return to the app with a code for the profile (SSO), or continue with the user of the profile (AuthKit)."""
    state = request.state
    profile = profiles.find_or_add(state, connection.id, email, **names)
    if flow.parameters.get("kind") == "sso":
        code = profiles.issue_code(state, profile, flow.parameters.get("code_challenge"))
        code.sso_expires_at = sso_sessions.expires_at(state, flow.id)
        state.sso.codes.changed(code)
        sso_sessions.move(state, flow.id, code.id, profile.email)
        state.hosted.flows.remove(flow.id)
        return flows.redirect_to_app(flow, {"code": code.id})
    try:
        user = members.find_or_create(state, connection, profile, flow.parameters.get("invitation_token"))
    except errors.ApiError as error:
        reason, description = str(error.body["error"]), str(error.body["error_description"])
        sso_sessions.fail(state, flow.id, profile.email, reason, description)
        return flows.return_error(request, flow, reason, description)
    flow.connection_id = connection.id
    return flows.complete_first_factor(request, flow, user, "SSO", connection.organization_id)


def _find_or_create_user(
    state: State, flow: HostedFlow, email: str, provider: str, names: dict[str, str | None]
) -> User:
    """Return the user with this email address, created if necessary and linked to the provider."""
    token = flow.parameters.get("invitation_token")
    if state.users.find("email", fold(email)) is None and not (token or state.settings.sign_up_enabled):
        raise LocalizedError("no_account", email=email)
    return provider_users.find_or_create(state, email, provider, names, token)


def _continue_without_email(
    request: PageRequest, flow: HostedFlow, name: str, names: dict[str, str | None]
) -> Response:
    """Ask for the email address on a page of AuthKit; an application that started with this provider asks for it itself."""
    state = request.state
    organization_id, token = flow.parameters.get("organization_id"), flow.parameters.get("invitation_token")
    completion = provider_users.start_email_completion(state, name, names, organization_id, token)
    if flow.parameters.get("provider") == name:
        return flows.return_code(state, flow, name, email_completion_id=completion.id)
    flow.parameters["email_completion"] = completion.id
    return redirect_to_page("/enter-email", flow)
