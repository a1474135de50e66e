# Generated from spec/resources/feature_flags.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of feature flags."""

from datetime import datetime
from typing import Literal

from workos_core.serialization.model import Model, model

__all__ = [
    "FeatureFlag",
    "FeatureFlagOwner",
    "RuntimeFeatureFlag",
    "RuntimeFeatureFlagTarget",
    "RuntimeFeatureFlagTargets",
]


@model
class FeatureFlagOwner(Model):
    """Who looks after a flag."""

    email: str
    """The e-mail address."""
    first_name: str | None
    """The first name."""
    last_name: str | None
    """The last name."""


@model
class FeatureFlag(Model):
    """A switch for a feature."""

    object: Literal["feature_flag"] = "feature_flag"
    """Always `feature_flag`."""
    id: str
    """The id of the flag (`flag_…`)."""
    slug: str
    """The name your code uses, such as `advanced-analytics`."""
    name: str
    """The name people see."""
    description: str | None
    """What the flag is for."""
    owner: FeatureFlagOwner | None
    """Who looks after the flag; null when nobody is named."""
    tags: list[str]
    """Labels for sorting."""
    enabled: bool
    """Whether the flag counts in this environment at all."""
    default_value: bool
    """Whether the feature is on for those who are no target."""
    created_at: datetime
    """When the flag was created."""
    updated_at: datetime
    """When the flag last changed."""


@model
class RuntimeFeatureFlagTarget(Model):
    """A user or organization for which a flag has a value of its own."""

    id: str
    """The id of the user or organization."""
    enabled: bool
    """Whether the feature is on for it."""


@model
class RuntimeFeatureFlagTargets(Model):
    """Users and organizations for which a flag has a value of its own."""

    users: list[RuntimeFeatureFlagTarget]
    """The users."""
    organizations: list[RuntimeFeatureFlagTarget]
    """The organizations."""


@model
class RuntimeFeatureFlag(Model):
    """A flag with everything that decides whether it is on."""

    slug: str
    """The name your code uses."""
    enabled: bool
    """Whether the flag counts in this environment at all."""
    default_value: bool
    """Whether the feature is on for those who are no target."""
    targets: RuntimeFeatureFlagTargets
    """Users and organizations with a value of their own."""
