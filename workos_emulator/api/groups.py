"""Handlers of groups of organization members."""

from functools import partial

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.memberships import render_group, render_group_member
from workos_emulator.storage import role_assignments
from workos_emulator.storage.deletion import dependents
from workos_emulator.storage.objects.organizations import Group, Membership
from workos_emulator.storage.state import fold


def _organization_id(call: Call) -> str:
    id = call.path["organization_id"]
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return id


def _get(call: Call) -> Group:
    organization_id, id = _organization_id(call), call.path["group_id"]
    group = call.state.groups.get(id)
    if group is None or group.organization_id != organization_id:
        raise errors.not_found("Group", id)
    return group


def _get_membership(call: Call, group: Group, id: str) -> Membership:
    membership = call.state.memberships.get(id)
    if membership is None or membership.organization_id != group.organization_id:
        raise errors.not_found("Organization membership", id)
    return membership


@operation("listOrganizationGroups")
def list_groups(call: Call) -> Result:
    """List the groups of an organization, filtered by a substring of the name."""
    groups, search = call.state.groups, fold(call.query.get("search", ""))
    numbers = groups.numbers("organization", _organization_id(call))

    def keep(group: Group) -> bool:
        return search in fold(group.name)

    return call.page(groups, render_group, numbers=numbers, keep=keep if search else None)


@operation("createOrganizationGroup")
def create(call: Call) -> Result:
    """Create a group without members."""
    organization_id, now = _organization_id(call), call.state.now()
    group = Group(
        id=call.state.ids.new("group"),
        organization_id=organization_id,
        name=call.body["name"],
        description=call.body.get("description"),
        created_at=now,
        updated_at=now,
    )
    return render_group(call.state.groups.add(group))


@operation("getOrganizationGroup")
def get(call: Call) -> Result:
    """Get a group."""
    return render_group(_get(call))


@operation("updateOrganizationGroup")
def update(call: Call) -> Result:
    """Update the fields in the body; null clears a field."""
    group = _get(call)
    for name in ("name", "description"):
        if name in call.body:
            setattr(group, name, call.body[name])
    group.updated_at = call.state.now()
    call.state.groups.changed(group)
    return render_group(group)


@operation("deleteOrganizationGroup")
def delete(call: Call) -> Result:
    """Delete a group with its role assignments. The members stay in the organization."""
    dependents.delete_group(call.state, _get(call))
    return None


@operation("listGroupOrganizationMemberships")
def list_members(call: Call) -> Result:
    """List the members of a group."""
    memberships = call.state.memberships
    numbers = memberships.numbers("group", _get(call).id)
    return call.page(memberships, partial(render_group_member, call.state), numbers=numbers)


@operation("addGroupOrganizationMembership")
def add_member(call: Call) -> Result:
    """Add a member of the organization to a group; a no-op if they are already in it."""
    group = _get(call)
    _change_members(call, group, add=[call.body["organization_membership_id"]], remove=[])
    return render_group(group)


@operation("updateGroupOrganizationMemberships")
def update_members(call: Call) -> Result:
    """Add members to a group and remove others atomically."""
    group, add, remove = _get(call), call.body.get("add", []), call.body.get("remove", [])
    if not 1 <= len(add) + len(remove) <= 100:
        raise errors.invalid_field("add", "too_many" if add or remove else "too_few")
    if set(add) & set(remove):
        raise errors.invalid_field("remove", "mutually_exclusive")
    _change_members(call, group, add, remove)
    return None


def _change_members(call: Call, group: Group, add: list[str], remove: list[str]) -> None:
    joining = [_get_membership(call, group, id) for id in dict.fromkeys(add)]
    leaving = [_get_membership(call, group, id) for id in dict.fromkeys(remove)]
    joining = [membership for membership in joining if group.id not in membership.group_ids]
    leaving = [membership for membership in leaving if group.id in membership.group_ids]
    size = len(call.state.memberships.numbers("group", group.id)) + len(joining) - len(leaving)
    if joining and size > call.state.settings.group_size_limit:
        raise errors.coded(400, "group_membership_limit_exceeded", "The group has reached its member limit.")
    for membership in leaving:
        role_assignments.leave_group(call.state, membership, group.id)
    for membership in joining:
        role_assignments.join_group(call.state, membership, group.id)


@operation("removeGroupOrganizationMembership")
def remove_member(call: Call) -> Result:
    """Remove a member from a group."""
    group, id = _get(call), call.path["organization_membership_id"]
    membership = _get_membership(call, group, id)
    if group.id not in membership.group_ids:
        raise errors.not_found("Organization membership", id)
    role_assignments.leave_group(call.state, membership, group.id)
    return None


@operation("listOrganizationMembershipGroups")
def list_groups_of_membership(call: Call) -> Result:
    """List the groups of a member."""
    id = call.path["organization_membership_id"]
    membership = call.state.memberships.get(id)
    if membership is None:
        raise errors.not_found("Organization membership", id)
    groups = [group for group_id in membership.group_ids if (group := call.state.groups.get(group_id))]
    return call.page(call.state.groups, render_group, numbers=sorted(group.number for group in groups))
