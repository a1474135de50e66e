"""What several parts of authorization need: how things look as JSON, and how requests name them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.authorization import render_role_assignment
from workos_emulator.storage import role_assignments
from workos_emulator.storage.objects.access import Resource, RoleAssignment
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.roles import Role


def find_membership(call: Call) -> Membership:
    """The membership that the path names.

    Raises:
        ApiError: 404.
    """
    id = call.path["organization_membership_id"]
    membership = call.state.memberships.get(id)
    if membership is None:
        raise errors.not_found("Organization membership", id)
    return membership


def resource_by_id(call: Call, id: str, organization_id: str | None = None) -> Resource:
    """The resource with this id, of one organization or of any.

    Raises:
        ApiError: 404.
    """
    resource = call.state.access.resources.get(id)
    if resource is None or organization_id not in (None, resource.organization_id):
        raise errors.not_found("Resource", id)
    return resource


def resource_by_key(call: Call, organization_id: str, type_slug: str, external_id: str) -> Resource:
    """The resource of an organization with this type and external id.

    Raises:
        ApiError: 404.
    """
    resource = role_assignments.find_resource(call.state, organization_id, type_slug, external_id)
    if resource is None:
        raise errors.not_found("Resource", f"{type_slug}:{external_id}")
    return resource


def find_resource_of_path(call: Call, organization_id: str | None = None) -> Resource:
    """The resource that the path names, by its id or by the external id.

    Args:
        call: The call.
        organization_id: The organization it must belong to, where the path does not say.

    Raises:
        ApiError: 404.
    """
    path = call.path
    if "resource_id" in path:
        return resource_by_id(call, path["resource_id"], organization_id)
    owner = path.get("organization_id", organization_id)
    assert owner is not None
    return resource_by_key(call, owner, path["resource_type_slug"], path["external_id"])


def find_resource_of_body(
    call: Call, fields: Mapping[str, Any], organization_id: str, prefix: str = "resource"
) -> Resource | None:
    """The resource that fields of a body name, by `<prefix>_id` or by type and external id; None if they name none.

    Raises:
        ApiError: 404, or 422 when the fields are not one of the two ways.
    """
    names = {"id": f"{prefix}_id", "external_id": f"{prefix}_external_id", "type": f"{prefix}_type_slug"}
    id, external_id, type_slug = (fields.get(names[name]) for name in ("id", "external_id", "type"))
    if id is not None and (external_id is not None or type_slug is not None):
        raise errors.invalid_field(names["id"], "mutually_exclusive")
    if id is not None:
        return resource_by_id(call, id, organization_id)
    if external_id is None and type_slug is None:
        return None
    for name, value in (("external_id", external_id), ("type", type_slug)):
        if value is None:
            raise errors.invalid_field(names[name], "required")
    return resource_by_key(call, organization_id, str(type_slug), str(external_id))


def find_role(call: Call, slug: str, resource: Resource) -> Role:
    """The role with this slug, which must be for resources of this type.

    Raises:
        ApiError: 404, or 422 for a role of another type.
    """
    role = call.state.roles.find(slug, resource.organization_id)
    if role is None:
        raise errors.not_found("Role", slug)
    if role.resource_type_slug != resource.resource_type_slug:
        kind = f"'{role.resource_type_slug}', not '{resource.resource_type_slug}'"
        raise errors.plain(422, f"The role '{slug}' is for resources of the type {kind}.")
    return role


def assignment_page(call: Call, assignments: list[RoleAssignment]) -> dict[str, Any]:
    """A page of these role assignments."""
    numbers = sorted(assignment.number for assignment in assignments)
    return call.page(call.state.access.assignments, partial(render_role_assignment, call.state), numbers=numbers)
