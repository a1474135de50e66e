"""The page that asks for the email address that the provider did not return."""

from workos_emulator.api import provider_users
from workos_emulator.auth import email_addresses
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
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
                problem = error.text
            else:
                method = completion.authentication_method
                return flows.complete_first_factor(request, flow, user, method, email_claimed=True)
        else:
            problem = "Enter an email address, such as ada@example.com."
    provider = completion.authentication_method.removesuffix("OAuth")
    return request.render(
        "Enter your email address",
        html.paragraph(f"{provider} did not share your email address. We will send a code to verify it."),
        html.form(
            flow.csrf,
            html.field(
                "email", "Email address", type="email", value=email, error=problem, autocomplete="username", focus=True
            ),
            html.button("Continue"),
        ),
        problem=bool(problem),
    )
