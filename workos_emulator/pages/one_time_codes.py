"""Pages that ask for a code from a message: Magic Auth, the proof of the e-mail address, Radar."""

from collections.abc import Sequence

from workos_emulator.api import magic_auth
from workos_emulator.auth import authentication_events, email_addresses, one_time_codes, sign_in_steps
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import Visit, see
from workos_emulator.pages.registry import page
from workos_emulator.storage.objects.codes import OneTimeCode
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold


@page("/magic-auth")
def magic(visit: Visit) -> Response:
    """Ask for the e-mail address and send a code to it."""
    flow, state = visit.flow(), visit.state
    email, problem = visit.form.get("email", flow.parameters.get("login_hint", "")).strip(), ""
    if visit.posted:
        if email_addresses.is_email(email):
            try:
                user = magic_auth.user_for(state, email, flow.parameters.get("invitation_token"))
            except errors.ApiError as error:
                problem = error.text
            else:
                magic_auth.send(state, user)
                flow.parameters["email"] = user.email
                return see("/magic-auth/code", flow)
        else:
            problem = "Enter an e-mail address, such as ada@example.com."
    return visit.show(
        "Sign in with a code",
        html.paragraph("We send a code of six digits to your e-mail address."),
        html.form(
            flow.csrf,
            html.field(
                "email",
                "E-mail address",
                type="email",
                value=email,
                error=problem,
                autocomplete="username",
                focus=True,
            ),
            html.button("Send the code"),
        ),
        html.links({"Back": page_url("/sign-in", flow)}),
        problem=bool(problem),
    )


@page("/magic-auth/code")
def magic_code(visit: Visit) -> Response:
    """Ask for the code that was sent, and sign in with it."""
    flow, state = visit.flow(), visit.state
    user = state.users.find("email", fold(flow.parameters.get("email", "")))
    if user is None:
        return see("/magic-auth", flow)
    if visit.posted and "again" in visit.form:
        magic_auth.send(state, user)
        return see("/magic-auth/code", flow)
    sent = [code for code in state.codes.magic_auths.group("user", user.id) if fold(code.email) == fold(user.email)]
    problem = _problem(visit, sent, user, "magic_auth")
    if visit.posted and not problem:
        return flows.proved(visit, flow, user, "MagicAuth")
    return _ask(visit, flow, "Enter your code", user.email, problem)


@page("/verify-email")
def verify_email(visit: Visit) -> Response:
    """Ask for the code that proves the e-mail address."""
    flow, state = visit.flow(), visit.state
    user = flows.user_of(state, flow)
    if visit.posted and "again" in visit.form:
        sign_in_steps.email_verification(state, user)
        return see("/verify-email", flow)
    sent = [v for v in state.codes.email_verifications.group("user", user.id) if fold(v.email) == fold(user.email)]
    problem = _problem(visit, sent, user, "email_verification")
    if visit.posted and not problem:
        authentication_events.succeeded(state, "email_verification", user, visit.browser_data)
        user.email_verified, user.updated_at = True, state.now()
        state.users.changed(user)
        return flows.go_on(visit, flow, "email")
    return _ask(visit, flow, "Confirm your e-mail address", user.email, problem)


@page("/radar")
def radar(visit: Visit) -> Response:
    """Ask for the code that Radar wants; one by SMS needs a telephone number first."""
    flow, state = visit.flow(), visit.state
    user = flows.user_of(state, flow)
    by_mail = state.codes.radar_planned.get(user.id) == "email"
    number = None if by_mail else flow.parameters.get("phone_number")
    if not by_mail and number is None:
        return _telephone(visit, flow, user)
    if visit.posted and "again" in visit.form:
        sign_in_steps.radar_challenge(state, user, number)
        return see("/radar", flow)
    sent = [c for c in state.codes.radar_challenges.group("user", user.id) if c.phone_number == number]
    problem = _problem(visit, sent)
    if visit.posted and not problem:
        state.codes.radar_planned.pop(user.id, None)
        return flows.go_on(visit, flow, "radar")
    return _ask(visit, flow, "Is it you?", number or user.email, problem)


def _telephone(visit: Visit, flow: HostedFlow, user: User) -> Response:
    number, problem = visit.form.get("phone_number", "").strip(), ""
    if visit.posted:
        if sign_in_steps.is_telephone(number):
            flow.parameters["phone_number"] = number
            sign_in_steps.radar_challenge(visit.state, user, number)
            return see("/radar", flow)
        problem = "Enter a telephone number, such as +1 555 0100."
    return visit.show(
        "Is it you?",
        html.paragraph("Something about this sign-in is unusual. We send a code to your telephone."),
        html.form(
            flow.csrf,
            html.field(
                "phone_number",
                "Telephone number",
                type="tel",
                value=number,
                error=problem,
                autocomplete="tel",
                focus=True,
            ),
            html.button("Send the code"),
        ),
        problem=bool(problem),
    )


def _problem(
    visit: Visit, sent: Sequence[OneTimeCode], user: User | None = None, kind: authentication_events.Kind | None = None
) -> str:
    """What is wrong with the code of the form; an empty text if it was used up, or no form was sent."""
    if visit.posted:
        try:
            one_time_codes.redeem(sent, visit.form.get("code", ""), visit.state.now())
        except one_time_codes.RefusedCodeError as error:
            message, code = one_time_codes.MESSAGES[error.reason], one_time_codes.CODES_OF_AUTHENTICATE[error.reason]
            if kind is not None:
                authentication_events.failed(visit.state, kind, user, None, code, message, visit.browser_data)
            return message
    return ""


def _ask(visit: Visit, flow: HostedFlow, title: str, to: str, problem: str) -> Response:
    return visit.show(
        title,
        html.paragraph(f"Enter the code of six digits that we sent to {to}."),
        html.form(
            flow.csrf,
            html.code_field(problem),
            html.button("Continue"),
            html.button("Send another code", name="again", value="yes", plain=True),
        ),
        html.links({"Open the mailbox of the emulator": page_url("/mail", to=to)}),
        problem=bool(problem),
    )
