"""The events that changes of stored objects emit, and their payloads."""

from functools import partial
from typing import Any

from workos_emulator.events import agent_emission, sign_in_emission, sso_sessions
from workos_emulator.events.event_log import NewEvent, describe_changes
from workos_emulator.http.payload import without_fields
from workos_emulator.rendering.authorization import render_permission, render_role
from workos_emulator.rendering.directories import render_directory_event, render_directory_group, render_directory_user
from workos_emulator.rendering.memberships import render_group
from workos_emulator.rendering.organizations import render_domain, render_organization
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.directories import Directory, DirectoryUser
from workos_emulator.storage.objects.organizations import Membership, Organization
from workos_emulator.storage.objects.roles import Role
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Change


def watch(state: State) -> None:
    """Emit events for changes from now on."""
    log = state.events
    log.emit_due(partial(sso_sessions.expire, state))
    log.watch(state.organizations, partial(_organization, state))
    log.watch(state.domains, describe_changes("organization_domain", render_domain))
    log.watch(state.users, describe_changes("user", render_user))
    log.watch(state.memberships, describe_changes("organization_membership", _membership))
    log.watch(state.groups, describe_changes("group", render_group))
    log.watch(state.access.permissions, describe_changes("permission", render_permission))
    log.watch(state.roles.all, _role)
    log.watch(state.directories, partial(_directory, state))
    log.watch(state.directory_groups, describe_changes("dsync.group", partial(render_directory_group, state)))
    log.watch(state.directory_users, describe_changes("dsync.user", partial(_directory_user, state)))
    agent_emission.watch(state)
    sign_in_emission.watch(state)


def _organization(state: State, change: Change, organization: Organization) -> NewEvent:
    return f"organization.{change}", render_organization(state, organization), organization.id


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


def _role(change: Change, role: Role) -> NewEvent:
    """Organization roles have their own events, with a different payload."""
    rendered = without_fields(render_role(role), "id", "type")
    if role.organization_id is None:
        return f"role.{change}", without_fields(rendered, "name", "description"), None
    data = {**rendered, "object": "organization_role", "organization_id": role.organization_id}
    return f"organization_role.{change}", data, role.organization_id


def _directory_user(state: State, user: DirectoryUser) -> dict[str, Any]:
    return without_fields(render_directory_user(state, user), "groups")


def _directory(state: State, change: Change, directory: Directory) -> NewEvent | None:
    if change == "deleted":
        return "dsync.deleted", render_directory_event(state, directory), directory.organization_id
    if change != "created" or directory.state != "linked":
        return None
    return directory_activation(state, directory)


def directory_activation(state: State, directory: Directory) -> NewEvent:
    """Return the event for the activation of a directory, which starts to sync users and groups."""
    domains = [
        {"object": "organization_domain", "id": domain.id, "domain": domain.domain}
        for domain in state.domains.group("organization", directory.organization_id)
    ]
    data = {**render_directory_event(state, directory), "external_key": directory.external_key, "domains": domains}
    return "dsync.activated", data, directory.organization_id
