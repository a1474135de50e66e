# Generated from workos_async/resources/platform_teams.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.platform_teams`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.lazy_names import lazy_type
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_core.models.platform_teams import Team
    from workos_sync._api_requestor import APIRequestor
else:
    Team = lazy_type("workos_core.models.platform_teams", "Team")

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
    returns_requested_id="team_id",
)


@hides_locals
class PlatformTeams(ResourceClient):
    """WorkOS teams that a platform creates on behalf of its customers.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def create_team(
        self, *, admin_email: str, name: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> Team:
        """Create a team.

        The team is created with a default project, a staging and a production environment, and AuthKit. WorkOS
        invites the administrator by email, and your platform is granted access to the team.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            admin_email: The email address of the administrator, who receives an invitation.
            name: The name of the team.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new team.

        Raises:
            ConflictError: `code` or `error` is `name_already_in_use`.
            UnprocessableEntityError: `code` or `error` is `resource_limit_exceeded`.
        """
        return self._requestor.call(
            _CREATE_TEAM,
            body={"admin_email": admin_email, "name": name},
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_team(self, team_id: str, *, options: RequestOptions | None = None) -> Team:
        """Get a team.

        The call also verifies that your platform still has access to the team. Check `production_state` before you
        create a production environment.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            team_id: The ID of the team.

        Returns:
            The team.

        Raises:
            NotFoundError: `code` or `error` is `team_not_found`.
        """
        return self._requestor.call(_GET_TEAM, path={"team_id": team_id}, options=options)
