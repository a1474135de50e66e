"""The page that asks users who signed in with a password to create a passkey."""

from workos_emulator.auth import sign_in_steps
from workos_emulator.auth.passkeys import ceremonies, enrollment, rejection
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import PageRequest, page
from workos_emulator.pages.passkeys import ceremony


@page("/sign-in/passkey/enroll")
def enroll(request: PageRequest) -> Response:
    """Create a passkey, or skip it."""
    flow, state = request.get_flow(), request.state
    user = flows.find_user(state, flow)
    # A passkey must not be a way around other steps, such as a second factor.
    if not (flow.ready and sign_in_steps.enrollment_step(state, user, flow)):
        return flows.continue_sign_in(request, flow)
    party, problem = ceremony.relying_party(request), ""
    if request.is_submitted and "skip" in request.form:
        enrollment.skip(state, user, forever=request.form["skip"] == "forever")
        return flows.continue_sign_in(request, flow, "passkey")
    if request.is_submitted:
        try:
            passkey = ceremonies.register(state, flow, party, user.id, request.form.get("credential", ""))
        except rejection.RejectedPasskeyError as error:
            problem = ceremony.rejection_text(request, error.reason)
        else:
            state.passkeys.all.add(passkey)
            return flows.continue_sign_in(request, flow, "passkey")
    name = " ".join(part for part in (user.first_name, user.last_name) if part)
    options = ceremonies.registration_options(state, flow, party, user.id, user.email, name)
    response = request.render(
        request.text("passkey.create"),
        html.problem_box(problem),
        html.paragraph(request.text("passkey.enroll_intro")),
        ceremony.unsupported(request),
        ceremony.render(request, "create", options, flow.csrf, request.text("passkey.create")),
        html.form(
            flow.csrf,
            html.button(request.text("passkey.not_now"), name="skip", value="now", plain=True),
            html.button(request.text("passkey.never"), name="skip", value="forever", plain=True),
        ),
        problem=bool(problem),
    )
    return ceremony.allow_script(response)
