"""Directories with their users and groups. The API only reads and deletes; `Emulator.seed` creates."""

from functools import partial
from typing import Any

from workos_emulator import cascade, errors
from workos_emulator.clock import stamp
from workos_emulator.entities import Directory, DirectoryGroup, DirectoryUser
from workos_emulator.eventlog import News, without
from workos_emulator.registry import Answer, Call, operation
from workos_emulator.state import State, fold

# Events have words of their own for the states of a directory.
_EVENT_STATES = {"linked": "active", "unlinked": "inactive"}


def render_directory(state: State, directory: Directory) -> dict[str, Any]:
    """The directory as JSON, with counts."""
    people = len(state.directory_users.numbers("directory", directory.id))
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
            "users": {"active": active, "inactive": people - active},
            "groups": len(state.directory_groups.numbers("directory", directory.id)),
        },
        "created_at": stamp(directory.created_at),
        "updated_at": stamp(directory.updated_at),
    }
    if directory.domain is not None:
        result["domain"] = directory.domain
    return result


def render_event(state: State, directory: Directory) -> dict[str, Any]:
    """The directory as events show it."""
    shown = without(render_directory(state, directory), "metadata", "external_key", "domain")
    return {**shown, "state": _EVENT_STATES.get(directory.state, directory.state)}


def activation(state: State, directory: Directory) -> News:
    """The event that tells that a directory begins to send people and groups."""
    domains = [
        {"object": "organization_domain", "id": domain.id, "domain": domain.domain}
        for domain in state.domains.group("organization", directory.organization_id)
    ]
    data = {**render_event(state, directory), "external_key": directory.external_key, "domains": domains}
    return "dsync.activated", data, directory.organization_id


def render_group(state: State, group: DirectoryGroup) -> dict[str, Any]:
    """The group as JSON."""
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


def render_user(state: State, user: DirectoryUser) -> dict[str, Any]:
    """The person as JSON, with groups."""
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
        "groups": [render_group(state, group) for group in groups],
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


@operation("listDirectories")
def list_directories(call: Call) -> Answer:
    """List directories, by organization, by domain and by a part of the name or domain."""
    directories, organization_id = call.state.directories, call.query.get("organization_id")
    numbers = None if organization_id is None else directories.numbers("organization", organization_id)
    search, domain = call.query.get("search"), call.query.get("domain")

    def keep(directory: Directory) -> bool:
        named = [fold(directory.name), fold(directory.domain or "")]
        return (search is None or any(fold(search) in text for text in named)) and (
            domain is None or fold(domain) == named[1]
        )

    return call.page(directories, partial(render_directory, call.state), numbers=numbers, keep=keep)


@operation("getDirectory")
def get_directory(call: Call) -> Answer:
    """Get a directory."""
    return render_directory(call.state, _directory(call, call.path["directory_id"]))


@operation("deleteDirectory")
def delete_directory(call: Call) -> Answer:
    """Delete a directory with its users and groups."""
    cascade.delete_directory(call.state, _directory(call, call.path["directory_id"]))
    return None


@operation("syncDirectory", behaviour="canned")
def sync_directory(call: Call) -> Answer:
    """Say that a directory will be read anew. There is nothing to read, so nothing changes."""
    _directory(call, call.path["directory_id"])
    return {"status": "queued"}


@operation("listDirectoryGroups")
def list_groups(call: Call) -> Answer:
    """List groups, by directory and by user."""
    groups = call.state.directory_groups
    directory_id, user_id = call.query.get("directory"), call.query.get("user")
    numbers = None
    if directory_id is not None:
        numbers = groups.numbers("directory", _directory(call, directory_id).id)
    if user_id is not None:
        of_user = {group.number for id in _user(call, user_id).group_ids if (group := groups.get(id))}
        numbers = sorted(of_user if numbers is None else of_user.intersection(numbers))
    return call.page(groups, partial(render_group, call.state), numbers=numbers)


@operation("getDirectoryGroup")
def get_group(call: Call) -> Answer:
    """Get a group."""
    return render_group(call.state, _group(call, call.path["directory_group_id"]))


@operation("listDirectoryUsers")
def list_users(call: Call) -> Answer:
    """List people, by directory, group, id at the identity provider and e-mail address."""
    users, query = call.state.directory_users, call.query
    numbers = None
    if "directory" in query:
        numbers = users.numbers("directory", _directory(call, query["directory"]).id)
    if "group" in query:
        in_group = users.numbers("group", _group(call, query["group"]).id)
        numbers = in_group if numbers is None else sorted(set(in_group).intersection(numbers))

    def keep(user: DirectoryUser) -> bool:
        return ("idp_id" not in query or user.idp_id == query["idp_id"]) and (
            "email" not in query or fold(user.email or "") == fold(query["email"])
        )

    return call.page(users, partial(render_user, call.state), numbers=numbers, keep=keep)


@operation("getDirectoryUser")
def get_user(call: Call) -> Answer:
    """Get a person."""
    return render_user(call.state, _user(call, call.path["directory_user_id"]))


def _directory(call: Call, id: str) -> Directory:
    directory = call.state.directories.get(id)
    if directory is None:
        raise errors.not_found("Directory", id)
    return directory


def _group(call: Call, id: str) -> DirectoryGroup:
    group = call.state.directory_groups.get(id)
    if group is None:
        raise errors.not_found("Directory group", id)
    return group


def _user(call: Call, id: str) -> DirectoryUser:
    user = call.state.directory_users.get(id)
    if user is None:
        raise errors.not_found("Directory user", id)
    return user
