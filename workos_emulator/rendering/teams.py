"""Teams as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.accounts import Team


def render_team(team: Team) -> dict[str, Any]:
    """Return the team as JSON."""
    return {
        "object": "team",
        "id": team.id,
        "name": team.name,
        "production_state": team.production_state,
        "production_enabled_at": stamp_or_none(team.production_enabled_at),
        "created_at": stamp(team.created_at),
        "updated_at": stamp(team.updated_at),
    }
