"""Which changes of stored objects become events, and what the events look like."""

from typing import Any

from workos_emulator.areas import directory_sync, groups, organization_domains, organizations, users
from workos_emulator.areas.authorization.shared import render_permission, render_role
from workos_emulator.clock import stamp
from workos_emulator.entities import Directory, DirectoryUser, Membership
from workos_emulator.eventlog import organization_of
from workos_emulator.roles import Role
from workos_emulator.state import State
from workos_emulator.store import Change

# Events have words of their own for the states of a directory.
_DIRECTORY_STATES = {"linked": "active", "unlinked": "inactive"}


def watch(state: State) -> None:
    """Make events of changes from now on."""
    log = state.events
    log.watch(state.organizations, "organization", lambda o: (organizations.render(state, o), o.id))
    log.watch(state.domains, "organization_domain", lambda d: organization_of(organization_domains.render(d)))
    log.watch(state.users, "user", lambda u: (users.render(u), None))
    log.watch(state.memberships, "organization_membership", _membership)
    log.watch(state.groups, "group", lambda g: organization_of(groups.render(g)))
    log.watch(state.access.permissions, "permission", lambda p: (render_permission(p), None))
    log.watch(state.directory_groups, "dsync.group", lambda g: organization_of(directory_sync.render_group(state, g)))
    log.watch(state.directory_users, "dsync.user", lambda u: _directory_user(state, u))
    _watch_roles(state)
    _watch_directories(state)


def _membership(membership: Membership) -> tuple[dict[str, Any], str]:
    roles = [{"slug": slug} for slug in membership.role_slugs]
    data = {
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
    return data, membership.organization_id


def _directory_user(state: State, user: DirectoryUser) -> tuple[dict[str, Any], str | None]:
    shown = directory_sync.render_user(state, user)
    return organization_of({name: value for name, value in shown.items() if name != "groups"})


def _watch_roles(state: State) -> None:
    """Roles of organizations have events of their own, with another payload."""

    def type_of(change: Change, role: Role) -> str:
        return f"{'role' if role.organization_id is None else 'organization_role'}.{change}"

    def render(role: Role) -> tuple[dict[str, Any], str | None]:
        return _environment_role(role) if role.organization_id is None else _organization_role(role)

    state.events.watch(state.roles.all, type_of, render)


def _environment_role(role: Role) -> tuple[dict[str, Any], None]:
    names = ("object", "slug", "resource_type_slug", "permissions", "created_at", "updated_at")
    shown = render_role(role)
    return {name: shown[name] for name in names}, None


def _organization_role(role: Role) -> tuple[dict[str, Any], str | None]:
    shown = {name: value for name, value in render_role(role).items() if name not in ("id", "type")}
    return {**shown, "object": "organization_role", "organization_id": role.organization_id}, role.organization_id


def _watch_directories(state: State) -> None:
    """Directories have events of their own for being connected, with more in the payload."""

    def type_of(change: Change, directory: Directory) -> str | None:
        if change == "created" and directory.state == "linked":
            return "dsync.activated"
        return "dsync.deleted" if change == "deleted" else None

    def render(directory: Directory) -> tuple[dict[str, Any], str]:
        return _directory(state, directory, whole=directory.id not in gone)

    gone: set[str] = set()
    state.events.watch(state.directories, type_of, render)


def _directory(state: State, directory: Directory, *, whole: bool = False) -> tuple[dict[str, Any], str]:
    names = ("object", "id", "organization_id", "type", "name", "created_at", "updated_at")
    shown = directory_sync.render_directory(state, directory)
    data = {name: shown[name] for name in names}
    data["state"] = _DIRECTORY_STATES.get(directory.state, directory.state)
    if whole:
        domains = state.domains.group("organization", directory.organization_id)
        data["external_key"] = directory.external_key
        data["domains"] = [{"object": "organization_domain", "id": d.id, "domain": d.domain} for d in domains]
    return data, directory.organization_id
