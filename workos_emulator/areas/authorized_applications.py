"""Permissions that users gave to Connect applications."""

from typing import Any

from workos_emulator.areas import organizations
from workos_emulator.entities import AuthorizedApplication
from workos_emulator.registry import Answer, Call, operation


def render(authorization: AuthorizedApplication) -> dict[str, Any]:
    """The permission as JSON."""
    return {
        "object": "authorized_connect_application",
        "id": authorization.id,
        "granted_scopes": authorization.granted_scopes,
        "application": authorization.application,
        "user_id": authorization.user_id,
    }


@operation("listOrganizationAuthorizedApplications")
def list_of_organization(call: Call) -> Answer:
    """List the permissions that members of an organization gave."""
    organization = organizations.find(call, call.path["organization_id"])
    authorizations = call.state.authorized_applications
    return call.page(authorizations, render, numbers=authorizations.numbers("organization", organization.id))
