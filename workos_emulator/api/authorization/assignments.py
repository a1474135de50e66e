"""Handlers of role assignments of members."""

from workos_emulator.api.authorization.shared import (
    assignment_page,
    find_membership,
    find_resource_from_body,
    find_resource_from_path,
    find_role,
    resource_by_id,
)
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.authorization import render_role_assignment
from workos_emulator.storage import role_assignments
from workos_emulator.storage.objects.access import Resource, RoleAssignment
from workos_emulator.storage.objects.organizations import Membership


@operation("listRoleAssignments")
def list_assignments(call: Call) -> Result:
    """List the role assignments of a member, both direct and through groups."""
    membership, query = find_membership(call), call.query
    resources = call.state.access.resources

    def keep(assignment: RoleAssignment) -> bool:
        resource = resources.get(assignment.resource_id)
        assert resource is not None
        return (
            query.get("resource_id") in (None, resource.id)
            and query.get("resource_external_id") in (None, resource.external_id)
            and query.get("resource_type_slug") in (None, resource.resource_type_slug)
        )

    return assignment_page(call, [a for a in role_assignments.assignments_of(call.state, membership) if keep(a)])


def _find_resource(call: Call, membership: Membership) -> Resource:
    resource = find_resource_from_body(call, call.body, membership.organization_id)
    assert resource is not None  # validation requires an ID, or a type and an external ID
    return resource


@operation("assignRole")
def assign(call: Call) -> Result:
    """Assign a role to a member. On the organization's resource, it becomes a role of the membership."""
    membership = find_membership(call)
    resource, slug = _find_resource(call, membership), call.body["role_slug"]
    find_role(call, slug, resource)
    if resource.is_organization and slug not in membership.role_slugs:
        _set_membership_roles(call, membership, [*membership.role_slugs, slug])
        role_assignments.sync_membership_roles(call.state, membership)
    return render_role_assignment(call.state, role_assignments.assign(call.state, membership.id, slug, resource.id))


@operation("removeRole")
def remove_role(call: Call) -> Result:
    """Remove a role from a member."""
    membership = find_membership(call)
    role_assignments.sync_membership_roles(call.state, membership)
    resource, slug = _find_resource(call, membership), call.body["role_slug"]
    assignment = call.state.access.assignments.find("key", (membership.id, slug, resource.id, None))
    if assignment is None:
        raise errors.not_found("Role assignment", slug)
    _remove(call, membership, assignment)
    return None


@operation("removeRoleAssignment")
def remove_assignment(call: Call) -> Result:
    """Remove a role assignment of a member by its ID."""
    membership, id = find_membership(call), call.path["role_assignment_id"]
    role_assignments.sync_membership_roles(call.state, membership)
    assignment = call.state.access.assignments.get(id)
    if assignment is None or assignment.membership_id != membership.id:
        raise errors.not_found("Role assignment", id)
    if assignment.group_role_assignment_id is not None:
        raise errors.plain(403, "The member has the role through a group; remove it from the group.")
    _remove(call, membership, assignment)
    return None


def _remove(call: Call, membership: Membership, assignment: RoleAssignment) -> None:
    resource = resource_by_id(call, assignment.resource_id)
    if resource.is_organization:
        remaining = [slug for slug in membership.role_slugs if slug != assignment.role_slug]
        _set_membership_roles(call, membership, remaining or [call.state.roles.DEFAULT])
        role_assignments.sync_membership_roles(call.state, membership)
    else:
        call.state.access.assignments.remove(assignment.id)


def _set_membership_roles(call: Call, membership: Membership, slugs: list[str]) -> None:
    membership.role_slugs = slugs
    membership.updated_at = call.state.now()
    call.state.memberships.changed(membership)


@operation("listRoleAssignmentsForResource")
@operation("listRoleAssignmentsForResourceByExternalId")
def list_for_resource(call: Call) -> Result:
    """List the role assignments of members on a resource itself."""
    resource, state = find_resource_from_path(call), call.state
    if resource.is_organization:
        for membership in state.memberships.group("organization", resource.organization_id):
            role_assignments.sync_membership_roles(state, membership)
    slug = call.query.get("role_slug")
    assignments = state.access.assignments.group("resource", resource.id)
    return assignment_page(call, [a for a in assignments if slug in (None, a.role_slug)])
