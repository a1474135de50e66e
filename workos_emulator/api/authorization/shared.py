"""Lookups that the authorization handlers share: memberships, resources and roles in a request."""

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
    """Return the membership in the path.

    Raises:
        ApiError: 404 if it does not exist.
    """
    id = call.path["organization_membership_id"]
    membership = call.state.memberships.get(id)
    if membership is None:
        raise errors.not_found("Organization membership", id)
    return membership


def resource_by_id(call: Call, id: str, organization_id: str | None = None) -> Resource:
    """Return the resource with this ID, in one organization or in any.

    Raises:
        ApiError: 404 if it does not exist.
    """
    resource = call.state.access.resources.get(id)
    if resource is None or organization_id not in (None, resource.organization_id):
        raise errors.not_found("Resource", id)
    return resource


def resource_by_key(call: Call, organization_id: str, type_slug: str, external_id: str) -> Resource:
    """Return the resource of an organization with this type and external ID.

    Raises:
        ApiError: 404 if it does not exist.
    """
    resource = role_assignments.find_resource(call.state, organization_id, type_slug, external_id)
    if resource is None:
        raise errors.not_found("Resource", f"{type_slug}:{external_id}")
    return resource


def find_resource_from_path(call: Call, organization_id: str | None = None) -> Resource:
    """Return the resource in the path, identified by its ID or by type and external ID.

    Args:
        call: The call.
        organization_id: The organization it must belong to if the path has none.

    Raises:
        ApiError: 404 if it does not exist.
    """
    path = call.path
    if "resource_id" in path:
        return resource_by_id(call, path["resource_id"], organization_id)
    owner_id = path.get("organization_id", organization_id)
    assert owner_id is not None
    return resource_by_key(call, owner_id, path["resource_type_slug"], path["external_id"])


def find_resource_from_body(
    call: Call, fields: Mapping[str, Any], organization_id: str, prefix: str = "resource"
) -> Resource | None:
    """Return the resource in the body, identified by `<prefix>_id` or by type and external ID; None if it has neither.

    Raises:
        ApiError: 404 if it does not exist, 422 if the fields mix both kinds of identifier or are incomplete.
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
    """Return the role with this slug, which must apply to the type of the resource.

    Raises:
        ApiError: 404 if it does not exist, 422 if it is for another resource type.
    """
    role = call.state.roles.find(slug, resource.organization_id)
    if role is None:
        raise errors.not_found("Role", slug)
    if role.resource_type_slug != resource.resource_type_slug:
        types = f"'{role.resource_type_slug}', not '{resource.resource_type_slug}'"
        raise errors.plain(422, f"The role '{slug}' is for resources of type {types}.")
    return role


def assignment_page(call: Call, assignments: list[RoleAssignment]) -> dict[str, Any]:
    """Return a page of role assignments."""
    numbers = sorted(assignment.number for assignment in assignments)
    return call.page(call.state.access.assignments, partial(render_role_assignment, call.state), numbers=numbers)
