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
        problem = request.text("organization.unknown")
    organizations = [organization for id in ids if (organization := state.organizations.get(id))]
    return request.render(
        request.text("organization.title"),
        html.paragraph(request.text("organization.intro", email=user.email)),
        html.problem_box(problem),
        html.form(
            flow.csrf,
            html.choices(
                html.button(item.name, name="organization_id", value=item.id, plain=True) for item in organizations
            ),
        ),
        problem=bool(problem),
    )
