"""The pages of a password reset: requesting the link by email, and choosing a new password."""

from workos_emulator.api import password_reset
from workos_emulator.auth.hosted_flows import UI_LOCALES, page_url, start_flow
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Response
from workos_emulator.pages import fields, html
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page
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
                path = page_url("/reset-password", ui_locales=flow.parameters.get(UI_LOCALES))
                password_reset.send(state, user, f"{request.http_request.base_url}{path}")
            links = {
                "common.open_mailbox": page_url("/mail", to=email),
                "forgot_password.back": page_url("/sign-in", flow),
            }
            return request.render(
                request.text("forgot_password.sent_title"),
                html.paragraph(request.text("forgot_password.sent", email=email)),
                html.links({request.text(key): url for key, url in links.items()}),
            )
        problem = request.text("problems.email_missing")
    return request.render(
        request.text("forgot_password.title"),
        html.paragraph(request.text("forgot_password.intro")),
        html.form(
            flow.csrf, fields.email(request, email, problem), html.button(request.text("forgot_password.submit"))
        ),
        html.links({request.text("common.back"): page_url("/sign-in", flow)}),
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
        raise LocalizedError("link") from None
    problem = ""
    if request.is_submitted:
        problem = password_problem(request, request.form.get("password", ""))
        if not problem:
            password_reset.set_password(state, reset, user, request.form["password"])
            state.hosted.flows.remove(flow.id)
            done = html.paragraph(request.text("reset_password.done"))
            return request.render(request.text("reset_password.done_title"), done)
    return request.render(
        request.text("reset_password.title"),
        html.paragraph(request.text("reset_password.intro", email=user.email)),
        html.form(
            flow.csrf,
            fields.new_password(request, request.text("reset_password.password"), problem, focus=True),
            html.button(request.text("reset_password.submit")),
        ),
        problem=bool(problem),
    )
