"""The pages of a password reset: requesting the link by email, and choosing a new password."""

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
    """Ask for the email address and send a link. The page does not reveal whether the user exists."""
    flow, state = request.get_flow(), request.state
    email, problem = request.form.get("email", flow.parameters.get("login_hint", "")).strip(), ""
    if request.is_submitted:
        if email:
            user = state.users.find("email", fold(email))
            if user is not None and state.settings.password_reset_enabled:
                flow.parameters["login_hint"] = email
                password_reset.send(state, user, f"{request.http_request.base_url}{page_url('/reset-password')}")
            return request.render(
                "Check your email",
                html.paragraph(f"If there is an account for {email}, we have sent it a link to reset the password."),
                html.links(
                    {
                        "Open the emulator's mailbox": page_url("/mail", to=email),
                        "Back to sign-in": page_url("/sign-in", flow),
                    }
                ),
            )
        problem = "Enter your email address."
    return request.render(
        "Forgot your password?",
        html.paragraph("We will send you a link to reset it."),
        html.form(
            flow.csrf,
            html.field(
                "email", "Email address", type="email", value=email, error=problem, autocomplete="username", focus=True
            ),
            html.button("Send link"),
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
        raise PageError("This link no longer works", "It has been used or has expired. Request a new one.") from None
    problem = ""
    if request.is_submitted:
        problem = password_problem(state, request.form.get("password", ""))
        if not problem:
            password_reset.set_password(state, reset, user, request.form["password"])
            state.hosted.flows.remove(flow.id)
            text = "Go back to the app and sign in with your new password."
            return request.render("Your password has been reset", html.paragraph(text))
    return request.render(
        "Choose a new password",
        html.paragraph(f"Choose a new password for {user.email}. You will be signed out of all sessions."),
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
            html.button("Reset password"),
        ),
        problem=bool(problem),
    )
