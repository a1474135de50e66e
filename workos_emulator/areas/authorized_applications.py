"""Permissions that users gave to Connect applications."""

from functools import partial
from typing import Any

from workos_emulator import errors
from workos_emulator.areas import connect, organizations, users
from workos_emulator.entities import AuthorizedApplication
from workos_emulator.registry import Answer, Call, operation
from workos_emulator.state import State


def render(state: State, authorization: AuthorizedApplication) -> dict[str, Any]:
    """The permission as JSON, as a user's list shows it."""
    application = state.credentials.applications.get(authorization.application_id)
    assert application is not None
    return {
        "object": "authorized_connect_application",
        "id": authorization.id,
        "granted_scopes": authorization.granted_scopes,
        "application": connect.render(application),
    }


def render_with_user(state: State, authorization: AuthorizedApplication) -> dict[str, Any]:
    """The permission as JSON, as an organization's list shows it."""
    return {**render(state, authorization), "user_id": authorization.user_id}


@operation("listOrganizationAuthorizedApplications")
def list_of_organization(call: Call) -> Answer:
    """List the permissions that members of an organization gave."""
    organization = organizations.find(call, call.path["organization_id"])
    authorizations = call.state.authorized_applications
    numbers = authorizations.numbers("organization", organization.id)
    return call.page(authorizations, partial(render_with_user, call.state), numbers=numbers)


@operation("listUserAuthorizedApplications")
def list_of_user(call: Call) -> Answer:
    """List the permissions that a user gave."""
    user = users.find(call, call.path["user_id"])
    authorizations = call.state.authorized_applications
    return call.page(authorizations, partial(render, call.state), numbers=authorizations.numbers("user", user.id))


@operation("deleteUserAuthorizedApplication")
def delete(call: Call) -> Answer:
    """Take back all permissions that a user gave to an application."""
    user, application_id = users.find(call, call.path["user_id"]), call.path["application_id"]
    given = call.state.authorized_applications.group("user", user.id)
    wanted = [authorization for authorization in given if authorization.application_id == application_id]
    if not wanted:
        raise errors.not_found("Application", application_id)
    for authorization in wanted:
        call.state.authorized_applications.remove(authorization.id)
    return None
