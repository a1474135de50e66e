# Generated from workos_async/resources/api_keys.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.api_keys`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array, utc_time
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_core.models.api_keys import ApiKey, ApiKeyValidation, OrganizationApiKey, OrganizationApiKeyWithValue
    from workos_core.models.common import PaginationOrder
    from workos_sync._api_requestor import APIRequestor
else:
    ApiKey = lazy_type("workos_core.models.api_keys", "ApiKey")
    ApiKeyValidation = lazy_type("workos_core.models.api_keys", "ApiKeyValidation")
    OrganizationApiKey = lazy_type("workos_core.models.api_keys", "OrganizationApiKey")
    OrganizationApiKeyWithValue = lazy_type("workos_core.models.api_keys", "OrganizationApiKeyWithValue")
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")

_VALIDATE_API_KEY: Operation[ApiKeyValidation] = Operation(
    "api_keys.validate_api_key",
    "POST",
    "/api_keys/validations",
    returns=ApiKeyValidation,
)
_DELETE_API_KEY: Operation[None] = Operation(
    "api_keys.delete_api_key",
    "DELETE",
    "/api_keys/{api_key_id}",
)
_EXPIRE_API_KEY: Operation[ApiKey] = Operation(
    "api_keys.expire_api_key",
    "POST",
    "/api_keys/{api_key_id}/expire",
    returns=ApiKey,
    returns_requested_id="api_key_id",
    optional_body=True,
)
_LIST_ORGANIZATION_API_KEYS: Operation[OrganizationApiKey] = Operation(
    "api_keys.list_organization_api_keys",
    "GET",
    "/organizations/{organization_id}/api_keys",
    returns=OrganizationApiKey,
)
_CREATE_ORGANIZATION_API_KEY: Operation[OrganizationApiKeyWithValue] = Operation(
    "api_keys.create_organization_api_key",
    "POST",
    "/organizations/{organization_id}/api_keys",
    returns=OrganizationApiKeyWithValue,
)


@hides_locals
class ApiKeys(ResourceClient):
    """API keys that your customers create to call your API. Your server validates them with this resource. They
    are not the API keys of your WorkOS account.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def validate_api_key(
        self, *, value: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> ApiKeyValidation:
        """Validate an API key.

        An invalid key does not raise an error; `api_key` in the response is then `None`.

        Args:
            value: The value of the API key, as sent by your customer.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The API key, if it is valid.

        See https://workos.com/docs/reference/authkit/api-keys/validate
        """
        return self._requestor.call(
            _VALIDATE_API_KEY, body={"value": value}, idempotency_key=idempotency_key, options=options
        )

    def delete_api_key(self, api_key_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an API key.

        The key becomes invalid. This cannot be undone.

        Args:
            api_key_id: The ID of the API key (`api_key_…`), not its value.

        See https://workos.com/docs/reference/authkit/api-keys/delete
        """
        return self._requestor.call(_DELETE_API_KEY, path={"api_key_id": api_key_id}, options=options)

    def expire_api_key(
        self,
        api_key_id: str,
        *,
        expires_at: datetime | str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ApiKey:
        """Set the expiration of an API key.

        Omit `expires_at` or pass a time in the past to expire the key immediately. Pass `None` to cancel a
        scheduled expiration. A key that has already expired causes a conflict with the code
        `api_key_already_expired`.

        Args:
            api_key_id: The ID of the API key (`api_key_…`), not its value.
            expires_at: When the key expires. Omit it or pass a time in the past to expire the key immediately.
                Pass `None` to remove the expiration of a key that has not expired yet.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The updated API key.

        Raises:
            ConflictError: `code` or `error` is `api_key_already_expired`.

        See https://workos.com/docs/reference/authkit/api-keys
        """
        return self._requestor.call(
            _EXPIRE_API_KEY,
            path={"api_key_id": api_key_id},
            body={"expires_at": utc_time("expires_at", expires_at)},
            idempotency_key=idempotency_key,
            options=options,
        )

    def list_organization_api_keys(
        self,
        organization_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[OrganizationApiKey]:
        """List the API keys of an organization.

        The response contains only the obfuscated value of each key.

        Args:
            organization_id: The ID of the organization (`org_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit/api-keys/list-for-organization
        """
        return Pager(
            self._requestor,
            _LIST_ORGANIZATION_API_KEYS,
            path={"organization_id": organization_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_organization_api_key(
        self,
        organization_id: str,
        *,
        name: str,
        permissions: Sequence[str] | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> OrganizationApiKeyWithValue:
        """Create an API key for an organization.

        The value of the key is included in this response only. Show it to the customer once, and do not log it.

        Args:
            organization_id: The ID of the organization (`org_…`).
            name: A name to distinguish the key from others.
            permissions: The slugs of the permissions to grant to the key.
            expires_at: When the key expires. Must be in the future. Omit it for a key that does not expire.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new API key, with its value.

        See https://workos.com/docs/reference/authkit/api-keys/create-for-organization
        """
        return self._requestor.call(
            _CREATE_ORGANIZATION_API_KEY,
            path={"organization_id": organization_id},
            body={
                "name": name,
                "permissions": array("permissions", permissions),
                "expires_at": utc_time("expires_at", expires_at),
            },
            idempotency_key=idempotency_key,
            options=options,
        )
