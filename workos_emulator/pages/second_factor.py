"""The pages of the second factor: setting up an authenticator app, or asking for its code."""

from workos_emulator.auth import authentication_events, one_time_codes, second_factors, totp
from workos_emulator.http.messages import Response
from workos_emulator.pages import fields, flows, html
from workos_emulator.pages.page_request import PageRequest, page
from workos_emulator.rendering import qr_code
from workos_emulator.storage.objects.auth_factors import Factor
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import User


@page("/second-factor")
def second_factor(request: PageRequest) -> Response:
    """Ask for a code of the user's first factor, or set up an authenticator app if the user has none."""
    flow = request.get_flow()
    user = flows.find_user(request.state, flow)
    factors = request.state.mfa.factors.group("user", user.id)
    return _challenge(request, flow, factors[0]) if factors else _enroll(request, flow, user)


def _enroll(request: PageRequest, flow: HostedFlow, user: User) -> Response:
    state, issuer = request.state, request.state.settings.application_name
    # The factor is stored only when its first code is correct, so an abandoned setup leaves nothing behind.
    secret = flow.parameters.setdefault("totp_secret", second_factors.new_secret(state))
    problem = ""
    if request.is_submitted:
        if totp.matches(secret, request.form.get("code", "").strip(), state.now()):
            authentication_events.emit_succeeded(state, "mfa", user, request.browser_data)
            second_factors.add_factor(
                state, type="totp", user_id=user.id, issuer=issuer, account=user.email, secret=secret
            )
            return flows.continue_sign_in(request, flow, "mfa")
        problem = request.text("problems.code_wrong")
    uri = totp.uri(secret, issuer, user.email)
    return request.render(
        request.text("second_factor.setup_title"),
        html.paragraph(request.text("second_factor.setup_intro")),
        html.columns(
            html.image(qr_code.data_url(uri), request.text("second_factor.qr_code", secret=secret)),
            html.paragraph(request.text("second_factor.secret"))
            + html.code(secret)
            + html.form(flow.csrf, fields.code(request, problem), html.button(request.text("second_factor.confirm"))),
        ),
        problem=bool(problem),
        wide=True,
    )


def _challenge(request: PageRequest, flow: HostedFlow, factor: Factor) -> Response:
    state, problem = request.state, ""
    challenge = state.mfa.challenges.get(flow.challenge_id or "")
    if request.is_submitted and challenge is not None and "again" not in request.form:
        reason = second_factors.verify_challenge(state, challenge, request.form.get("code", ""))
        user = flows.find_user(state, flow)
        if reason is None:
            authentication_events.emit_succeeded(state, "mfa", user, request.browser_data)
            return flows.continue_sign_in(request, flow, "mfa")
        problem = request.text(f"problems.code_{reason}")
        message, code = one_time_codes.MESSAGES[reason], one_time_codes.AUTHENTICATE_ERROR_CODES[reason]
        authentication_events.emit_failed(state, "mfa", user, None, code, message, request.browser_data)
    if challenge is None or "again" in request.form:
        flow.challenge_id = second_factors.create_challenge(state, factor).id
    is_totp = factor.type == "totp"
    if factor.phone_number and not is_totp:
        source = request.text("code.sent", to=factor.phone_number)
    else:
        source = request.text("second_factor.from_app" if is_totp else "second_factor.from_phone")
    return request.render(
        request.text("second_factor.title"),
        html.paragraph(source),
        html.form(
            flow.csrf,
            fields.code(request, problem),
            html.button(request.text("common.continue")),
            "" if is_totp else html.button(request.text("common.resend_code"), name="again", value="yes", plain=True),
        ),
        problem=bool(problem),
    )
