"""Feature flags. The API only switches them; `Emulator.seed` creates."""

from collections.abc import Iterable
from typing import Any

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import feature_flags
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.feature_flags import render_feature_flag
from workos_emulator.storage.objects.feature_flags import FeatureFlag
from workos_emulator.storage.state import State


def _get(call: Call) -> FeatureFlag:
    slug = call.path["slug"]
    flag = call.state.feature_flags.find("slug", slug)
    if flag is None:
        raise errors.not_found("Feature flag", slug)
    return flag


@operation("listFeatureFlags")
def list_flags(call: Call) -> Result:
    """List flags."""
    return call.page(call.state.feature_flags, render_feature_flag)


@operation("getFeatureFlag")
def get(call: Call) -> Result:
    """Get a flag."""
    return render_feature_flag(_get(call))


@operation("enableFeatureFlag")
def enable(call: Call) -> Result:
    """Switch a flag on."""
    return _switch(call, on=True)


@operation("disableFeatureFlag")
def disable(call: Call) -> Result:
    """Switch a flag off for everybody."""
    return _switch(call, on=False)


def _switch(call: Call, *, on: bool) -> Result:
    flag = _get(call)
    if flag.enabled != on:
        flag.enabled, flag.updated_at = on, call.state.now()
        call.state.feature_flags.changed(flag)
        before = {"data": {"enabled": not on}}
        context = {**_origin(call), "previous_attributes": before}
        call.state.events.emit(
            "flag.updated", {**render_feature_flag(flag), "environment_id": call.state.environment_id}, None, context
        )
    return render_feature_flag(flag)


@operation("addFlagTarget")
def add_target(call: Call) -> Result:
    """Switch a flag on for a user or an organization."""
    _target(call, on=True)
    return None


@operation("removeFlagTarget")
def remove_target(call: Call) -> Result:
    """Take a user or organization off the targets; nothing happens if it is none."""
    _target(call, on=False)
    return None


def _target(call: Call, *, on: bool) -> None:
    flag, id, state = _get(call), call.path["target_id"], call.state
    if not id.startswith(("user_", "org_")):
        message = "The target must be the id of a user or of an organization."
        raise errors.coded(400, "invalid_target", message, statusCode=400)
    targets = flag.users if id.startswith("user_") else flag.organizations
    if id not in state.users and id not in state.organizations:
        raise errors.not_found("Target", id)
    if (id in targets) == on:
        return
    before = _rule(state, flag)
    if on:
        targets[id] = None
    else:
        del targets[id]
    flag.updated_at = state.now()
    state.feature_flags.changed(flag)
    context = {**_origin(call), **_rule(state, flag), "previous_attributes": {"context": before}}
    data = {**render_feature_flag(flag), "environment_id": state.environment_id}
    state.events.emit("flag.rule_updated", data, None, context)


def _origin(call: Call) -> dict[str, Any]:
    actor = {"id": call.state.environment_id, "source": "api", "name": None}
    return {"client_id": call.environment.client_id, "actor": actor}


def _rule(state: State, flag: FeatureFlag) -> dict[str, Any]:
    organizations = [there for id in flag.organizations if (there := state.organizations.get(id))]
    people = [user for id in flag.users if (user := state.users.get(id))]
    some = "some" if organizations or people else "none"
    return {
        "access_type": "all" if flag.default_value else some,
        "configured_targets": {
            "organizations": [{"id": organization.id, "name": organization.name} for organization in organizations],
            "users": [{"id": user.id, "email": user.email} for user in people],
        },
    }


@operation("listOrganizationFeatureFlags", behavior="computed")
def list_of_organization(call: Call) -> Result:
    """List the flags that are on for an organization."""
    id = call.path["organization_id"]
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return call.page(
        call.state.feature_flags, render_feature_flag, keep=lambda flag: feature_flags.is_enabled(flag, id)
    )


@operation("listUserFeatureFlags", behavior="computed")
def list_of_user(call: Call) -> Result:
    """List the flags that are on for a user, or for an organization that the user is an active member of."""
    user = users.find_user(call, call.path["user_id"])
    memberships = call.state.memberships.group("user", user.id)
    ids = [user.id, *(m.organization_id for m in memberships if m.status == "active")]
    return call.page(
        call.state.feature_flags, render_feature_flag, keep=lambda flag: feature_flags.is_enabled(flag, *ids)
    )


@operation("getRuntimeFlags", behavior="computed")
def get_runtime_flags(call: Call) -> Result:
    """Tell all flags with their targets."""
    return {
        flag.slug: {
            "slug": flag.slug,
            "enabled": flag.enabled,
            "default_value": flag.default_value,
            "targets": {"users": _runtime(flag.users), "organizations": _runtime(flag.organizations)},
        }
        for flag in call.state.feature_flags
    }


def _runtime(ids: Iterable[str]) -> list[dict[str, Any]]:
    return [{"id": id, "enabled": True} for id in ids]
