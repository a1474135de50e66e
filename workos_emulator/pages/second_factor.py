"""The second factor: setting an authenticator app up, or asking for its code."""

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
    """Ask a user for the code of the first factor; let one who has no factor set an authenticator app up."""
    flow = request.get_flow()
    user = flows.find_user(request.state, flow)
    factors = request.state.mfa.factors.group("user", user.id)
    return _challenge(request, flow, factors[0]) if factors else _enroll(request, flow, user)


def _enroll(request: PageRequest, flow: HostedFlow, user: User) -> Response:
    state, issuer = request.state, request.state.settings.application_name
    # The factor is stored when its first code is right: who gives up before has none, and begins anew.
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
        html.paragraph("Scan this with an authenticator app, then enter the code that the app shows."),
        html.image(qr_code.data_url(uri), f"QR code with the secret {secret}"),
        html.paragraph("Or enter this secret by hand:"),
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
    where = "your authenticator app" if is_totp else f"the message to {factor.phone_number or 'your telephone'}"
    return request.render(
        "Enter your code",
        html.paragraph(f"Enter the code of six digits from {where}."),
        html.form(
            flow.csrf,
            html.code_field(problem),
            html.button("Continue"),
            "" if is_totp else html.button("Send another code", name="again", value="yes", plain=True),
        ),
        problem=bool(problem),
    )
