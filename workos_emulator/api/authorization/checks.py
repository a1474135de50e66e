"""Handlers of authorization checks and effective permissions."""

from functools import partial

from workos_emulator.api.authorization.shared import find_membership, find_resource_from_body, find_resource_from_path
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.authorization import render_permission, render_resource
from workos_emulator.rendering.memberships import render_group_member
from workos_emulator.storage import role_assignments
from workos_emulator.storage.objects.organizations import Membership


def _require_permission(call: Call, slug: str) -> str:
    if call.state.access.permissions.find("slug", slug) is None:
        raise errors.not_found("Permission", slug)
    return slug


@operation("checkAuthorization", behavior="computed")
def check(call: Call) -> Result:
    """Check whether a member has a permission on a resource, through roles on it or on its ancestors."""
    membership = find_membership(call)
    resource = find_resource_from_body(call, call.body, membership.organization_id)
    assert resource is not None  # validation requires an ID, or a type and an external ID
    slug = _require_permission(call, call.body["permission_slug"])
    return {"authorized": slug in role_assignments.permissions_on(call.state, membership, resource)}


@operation("listResourcesForMembership", behavior="computed")
def list_resources(call: Call) -> Result:
    """List the direct children of a resource on which a member has a permission."""
    membership = find_membership(call)
    parent = find_resource_from_body(call, call.query, membership.organization_id, "parent_resource")
    assert parent is not None  # validation requires an ID, or a type and an external ID
    slug = _require_permission(call, call.query["permission_slug"])
    numbers = [
        resource.number
        for resource in role_assignments.children_of(call.state, parent)
        if slug in role_assignments.permissions_on(call.state, membership, resource)
    ]
    return call.page(call.state.access.resources, render_resource, numbers=numbers)


@operation("listEffectivePermissions", behavior="computed")
@operation("listEffectivePermissionsByExternalId", behavior="computed")
@operation("listEffectivePermissionsForResource", behavior="computed")
def list_permissions(call: Call) -> Result:
    """List the effective permissions of a member on a resource."""
    membership, permissions = find_membership(call), call.state.access.permissions
    resource = find_resource_from_path(call, membership.organization_id)
    slugs = role_assignments.permissions_on(call.state, membership, resource)
    numbers = sorted(permission.number for slug in slugs if (permission := permissions.find("slug", slug)))
    return call.page(permissions, render_permission, numbers=numbers)


@operation("listMembershipsForResource", behavior="computed")
@operation("listMembershipsForResourceByExternalId", behavior="computed")
def list_memberships(call: Call) -> Result:
    """List the members with a permission on a resource; with `direct`, only through roles on the resource itself."""
    state, resource = call.state, find_resource_from_path(call)
    slug = _require_permission(call, call.query["permission_slug"])
    members = state.memberships.group("organization", resource.organization_id)
    resource_ids = {resource.id}
    if call.query.get("assignment") != "direct":
        resource_ids |= {ancestor.id for ancestor in role_assignments.ancestors(state, resource)}

    def has_permission(membership: Membership) -> bool:
        slugs = {
            a.role_slug for a in role_assignments.assignments_of(state, membership) if a.resource_id in resource_ids
        }
        return membership.status == "active" and slug in state.roles.permissions(slugs, membership.organization_id)

    numbers = [membership.number for membership in members if has_permission(membership)]
    return call.page(state.memberships, partial(render_group_member, state), numbers=numbers)
