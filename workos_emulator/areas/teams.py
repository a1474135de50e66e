"""Teams that a platform creates."""

from typing import Any

from workos_emulator import errors
from workos_emulator.clock import stamp, stamp_or_none
from workos_emulator.records.accounts import Team
from workos_emulator.registry import Answer, Call, operation


def _render(team: Team) -> dict[str, Any]:
    return {
        "object": "team",
        "id": team.id,
        "name": team.name,
        "production_state": team.production_state,
        "production_enabled_at": stamp_or_none(team.production_enabled_at),
        "created_at": stamp(team.created_at),
        "updated_at": stamp(team.updated_at),
    }


@operation("createTeam")
def create(call: Call) -> Answer:
    """Create a team, still without production."""
    now = call.state.now()
    team = Team(
        id=call.state.ids.new("team"),
        name=call.body["name"],
        admin_email=call.body["admin_email"],
        created_at=now,
        updated_at=now,
    )
    return _render(call.state.teams.add(team))


@operation("getTeam")
def get(call: Call) -> Answer:
    """Get a team."""
    team = call.state.teams.get(call.path["team_id"])
    if team is None:
        raise errors.not_found("Team", call.path["team_id"])
    return _render(team)
