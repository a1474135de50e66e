"""The sign-in with a passkey: the button on the sign-in page, and the page that verifies the passkey."""

from workos_emulator.auth import authentication_events
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.auth.passkeys import ceremonies, rejection
from workos_emulator.auth.passkeys.relying_party import RelyingParty
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import PageRequest, page
from workos_emulator.pages.passkeys import ceremony
from workos_emulator.storage.objects.hosted_flows import HostedFlow

_PATH = "/sign-in/passkey"


@page(_PATH)
def sign_in(request: PageRequest) -> Response:
    """Verify the passkey and complete the first factor with it; show the reason and another button if it is rejected."""
    flow, state = request.get_flow(), request.state
    party, problem = ceremony.relying_party(request), ""
    if request.is_submitted:
        try:
            user = ceremonies.sign_in(state, flow, party, request.form.get("credential", ""))
        except rejection.RejectedPasskeyError as error:
            problem = ceremony.rejection_text(request, error.reason)
            code = rejection.CODES[error.reason]
            authentication_events.emit_failed(
                state, "passkey", error.user, None, code, error.details, request.browser_data
            )
        else:
            return flows.complete_first_factor(request, flow, user, "Passkey")
    response = request.render(
        request.text("passkey.sign_in"),
        html.problem_box(problem),
        html.paragraph(request.text("passkey.intro")),
        ceremony.unsupported(request),
        button(request, flow),
        html.links({request.text("common.back"): page_url("/sign-in", flow)}),
        problem=bool(problem),
    )
    return ceremony.allow_script(response)


def button(request: PageRequest, flow: HostedFlow, *, plain: bool = False) -> str:
    """Return the button that signs in with a passkey; the reason if the host has none, and an empty string if passkeys are disabled."""
    if not request.state.settings.passkey_enabled:
        return ""
    party = RelyingParty.from_request(request.state, request.http_request)
    if not party.is_usable:
        return html.paragraph(ceremony.host_problem(request))
    options = ceremonies.sign_in_options(request.state, flow, party)
    label = request.text("passkey.sign_in")
    return ceremony.render(request, "get", options, flow.csrf, label, action=page_url(_PATH, flow), plain=plain)
