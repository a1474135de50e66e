"""The sign-up page."""

from workos_emulator.api import users
from workos_emulator.auth import domain_policy, email_addresses, passwords
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.auth.radar import sign_ins as radar
from workos_emulator.auth.radar.assessment import Assessment
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import fields, flows, html
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page
from workos_emulator.storage.objects.users import PasswordHash
from workos_emulator.storage.state import State, fold


@page("/sign-up")
def sign_up(request: PageRequest) -> Response:
    """Ask for an email address, a name and a password, and create the user."""
    flow, state = request.get_flow(), request.state
    invited = state.codes.invitations.find("token", flow.parameters.get("invitation_token"))
    if not (state.settings.password_enabled and (state.settings.sign_up_enabled or invited)):
        raise LocalizedError("sign_up_disabled")
    hint = invited.email if invited else flow.parameters.get("login_hint", "")
    form = {name: text.strip() for name, text in request.form.items()}
    email = form.get("email", hint)
    problems: dict[str, str] = {}
    if request.is_submitted:
        if connection := domain_policy.required_connection(state, email, "Password"):
            return flows.redirect_to_identity_provider(request, flow, connection, email)
        password = request.form.get("password", "")
        if not email_addresses.is_email(email):
            problems["email"] = fields.invalid_email(request) if email else request.text("problems.email_missing")
        elif state.users.find("email", fold(email)):
            problems["email"] = request.text("sign_up.email_taken")
        elif invited and fold(invited.email) != fold(email):
            problems["email"] = request.text("sign_up.invited", email=invited.email)
        if weakness := password_problem(request, password):
            problems["password"] = weakness
        if not problems:
            assessment = _assess(request, email)
            names = {name: form.get(name) or None for name in ("first_name", "last_name")}
            user = users.create_user(state, email, password=hash_password(state, password), **names)
            return flows.complete_first_factor(request, flow, user, "Password", sign_up=assessment)
    return request.render(
        request.text("sign_up.title"),
        html.form(
            flow.csrf,
            fields.names(request, focus=not problems),
            fields.email(request, email, problems.get("email", ""), focus="email" in problems),
            fields.new_password(
                request,
                request.text("common.password"),
                problems.get("password", ""),
                focus="email" not in problems and "password" in problems,
            ),
            html.button(request.text("sign_up.submit")),
        ),
        html.links({request.text("sign_up.sign_in"): page_url("/sign-in", flow)}),
        problem=bool(problems),
    )


def _assess(request: PageRequest, email: str) -> Assessment:
    try:
        return radar.assess_sign_up(request.state, email, request.browser_data)
    except errors.ApiError as error:
        raise flows.blocked_by_radar() from error


def password_problem(request: PageRequest, password: str) -> str:
    """Return why a password is not acceptable; an empty string if it is."""
    settings = request.state.settings
    if not password:
        return request.text("problems.new_password_missing")
    codes = [weakness["code"] for weakness in passwords.weaknesses(password, settings)]
    return " ".join(request.text(f"problems.{code}", count=settings.password_min_length) for code in codes)


def hash_password(state: State, password: str) -> PasswordHash:
    """Return the hash of a password that `password_problem` accepts."""
    return passwords.hash_password(password, state.ids.secret(16))
