"""The pages of the second factor: setting up an authenticator app, or asking for its code."""

from workos_emulator.auth import authentication_events, one_time_codes, second_factors, totp
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
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
        problem = one_time_codes.MESSAGES["wrong"]
    uri = totp.uri(secret, issuer, user.email)
    return request.render(
        "Set up your authenticator app",
        html.paragraph("Scan the QR code with an authenticator app, then enter the code that the app shows."),
        html.image(qr_code.data_url(uri), f"QR code with the secret {secret}"),
        html.paragraph("Or enter this secret manually:"),
        html.code(secret),
        html.form(flow.csrf, html.code_field(problem), html.button("Confirm")),
        problem=bool(problem),
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
        problem = one_time_codes.MESSAGES[reason]
        code = one_time_codes.AUTHENTICATE_ERROR_CODES[reason]
        authentication_events.emit_failed(state, "mfa", user, None, code, problem, request.browser_data)
    if challenge is None or "again" in request.form:
        flow.challenge_id = second_factors.create_challenge(state, factor).id
    is_totp = factor.type == "totp"
    source = "from your authenticator app" if is_totp else f"that we sent to {factor.phone_number or 'your phone'}"
    return request.render(
        "Enter your code",
        html.paragraph(f"Enter the six-digit code {source}."),
        html.form(
            flow.csrf,
            html.code_field(problem),
            html.button("Continue"),
            "" if is_totp else html.button("Resend code", name="again", value="yes", plain=True),
        ),
        problem=bool(problem),
    )
