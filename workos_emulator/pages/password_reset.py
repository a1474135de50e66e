"""A forgotten password: the link by mail, and the page to choose a new one."""

from workos_emulator.api import password_reset
from workos_emulator.auth.hosted_flows import page_url, start_flow
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import StopError, Visit
from workos_emulator.pages.registry import page
from workos_emulator.pages.sign_up import weaknesses
from workos_emulator.storage.state import fold


@page("/forgot-password")
def forgot(visit: Visit) -> Response:
    """Ask for the e-mail address and send a link. Whether there is such a user, the page does not tell."""
    flow, state = visit.flow(), visit.state
    email, problem = visit.form.get("email", flow.parameters.get("login_hint", "")).strip(), ""
    if visit.posted:
        if email:
            user = state.users.find("email", fold(email))
            if user is not None and state.settings.password_reset_enabled:
                flow.parameters["login_hint"] = email
                password_reset.send(state, user, f"{visit.request.base_url}{page_url('/reset-password')}")
            return visit.show(
                "Look at your mail",
                html.paragraph(
                    f"If there is an account for {email}, there is a link to choose a new password in its mailbox."
                ),
                html.links(
                    {
                        "Open the mailbox of the emulator": page_url("/mail", to=email),
                        "Back to signing in": page_url("/sign-in", flow),
                    }
                ),
            )
        problem = "Enter your e-mail address."
    return visit.show(
        "Forgot your password?",
        html.paragraph("We send you a link to choose a new one."),
        html.form(
            flow.csrf,
            html.field(
                "email", "E-mail address", type="email", value=email, error=problem, autocomplete="username", focus=True
            ),
            html.button("Send the link"),
        ),
        html.links({"Back": page_url("/sign-in", flow)}),
        problem=bool(problem),
    )


@page("/reset-password")
def reset(visit: Visit) -> Response:
    """Ask for the new password."""
    if "flow" not in visit.query:
        return start_flow(
            visit.state, visit.request, "/reset-password", parameters={"token": visit.query.get("token", "")}
        )
    flow, state = visit.flow(), visit.state
    try:
        found, user = password_reset.find(state, flow.parameters.get("token", ""))
    except ApiError:
        raise StopError(
            "The link does not work any more", "It was used before, or is too old. Ask for a new one."
        ) from None
    problem = ""
    if visit.posted:
        problem = weaknesses(state, visit.form.get("password", ""))
        if not problem:
            password_reset.set_password(state, found, user, visit.form["password"])
            state.hosted.flows.remove(flow.id)
            return visit.show("Your password is new", html.paragraph("Go back to the app and sign in with it."))
    return visit.show(
        "Choose a new password",
        html.paragraph(f"For {user.email}. You are signed out everywhere."),
        html.form(
            flow.csrf,
            html.field(
                "password",
                "New password",
                type="password",
                error=problem,
                hint=f"At least {state.settings.password_min_length} characters.",
                autocomplete="new-password",
                focus=True,
            ),
            html.button("Set the password"),
        ),
        problem=bool(problem),
    )
