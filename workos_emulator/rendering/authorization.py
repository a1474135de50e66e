"""Roles, permissions, resources and role assignments as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.access import GroupRoleAssignment, Permission, Resource, RoleAssignment
from workos_emulator.storage.objects.roles import Role
from workos_emulator.storage.state import State


def render_role(role: Role) -> dict[str, Any]:
    """Return the role as JSON."""
    return {
        "object": "role",
        "id": role.id,
        "slug": role.slug,
        "name": role.name,
        "description": role.description,
        "type": "EnvironmentRole" if role.organization_id is None else "OrganizationRole",
        "resource_type_slug": role.resource_type_slug,
        "permissions": role.permissions,
        "created_at": stamp(role.created_at),
        "updated_at": stamp(role.updated_at),
    }


def render_permission(permission: Permission) -> dict[str, Any]:
    """Return the permission as JSON."""
    return {
        "object": "permission",
        "id": permission.id,
        "slug": permission.slug,
        "name": permission.name,
        "description": permission.description,
        "system": permission.system,
        "resource_type_slug": permission.resource_type_slug,
        "created_at": stamp(permission.created_at),
        "updated_at": stamp(permission.updated_at),
    }


def render_resource(resource: Resource) -> dict[str, Any]:
    """Return the resource as JSON."""
    return {
        "object": "authorization_resource",
        "id": resource.id,
        "external_id": resource.external_id,
        "name": resource.name,
        "description": resource.description,
        "organization_id": resource.organization_id,
        "parent_resource_id": resource.parent_id,
        "resource_type_slug": resource.resource_type_slug,
        "created_at": stamp(resource.created_at),
        "updated_at": stamp(resource.updated_at),
    }


def render_role_assignment(state: State, assignment: RoleAssignment) -> dict[str, Any]:
    """Return the role assignment of a member as JSON."""
    source = state.access.group_assignments.get(assignment.group_role_assignment_id or "")
    group = state.groups.get(source.group_id) if source else None
    return {
        "object": "role_assignment",
        "id": assignment.id,
        "organization_membership_id": assignment.membership_id,
        "role": {"slug": assignment.role_slug},
        "resource": _render_resource_reference(state, assignment.resource_id),
        "source": {
            "type": "group" if source else "direct",
            "group_role_assignment_id": assignment.group_role_assignment_id,
            "group": {"id": group.id, "name": group.name} if group else None,
        },
        "created_at": stamp(assignment.created_at),
        "updated_at": stamp(assignment.updated_at),
    }


def render_group_role_assignment(state: State, assignment: GroupRoleAssignment) -> dict[str, Any]:
    """Return the role assignment of a group as JSON."""
    return {
        "object": "group_role_assignment",
        "id": assignment.id,
        "group_id": assignment.group_id,
        "role": {"slug": assignment.role_slug},
        "resource": _render_resource_reference(state, assignment.resource_id),
        "created_at": stamp(assignment.created_at),
        "updated_at": stamp(assignment.updated_at),
    }


def _render_resource_reference(state: State, resource_id: str) -> dict[str, Any]:
    resource = state.access.resources.get(resource_id)
    assert resource is not None
    return {"id": resource.id, "external_id": resource.external_id, "resource_type_slug": resource.resource_type_slug}
