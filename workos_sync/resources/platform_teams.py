# Generated from workos_async/resources/platform_teams.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.platform_teams`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.models.platform_teams import Team

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor

_CREATE_TEAM: Operation[Team] = Operation(
    "platform_teams.create_team",
    "POST",
    "/platform/teams",
    returns=Team,
)
_GET_TEAM: Operation[Team] = Operation(
    "platform_teams.get_team",
    "GET",
    "/platform/teams/{team_id}",
    returns=Team,
)


class PlatformTeams:
    """For platforms that create WorkOS teams on behalf of their customers.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def create_team(self, *, admin_email: str, name: str, options: RequestOptions | None = None) -> Team:
        """Create a team.

        The team comes with a default project, a staging and a production environment, and AuthKit. The
        administrator is invited by e-mail, and your platform may act inside the team.

        Newer than the published description of the API: known from other clients only.

        Args:
            admin_email: The e-mail address of the administrator, who gets an invitation.
            name: The name of the team.

        Returns:
            The new team.
        """
        return self._requestor.call(_CREATE_TEAM, body={"admin_email": admin_email, "name": name}, options=options)

    def get_team(self, team_id: str, *, options: RequestOptions | None = None) -> Team:
        """Get a team.

        It also shows whether your platform still has access to the team. Look at `production_state` before you
        create a production environment.

        Newer than the published description of the API: known from other clients only.

        Args:
            team_id: The id of the team.

        Returns:
            The team.
        """
        return self._requestor.call(_GET_TEAM, path={"team_id": team_id}, options=options)
