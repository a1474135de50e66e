"""Signing in with a password."""

from workos_emulator import passwords
from workos_emulator.hosted import flows, html
from workos_emulator.hosted.pages import page
from workos_emulator.hosted.visit import Visit
from workos_emulator.messages import Response
from workos_emulator.state import fold


@page("/sign-in")
def sign_in(visit: Visit) -> Response:
    """Ask for the e-mail address and the password."""
    flow, state = visit.flow(), visit.state
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
        problem=bool(wrong or problem),
    )
