"""What members may do, worked out from their roles."""

from functools import partial
from typing import Any

from workos_emulator.api.authorization.shared import membership_of, named_resource, resource_of
from workos_emulator.api.registry import Answer, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.authorization import render_permission, render_resource
from workos_emulator.rendering.memberships import render_membership
from workos_emulator.storage import role_assignments
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.state import State


def _need_permission(call: Call, slug: str) -> str:
    if call.state.access.permissions.find("slug", slug) is None:
        raise errors.not_found("Permission", slug)
    return slug


@operation("checkAuthorization", behaviour="computed")
def check(call: Call) -> Answer:
    """Tell whether a member has a permission on a resource, by roles on it or on what is above it."""
    membership = membership_of(call)
    resource = named_resource(call, call.body, membership.organization_id)
    assert resource is not None  # one of the two ways is required, and looked at before
    slug = _need_permission(call, call.body["permission_slug"])
    return {"authorized": slug in role_assignments.permissions_on(call.state, membership, resource)}


@operation("listResourcesForMembership", behaviour="computed")
def list_resources(call: Call) -> Answer:
    """List the resources directly below another one on which a member has a permission."""
    membership = membership_of(call)
    parent = named_resource(call, call.query, membership.organization_id, "parent_resource")
    assert parent is not None  # one of the two ways is required, and looked at before
    slug = _need_permission(call, call.query["permission_slug"])
    numbers = [
        resource.number
        for resource in role_assignments.children_of(call.state, parent)
        if slug in role_assignments.permissions_on(call.state, membership, resource)
    ]
    return call.page(call.state.access.resources, render_resource, numbers=numbers)


@operation("listEffectivePermissions", behaviour="computed")
@operation("listEffectivePermissionsByExternalId", behaviour="computed")
@operation("listEffectivePermissionsForResource", behaviour="computed")
def list_permissions(call: Call) -> Answer:
    """List all permissions that a member has on a resource."""
    membership, permissions = membership_of(call), call.state.access.permissions
    resource = resource_of(call, membership.organization_id)
    slugs = role_assignments.permissions_on(call.state, membership, resource)
    numbers = sorted(found.number for slug in slugs if (found := permissions.find("slug", slug)))
    return call.page(permissions, render_permission, numbers=numbers)


@operation("listMembershipsForResource", behaviour="computed")
@operation("listMembershipsForResourceByExternalId", behaviour="computed")
def list_memberships(call: Call) -> Answer:
    """List the members who have a permission on a resource; with `direct`, by roles on the resource itself only."""
    state, resource = call.state, resource_of(call)
    slug = _need_permission(call, call.query["permission_slug"])
    members = state.memberships.group("organization", resource.organization_id)
    places = {resource.id}
    if call.query.get("assignment") != "direct":
        places |= {place.id for place in role_assignments.line(state, resource)}

    def may(membership: Membership) -> bool:
        slugs = {a.role_slug for a in role_assignments.assignments_of(state, membership) if a.resource_id in places}
        return membership.status == "active" and slug in state.roles.permissions(slugs, membership.organization_id)

    numbers = [membership.number for membership in members if may(membership)]
    return call.page(state.memberships, partial(_render, state), numbers=numbers)


def _render(state: State, membership: Membership) -> dict[str, Any]:
    return {
        name: value for name, value in render_membership(state, membership).items() if name not in ("role", "roles")
    }
