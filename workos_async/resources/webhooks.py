# Generated from spec/resources/webhooks.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.webhooks`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_async._webhooks import WebhookMethods
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from workos_core.models.common import PaginationOrder
    from workos_core.models.webhooks import WebhookEndpoint, WebhookEndpointStatus, WebhookEventType
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    WebhookEndpoint = lazy_type("workos_core.models.webhooks", "WebhookEndpoint")
    WebhookEndpointStatus = lazy_type("workos_core.models.webhooks", "WebhookEndpointStatus")
    WebhookEventType = lazy_type("workos_core.models.webhooks", "WebhookEventType")

_LIST_WEBHOOK_ENDPOINTS: Operation[WebhookEndpoint] = Operation(
    "webhooks.list_webhook_endpoints",
    "GET",
    "/webhook_endpoints",
    returns=WebhookEndpoint,
)
_CREATE_WEBHOOK_ENDPOINT: Operation[WebhookEndpoint] = Operation(
    "webhooks.create_webhook_endpoint",
    "POST",
    "/webhook_endpoints",
    returns=WebhookEndpoint,
)
_DELETE_WEBHOOK_ENDPOINT: Operation[None] = Operation(
    "webhooks.delete_webhook_endpoint",
    "DELETE",
    "/webhook_endpoints/{webhook_endpoint_id}",
)
_UPDATE_WEBHOOK_ENDPOINT: Operation[WebhookEndpoint] = Operation(
    "webhooks.update_webhook_endpoint",
    "PATCH",
    "/webhook_endpoints/{webhook_endpoint_id}",
    returns=WebhookEndpoint,
    returns_requested_id="webhook_endpoint_id",
)


@hides_locals
class Webhooks(WebhookMethods):
    """The endpoints that WorkOS posts webhook events to.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def list_webhook_endpoints(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[WebhookEndpoint]:
        """List webhook endpoints.

        Args:
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/webhooks
        """
        return Pager(
            self._requestor,
            _LIST_WEBHOOK_ENDPOINTS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    async def create_webhook_endpoint(
        self,
        *,
        endpoint_url: str,
        events: Sequence[WebhookEventType],
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> WebhookEndpoint:
        """Create a webhook endpoint.

        Store the `secret` of the response, with which you verify that a request comes from WorkOS. A URL can be
        used only once per environment.

        Args:
            endpoint_url: The HTTPS URL of the endpoint.
            events: The event types to send to the endpoint.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new webhook endpoint, with its secret.

        Raises:
            ConflictError: `code` or `error` is `duplicate_endpoint`.
            UnprocessableEntityError: `code` or `error` is `invalid_url` or `invalid_request_parameters`.

        See https://workos.com/docs/reference/webhooks/create
        """
        return await self._requestor.call(
            _CREATE_WEBHOOK_ENDPOINT,
            body={"endpoint_url": endpoint_url, "events": array("events", events)},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def delete_webhook_endpoint(self, webhook_endpoint_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a webhook endpoint.

        Args:
            webhook_endpoint_id: The ID of the endpoint (`we_…`).

        Raises:
            NotFoundError: `code` or `error` is `entity_not_found`.

        See https://workos.com/docs/reference/webhooks
        """
        return await self._requestor.call(
            _DELETE_WEBHOOK_ENDPOINT, path={"webhook_endpoint_id": webhook_endpoint_id}, options=options
        )

    async def update_webhook_endpoint(
        self,
        webhook_endpoint_id: str,
        *,
        endpoint_url: str | NotGiven = NOT_GIVEN,
        status: WebhookEndpointStatus | NotGiven = NOT_GIVEN,
        events: Sequence[WebhookEventType] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> WebhookEndpoint:
        """Update a webhook endpoint.

        Omit an argument to keep its value. `events` replaces the list as a whole.

        Args:
            webhook_endpoint_id: The ID of the endpoint (`we_…`).
            endpoint_url: The HTTPS URL of the endpoint.
            status: Whether to send events to the endpoint.
            events: The event types to send to the endpoint. They replace the previous ones.

        Returns:
            The updated webhook endpoint.

        Raises:
            NotFoundError: `code` or `error` is `entity_not_found`.
            ConflictError: `code` or `error` is `duplicate_endpoint`.
            UnprocessableEntityError: `code` or `error` is `invalid_url` or `invalid_request_parameters`.

        See https://workos.com/docs/reference/webhooks/update
        """
        return await self._requestor.call(
            _UPDATE_WEBHOOK_ENDPOINT,
            path={"webhook_endpoint_id": webhook_endpoint_id},
            body={"endpoint_url": endpoint_url, "status": status, "events": array("events", events)},
            options=options,
        )
