"""Feature flags with their rules and targets."""

from dataclasses import dataclass, field
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True, repr=False)
class FlagTarget(Entity):
    """A target of a feature flag: a user or an organization."""


@dataclass(slots=True, kw_only=True, repr=False)
class FlagRule(Entity):
    """A rule of a feature flag, which enables it for its targets of one type."""


@dataclass(slots=True, kw_only=True, repr=False)
class FeatureFlag(Entity):
    """A feature flag.

    Attributes:
        users: The users among its targets by user ID, oldest first.
        organizations: The organizations among its targets by organization ID, oldest first.
        custom_targets: The targets of custom types, as `{type, id, enabled}`.
        rules: The rules by the type of their targets (`user`, `organization`), in order of evaluation.
    """

    slug: str
    name: str
    description: str | None = None
    owner: dict[str, Any] | None = None
    tags: list[str] = field(default_factory=list[str])
    enabled: bool = True
    default_value: bool = False
    users: dict[str, FlagTarget] = field(default_factory=dict[str, FlagTarget])
    organizations: dict[str, FlagTarget] = field(default_factory=dict[str, FlagTarget])
    custom_targets: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    rules: dict[str, FlagRule] = field(default_factory=dict[str, FlagRule])
