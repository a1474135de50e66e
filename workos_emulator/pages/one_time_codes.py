"""The pages that ask for a one-time code: Magic Auth, email verification and Radar."""

from collections.abc import Sequence

from workos_emulator.api import magic_auth
from workos_emulator.auth import (
    authentication_events,
    domain_policy,
    email_addresses,
    one_time_codes,
    sign_in_steps,
)
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.auth.radar import sign_ins as radar_sign_ins
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import error_pages, fields, flows, html
from workos_emulator.pages.page_request import PageRequest, page, redirect_to_page
from workos_emulator.storage.objects.codes import OneTimeCode
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold


@page("/magic-auth")
def magic(request: PageRequest) -> Response:
    """Ask for the email address and send a code to it."""
    flow, state = request.get_flow(), request.state
    email, problem = request.form.get("email", flow.parameters.get("login_hint", "")).strip(), ""
    if request.is_submitted:
        if email_addresses.is_email(email):
            if connection := domain_policy.required_connection(state, email, "MagicAuth"):
                return flows.redirect_to_identity_provider(request, flow, connection, email)
            try:
                user = magic_auth.find_or_create_user(state, email, flow.parameters.get("invitation_token"))
            except errors.ApiError as error:
                problem = error_pages.describe(request.text, error) or error.text
            else:
                magic_auth.send(state, user)
                flow.parameters["email"] = user.email
                return redirect_to_page("/magic-auth/code", flow)
        else:
            problem = fields.invalid_email(request)
    return request.render(
        request.text("magic_auth.title"),
        html.paragraph(request.text("magic_auth.intro")),
        html.form(flow.csrf, fields.email(request, email, problem), html.button(request.text("common.send_code"))),
        html.links({request.text("common.back"): page_url("/sign-in", flow)}),
        problem=bool(problem),
    )


@page("/magic-auth/code")
def magic_code(request: PageRequest) -> Response:
    """Ask for the code that was sent, and complete the first factor with it."""
    flow, state = request.get_flow(), request.state
    user = state.users.find("email", fold(flow.parameters.get("email", "")))
    if user is None:
        return redirect_to_page("/magic-auth", flow)
    if request.is_submitted and "again" in request.form:
        magic_auth.send(state, user)
        return redirect_to_page("/magic-auth/code", flow)
    codes = [code for code in state.codes.magic_auths.group("user", user.id) if fold(code.email) == fold(user.email)]
    problem = _redeem(request, codes, user, "magic_auth")
    if request.is_submitted and not problem:
        return flows.complete_first_factor(request, flow, user, "MagicAuth")
    return _render_code_form(request, flow, request.text("magic_auth.code_title"), user.email, problem)


@page("/verify-email")
def verify_email(request: PageRequest) -> Response:
    """Ask for the code that verifies the email address."""
    flow, state = request.get_flow(), request.state
    user = flows.find_user(state, flow)
    if request.is_submitted and "again" in request.form:
        sign_in_steps.send_email_verification(state, user)
        return redirect_to_page("/verify-email", flow)
    codes = [v for v in state.codes.email_verifications.group("user", user.id) if fold(v.email) == fold(user.email)]
    problem = _redeem(request, codes, user, "email_verification")
    if request.is_submitted and not problem:
        authentication_events.emit_succeeded(state, "email_verification", user, request.browser_data)
        user.email_verified, user.updated_at = True, state.now()
        state.users.changed(user)
        return flows.continue_sign_in(request, flow, "email")
    return _render_code_form(request, flow, request.text("verify_email.title"), user.email, problem)


@page("/radar")
def radar(request: PageRequest) -> Response:
    """Ask for the code of a Radar challenge. A challenge by SMS asks for a phone number first."""
    flow, state = request.get_flow(), request.state
    user = flows.find_user(state, flow)
    by_email = state.codes.radar_planned.get(user.id, "email") == "email"
    number = None if by_email else flow.parameters.get("phone_number")
    if not by_email and number is None:
        return _render_phone_number_form(request, flow, user)
    if request.is_submitted and "again" in request.form:
        sign_in_steps.send_radar_challenge(state, user, number)
        return redirect_to_page("/radar", flow)
    codes = [c for c in state.codes.radar_challenges.group("user", user.id) if c.phone_number == number]
    problem = _redeem(request, codes)
    if request.is_submitted and not problem:
        radar_sign_ins.complete_challenge(state, user, flow.method, request.browser_data)
        return flows.continue_sign_in(request, flow, "radar")
    return _render_code_form(request, flow, request.text("radar.title"), number or user.email, problem)


def _render_phone_number_form(request: PageRequest, flow: HostedFlow, user: User) -> Response:
    number, problem = request.form.get("phone_number", "").strip(), ""
    if request.is_submitted:
        if sign_in_steps.is_phone_number(number):
            flow.parameters["phone_number"] = number
            sign_in_steps.send_radar_challenge(request.state, user, number)
            return redirect_to_page("/radar", flow)
        problem = request.text("problems.phone_number", example="+1 555 0100")
    return request.render(
        request.text("radar.title"),
        html.paragraph(request.text("radar.intro")),
        html.form(
            flow.csrf,
            html.field(
                "phone_number",
                request.text("radar.phone_number"),
                type="tel",
                value=number,
                error=problem,
                autocomplete="tel",
                focus=True,
            ),
            html.button(request.text("common.send_code")),
        ),
        problem=bool(problem),
    )


def _redeem(
    request: PageRequest,
    codes: Sequence[OneTimeCode],
    user: User | None = None,
    kind: authentication_events.Method | None = None,
) -> str:
    """Redeem the code of the form. Return an error message; an empty string on success or if no form was submitted."""
    if request.is_submitted:
        try:
            one_time_codes.redeem(codes, request.form.get("code", ""), request.state.now())
        except one_time_codes.RejectedCodeError as error:
            message, code = one_time_codes.MESSAGES[error.reason], one_time_codes.AUTHENTICATE_ERROR_CODES[error.reason]
            if kind is not None:
                authentication_events.emit_failed(request.state, kind, user, None, code, message, request.browser_data)
            return request.text(f"problems.code_{error.reason}")
    return ""


def _render_code_form(request: PageRequest, flow: HostedFlow, title: str, to: str, problem: str) -> Response:
    return request.render(
        title,
        html.paragraph(request.text("code.sent", to=to)),
        html.form(
            flow.csrf,
            fields.code(request, problem),
            html.button(request.text("common.continue")),
            html.button(request.text("common.resend_code"), name="again", value="yes", plain=True),
        ),
        html.links({request.text("common.open_mailbox"): page_url("/mail", to=to)}),
        problem=bool(problem),
    )
