"""Evaluation of feature flags."""

from workos_emulator.storage.objects.feature_flags import FeatureFlag
from workos_emulator.storage.state import State


def is_enabled(flag: FeatureFlag, *ids: str) -> bool:
    """Return whether a flag is enabled for any of these users and organizations."""
    return flag.enabled and (flag.default_value or any(id in flag.users or id in flag.organizations for id in ids))


def enabled_slugs(state: State, organization_id: str, user_id: str) -> list[str]:
    """Return the slugs of the flags enabled for a user in an organization, oldest flag first."""
    return [flag.slug for flag in state.feature_flags if is_enabled(flag, organization_id, user_id)]
