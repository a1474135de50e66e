"""Feature flags as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.feature_flags import FeatureFlag


def render_feature_flag(flag: FeatureFlag) -> dict[str, Any]:
    """Return the feature flag as JSON."""
    return {
        "object": "feature_flag",
        "id": flag.id,
        "slug": flag.slug,
        "name": flag.name,
        "description": flag.description,
        "owner": flag.owner,
        "tags": flag.tags,
        "enabled": flag.enabled,
        "default_value": flag.default_value,
        "created_at": stamp(flag.created_at),
        "updated_at": stamp(flag.updated_at),
    }
