"""For whom feature flags are on."""

from workos_emulator.storage.objects.feature_flags import FeatureFlag
from workos_emulator.storage.state import State


def is_enabled(flag: FeatureFlag, *ids: str) -> bool:
    """Whether a flag is on for somebody, or for an organization, with one of these ids."""
    return flag.enabled and (flag.default_value or any(id in flag.users or id in flag.organizations for id in ids))


def enabled_slugs(state: State, organization_id: str, user_id: str) -> list[str]:
    """The slugs of the flags that are on for a user in an organization, in the order in which the flags were created."""
    return [flag.slug for flag in state.feature_flags if is_enabled(flag, organization_id, user_id)]
