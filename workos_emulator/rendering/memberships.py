"""Organization memberships and groups as JSON."""

from typing import Any

from workos_emulator.rendering.users import render_user
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.organizations import Group, Membership
from workos_emulator.storage.state import State


def render_membership(state: State, membership: Membership) -> dict[str, Any]:
    """Return the membership as JSON, with its user."""
    user = state.users.get(membership.user_id)
    organization = state.organizations.get(membership.organization_id)
    assert user is not None
    assert organization is not None
    roles = [{"slug": slug} for slug in membership.role_slugs]
    return {
        "object": "organization_membership",
        "id": membership.id,
        "user_id": user.id,
        "organization_id": organization.id,
        "organization_name": organization.name,
        "status": membership.status,
        "directory_managed": membership.directory_managed,
        "custom_attributes": membership.custom_attributes,
        "role": roles[0],
        "roles": roles,
        "user": render_user(user),
        "created_at": stamp(membership.created_at),
        "updated_at": stamp(membership.updated_at),
    }


def render_group(group: Group) -> dict[str, Any]:
    """Return the group as JSON."""
    return {
        "object": "group",
        "id": group.id,
        "organization_id": group.organization_id,
        "name": group.name,
        "description": group.description,
        "created_at": stamp(group.created_at),
        "updated_at": stamp(group.updated_at),
    }


def render_group_member(state: State, membership: Membership) -> dict[str, Any]:
    """Return the membership as JSON without its roles, as in lists of group members."""
    hidden = ("role", "roles")
    return {name: value for name, value in render_membership(state, membership).items() if name not in hidden}
