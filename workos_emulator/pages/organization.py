"""Choosing an organization."""

from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import Visit
from workos_emulator.pages.registry import page


@page("/organization")
def choose(visit: Visit) -> Response:
    """Show the organizations of the user, each with a button."""
    flow, state = visit.flow(), visit.state
    user = flows.user_of(state, flow)
    ids = [membership.organization_id for membership in flows.memberships_of(state, user)]
    problem = ""
    if visit.posted:
        if visit.form.get("organization_id") in ids:
            flow.organization_id = visit.form["organization_id"]
            return flows.go_on(visit, flow)
        problem = "Choose one of the organizations below."
    found = [organization for id in ids if (organization := state.organizations.get(id))]
    return visit.show(
        "Choose an organization",
        html.paragraph(f"{user.email} is a member of several organizations."),
        html.problem_box(problem),
        html.form(
            flow.csrf,
            *(html.button(item.name, name="organization_id", value=item.id, plain=True) for item in found),
        ),
        problem=bool(problem),
    )
