"""Directories with their users and groups as JSON."""

from typing import Any

from workos_emulator.http.payload import without_fields
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.directories import Directory, DirectoryGroup, DirectoryUser
from workos_emulator.storage.state import State

# Events use other names than the API for the states of a directory.
_EVENT_STATES = {"linked": "active", "unlinked": "inactive"}


def render_directory(state: State, directory: Directory) -> dict[str, Any]:
    """Return the directory as JSON, with its user and group counts."""
    total = len(state.directory_users.numbers("directory", directory.id))
    active = len(state.directory_users.numbers("active", directory.id))
    result: dict[str, Any] = {
        "object": "directory",
        "id": directory.id,
        "organization_id": directory.organization_id,
        "external_key": directory.external_key,
        "type": directory.type,
        "state": directory.state,
        "name": directory.name,
        "metadata": {
            "users": {"active": active, "inactive": total - active},
            "groups": len(state.directory_groups.numbers("directory", directory.id)),
        },
        "created_at": stamp(directory.created_at),
        "updated_at": stamp(directory.updated_at),
    }
    if directory.domain is not None:
        result["domain"] = directory.domain
    return result


def render_directory_event(state: State, directory: Directory) -> dict[str, Any]:
    """Return the directory as JSON, as in events."""
    rendered = without_fields(render_directory(state, directory), "metadata", "external_key", "domain")
    return {**rendered, "state": _EVENT_STATES.get(directory.state, directory.state)}


def render_directory_group(state: State, group: DirectoryGroup) -> dict[str, Any]:
    """Return the directory group as JSON."""
    return {
        "object": "directory_group",
        "id": group.id,
        "idp_id": group.idp_id,
        "directory_id": group.directory_id,
        "organization_id": _organization_id(state, group.directory_id),
        "name": group.name,
        "raw_attributes": group.raw_attributes,
        "created_at": stamp(group.created_at),
        "updated_at": stamp(group.updated_at),
    }


def render_directory_user(state: State, user: DirectoryUser) -> dict[str, Any]:
    """Return the directory user as JSON, with their groups."""
    groups = [group for id in user.group_ids if (group := state.directory_groups.get(id))]
    names = [name for name in (user.first_name, user.last_name) if name]
    result: dict[str, Any] = {
        "object": "directory_user",
        "id": user.id,
        "directory_id": user.directory_id,
        "organization_id": _organization_id(state, user.directory_id),
        "idp_id": user.idp_id,
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "name": " ".join(names) or None,
        "emails": [{"primary": True, "type": "work", "value": user.email}] if user.email else [],
        "username": user.email,
        "job_title": user.custom_attributes.get("job_title"),
        "state": user.state,
        "custom_attributes": user.custom_attributes,
        "raw_attributes": user.raw_attributes,
        "groups": [render_directory_group(state, group) for group in groups],
        "created_at": stamp(user.created_at),
        "updated_at": stamp(user.updated_at),
    }
    if user.role_slugs:
        result["role"] = {"slug": user.role_slugs[0]}
        result["roles"] = [{"slug": slug} for slug in user.role_slugs]
    return result


def _organization_id(state: State, directory_id: str) -> str:
    directory = state.directories.get(directory_id)
    assert directory is not None
    return directory.organization_id
