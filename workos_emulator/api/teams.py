"""Handlers of platform teams."""

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.teams import render_team
from workos_emulator.storage.objects.accounts import Team


@operation("createTeam")
def create(call: Call) -> Result:
    """Create a team with an inactive production environment."""
    now = call.state.now()
    team = Team(
        id=call.state.ids.new("team"),
        name=call.body["name"],
        admin_email=call.body["admin_email"],
        created_at=now,
        updated_at=now,
    )
    return render_team(call.state.teams.add(team))


@operation("getTeam")
def get(call: Call) -> Result:
    """Get a team."""
    team = call.state.teams.get(call.path["team_id"])
    if team is None:
        raise errors.not_found("Team", call.path["team_id"])
    return render_team(team)
