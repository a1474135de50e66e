# Generated from spec/resources/client_api.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.client_api`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor

_CREATE_TOKEN: Operation[str] = Operation(
    "client_api.create_token",
    "POST",
    "/client/token",
    returns=str,
    wrapped="token",
)


@hides_locals
class ClientApi(ResourceClient):
    """Tokens for the Client API, the GraphQL API that browsers and apps call on behalf of one signed-in user.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def create_token(
        self,
        *,
        organization_id: str,
        user_id: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> str:
        """Create a Client API token.

        The token is short-lived and valid only for this user in this organization.

        Args:
            organization_id: The ID of the organization the user acts in.
            user_id: The ID of the user.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The token.
        """
        return await self._requestor.call(
            _CREATE_TOKEN,
            body={"organization_id": organization_id, "user_id": user_id},
            idempotency_key=idempotency_key,
            options=options,
        )
