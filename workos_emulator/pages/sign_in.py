"""The sign-in page: the password form, and links to the other methods."""

from workos_emulator.auth import authentication_events, domain_policy, password_sign_in
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import PageRequest, page
from workos_emulator.pages.passkeys import ceremony
from workos_emulator.pages.passkeys.sign_in import button as passkey_button
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import fold


@page("/sign-in")
def sign_in(request: PageRequest) -> Response:
    """Ask for the email address and the password."""
    flow, state = request.get_flow(), request.state
    if not state.settings.password_enabled:
        response = request.render("Sign in", _organization_name(request, flow), *_other_methods(request, flow))
        return ceremony.allow_script(response)
    email = request.form.get("email", flow.parameters.get("login_hint", "")).strip()
    problems: dict[str, str] = {}
    problem = ""
    if request.is_submitted:
        password = request.form.get("password", "")
        if not email:
            problems["email"] = "Enter your email address."
        if not password:
            problems["password"] = "Enter your password."  # noqa: S105 - a message
        if "email" not in problems and (connection := domain_policy.required_connection(state, email, "Password")):
            return flows.redirect_to_identity_provider(request, flow, connection, email)
        if not problems:
            try:
                user = password_sign_in.authenticate(state, email, password)
            except errors.ApiError as error:
                code = str(error.body.get("code") or error.body.get("error"))
                problem = error.text if code == password_sign_in.LOCKED else "Incorrect email address or password."
                known = state.users.find("email", fold(email))
                authentication_events.emit_failed(state, "password", known, email, code, problem, request.browser_data)
            else:
                return flows.complete_first_factor(request, flow, user, "Password")
    response = request.render(
        "Sign in",
        _organization_name(request, flow),
        html.problem_box(problem),
        html.form(
            flow.csrf,
            html.field(
                "email",
                "Email address",
                type="email",
                value=email,
                error=problems.get("email", ""),
                autocomplete="username webauthn" if state.settings.passkey_enabled else "username",
                focus="email" in problems or not (email or problems),
            ),
            html.field(
                "password",
                "Password",
                type="password",
                error=problems.get("password", ""),
                autocomplete="current-password",
                focus="email" not in problems and bool(email),
            ),
            html.button("Sign in"),
        ),
        *_other_methods(request, flow),
        problem=bool(problems or problem),
    )
    return ceremony.allow_script(response)


def _organization_name(request: PageRequest, flow: HostedFlow) -> str:
    """Return a paragraph with the organization that the application preselected, if any."""
    organization = request.state.organizations.get(flow.parameters.get("organization_id", ""))
    return html.paragraph(f"You are signing in to {organization.name}.") if organization else ""


def _other_methods(request: PageRequest, flow: HostedFlow) -> list[str]:
    settings = request.state.settings
    buttons = {
        f"Continue with {name.removesuffix('OAuth')}": page_url("/provider", flow, provider=name)
        for name in settings.authkit_providers
    }
    links: dict[str, str] = {}
    if settings.magic_auth_enabled:
        links["Email me a sign-in code"] = page_url("/magic-auth", flow)
    if settings.password_enabled and settings.password_reset_enabled:
        links["Forgot your password?"] = page_url("/forgot-password", flow)
    links["Sign in with SSO"] = page_url("/sso", flow)
    if settings.sign_up_enabled or "invitation_token" in flow.parameters:
        links["Create an account"] = page_url("/sign-up", flow)
    passkey = passkey_button(request, flow)
    return ["<hr>" if buttons or passkey else "", passkey, html.link_buttons(buttons), html.links(links)]
