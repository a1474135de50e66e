"""A forgotten password: the link by mail, and the page to choose a new one."""

from workos_emulator.api import password_reset
from workos_emulator.auth.hosted_flows import page_url, start_flow
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import PageError, PageRequest, page
from workos_emulator.pages.sign_up import password_problem
from workos_emulator.storage.state import fold


@page("/forgot-password")
def forgot_password(request: PageRequest) -> Response:
    """Ask for the e-mail address and send a link. Whether there is such a user, the page does not tell."""
    flow, state = request.get_flow(), request.state
    email, problem = request.form.get("email", flow.parameters.get("login_hint", "")).strip(), ""
    if request.is_submitted:
        if email:
            user = state.users.find("email", fold(email))
            if user is not None and state.settings.password_reset_enabled:
                flow.parameters["login_hint"] = email
                password_reset.send(state, user, f"{request.http_request.base_url}{page_url('/reset-password')}")
            return request.render(
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
    return request.render(
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
def reset_password(request: PageRequest) -> Response:
    """Ask for the new password."""
    if "flow" not in request.query:
        return start_flow(
            request.state, request.http_request, "/reset-password", parameters={"token": request.query.get("token", "")}
        )
    flow, state = request.get_flow(), request.state
    try:
        reset, user = password_reset.find(state, flow.parameters.get("token", ""))
    except ApiError:
        raise PageError(
            "The link does not work any more", "It was used before, or is too old. Ask for a new one."
        ) from None
    problem = ""
    if request.is_submitted:
        problem = password_problem(state, request.form.get("password", ""))
        if not problem:
            password_reset.set_password(state, reset, user, request.form["password"])
            state.hosted.flows.remove(flow.id)
            return request.render("Your password is new", html.paragraph("Go back to the app and sign in with it."))
    return request.render(
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
