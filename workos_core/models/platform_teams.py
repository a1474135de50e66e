# Generated from spec/resources/platform_teams.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of platform teams."""

from datetime import datetime
from typing import Literal, TypeAlias

from workos_core.serialization.model import Model, model

__all__ = [
    "Team",
    "TeamProductionState",
]

TeamProductionState: TypeAlias = (
    Literal[
        "Active",
        "Inactive",
        "Suspended",
        "Deleting",
    ]
    | str
)
"""The production access of a team."""


@model
class Team(Model):
    """A WorkOS team created by a platform."""

    object: Literal["team"] = "team"
    """Always `team`."""
    id: str
    """The ID of the team."""
    name: str
    """The name of the team."""
    production_state: TeamProductionState
    """The production access of the team."""
    production_enabled_at: datetime | None
    """When production access was unlocked, or null if it is not unlocked."""
    created_at: datetime
    """When the team was created."""
    updated_at: datetime
    """When the team was last updated."""
