"""The sign-up page."""

from workos_emulator.api import users
from workos_emulator.auth import domain_policy, email_addresses, passwords
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.auth.radar import sign_ins as radar
from workos_emulator.auth.radar.assessment import Assessment
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import fields, flows, html
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page, redirect_to_page
from workos_emulator.pages.passkeys import ceremony
from workos_emulator.rendering.invitations import invitation_state
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import PasswordHash
from workos_emulator.storage.state import State, fold


@page("/sign-up")
def sign_up(request: PageRequest) -> Response:
    """Ask for an email address, a name and a password, and create the user."""
    flow, state = request.get_flow(), request.state
    invited = check_enabled(state, flow)
    if not state.settings.password_enabled:
        return redirect_to_page("/sign-up/passkey", flow)
    hint = invited.email if invited else flow.parameters.get("login_hint", "")
    form = {name: text.strip() for name, text in request.form.items()}
    email = form.get("email", hint)
    problems: dict[str, str] = {}
    if request.is_submitted:
        if connection := domain_policy.required_connection(state, email, "Password"):
            return flows.redirect_to_identity_provider(request, flow, connection, email)
        password = request.form.get("password", "")
        if problem := email_problem(request, email, invited):
            problems["email"] = problem
        if weakness := password_problem(request, password):
            problems["password"] = weakness
        if not problems:
            assessment = assess_risk(request, email, "Password")
            names = {name: form.get(name) or None for name in ("first_name", "last_name")}
            user = users.create_user(state, email, password=hash_password(state, password), **names)
            return flows.complete_first_factor(request, flow, user, "Password", sign_up=assessment)
    response = request.render(
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
        ceremony.link(request, request.text("passkey.sign_up"), page_url("/sign-up/passkey", flow)),
        html.links({request.text("sign_up.sign_in"): page_url("/sign-in", flow)}),
        problem=bool(problems),
    )
    return ceremony.allow_script(response)


def check_enabled(state: State, flow: HostedFlow) -> Invitation | None:
    """Check that users can sign up, with a password or a passkey. Return the invitation that the flow accepts, if any.

    Raises:
        PageError: They cannot, or the invitation does not exist or is no longer pending.
    """
    token, settings = flow.parameters.get("invitation_token"), state.settings
    invited = state.codes.invitations.find("token", token)
    if token is not None and (invited is None or invitation_state(state, invited) != "pending"):
        raise LocalizedError("invitation")
    if not ((settings.password_enabled or settings.passkey_enabled) and (settings.sign_up_enabled or invited)):
        raise LocalizedError("sign_up_disabled")
    return invited


def email_problem(request: PageRequest, email: str, invited: Invitation | None) -> str:
    """Return why nobody can sign up with an email address; an empty string if it is possible."""
    if not email_addresses.is_email(email):
        return fields.invalid_email(request) if email else request.text("problems.email_missing")
    if request.state.users.find("email", fold(email)):
        return request.text("sign_up.email_taken")
    if invited and fold(invited.email) != fold(email):
        return request.text("sign_up.invited", email=invited.email)
    return ""


def assess_risk(request: PageRequest, email: str, method: str) -> Assessment:
    """Return the assessment of a sign-up by Radar.

    Raises:
        PageError: Radar blocks the sign-up.
    """
    try:
        return radar.assess_sign_up(request.state, email, method, request.browser_data)
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
