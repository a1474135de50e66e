"""Handlers of role assignments of groups. All members of a group have its roles."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, cast

from workos_emulator.api.authorization.shared import find_resource_from_body, find_role
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.authorization import render_group_role_assignment
from workos_emulator.storage import role_assignments
from workos_emulator.storage.objects.access import GroupRoleAssignment, Resource
from workos_emulator.storage.objects.organizations import Group

_Key = tuple[str, str, str]


def _get_group(call: Call) -> Group:
    id = call.path["group_id"]
    group = call.state.groups.get(id)
    if group is None:
        raise errors.not_found("Group", id)
    return group


def _get(call: Call) -> GroupRoleAssignment:
    group, id = _get_group(call), call.path["role_assignment_id"]
    assignment = call.state.access.group_assignments.get(id)
    if assignment is None or assignment.group_id != group.id:
        raise errors.not_found("Role assignment", id)
    return assignment


def _key(call: Call, group: Group, entry: Mapping[str, Any]) -> _Key:
    """Return the key of a group role assignment in the body; without a resource, it is on the organization's resource."""
    resource: Resource | None = find_resource_from_body(call, entry, group.organization_id)
    resource = resource or role_assignments.organization_resource(call.state, group.organization_id)
    return group.id, find_role(call, entry["role_slug"], resource).slug, resource.id


def _keys(call: Call, group: Group, entries: Iterable[Mapping[str, Any]]) -> list[_Key]:
    return list(dict.fromkeys(_key(call, group, entry) for entry in entries))


def _add(call: Call, keys: Iterable[_Key]) -> None:
    for key in keys:
        if call.state.access.group_assignments.find("key", key) is None:
            role_assignments.assign_to_group(call.state, *key)


def _remove(call: Call, keys: Iterable[_Key]) -> None:
    for key in keys:
        if assignment := call.state.access.group_assignments.find("key", key):
            role_assignments.unassign_from_group(call.state, assignment)


@operation("listGroupRoleAssignments")
def list_assignments(call: Call) -> Result:
    """List the role assignments of a group."""
    assignments = call.state.access.group_assignments
    numbers = assignments.numbers("group", _get_group(call).id)
    return call.page(assignments, partial(render_group_role_assignment, call.state), numbers=numbers)


@operation("createGroupRoleAssignment")
def create(call: Call) -> Result:
    """Assign a role to a group."""
    key = _key(call, _get_group(call), call.body)
    if call.state.access.group_assignments.find("key", key) is not None:
        raise errors.coded(409, "duplicate_group_role_assignment", "The group already has this role on the resource.")
    return render_group_role_assignment(call.state, role_assignments.assign_to_group(call.state, *key))


@operation("replaceGroupRoleAssignments")
def replace(call: Call) -> Result:
    """Replace the role assignments of a group. Existing assignments keep their IDs."""
    group, assignments = _get_group(call), call.state.access.group_assignments
    new_keys = _keys(call, group, call.body["role_assignments"])
    current_keys = [(a.group_id, a.role_slug, a.resource_id) for a in assignments.group("group", group.id)]
    _remove(call, [key for key in current_keys if key not in new_keys])
    _add(call, new_keys)
    return call.page(
        assignments, partial(render_group_role_assignment, call.state), numbers=assignments.numbers("group", group.id)
    )


@operation("deleteGroupRoleAssignments")
def delete_by_role(call: Call) -> Result:
    """Remove a role from a group."""
    key = _key(call, _get_group(call), call.body)
    if call.state.access.group_assignments.find("key", key) is None:
        raise errors.not_found("Role assignment", key[1])
    _remove(call, [key])
    return None


@operation("patchGroupRoleAssignments")
def patch(call: Call) -> Result:
    """Add and remove role assignments of a group atomically."""
    group = _get_group(call)
    entries = [cast(list[Mapping[str, Any]], call.body.get(name, [])) for name in ("add", "remove")]
    if not 1 <= sum(map(len, entries)) <= 100:
        raise errors.invalid_field("add", "too_few" if not any(entries) else "too_many")
    add, remove = (_keys(call, group, part) for part in entries)
    if set(add) & set(remove):
        raise errors.invalid_field("remove", "mutually_exclusive")
    _remove(call, remove)
    _add(call, add)
    return None


@operation("getGroupRoleAssignment")
def get(call: Call) -> Result:
    """Get a group role assignment."""
    return render_group_role_assignment(call.state, _get(call))


@operation("deleteGroupRoleAssignment")
def delete(call: Call) -> Result:
    """Delete a group role assignment."""
    role_assignments.unassign_from_group(call.state, _get(call))
    return None
