"""The sign-up page."""

from workos_emulator.api import users
from workos_emulator.auth import domain_policy, email_addresses, passwords
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.auth.radar import sign_ins as radar
from workos_emulator.auth.radar.assessment import Assessment
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import PageError, PageRequest, page
from workos_emulator.storage.objects.users import PasswordHash
from workos_emulator.storage.state import State, fold


@page("/sign-up")
def sign_up(request: PageRequest) -> Response:
    """Ask for an email address, a name and a password, and create the user."""
    flow, state = request.get_flow(), request.state
    invited = state.codes.invitations.find("token", flow.parameters.get("invitation_token"))
    if not (state.settings.password_enabled and (state.settings.sign_up_enabled or invited)):
        raise PageError("Sign-up is disabled", "Ask for an invitation, or sign in with an existing account.")
    hint = invited.email if invited else flow.parameters.get("login_hint", "")
    form = {name: text.strip() for name, text in request.form.items()}
    email = form.get("email", hint)
    problems: dict[str, str] = {}
    if request.is_submitted:
        if connection := domain_policy.required_connection(state, email, "Password"):
            return flows.redirect_to_identity_provider(request, flow, connection, email)
        password = request.form.get("password", "")
        if not email_addresses.is_email(email):
            problems["email"] = (
                "Enter an email address, such as ada@example.com." if email else "Enter your email address."
            )
        elif state.users.find("email", fold(email)):
            problems["email"] = "An account with this email address already exists. Sign in instead."
        elif invited and fold(invited.email) != fold(email):
            problems["email"] = f"The invitation is for {invited.email}."
        if weakness := password_problem(state, password):
            problems["password"] = weakness
        if not problems:
            assessment = _assess(request, email)
            names = {name: form.get(name) or None for name in ("first_name", "last_name")}
            user = users.create_user(state, email, password=hash_password(state, password), **names)
            return flows.complete_first_factor(request, flow, user, "Password", sign_up=assessment)
    return request.render(
        "Create an account",
        html.form(
            flow.csrf,
            html.field(
                "first_name",
                "First name",
                value=form.get("first_name", ""),
                autocomplete="given-name",
                required=False,
                focus=not problems,
            ),
            html.field(
                "last_name", "Last name", value=form.get("last_name", ""), autocomplete="family-name", required=False
            ),
            html.field(
                "email",
                "Email address",
                type="email",
                value=email,
                error=problems.get("email", ""),
                autocomplete="username",
                focus="email" in problems,
            ),
            html.field(
                "password",
                "Password",
                type="password",
                error=problems.get("password", ""),
                hint=f"At least {state.settings.password_min_length} characters.",
                autocomplete="new-password",
                focus="email" not in problems and "password" in problems,
            ),
            html.button("Create account"),
        ),
        html.links({"Already have an account? Sign in": page_url("/sign-in", flow)}),
        problem=bool(problems),
    )


def _assess(request: PageRequest, email: str) -> Assessment:
    try:
        return radar.assess_sign_up(request.state, email, request.browser_data)
    except errors.ApiError as error:
        raise flows.blocked_by_radar() from error


def password_problem(state: State, password: str) -> str:
    """Return why a password is not acceptable; an empty string if it is."""
    if not password:
        return "Enter a password."
    return " ".join(weakness["message"] for weakness in passwords.weaknesses(password, state.settings))


def hash_password(state: State, password: str) -> PasswordHash:
    """Return the hash of a password that `password_problem` accepts."""
    return passwords.hash_password(password, state.ids.secret(16))
