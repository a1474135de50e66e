"""The sign-in page: the password form, and links to the other methods."""

from workos_emulator.auth import authentication_events, domain_policy, password_sign_in
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import fields, flows, html
from workos_emulator.pages.page_request import PageRequest, page
from workos_emulator.pages.passkeys import ceremony
from workos_emulator.pages.passkeys.sign_in import button as passkey_button
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import fold

_INCORRECT = "Incorrect email address or password."
"""The message of the event."""


@page("/sign-in")
def sign_in(request: PageRequest) -> Response:
    """Ask for the email address and the password."""
    flow, state = request.get_flow(), request.state
    if not state.settings.password_enabled:
        response = request.render(
            request.text("sign_in.title"), _organization_name(request, flow), *_other_methods(request, flow)
        )
        return ceremony.allow_script(response)
    email = request.form.get("email", flow.parameters.get("login_hint", "")).strip()
    problems: dict[str, str] = {}
    problem = ""
    if request.is_submitted:
        password = request.form.get("password", "")
        if not email:
            problems["email"] = request.text("problems.email_missing")
        if not password:
            problems["password"] = request.text("problems.password_missing")
        if "email" not in problems and (connection := domain_policy.required_connection(state, email, "Password")):
            return flows.redirect_to_identity_provider(request, flow, connection, email)
        if not problems:
            try:
                user = password_sign_in.authenticate(state, email, password)
            except errors.ApiError as error:
                code = str(error.body.get("code") or error.body.get("error"))
                is_locked = code == password_sign_in.LOCKED
                problem = request.text("problems.locked" if is_locked else "problems.credentials")
                message = error.text if is_locked else _INCORRECT
                known = state.users.find("email", fold(email))
                authentication_events.emit_failed(state, "password", known, email, code, message, request.browser_data)
            else:
                return flows.complete_first_factor(request, flow, user, "Password")
    response = request.render(
        request.text("sign_in.title"),
        _organization_name(request, flow),
        html.problem_box(problem),
        html.form(
            flow.csrf,
            fields.email(
                request,
                email,
                problems.get("email", ""),
                focus="email" in problems or not (email or problems),
                autocomplete="username webauthn" if state.settings.passkey_enabled else "username",
            ),
            html.field(
                "password",
                request.text("common.password"),
                type="password",
                error=problems.get("password", ""),
                autocomplete="current-password",
                focus="email" not in problems and bool(email),
            ),
            html.button(request.text("sign_in.submit")),
        ),
        *_other_methods(request, flow),
        problem=bool(problems or problem),
    )
    return ceremony.allow_script(response)


def _organization_name(request: PageRequest, flow: HostedFlow) -> str:
    """Return a paragraph with the organization that the application preselected, if any."""
    organization = request.state.organizations.get(flow.parameters.get("organization_id", ""))
    if organization is None:
        return ""
    return html.paragraph(request.text("sign_in.organization", organization=organization.name))


def _other_methods(request: PageRequest, flow: HostedFlow) -> list[str]:
    settings, text = request.state.settings, request.text
    buttons: dict[str, str] = {}
    icons: dict[str, str] = {}
    for name in settings.authkit_providers:
        label = text("sign_in.provider", provider=name.removesuffix("OAuth"))
        buttons[label], icons[label] = page_url("/provider", flow, provider=name), fields.provider_icon(name)
    links: dict[str, str] = {}
    if settings.magic_auth_enabled:
        links[text("sign_in.magic_auth")] = page_url("/magic-auth", flow)
    if settings.password_enabled and settings.password_reset_enabled:
        links[text("sign_in.forgot_password")] = page_url("/forgot-password", flow)
    links[text("sign_in.sso")] = page_url("/sso", flow)
    if settings.sign_up_enabled or "invitation_token" in flow.parameters:
        links[text("sign_in.sign_up")] = page_url("/sign-up", flow)
    passkey = passkey_button(request, flow, plain=settings.password_enabled)
    return ["<hr>" if buttons or passkey else "", passkey, html.link_buttons(buttons, icons), html.links(links)]
