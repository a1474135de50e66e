"""The page that asks for the email address that the provider did not return."""

from workos_emulator.api import provider_users
from workos_emulator.auth import email_addresses
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import error_pages, fields, flows, html
from workos_emulator.pages.page_request import PageRequest, page


@page("/enter-email")
def enter_email(request: PageRequest) -> Response:
    """Ask for the email address, and continue with its verification."""
    flow, state = request.get_flow(), request.state
    completion = provider_users.find_email_completion(state, flow.parameters.get("email_completion", ""))
    email, problem = request.form.get("email", "").strip(), ""
    if request.is_submitted:
        if email_addresses.is_email(email):
            try:
                user = provider_users.complete_email(state, completion, email)
            except errors.ApiError as error:
                problem = error_pages.describe(request.text, error) or error.text
            else:
                method = completion.authentication_method
                return flows.complete_first_factor(request, flow, user, method, email_claimed=True)
        else:
            problem = fields.invalid_email(request)
    provider = completion.authentication_method.removesuffix("OAuth")
    return request.render(
        request.text("enter_email.title"),
        html.paragraph(request.text("enter_email.intro", provider=provider)),
        html.form(flow.csrf, fields.email(request, email, problem), html.button(request.text("common.continue"))),
        problem=bool(problem),
    )
