"""Handlers of authorized applications: the authorizations that users granted to Connect applications."""

from functools import partial

from workos_emulator.api import organizations, users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.applications import render_authorization_with_user, render_authorized_application
from workos_emulator.storage.deletion import sign_in_dependents


@operation("listOrganizationAuthorizedApplications")
def list_of_organization(call: Call) -> Result:
    """List the applications that members of an organization authorized."""
    organization = organizations.find_organization(call, call.path["organization_id"])
    authorizations = call.state.authorized_applications
    numbers = authorizations.numbers("organization", organization.id)
    return call.page(authorizations, partial(render_authorization_with_user, call.state), numbers=numbers)


@operation("listUserAuthorizedApplications")
def list_of_user(call: Call) -> Result:
    """List the applications that a user authorized."""
    user = users.find_user(call, call.path["user_id"])
    authorizations = call.state.authorized_applications
    return call.page(
        authorizations,
        partial(render_authorized_application, call.state),
        numbers=authorizations.numbers("user", user.id),
    )


@operation("deleteUserAuthorizedApplication")
def delete(call: Call) -> Result:
    """Revoke all authorizations that a user granted to an application."""
    user, application_id = users.find_user(call, call.path["user_id"]), call.path["application_id"]
    authorizations = call.state.authorized_applications.group("user", user.id)
    matching = [authorization for authorization in authorizations if authorization.application_id == application_id]
    if not matching:
        raise errors.not_found("Application", application_id)
    for authorization in matching:
        sign_in_dependents.delete_authorization(call.state, authorization)
    return None
