"""Feature flags."""

from dataclasses import dataclass, field
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class FeatureFlag(Entity):
    """A feature flag. The keys of `users` and `organizations` are the IDs of its targets, oldest first."""

    slug: str
    name: str
    description: str | None = None
    owner: dict[str, Any] | None = None
    tags: list[str] = field(default_factory=list[str])
    enabled: bool = True
    default_value: bool = False
    users: dict[str, None] = field(default_factory=dict[str, None])
    organizations: dict[str, None] = field(default_factory=dict[str, None])
