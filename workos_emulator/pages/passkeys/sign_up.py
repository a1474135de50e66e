"""The pages that create an account with a passkey instead of a password."""

from workos_emulator.api import users
from workos_emulator.auth import domain_policy
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.auth.passkeys import ceremonies, rejection
from workos_emulator.http.messages import Response
from workos_emulator.pages import fields, flows, html
from workos_emulator.pages.page_request import PageRequest, page, redirect_to_page
from workos_emulator.pages.passkeys import ceremony
from workos_emulator.pages.sign_up import assess_risk, check_enabled, email_problem
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

_PATH = "/sign-up/passkey"


@page(_PATH)
def ask_for_email(request: PageRequest) -> Response:
    """Ask for the email address and the name, and continue with the passkey."""
    flow, state = request.get_flow(), request.state
    ceremony.relying_party(request)
    invited = check_enabled(state, flow)
    hint = invited.email if invited else flow.parameters.get("login_hint", "")
    form = {name: text.strip() for name, text in request.form.items()}
    email, problem = form.get("email", hint), ""
    if request.is_submitted:
        if connection := domain_policy.required_connection(state, email, "Passkey"):
            return flows.redirect_to_identity_provider(request, flow, connection, email)
        problem = email_problem(request, email, invited)
        if not problem:
            flow.parameters |= {f"new_{name}": form.get(name, "") for name in ("email", "first_name", "last_name")}
            flow.parameters["new_user_id"] = state.ids.new("user")
            return redirect_to_page(f"{_PATH}/create", flow)
    return request.render(
        request.text("sign_up.title"),
        html.paragraph(request.text("passkey.sign_up_intro")),
        html.form(
            flow.csrf,
            fields.names(request, focus=not problem),
            fields.email(request, email, problem, focus=bool(problem)),
            html.button(request.text("common.continue")),
        ),
        html.links({request.text("sign_up.sign_in"): page_url("/sign-in", flow)}),
        problem=bool(problem),
    )


@page(f"{_PATH}/create")
def create_passkey(request: PageRequest) -> Response:
    """Create the passkey, and the user who has it."""
    flow, state = request.get_flow(), request.state
    party, invited, problem = ceremony.relying_party(request), check_enabled(state, flow), ""
    user_id, email = flow.parameters.get("new_user_id", ""), flow.parameters.get("new_email", "")
    if not user_id or user_id in state.users or email_problem(request, email, invited):
        return redirect_to_page(_PATH, flow)
    if request.is_submitted:
        try:
            passkey = ceremonies.register(state, flow, party, user_id, request.form.get("credential", ""))
        except rejection.RejectedPasskeyError as error:
            problem = ceremony.rejection_text(request, error.reason)
        else:
            assessment = assess_risk(request, email, "Passkey")
            user = _create_user(state, flow, user_id, email)
            state.passkeys.all.add(passkey)
            return flows.complete_first_factor(request, flow, user, "Passkey", sign_up=assessment)
    name = f"{flow.parameters.get('new_first_name', '')} {flow.parameters.get('new_last_name', '')}".strip()
    options = ceremonies.registration_options(state, flow, party, user_id, email, name)
    response = request.render(
        request.text("passkey.create_title"),
        html.problem_box(problem),
        html.paragraph(request.text("passkey.for_email", email=email)),
        ceremony.unsupported(request),
        ceremony.render(request, "create", options, flow.csrf, request.text("passkey.create")),
        html.links({request.text("common.back"): page_url(_PATH, flow)}),
        problem=bool(problem),
    )
    return ceremony.allow_script(response)


def _create_user(state: State, flow: HostedFlow, user_id: str, email: str) -> User:
    names = {name: flow.parameters.get(f"new_{name}") or None for name in ("first_name", "last_name")}
    with state.ids.reserve("user", user_id):
        return users.create_user(state, email, **names)
