"""The page to choose an organization."""

from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import PageRequest, page


@page("/organization")
def choose_organization(request: PageRequest) -> Response:
    """Show a button for each organization of the user."""
    flow, state = request.get_flow(), request.state
    user = flows.find_user(state, flow)
    ids = [membership.organization_id for membership in flows.active_memberships(state, user)]
    problem = ""
    if request.is_submitted:
        if request.form.get("organization_id") in ids:
            flow.organization_id = request.form["organization_id"]
            return flows.continue_sign_in(request, flow)
        problem = "Choose one of the organizations below."
    organizations = [organization for id in ids if (organization := state.organizations.get(id))]
    return request.render(
        "Choose an organization",
        html.paragraph(f"{user.email} is a member of several organizations."),
        html.problem_box(problem),
        html.form(
            flow.csrf,
            *(html.button(item.name, name="organization_id", value=item.id, plain=True) for item in organizations),
        ),
        problem=bool(problem),
    )
