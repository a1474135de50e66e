"""The targets of feature flags. The first target of a type creates a rule for the type, and the last one deletes it."""

from workos_emulator.storage.objects.feature_flags import FeatureFlag, FlagRule, FlagTarget
from workos_emulator.storage.state import State


def target_type(target_id: str) -> str:
    """Return the type of a target, `user` or `organization`, by its ID."""
    return "user" if target_id.startswith("user_") else "organization"


def targets_of(flag: FeatureFlag, type: str) -> dict[str, FlagTarget]:
    """Return the targets of a type by the ID of the user or organization."""
    return flag.users if type == "user" else flag.organizations


def add(state: State, flag: FeatureFlag, target_id: str) -> tuple[FlagTarget, FlagRule | None]:
    """Add a target, and return it with the rule that it creates, if any."""
    type, now = target_type(target_id), state.now()
    rule = None
    if type not in flag.rules:
        rule = flag.rules[type] = FlagRule(id=state.ids.new("flag_rule"), created_at=now, updated_at=now)
    target = FlagTarget(id=state.ids.new("flag_target"), created_at=now, updated_at=now)
    targets_of(flag, type)[target_id] = target
    state.feature_flags.reindex(flag)
    return target, rule


def remove(state: State, flag: FeatureFlag, target_id: str) -> tuple[FlagTarget, FlagRule | None]:
    """Remove a target, and return it with the rule that is deleted with it, if any."""
    type = target_type(target_id)
    targets = targets_of(flag, type)
    target = targets.pop(target_id)
    state.feature_flags.reindex(flag)
    return target, None if targets else flag.rules.pop(type)
