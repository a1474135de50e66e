"""Role assignments of members and groups, the resource hierarchy, and effective permissions."""

from collections.abc import Iterator

from workos_emulator.storage.objects.access import GroupRoleAssignment, Resource, RoleAssignment
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.roles import ORGANIZATION_TYPE
from workos_emulator.storage.state import State


def organization_resource(state: State, organization_id: str) -> Resource:
    """Return the resource that represents an organization, creating it on first use."""
    resource = state.access.resources.find("key", (organization_id, ORGANIZATION_TYPE, organization_id))
    if resource is not None:
        return resource
    organization, now = state.organizations.get(organization_id), state.now()
    assert organization is not None
    resource = Resource(
        id=state.ids.new("authz_resource"),
        organization_id=organization_id,
        resource_type_slug=ORGANIZATION_TYPE,
        external_id=organization_id,
        name=organization.name,
        is_organization=True,
        created_at=now,
        updated_at=now,
    )
    return state.access.resources.add(resource)


def find_resource(state: State, organization_id: str, type_slug: str, external_id: str) -> Resource | None:
    """Return the resource of an organization with this type and external ID."""
    if type_slug == ORGANIZATION_TYPE and external_id == organization_id and organization_id in state.organizations:
        return organization_resource(state, organization_id)
    return state.access.resources.find("key", (organization_id, type_slug, external_id))


def ancestors(state: State, resource: Resource) -> Iterator[Resource]:
    """Iterate over a resource, its ancestors from the nearest to the farthest, and its organization's resource."""
    current: Resource | None = resource
    while current is not None and not current.is_organization:
        yield current
        current = state.access.resources.get(current.parent_id) if current.parent_id else None
    yield organization_resource(state, resource.organization_id)


def children_of(state: State, resource: Resource) -> list[Resource]:
    """Return the direct children of a resource."""
    key = resource.organization_id if resource.is_organization else resource.id
    return state.access.resources.group("parent", key)


def assignments_of(state: State, membership: Membership) -> list[RoleAssignment]:
    """Return a member's role assignments, oldest first: of the membership itself, on resources and through groups."""
    sync_membership_roles(state, membership)
    return state.access.assignments.group("membership", membership.id)


def sync_membership_roles(state: State, membership: Membership) -> None:
    """Synchronize a member's role assignments on the organization's resource with the roles of the membership."""
    root = organization_resource(state, membership.organization_id)
    direct = {
        assignment.role_slug: assignment
        for assignment in state.access.assignments.group("membership", membership.id)
        if assignment.resource_id == root.id and assignment.group_role_assignment_id is None
    }
    for slug, assignment in direct.items():
        if slug not in membership.role_slugs:
            state.access.assignments.remove(assignment.id)
    for slug in membership.role_slugs:
        if slug not in direct:
            assign(state, membership.id, slug, root.id)


def assign(
    state: State, membership_id: str, role_slug: str, resource_id: str, group_assignment_id: str | None = None
) -> RoleAssignment:
    """Assign a role on a resource to a member. Return the existing assignment if there is one."""
    key = (membership_id, role_slug, resource_id, group_assignment_id)
    existing = state.access.assignments.find("key", key)
    if existing is not None:
        return existing
    now = state.now()
    assignment = RoleAssignment(
        id=state.ids.new("role_assignment"),
        membership_id=membership_id,
        role_slug=role_slug,
        resource_id=resource_id,
        group_role_assignment_id=group_assignment_id,
        created_at=now,
        updated_at=now,
    )
    return state.access.assignments.add(assignment)


def assign_to_group(state: State, group_id: str, role_slug: str, resource_id: str) -> GroupRoleAssignment:
    """Assign a role on a resource to a group and thereby to all its members."""
    now = state.now()
    assignment = GroupRoleAssignment(
        id=state.ids.new("group_role_assignment"),
        group_id=group_id,
        role_slug=role_slug,
        resource_id=resource_id,
        created_at=now,
        updated_at=now,
    )
    state.access.group_assignments.add(assignment)
    for membership in state.memberships.group("group", group_id):
        assign(state, membership.id, role_slug, resource_id, assignment.id)
    return assignment


def unassign_from_group(state: State, assignment: GroupRoleAssignment) -> None:
    """Remove a role assignment from a group and its members."""
    for derived in state.access.assignments.group("group_assignment", assignment.id):
        state.access.assignments.remove(derived.id)
    state.access.group_assignments.remove(assignment.id)


def join_group(state: State, membership: Membership, group_id: str) -> None:
    """Add a member to a group and assign the group's roles. The member must not be in the group."""
    membership.group_ids = [*membership.group_ids, group_id]
    state.memberships.reindex(membership)
    for assignment in state.access.group_assignments.group("group", group_id):
        assign(state, membership.id, assignment.role_slug, assignment.resource_id, assignment.id)
    _emit_member_event(state, "added", membership, group_id)


def leave_group(state: State, membership: Membership, group_id: str) -> None:
    """Remove a member and the group's roles from a group. The member must be in the group."""
    membership.group_ids = [id for id in membership.group_ids if id != group_id]
    state.memberships.reindex(membership)
    group_assignment_ids = {assignment.id for assignment in state.access.group_assignments.group("group", group_id)}
    for derived in state.access.assignments.group("membership", membership.id):
        if derived.group_role_assignment_id in group_assignment_ids:
            state.access.assignments.remove(derived.id)
    _emit_member_event(state, "removed", membership, group_id)


def permissions_on(state: State, membership: Membership, resource: Resource) -> list[str]:
    """Return the slugs of a member's permissions on a resource; empty if the membership is not active."""
    if membership.status != "active":
        return []
    resource_ids = {ancestor.id for ancestor in ancestors(state, resource)}
    slugs = [a.role_slug for a in assignments_of(state, membership) if a.resource_id in resource_ids]
    return state.roles.permissions(dict.fromkeys(slugs), membership.organization_id)


def delete_resource(state: State, resource: Resource) -> None:
    """Delete a resource with its descendants and the role assignments on them."""
    pending = [resource]
    while pending:
        current = pending.pop()
        pending += children_of(state, current)
        for group_assignment in state.access.group_assignments.group("resource", current.id):
            state.access.group_assignments.remove(group_assignment.id)
        for assignment in state.access.assignments.group("resource", current.id):
            state.access.assignments.remove(assignment.id)
        state.access.resources.remove(current.id)


def _emit_member_event(state: State, change: str, membership: Membership, group_id: str) -> None:
    data = {"group_id": group_id, "organization_membership_id": membership.id}
    state.events.emit(f"group.member_{change}", data, membership.organization_id)
