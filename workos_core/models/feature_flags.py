# Generated from spec/resources/feature_flags.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of feature flags."""

from datetime import datetime
from typing import Literal

from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "FeatureFlag",
    "FeatureFlagOwner",
    "RuntimeFeatureFlag",
    "RuntimeFeatureFlagCustomTarget",
    "RuntimeFeatureFlagTarget",
    "RuntimeFeatureFlagTargets",
]


@model
class FeatureFlagOwner(Model):
    """The owner of a flag."""

    email: str
    """The email address of the owner."""
    first_name: str | None
    """The first name of the owner."""
    last_name: str | None
    """The last name of the owner."""


@model
class FeatureFlag(Model):
    """A feature flag."""

    object: Literal["feature_flag"] = "feature_flag"
    """Always `feature_flag`."""
    id: str
    """The ID of the flag (`flag_…`)."""
    slug: str
    """The slug that your code uses, such as `advanced-analytics`."""
    name: str
    """The display name of the flag."""
    description: str | None
    """The description of the flag."""
    owner: FeatureFlagOwner | None
    """The owner of the flag, or null if it has none."""
    tags: list[str]
    """The tags of the flag, for organizing flags."""
    enabled: bool
    """Whether the flag is enabled in this environment."""
    default_value: bool
    """Whether the feature is on for users and organizations that are not targets."""
    created_at: datetime
    """When the flag was created."""
    updated_at: datetime
    """When the flag was last updated."""


@model
class RuntimeFeatureFlagCustomTarget(Model):
    """A target of a custom type for which a flag is on."""

    type: str
    """The slug of the custom type."""
    id: str
    """Your own ID of the target."""
    enabled: bool
    """Whether the flag is on for this target. The target is ignored if it is false."""


@model
class RuntimeFeatureFlagTarget(Model):
    """A user or organization for which a flag has a value of its own."""

    id: str
    """The ID of the user or organization."""
    enabled: bool
    """Whether the feature is on for this user or organization."""


@model
class RuntimeFeatureFlagTargets(Model):
    """The users and organizations for which a flag has a value of its own."""

    users: list[RuntimeFeatureFlagTarget]
    """The targeted users."""
    organizations: list[RuntimeFeatureFlagTarget]
    """The targeted organizations."""
    custom_targets: list[RuntimeFeatureFlagCustomTarget] | None = UNSET
    """The targets of custom types; absent if the environment has no custom types."""


@model
class RuntimeFeatureFlag(Model):
    """A feature flag with the data required to evaluate it locally."""

    slug: str
    """The slug that your code uses."""
    enabled: bool
    """Whether the flag is enabled in this environment."""
    default_value: bool
    """Whether the feature is on for users and organizations that are not targets."""
    targets: RuntimeFeatureFlagTargets
    """The users and organizations with a value of their own."""
