# Generated from spec/resources/widgets.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.widgets`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.widgets import WidgetScope
else:
    WidgetScope = lazy_type("workos_core.models.widgets", "WidgetScope")

_CREATE_TOKEN: Operation[str] = Operation(
    "widgets.create_token",
    "POST",
    "/widgets/token",
    returns=str,
    wrapped="token",
)


@hides_locals
class Widgets(ResourceClient):
    """Tokens for Widgets, the prebuilt components that let your users manage their account and organization.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def create_token(
        self,
        *,
        organization_id: str | NotGiven = NOT_GIVEN,
        user_id: str | NotGiven = NOT_GIVEN,
        scopes: Sequence[WidgetScope] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> str:
        """Create a Widgets token.

        Pass `organization_id` for widgets that manage an organization. With only a `user_id`, the token is for
        widgets about the user, such as the user profile.

        Args:
            organization_id: The ID of the organization the widgets act in. Required if you pass `scopes`.
            user_id: The ID of the user the widgets are shown to.
            scopes: The scopes of the token.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The token.

        See https://workos.com/docs/reference/widgets/get-token
        """
        return await self._requestor.call(
            _CREATE_TOKEN,
            body={"organization_id": organization_id, "user_id": user_id, "scopes": array("scopes", scopes)},
            idempotency_key=idempotency_key,
            options=options,
        )
