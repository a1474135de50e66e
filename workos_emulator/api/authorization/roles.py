"""Handlers of environment roles and organization roles."""

import re

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.authorization import render_role
from workos_emulator.storage.objects.roles import ORGANIZATION_TYPE, Role

_SLUG = re.compile(r"[a-z0-9_-]{1,48}")
_PREFIX = "org-"


def _organization_id(call: Call) -> str | None:
    """Return the ID of the organization in the path; None for environment roles."""
    id = call.path.get("organization_id")
    if id is not None and id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return id


def _get(call: Call, *, editable: bool) -> Role:
    """Return the role in the path. With `editable`, an organization's path must not name an environment role."""
    slug, organization_id = call.path["role_slug"], _organization_id(call)
    role = call.state.roles.find(slug, organization_id)
    if role is None:
        raise errors.not_found("Role", slug)
    if editable and role.organization_id != organization_id:
        raise errors.plain(403, f"The role '{slug}' is an environment role.")
    return role


def _check_permissions(call: Call, slugs: list[str]) -> None:
    for slug in slugs:
        if call.state.access.permissions.find("slug", slug) is None:
            raise errors.not_found("Permission", slug)


def _set_permissions(call: Call, role: Role, slugs: list[str]) -> Result:
    role.permissions = list(dict.fromkeys(slugs))
    role.updated_at = call.state.now()
    call.state.roles.all.changed(role)
    return render_role(role)


@operation("listEnvironmentRoles")
def list_environment_roles(call: Call) -> Result:
    """List the environment roles in order of priority, which is oldest first."""
    return {"object": "list", "data": [render_role(role) for role in call.state.roles.all.group("organization", None)]}


@operation("listOrganizationRoles")
def list_organization_roles(call: Call) -> Result:
    """List the environment roles and the roles of an organization."""
    roles = call.state.roles.all
    available = [*roles.group("organization", None), *roles.group("organization", _organization_id(call))]
    return {"object": "list", "data": [render_role(role) for role in available]}


@operation("createEnvironmentRole")
@operation("createOrganizationRole")
def create(call: Call) -> Result:
    """Create a role without permissions."""
    organization_id, body, now = _organization_id(call), call.body, call.state.now()
    slug = body["slug"] if "slug" in body else _generate_slug(call, body["name"], organization_id)
    if _SLUG.fullmatch(slug) is None or (organization_id is not None and not slug.startswith(_PREFIX)):
        start = "" if organization_id is None else f"start with '{_PREFIX}' and "
        message = f"A slug must {start}contain only lowercase letters, digits, - and _ (at most 48 characters)."
        raise errors.coded(400, "bad_request", message)
    if call.state.roles.find(slug, organization_id) is not None:
        code = "role_slug_conflict" if organization_id is None else "organization_role_slug_conflict"
        raise errors.coded(409, code, f"The role '{slug}' already exists.")
    role = Role(
        id=call.state.ids.new("role"),
        slug=slug,
        name=body["name"],
        organization_id=organization_id,
        description=body.get("description"),
        resource_type_slug=body.get("resource_type_slug", ORGANIZATION_TYPE),
        created_at=now,
        updated_at=now,
    )
    return render_role(call.state.roles.all.add(role))


def _generate_slug(call: Call, name: str, organization_id: str | None) -> str:
    """Return an unused slug derived from a name."""
    base = (_PREFIX + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "role"))[:40]
    slug, number = base, 1
    while call.state.roles.find(slug, organization_id) is not None:
        number += 1
        slug = f"{base}-{number}"
    return slug


@operation("getEnvironmentRole")
@operation("getOrganizationRole")
def get(call: Call) -> Result:
    """Get a role."""
    return render_role(_get(call, editable=False))


@operation("updateEnvironmentRole")
@operation("updateOrganizationRole")
def update(call: Call) -> Result:
    """Update the fields in the body; null clears a field."""
    role = _get(call, editable=True)
    for name in ("name", "description"):
        if name in call.body:
            setattr(role, name, call.body[name])
    role.updated_at = call.state.now()
    call.state.roles.all.changed(role)
    return render_role(role)


@operation("deleteOrganizationRole")
def delete(call: Call) -> Result:
    """Delete an organization role that is not assigned to any member or group."""
    role, state = _get(call, editable=True), call.state
    members = state.memberships.group("organization", role.organization_id)
    groups = [group.id for group in state.groups.group("organization", role.organization_id)]
    for group_id in groups:
        if any(a.role_slug == role.slug for a in state.access.group_assignments.group("group", group_id)):
            raise errors.coded(409, "role_has_group_role_mappings", f"A group has the role '{role.slug}'.")
    for membership in members:
        assigned = [a.role_slug for a in state.access.assignments.group("membership", membership.id)]
        if role.slug in membership.role_slugs or role.slug in assigned:
            raise errors.coded(409, "role_has_assignments", f"A member has the role '{role.slug}'.")
    state.roles.all.remove(role.id)
    return None


@operation("setEnvironmentRolePermissions")
@operation("setOrganizationRolePermissions")
def set_permissions(call: Call) -> Result:
    """Replace the permissions of a role."""
    role, slugs = _get(call, editable=True), call.body["permissions"]
    _check_permissions(call, slugs)
    return _set_permissions(call, role, slugs)


@operation("addEnvironmentRolePermission")
@operation("addOrganizationRolePermission")
def add_permission(call: Call) -> Result:
    """Add a permission to a role; a no-op if the role already has it."""
    role, slug = _get(call, editable=True), call.body["slug"]
    _check_permissions(call, [slug])
    return render_role(role) if slug in role.permissions else _set_permissions(call, role, [*role.permissions, slug])


@operation("removeOrganizationRolePermission")
def remove_permission(call: Call) -> Result:
    """Remove a permission from a role."""
    role, slug = _get(call, editable=True), call.path["permission_slug"]
    if slug not in role.permissions:
        raise errors.not_found("Permission", slug)
    return _set_permissions(call, role, [name for name in role.permissions if name != slug])
