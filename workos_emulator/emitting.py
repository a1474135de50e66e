"""Which changes of stored objects become events, and what the events look like."""

from functools import partial
from typing import Any

from workos_emulator import emitting_signin
from workos_emulator.areas import directory_sync, groups, organization_domains, organizations, users
from workos_emulator.areas.authorization.shared import render_permission, render_role
from workos_emulator.clock import stamp
from workos_emulator.entities import Directory, DirectoryUser, Membership, Organization
from workos_emulator.eventlog import News, every_change, without
from workos_emulator.roles import Role
from workos_emulator.state import State
from workos_emulator.store import Change


def watch(state: State) -> None:
    """Make events of changes from now on."""
    log = state.events
    log.watch(state.organizations, partial(_organization, state))
    log.watch(state.domains, every_change("organization_domain", organization_domains.render))
    log.watch(state.users, every_change("user", users.render))
    log.watch(state.memberships, every_change("organization_membership", _membership))
    log.watch(state.groups, every_change("group", groups.render))
    log.watch(state.access.permissions, every_change("permission", render_permission))
    log.watch(state.roles.all, _role)
    log.watch(state.directories, partial(_directory, state))
    log.watch(state.directory_groups, every_change("dsync.group", partial(directory_sync.render_group, state)))
    log.watch(state.directory_users, every_change("dsync.user", partial(_directory_user, state)))
    emitting_signin.watch(state)


def _organization(state: State, change: Change, organization: Organization) -> News:
    return f"organization.{change}", organizations.render(state, organization), organization.id


def _membership(membership: Membership) -> dict[str, Any]:
    roles = [{"slug": slug} for slug in membership.role_slugs]
    return {
        "object": "organization_membership",
        "id": membership.id,
        "user_id": membership.user_id,
        "organization_id": membership.organization_id,
        "status": membership.status,
        "role": roles[0],
        "roles": roles,
        "custom_attributes": membership.custom_attributes,
        "directory_managed": membership.directory_managed,
        "created_at": stamp(membership.created_at),
        "updated_at": stamp(membership.updated_at),
    }


def _role(change: Change, role: Role) -> News:
    """Roles of organizations have events of their own, with another payload."""
    shown = without(render_role(role), "id", "type")
    if role.organization_id is None:
        return f"role.{change}", without(shown, "name", "description"), None
    data = {**shown, "object": "organization_role", "organization_id": role.organization_id}
    return f"organization_role.{change}", data, role.organization_id


def _directory_user(state: State, user: DirectoryUser) -> dict[str, Any]:
    return without(directory_sync.render_user(state, user), "groups")


def _directory(state: State, change: Change, directory: Directory) -> News | None:
    if change == "deleted":
        return "dsync.deleted", directory_sync.render_event(state, directory), directory.organization_id
    if change != "created" or directory.state != "linked":
        return None
    return directory_sync.activation(state, directory)
