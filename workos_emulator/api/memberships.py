"""Handlers of organization memberships."""

from functools import partial
from typing import cast

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.memberships import render_membership
from workos_emulator.storage.deletion import cascade
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.roles import ORGANIZATION_TYPE, Roles


def _get(call: Call) -> Membership:
    id = call.path["organization_membership_id"]
    membership = call.state.memberships.get(id)
    if membership is None:
        raise errors.not_found("Organization membership", id)
    return membership


@operation("listOrganizationMemberships")
def list_memberships(call: Call) -> Result:
    """List memberships by user, organization or both. Without `statuses`, only active memberships are returned."""
    state, memberships = call.state, call.state.memberships
    user_id, organization_id = call.query.get("user_id"), call.query.get("organization_id")
    if user_id is None and organization_id is None:
        message = "Either user_id or organization_id must be provided."
        raise errors.coded(400, "missing_user_id_or_organization_id", message)
    if user_id is not None and user_id not in state.users:
        raise errors.not_found("User", user_id)
    if organization_id is not None and organization_id not in state.organizations:
        raise errors.not_found("Organization", organization_id)
    if user_id is None:
        numbers = memberships.numbers("organization", organization_id)
    elif organization_id is None:
        numbers = memberships.numbers("user", user_id)
    else:
        membership = memberships.find("pair", (user_id, organization_id))
        numbers = [membership.number] if membership else []
    statuses = call.query.get("statuses") or ["active"]
    return call.page(
        memberships, partial(render_membership, state), numbers=numbers, keep=lambda m: m.status in statuses
    )


@operation("createOrganizationMembership")
def create(call: Call) -> Result:
    """Create a membership, or reactivate an inactive one."""
    state = call.state
    user = users.find_user(call, call.body["user_id"])
    organization_id = call.body["organization_id"]
    if organization_id not in state.organizations:
        raise errors.not_found("Organization", organization_id)
    role_slugs = _role_slugs(call, organization_id)
    existing = state.memberships.find("pair", (user.id, organization_id))
    if existing is not None:
        return _reactivate_existing(call, existing, role_slugs)
    now = state.now()
    membership = Membership(
        id=state.ids.new("om"),
        user_id=user.id,
        organization_id=organization_id,
        status="active",
        role_slugs=role_slugs or [Roles.DEFAULT],
        created_at=now,
        updated_at=now,
    )
    return render_membership(state, state.add_membership(membership))


def _reactivate_existing(call: Call, membership: Membership, role_slugs: list[str] | None) -> Result:
    if membership.status == "pending":
        raise _pending_error("reactivate")
    if membership.status == "active":
        raise errors.invalid_field("user_id", "user_already_organization_member")
    membership.role_slugs = role_slugs or membership.role_slugs
    _reactivate(call, membership)
    return render_membership(call.state, membership)


@operation("getOrganizationMembership")
def get(call: Call) -> Result:
    """Get a membership."""
    return render_membership(call.state, _get(call))


@operation("updateOrganizationMembership")
def update(call: Call) -> Result:
    """Update the roles of a membership."""
    membership = _get(call)
    role_slugs = _role_slugs(call, membership.organization_id)
    if role_slugs:
        membership.role_slugs = role_slugs
    membership.updated_at = call.state.now()
    call.state.memberships.changed(membership)
    return render_membership(call.state, membership)


@operation("deleteOrganizationMembership")
def delete(call: Call) -> Result:
    """Delete a membership."""
    cascade.delete_membership(call.state, _get(call))
    return None


@operation("deactivateOrganizationMembership")
def deactivate(call: Call) -> Result:
    """Deactivate a membership and end its sessions; a no-op if it is already inactive."""
    membership = _get(call)
    if membership.status == "pending":
        raise _pending_error("deactivate")
    cascade.deactivate_membership(call.state, membership)
    return render_membership(call.state, membership)


@operation("reactivateOrganizationMembership")
def reactivate(call: Call) -> Result:
    """Reactivate a membership with its previous roles; a no-op if it is already active."""
    membership = _get(call)
    if membership.status == "pending":
        raise _pending_error("reactivate")
    _reactivate(call, membership)
    return render_membership(call.state, membership)


def _pending_error(verb: str) -> errors.ApiError:
    code = f"cannot_{verb}_pending_organization_membership"
    return errors.coded(400, code, f"Cannot {verb} a pending organization membership.")


def _reactivate(call: Call, membership: Membership) -> None:
    if membership.status != "active":
        membership.status = "active"
        membership.updated_at = call.state.now()
        call.state.memberships.changed(membership)


def _role_slugs(call: Call, organization_id: str) -> list[str] | None:
    """Return the role slugs in the body; None if it has none.

    Raises:
        ApiError: 422 for an unknown role, or for several roles if `Settings.multiple_roles` is off.
    """
    single = cast(str | None, call.body.get("role_slug"))
    slugs = [single] if single is not None else cast(list[str] | None, call.body.get("role_slugs"))
    if slugs is None:
        return None
    if not slugs:
        raise errors.invalid_field("role_slugs", "too_few")
    for slug in slugs:
        role = call.state.roles.find(slug, organization_id)
        if role is None or role.resource_type_slug != ORGANIZATION_TYPE:
            raise errors.coded(422, "invalid_role", f"The role '{slug}' does not exist.", role_slug=slug)
    if len(slugs) > 1 and not call.state.settings.multiple_roles:
        raise errors.coded(422, "multiple_roles_not_enabled", "Multiple roles are not enabled.")
    return list(dict.fromkeys(slugs))
