# Generated from spec/resources/api_keys.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.api_keys`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.models.api_keys import ApiKey, ApiKeyValidation, OrganizationApiKey, OrganizationApiKeyWithValue
from workos_core.models.common import PaginationOrder
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor

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


class ApiKeys:
    """API keys that your customers make to call your API. Your server checks them here. They are not the keys of
    your WorkOS account.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def validate_api_key(self, *, value: str, options: RequestOptions | None = None) -> ApiKeyValidation:
        """Check an API key that came with a request to your API.

        A key that is not valid is no error: `api_key` in the answer is then `None`.

        Args:
            value: The API key as your customer sent it.

        Returns:
            The key it is, if it is valid.
        """
        return await self._requestor.call(_VALIDATE_API_KEY, body={"value": value}, options=options)

    async def delete_api_key(self, api_key_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an API key for good.

        This cannot be undone. From then on the key is not valid any more.

        Args:
            api_key_id: The id of the API key (`api_key_…`), not its value.
        """
        return await self._requestor.call(_DELETE_API_KEY, path={"api_key_id": api_key_id}, options=options)

    async def expire_api_key(
        self,
        api_key_id: str,
        *,
        expires_at: datetime | str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> ApiKey:
        """Set when an API key expires.

        Without `expires_at`, or with a time in the past, the key expires at once. `None` takes back an expiry that
        was planned. A key that has already expired is a conflict with the code `api_key_already_expired`.

        Args:
            api_key_id: The id of the API key (`api_key_…`), not its value.
            expires_at: When the key shall expire. Left out, or in the past: at once. `None`: never, if it has
                not expired yet.

        Returns:
            The key after the change.

        Raises:
            ConflictError: `code` or `error` is `api_key_already_expired`.
        """
        return await self._requestor.call(
            _EXPIRE_API_KEY, path={"api_key_id": api_key_id}, body={"expires_at": expires_at}, options=options
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

        The values of the keys are not part of the answer, only their obfuscated form.

        Args:
            organization_id: The id of the organization (`org_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_ORGANIZATION_API_KEYS,
            path={"organization_id": organization_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    async def create_organization_api_key(
        self,
        organization_id: str,
        *,
        name: str,
        permissions: Sequence[str] | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> OrganizationApiKeyWithValue:
        """Create an API key for an organization.

        The answer is the only place where the value of the key can be read. Show it to the customer once, and do
        not log it.

        Args:
            organization_id: The id of the organization (`org_…`).
            name: A name to tell the key from others.
            permissions: The slugs of the permissions the key shall have.
            expires_at: When the key shall expire; it must lie in the future. Without it the key does not
                expire.

        Returns:
            The new API key, with its value.
        """
        return await self._requestor.call(
            _CREATE_ORGANIZATION_API_KEY,
            path={"organization_id": organization_id},
            body={"name": name, "permissions": array("permissions", permissions), "expires_at": expires_at},
            options=options,
        )
