"""Signing up."""

from workos_emulator.api import users
from workos_emulator.auth import email_addresses, passwords
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import StopError, Visit
from workos_emulator.pages.registry import page
from workos_emulator.storage.objects.users import PasswordHash
from workos_emulator.storage.state import State, fold


@page("/sign-up")
def sign_up(visit: Visit) -> Response:
    """Ask for an e-mail address, a name and a password, and create the user."""
    flow, state = visit.flow(), visit.state
    invited = state.codes.invitations.find("token", flow.parameters.get("invitation_token"))
    if not (state.settings.password_enabled and (state.settings.sign_up_enabled or invited)):
        raise StopError(
            "Signing up is not enabled", "Ask for an invitation, or sign in with the account that you have."
        )
    hint = invited.email if invited else flow.parameters.get("login_hint", "")
    form = {name: text.strip() for name, text in visit.form.items()}
    email = form.get("email", hint)
    wrong: dict[str, str] = {}
    if visit.posted:
        password = visit.form.get("password", "")
        if not email_addresses.is_email(email):
            wrong["email"] = (
                "Enter an e-mail address, such as ada@example.com." if email else "Enter your e-mail address."
            )
        elif state.users.find("email", fold(email)):
            wrong["email"] = "There is an account with this address already. Sign in instead."
        elif invited and fold(invited.email) != fold(email):
            wrong["email"] = f"The invitation is for {invited.email}."
        if weak := weaknesses(state, password):
            wrong["password"] = weak
        if not wrong:
            names = {name: form.get(name) or None for name in ("first_name", "last_name")}
            user = users.new(state, email, password=hashed(state, password), **names)
            return flows.proved(visit, flow, user, "Password")
    return visit.show(
        "Create an account",
        html.form(
            flow.csrf,
            html.field(
                "first_name",
                "First name",
                value=form.get("first_name", ""),
                autocomplete="given-name",
                required=False,
                focus=not wrong,
            ),
            html.field(
                "last_name", "Last name", value=form.get("last_name", ""), autocomplete="family-name", required=False
            ),
            html.field(
                "email",
                "E-mail address",
                type="email",
                value=email,
                error=wrong.get("email", ""),
                autocomplete="username",
                focus="email" in wrong,
            ),
            html.field(
                "password",
                "Password",
                type="password",
                error=wrong.get("password", ""),
                hint=f"At least {state.settings.password_min_length} characters.",
                autocomplete="new-password",
                focus="email" not in wrong and "password" in wrong,
            ),
            html.button("Create account"),
        ),
        html.links({"I have an account: sign in": page_url("/sign-in", flow)}),
        problem=bool(wrong),
    )


def weaknesses(state: State, password: str) -> str:
    """Why a password cannot be chosen; an empty text if it can."""
    if not password:
        return "Choose a password."
    return " ".join(weak["message"] for weak in passwords.weaknesses(password, state.settings))


def hashed(state: State, password: str) -> PasswordHash:
    """A password to store, which `weaknesses` has found good."""
    return passwords.from_text(password, state.ids.secret(16))
