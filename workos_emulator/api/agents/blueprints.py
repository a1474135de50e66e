"""Handlers of agent blueprints."""

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.agents import render_blueprint
from workos_emulator.storage.deletion import dependents
from workos_emulator.storage.objects.agents import AgentBlueprint

# The maximum and the default of each setting, in seconds.
_LIMITS = {
    "max_age_seconds": (31_536_000, 2_592_000),
    "access_token_ttl_seconds": (3_600, 900),
    "refresh_token_ttl_seconds": (5_184_000, 604_800),
}
_INSTANCE_TYPES = ("delegated", "autonomous")


def find(call: Call) -> AgentBlueprint:
    """Return the blueprint in the path.

    Raises:
        ApiError: 404 if it does not exist.
    """
    blueprint = call.state.agents.blueprints.get(call.path["agent_blueprint_id"])
    if blueprint is None:
        raise errors.not_found("Agent blueprint", call.path["agent_blueprint_id"])
    return blueprint


def _list(call: Call, part: str, name: str) -> list[str] | None:
    """Return a list in a part of the body without duplicates; None if it is omitted or null."""
    values = call.body.get(part, {}).get(name)
    return None if values is None else list(dict.fromkeys(values))


def _apply(call: Call, blueprint: AgentBlueprint) -> None:
    """Apply the fields of the body to a blueprint.

    Raises:
        ApiError: 404 for an unknown permission or organization, 422 for a lifetime out of range.
    """
    permissions = call.body.get("permissions", blueprint.permissions)
    for slug in permissions:
        if call.state.access.permissions.find("slug", slug) is None:
            raise errors.not_found("Permission", slug)
    organization_ids = _list(call, "invocable_by", "organization_ids")
    for id in organization_ids or ():
        if id not in call.state.organizations:
            raise errors.not_found("Organization", id)
    settings = dict(blueprint.settings)
    for name, value in call.body.get("session_settings", {}).items():
        if name in _LIMITS and value is not None:
            if not 1 <= value <= _LIMITS[name][0]:
                raise errors.invalid_field(f"session_settings.{name}", "too_small" if value < 1 else "too_large")
            settings[name] = value
    blueprint.permissions, blueprint.settings = list(dict.fromkeys(permissions)), settings
    blueprint.name = call.body.get("name", blueprint.name)
    blueprint.description = call.body.get("description", blueprint.description)
    role_slugs, instance_types = (
        _list(call, "invocable_by", "role_slugs"),
        _list(call, "invocable_as", "instance_types"),
    )
    blueprint.role_slugs = blueprint.role_slugs if role_slugs is None else role_slugs
    blueprint.organization_ids = blueprint.organization_ids if organization_ids is None else organization_ids
    blueprint.instance_types = blueprint.instance_types if instance_types is None else instance_types


@operation("listAgentBlueprints")
def list_blueprints(call: Call) -> Result:
    """List agent blueprints."""
    return call.page(call.state.agents.blueprints, render_blueprint)


@operation("createAgentBlueprint")
def create(call: Call) -> Result:
    """Create an agent blueprint."""
    now = call.state.now()
    blueprint = AgentBlueprint(
        id=call.state.ids.new("agent_blueprint"),
        name=call.body["name"],
        description=None,
        permissions=[],
        role_slugs=[],
        organization_ids=[],
        instance_types=list(_INSTANCE_TYPES),
        settings={name: default for name, (_, default) in _LIMITS.items()},
        created_at=now,
        updated_at=now,
    )
    _apply(call, blueprint)
    return render_blueprint(call.state.agents.blueprints.add(blueprint))


@operation("getAgentBlueprint")
def get(call: Call) -> Result:
    """Get an agent blueprint."""
    return render_blueprint(find(call))


@operation("updateAgentBlueprint")
def update(call: Call) -> Result:
    """Update the fields in the body; null clears the description and leaves other fields unchanged."""
    blueprint = find(call)
    _apply(call, blueprint)
    blueprint.updated_at = call.state.now()
    call.state.agents.blueprints.changed(blueprint)
    return render_blueprint(blueprint)


@operation("deleteAgentBlueprint")
def delete(call: Call) -> Result:
    """Delete an agent blueprint with its instances and their sessions."""
    blueprint = find(call)
    for instance in call.state.agents.instances.group("blueprint", blueprint.id):
        dependents.delete_agent_instance(call.state, instance)
    call.state.agents.blueprints.remove(blueprint.id)
    return None
