"""Handlers of feature flags. `Emulator.seed` creates them."""

from collections.abc import Iterable
from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.api.users import find_user
from workos_emulator.auth import feature_flags
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.feature_flags import render_feature_flag
from workos_emulator.storage import flag_targets
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.feature_flags import FeatureFlag, FlagRule, FlagTarget
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Entity


def _get(call: Call) -> FeatureFlag:
    slug = call.path["slug"]
    flag = call.state.feature_flags.find("slug", slug)
    if flag is None:
        raise errors.not_found("Feature flag", slug)
    return flag


@operation("listFeatureFlags")
def list_flags(call: Call) -> Result:
    """List feature flags."""
    return call.page(call.state.feature_flags, render_feature_flag)


@operation("getFeatureFlag")
def get(call: Call) -> Result:
    """Get a feature flag."""
    return render_feature_flag(_get(call))


@operation("enableFeatureFlag")
def enable(call: Call) -> Result:
    """Enable a feature flag."""
    return _set_enabled(call, True)


@operation("disableFeatureFlag")
def disable(call: Call) -> Result:
    """Disable a feature flag for all users and organizations."""
    return _set_enabled(call, False)


def _set_enabled(call: Call, enabled: bool) -> Result:
    flag = _get(call)
    set_enabled(call.environment, flag, enabled)
    return render_feature_flag(flag)


def set_enabled(environment: Environment, flag: FeatureFlag, enabled: bool) -> None:
    """Enable or disable a feature flag, and emit the events of a change."""
    if flag.enabled != enabled:
        state = environment.state
        flag.enabled, flag.updated_at = enabled, state.now()
        state.feature_flags.changed(flag)
        previous = {"data": {"enabled": not enabled}}
        context = {**_event_context(environment), "previous_attributes": previous}
        data = {**render_feature_flag(flag), "environment_id": state.environment_id}
        for type in ("flag.updated", "feature_flags.flag.updated"):
            state.events.emit(type, data, None, context)


@operation("addFlagTarget")
def add_target(call: Call) -> Result:
    """Enable a feature flag for a user or an organization."""
    _set_target(call, True)
    return None


@operation("removeFlagTarget")
def remove_target(call: Call) -> Result:
    """Remove a user or organization from the targets of a feature flag; a no-op if it is not a target."""
    _set_target(call, False)
    return None


def _set_target(call: Call, enabled: bool) -> None:
    flag, id, state = _get(call), call.path["target_id"], call.state
    if not id.startswith(("user_", "org_")):
        message = "The target must be the ID of a user or an organization."
        raise errors.coded(400, "invalid_target", message, statusCode=400)
    if id not in state.users and id not in state.organizations:
        raise errors.not_found("Target", id)
    if (id in flag.users or id in flag.organizations) == enabled:
        return
    previous, position = _render_rule(state, flag), _position(flag, id)
    target, rule = (flag_targets.add if enabled else flag_targets.remove)(state, flag, id)
    flag.updated_at = state.now()
    state.feature_flags.changed(flag)
    changes = _event_context(call.environment)
    context = {**changes, **_render_rule(state, flag), "previous_attributes": {"context": previous}}
    data = {**render_feature_flag(flag), "environment_id": state.environment_id}
    state.events.emit("flag.rule_updated", data, None, context)
    _emit_target(state, flag, id, target, rule, position, changes, enabled=enabled)


def _position(flag: FeatureFlag, target_id: str) -> int:
    """Return the position of the rule for a target, whether it exists or is about to be created."""
    types = [*flag.rules]
    type = flag_targets.target_type(target_id)
    return types.index(type) if type in types else len(types)


def _emit_target(
    state: State,
    flag: FeatureFlag,
    target_id: str,
    target: FlagTarget,
    rule: FlagRule | None,
    position: int,
    context: dict[str, Any],
    *,
    enabled: bool,
) -> None:
    """Emit the events of a target and of the rule that was created or deleted with it."""
    type = flag_targets.target_type(target_id)
    common = {
        "flag_id": flag.id,
        "flag_slug": flag.slug,
        "environment_id": state.environment_id,
        "target_type": type,
    }
    used = rule or flag.rules[type]
    target_data = {**_render_entity("flag_target", target), **common, "target_id": target_id, "rule_id": used.id}
    rule_data = {
        **_render_entity("flag_rule", used),
        **common,
        "position": position,
        "value_type": "boolean",
        "value": True,
    }
    verb = "created" if enabled else "deleted"
    events = [("flag_target", target_data), *([("flag_rule", rule_data)] if rule else [])]
    for name, data in reversed(events) if enabled else events:
        state.events.emit(f"feature_flags.{name}.{verb}", data, None, context)


def _render_entity(name: str, entity: Entity) -> dict[str, Any]:
    times = {"created_at": stamp(entity.created_at), "updated_at": stamp(entity.updated_at)}
    return {"object": name, "id": entity.id, **times}


def _event_context(environment: Environment) -> dict[str, Any]:
    actor = {"id": environment.state.environment_id, "source": "api", "name": None}
    return {"client_id": environment.client_id, "actor": actor}


def _render_rule(state: State, flag: FeatureFlag) -> dict[str, Any]:
    organizations = [organization for id in flag.organizations if (organization := state.organizations.get(id))]
    users = [user for id in flag.users if (user := state.users.get(id))]
    access_type = "some" if organizations or users else "none"
    return {
        "access_type": "all" if flag.default_value else access_type,
        "configured_targets": {
            "organizations": [{"id": organization.id, "name": organization.name} for organization in organizations],
            "users": [{"id": user.id, "email": user.email} for user in users],
        },
    }


@operation("listOrganizationFeatureFlags", behavior="computed")
def list_of_organization(call: Call) -> Result:
    """List the feature flags enabled for an organization."""
    id = call.path["organization_id"]
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return call.page(
        call.state.feature_flags, render_feature_flag, keep=lambda flag: feature_flags.is_enabled(flag, id)
    )


@operation("listUserFeatureFlags", behavior="computed")
def list_of_user(call: Call) -> Result:
    """List the feature flags enabled for a user or for an organization in which the user is an active member."""
    user = find_user(call, call.path["user_id"])
    memberships = call.state.memberships.group("user", user.id)
    ids = [user.id, *(m.organization_id for m in memberships if m.status == "active")]
    return call.page(
        call.state.feature_flags, render_feature_flag, keep=lambda flag: feature_flags.is_enabled(flag, *ids)
    )


@operation("getRuntimeFlags", behavior="computed")
def get_runtime_flags(call: Call) -> Result:
    """Return all feature flags with their targets, for runtime evaluation."""
    return {
        flag.slug: {
            "slug": flag.slug,
            "enabled": flag.enabled,
            "default_value": flag.default_value,
            "targets": {
                "users": _render_targets(flag.users),
                "organizations": _render_targets(flag.organizations),
                **({"custom_targets": flag.custom_targets} if flag.custom_targets else {}),
            },
        }
        for flag in call.state.feature_flags
    }


def _render_targets(ids: Iterable[str]) -> list[dict[str, Any]]:
    return [{"id": id, "enabled": True} for id in ids]
