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
"""Whether a team may use production."""


@model
class Team(Model):
    """A WorkOS team that a platform created."""

    object: Literal["team"] = "team"
    """Always `team`."""
    id: str
    """The id of the team."""
    name: str
    """The name of the team."""
    production_state: TeamProductionState
    """Whether the team may use production."""
    production_enabled_at: datetime | None
    """When production was unlocked; null when it is not."""
    created_at: datetime
    """When the team was created."""
    updated_at: datetime
    """When the team last changed."""
