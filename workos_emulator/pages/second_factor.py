"""The second factor: setting an authenticator app up, or asking for its code."""

from workos_emulator.auth import authentication_events, one_time_codes, second_factors, totp
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import Visit
from workos_emulator.pages.registry import page
from workos_emulator.rendering import qr_code
from workos_emulator.storage.objects.auth_factors import Factor
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import User


@page("/second-factor")
def second_factor(visit: Visit) -> Response:
    """Ask a user for the code of the first factor; let one who has no factor set an authenticator app up."""
    flow = visit.flow()
    user = flows.user_of(visit.state, flow)
    factors = visit.state.mfa.factors.group("user", user.id)
    return _challenge(visit, flow, factors[0]) if factors else _enroll(visit, flow, user)


def _enroll(visit: Visit, flow: HostedFlow, user: User) -> Response:
    state, issuer = visit.state, visit.state.settings.application_name
    # The factor is stored when its first code is right: who gives up before has none, and begins anew.
    secret = flow.parameters.setdefault("totp_secret", second_factors.new_secret(state))
    problem = ""
    if visit.posted:
        if totp.matches(secret, visit.form.get("code", "").strip(), state.now()):
            authentication_events.succeeded(state, "mfa", user, visit.browser_data)
            second_factors.add(state, type="totp", user_id=user.id, issuer=issuer, account=user.email, secret=secret)
            return flows.go_on(visit, flow, "mfa")
        problem = one_time_codes.MESSAGES["wrong"]
    uri = totp.uri(secret, issuer, user.email)
    return visit.show(
        "Set up your authenticator app",
        html.paragraph("Scan this with an authenticator app, then enter the code that the app shows."),
        html.image(qr_code.data_url(uri), f"QR code with the secret {secret}"),
        html.paragraph("Or enter this secret by hand:"),
        html.code(secret),
        html.form(flow.csrf, html.code_field(problem), html.button("Confirm")),
        problem=bool(problem),
    )


def _challenge(visit: Visit, flow: HostedFlow, factor: Factor) -> Response:
    state, problem = visit.state, ""
    asked = state.mfa.challenges.get(flow.challenge_id or "")
    if visit.posted and asked is not None and "again" not in visit.form:
        reason = second_factors.verify(state, asked, visit.form.get("code", ""))
        user = flows.user_of(state, flow)
        if reason is None:
            authentication_events.succeeded(state, "mfa", user, visit.browser_data)
            return flows.go_on(visit, flow, "mfa")
        problem = one_time_codes.MESSAGES[reason]
        code = one_time_codes.CODES_OF_AUTHENTICATE[reason]
        authentication_events.failed(state, "mfa", user, None, code, problem, visit.browser_data)
    if asked is None or "again" in visit.form:
        flow.challenge_id = second_factors.challenge(state, factor).id
    is_totp = factor.type == "totp"
    where = "your authenticator app" if is_totp else f"the message to {factor.phone_number or 'your telephone'}"
    return visit.show(
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
