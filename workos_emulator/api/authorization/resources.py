"""Handlers of authorization resources."""

from workos_emulator.api.authorization.shared import find_resource_from_body, find_resource_from_path
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.authorization import render_resource
from workos_emulator.storage import role_assignments
from workos_emulator.storage.objects.access import Resource
from workos_emulator.storage.objects.roles import ORGANIZATION_TYPE
from workos_emulator.storage.state import fold


def _get_editable(call: Call) -> Resource:
    """Return the resource in the path, which must not represent an organization."""
    resource = find_resource_from_path(call)
    if resource.is_organization:
        raise errors.plain(403, "The resource represents an organization; change the organization itself.")
    return resource


@operation("listAuthorizationResources")
def list_resources(call: Call) -> Result:
    """List authorization resources, filtered by organization, type, name, external ID and parent."""
    query, resources = call.query, call.state.access.resources
    organization_id, type_slug = query.get("organization_id"), query.get("resource_type_slug")
    if organization_id is None and type_slug is None:
        code = "missing_organization_id_or_resource_type_slug"
        raise errors.coded(400, code, "Either organization_id or resource_type_slug must be provided.")
    if organization_id is not None:
        numbers = resources.numbers("organization", organization_id)
    else:
        numbers = resources.numbers("type", type_slug)
    search = fold(query.get("search", ""))
    external_id, parent_id = query.get("resource_external_id"), query.get("parent_resource_id")
    parent_type, parent_external_id = query.get("parent_resource_type_slug"), query.get("parent_external_id")

    def is_child(resource: Resource) -> bool:
        parent = resources.get(resource.parent_id or "")
        if parent is None:
            parent = role_assignments.organization_resource(call.state, resource.organization_id)
        matches_id = parent_id is None or parent.id == parent_id
        matches_key = parent_type is None or (parent.resource_type_slug, parent.external_id) == (
            parent_type,
            parent_external_id,
        )
        return matches_id and matches_key

    def keep(resource: Resource) -> bool:
        return (
            type_slug in (None, resource.resource_type_slug)
            and search in fold(resource.name)
            and external_id in (None, resource.external_id)
            and ((parent_id is None and parent_type is None) or is_child(resource))
        )

    return call.page(resources, render_resource, numbers=numbers, keep=keep)


@operation("createAuthorizationResource")
def create(call: Call) -> Result:
    """Create an authorization resource below a parent or directly below its organization. Any type is accepted."""
    body, state = call.body, call.state
    organization_id = body["organization_id"]
    if organization_id not in state.organizations:
        raise errors.not_found("Organization", organization_id)
    if body["resource_type_slug"] == ORGANIZATION_TYPE:
        raise errors.coded(400, "bad_request", "Organizations are already resources.")
    parent = find_resource_from_body(call, body, organization_id, "parent_resource")
    key = (organization_id, body["resource_type_slug"], body["external_id"])
    if state.access.resources.find("key", key) is not None:
        code = "authorization_resource_external_id_conflict"
        raise errors.coded(409, code, "Another resource of this type has this external_id.")
    now = state.now()
    resource = Resource(
        id=state.ids.new("authz_resource"),
        organization_id=organization_id,
        resource_type_slug=body["resource_type_slug"],
        external_id=body["external_id"],
        name=body["name"],
        description=body.get("description"),
        parent_id=_parent_id(parent),
        created_at=now,
        updated_at=now,
    )
    return render_resource(state.access.resources.add(resource))


def _parent_id(parent: Resource | None) -> str | None:
    return None if parent is None or parent.is_organization else parent.id


@operation("getAuthorizationResource")
@operation("getAuthorizationResourceByExternalId")
def get(call: Call) -> Result:
    """Get an authorization resource."""
    return render_resource(find_resource_from_path(call))


@operation("updateAuthorizationResource")
@operation("updateAuthorizationResourceByExternalId")
def update(call: Call) -> Result:
    """Update the fields in the body, or move the resource with its descendants to another parent."""
    resource = _get_editable(call)
    parent = find_resource_from_body(call, call.body, resource.organization_id, "parent_resource")
    if parent is not None:
        if any(ancestor is resource for ancestor in role_assignments.ancestors(call.state, parent)):
            raise errors.invalid_field("parent_resource_id", "circular")
        resource.parent_id = _parent_id(parent)
    for name in ("name", "description"):
        if name in call.body:
            setattr(resource, name, call.body[name])
    resource.updated_at = call.state.now()
    call.state.access.resources.changed(resource)
    return render_resource(resource)


@operation("deleteAuthorizationResource")
@operation("deleteAuthorizationResourceByExternalId")
def delete(call: Call) -> Result:
    """Delete an authorization resource; with `cascade_delete`, also its descendants and the role assignments on them."""
    resource, state = _get_editable(call), call.state
    dependents = (
        role_assignments.children_of(state, resource)
        or state.access.assignments.numbers("resource", resource.id)
        or state.access.group_assignments.numbers("resource", resource.id)
    )
    if dependents and not call.query.get("cascade_delete"):
        raise errors.coded(409, "resource_has_dependents", "The resource has child resources or role assignments.")
    role_assignments.delete_resource(state, resource)
    return None
