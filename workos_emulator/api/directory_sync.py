"""Handlers of directories, directory users and directory groups. `Emulator.seed` creates them."""

from functools import partial

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.directories import render_directory, render_directory_group, render_directory_user
from workos_emulator.storage.deletion import cascade
from workos_emulator.storage.objects.directories import Directory, DirectoryGroup, DirectoryUser
from workos_emulator.storage.state import fold


@operation("listDirectories")
def list_directories(call: Call) -> Result:
    """List directories, filtered by organization, domain, and a substring of the name or domain."""
    directories, organization_id = call.state.directories, call.query.get("organization_id")
    numbers = None if organization_id is None else directories.numbers("organization", organization_id)
    search, domain = call.query.get("search"), call.query.get("domain")

    def keep(directory: Directory) -> bool:
        texts = [fold(directory.name), fold(directory.domain or "")]
        return (search is None or any(fold(search) in text for text in texts)) and (
            domain is None or fold(domain) == texts[1]
        )

    return call.page(directories, partial(render_directory, call.state), numbers=numbers, keep=keep)


@operation("getDirectory")
def get_directory(call: Call) -> Result:
    """Get a directory."""
    return render_directory(call.state, _get_directory(call, call.path["directory_id"]))


@operation("deleteDirectory")
def delete_directory(call: Call) -> Result:
    """Delete a directory with its users and groups."""
    cascade.delete_directory(call.state, _get_directory(call, call.path["directory_id"]))
    return None


@operation("syncDirectory", behavior="canned")
def sync_directory(call: Call) -> Result:
    """Queue a synchronization of a directory. Nothing changes, because the emulator has no directory provider."""
    _get_directory(call, call.path["directory_id"])
    return {"status": "queued"}


@operation("listDirectoryGroups")
def list_groups(call: Call) -> Result:
    """List directory groups, filtered by directory and by user."""
    groups = call.state.directory_groups
    directory_id, user_id = call.query.get("directory"), call.query.get("user")
    numbers = None
    if directory_id is not None:
        numbers = groups.numbers("directory", _get_directory(call, directory_id).id)
    if user_id is not None:
        user_numbers = {group.number for id in _get_user(call, user_id).group_ids if (group := groups.get(id))}
        numbers = sorted(user_numbers if numbers is None else user_numbers.intersection(numbers))
    return call.page(groups, partial(render_directory_group, call.state), numbers=numbers)


@operation("getDirectoryGroup")
def get_group(call: Call) -> Result:
    """Get a directory group."""
    return render_directory_group(call.state, _get_group(call, call.path["directory_group_id"]))


@operation("listDirectoryUsers")
def list_users(call: Call) -> Result:
    """List directory users, filtered by directory, group, identity provider ID and email address."""
    users, query = call.state.directory_users, call.query
    numbers = None
    if "directory" in query:
        numbers = users.numbers("directory", _get_directory(call, query["directory"]).id)
    if "group" in query:
        group_numbers = users.numbers("group", _get_group(call, query["group"]).id)
        numbers = group_numbers if numbers is None else sorted(set(group_numbers).intersection(numbers))

    def keep(user: DirectoryUser) -> bool:
        return ("idp_id" not in query or user.idp_id == query["idp_id"]) and (
            "email" not in query or fold(user.email or "") == fold(query["email"])
        )

    return call.page(users, partial(render_directory_user, call.state), numbers=numbers, keep=keep)


@operation("getDirectoryUser")
def get_user(call: Call) -> Result:
    """Get a directory user."""
    return render_directory_user(call.state, _get_user(call, call.path["directory_user_id"]))


def _get_directory(call: Call, id: str) -> Directory:
    directory = call.state.directories.get(id)
    if directory is None:
        raise errors.not_found("Directory", id)
    return directory


def _get_group(call: Call, id: str) -> DirectoryGroup:
    group = call.state.directory_groups.get(id)
    if group is None:
        raise errors.not_found("Directory group", id)
    return group


def _get_user(call: Call, id: str) -> DirectoryUser:
    user = call.state.directory_users.get(id)
    if user is None:
        raise errors.not_found("Directory user", id)
    return user
