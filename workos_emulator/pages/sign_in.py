"""Signing in: with a password, and the ways to everything else."""

from workos_emulator.auth import authentication_events, passwords
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import Visit
from workos_emulator.pages.registry import page
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import fold


@page("/sign-in")
def sign_in(visit: Visit) -> Response:
    """Ask for the e-mail address and the password."""
    flow, state = visit.flow(), visit.state
    if not state.settings.password_enabled:
        return visit.show("Sign in", *_other_ways(visit, flow))
    email = visit.form.get("email", flow.parameters.get("login_hint", "")).strip()
    wrong: dict[str, str] = {}
    problem = ""
    if visit.posted:
        password = visit.form.get("password", "")
        if not email:
            wrong["email"] = "Enter your e-mail address."
        if not password:
            wrong["password"] = "Enter your password."  # noqa: S105 - a message
        user = state.users.find("email", fold(email))
        if not wrong and user and user.password and passwords.matches(user.password, password):
            return flows.proved(visit, flow, user, "Password")
        if not wrong:
            problem = "The e-mail address or the password is not right."
            authentication_events.failed(
                state, "password", user, email, "invalid_credentials", problem, visit.browser_data
            )
    return visit.show(
        "Sign in",
        html.problem_box(problem),
        html.form(
            flow.csrf,
            html.field(
                "email",
                "E-mail address",
                type="email",
                value=email,
                error=wrong.get("email", ""),
                autocomplete="username",
                focus="email" in wrong or not (email or wrong),
            ),
            html.field(
                "password",
                "Password",
                type="password",
                error=wrong.get("password", ""),
                autocomplete="current-password",
                focus="email" not in wrong and bool(email),
            ),
            html.button("Sign in"),
        ),
        *_other_ways(visit, flow),
        problem=bool(wrong or problem),
    )


def _other_ways(visit: Visit, flow: HostedFlow) -> list[str]:
    settings = visit.state.settings
    buttons = {
        f"Continue with {name.removesuffix('OAuth')}": page_url("/provider", flow, provider=name)
        for name in settings.authkit_providers
    }
    rest: dict[str, str] = {}
    if settings.magic_auth_enabled:
        rest["E-mail me a code instead"] = page_url("/magic-auth", flow)
    if settings.password_enabled and settings.password_reset_enabled:
        rest["Forgot your password?"] = page_url("/forgot-password", flow)
    rest["Sign in through your organization (SSO)"] = page_url("/sso", flow)
    if settings.sign_up_enabled or "invitation_token" in flow.parameters:
        rest["Create an account"] = page_url("/sign-up", flow)
    return ["<hr>" if buttons else "", html.link_buttons(buttons), html.links(rest)]
