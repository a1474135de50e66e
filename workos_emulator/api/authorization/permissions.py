"""Handlers of permissions."""

import re

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.authorization import render_permission
from workos_emulator.storage.objects.access import Permission
from workos_emulator.storage.objects.roles import ORGANIZATION_TYPE

_SLUG = re.compile(r"[a-z0-9_:.*-]{1,48}")


def _get(call: Call) -> Permission:
    slug = call.path["permission_slug"]
    permission = call.state.access.permissions.find("slug", slug)
    if permission is None:
        raise errors.not_found("Permission", slug)
    return permission


def _get_editable(call: Call) -> Permission:
    permission = _get(call)
    if permission.system:
        raise errors.plain(403, f"The permission '{permission.slug}' is a system permission and cannot be changed.")
    return permission


@operation("listPermissions")
def list_permissions(call: Call) -> Result:
    """List permissions, including system permissions."""
    return call.page(call.state.access.permissions, render_permission)


@operation("createPermission")
def create(call: Call) -> Result:
    """Create a permission."""
    body, now = call.body, call.state.now()
    slug = body["slug"]
    if _SLUG.fullmatch(slug) is None:
        raise errors.coded(400, "bad_request", "A slug may only contain lowercase letters, digits and -_:.*")
    if call.state.access.permissions.find("slug", slug) is not None:
        raise errors.coded(409, "permission_slug_conflict", f"The permission '{slug}' already exists.")
    permission = Permission(
        id=call.state.ids.new("perm"),
        slug=slug,
        name=body["name"],
        description=body.get("description"),
        resource_type_slug=body.get("resource_type_slug", ORGANIZATION_TYPE),
        created_at=now,
        updated_at=now,
    )
    return render_permission(call.state.access.permissions.add(permission))


@operation("getPermission")
def get(call: Call) -> Result:
    """Get a permission."""
    return render_permission(_get(call))


@operation("updatePermission")
def update(call: Call) -> Result:
    """Update the fields in the body; null clears a field."""
    permission = _get_editable(call)
    for name in ("name", "description"):
        if name in call.body:
            setattr(permission, name, call.body[name])
    permission.updated_at = call.state.now()
    call.state.access.permissions.changed(permission)
    return render_permission(permission)


@operation("deletePermission")
def delete(call: Call) -> Result:
    """Delete a permission and remove it from all roles."""
    permission = _get_editable(call)
    for role in call.state.roles.all:
        if permission.slug in role.permissions:
            role.permissions = [slug for slug in role.permissions if slug != permission.slug]
            role.updated_at = call.state.now()
            call.state.roles.all.changed(role)
    call.state.access.permissions.remove(permission.id)
    return None
