# Generated from spec/resources/groups.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.groups`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.common import PaginationOrder
    from workos_core.models.groups import Group, GroupOrganizationMembership
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    Group = lazy_type("workos_core.models.groups", "Group")
    GroupOrganizationMembership = lazy_type("workos_core.models.groups", "GroupOrganizationMembership")

_LIST_ORGANIZATION_GROUPS: Operation[Group] = Operation(
    "groups.list_organization_groups",
    "GET",
    "/organizations/{organization_id}/groups",
    returns=Group,
)
_CREATE_ORGANIZATION_GROUP: Operation[Group] = Operation(
    "groups.create_organization_group",
    "POST",
    "/organizations/{organization_id}/groups",
    returns=Group,
)
_GET_ORGANIZATION_GROUP: Operation[Group] = Operation(
    "groups.get_organization_group",
    "GET",
    "/organizations/{organization_id}/groups/{group_id}",
    returns=Group,
    returns_requested_id="group_id",
)
_DELETE_ORGANIZATION_GROUP: Operation[None] = Operation(
    "groups.delete_organization_group",
    "DELETE",
    "/organizations/{organization_id}/groups/{group_id}",
)
_UPDATE_ORGANIZATION_GROUP: Operation[Group] = Operation(
    "groups.update_organization_group",
    "PATCH",
    "/organizations/{organization_id}/groups/{group_id}",
    returns=Group,
    returns_requested_id="group_id",
)
_LIST_GROUP_ORGANIZATION_MEMBERSHIPS: Operation[GroupOrganizationMembership] = Operation(
    "groups.list_group_organization_memberships",
    "GET",
    "/organizations/{organization_id}/groups/{group_id}/organization-memberships",
    returns=GroupOrganizationMembership,
)
_ADD_GROUP_ORGANIZATION_MEMBERSHIP: Operation[Group] = Operation(
    "groups.add_group_organization_membership",
    "POST",
    "/organizations/{organization_id}/groups/{group_id}/organization-memberships",
    returns=Group,
    returns_requested_id="group_id",
)
_UPDATE_GROUP_ORGANIZATION_MEMBERSHIPS: Operation[None] = Operation(
    "groups.update_group_organization_memberships",
    "PATCH",
    "/organizations/{organization_id}/groups/{group_id}/organization-memberships",
)
_REMOVE_GROUP_ORGANIZATION_MEMBERSHIP: Operation[None] = Operation(
    "groups.remove_group_organization_membership",
    "DELETE",
    "/organizations/{organization_id}/groups/{group_id}/organization-memberships/{organization_membership_id}",
)


@hides_locals
class Groups(ResourceClient):
    """Groups of members of an organization. Assign a role to a group to give it to all members at once.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def list_organization_groups(
        self,
        organization_id: str,
        *,
        search: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Group]:
        """List the groups of an organization.

        Args:
            organization_id: The ID of the organization (`org_…`).
            search: Return only groups whose name or ID matches this text.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/groups
        """
        return Pager(
            self._requestor,
            _LIST_ORGANIZATION_GROUPS,
            path={"organization_id": organization_id},
            query={"search": search, "limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    async def create_organization_group(
        self,
        organization_id: str,
        *,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Group:
        """Create a group in an organization.

        The new group is empty. Add members with `add_group_organization_membership`.

        Args:
            organization_id: The ID of the organization (`org_…`).
            name: The name of the group, at most 256 characters.
            description: The description of the group, at most 150 characters.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new group.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/groups/create
        """
        return await self._requestor.call(
            _CREATE_ORGANIZATION_GROUP,
            path={"organization_id": organization_id},
            body={"name": name, "description": description},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_organization_group(
        self, organization_id: str, group_id: str, *, options: RequestOptions | None = None
    ) -> Group:
        """Get a group.

        Args:
            organization_id: The ID of the organization (`org_…`).
            group_id: The ID of the group (`group_…`).

        Returns:
            The group.

        See https://workos.com/docs/reference/groups
        """
        return await self._requestor.call(
            _GET_ORGANIZATION_GROUP, path={"organization_id": organization_id, "group_id": group_id}, options=options
        )

    async def delete_organization_group(
        self, organization_id: str, group_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a group.

        The members stay in the organization.

        Args:
            organization_id: The ID of the organization (`org_…`).
            group_id: The ID of the group (`group_…`).

        See https://workos.com/docs/reference/groups
        """
        return await self._requestor.call(
            _DELETE_ORGANIZATION_GROUP, path={"organization_id": organization_id, "group_id": group_id}, options=options
        )

    async def update_organization_group(
        self,
        organization_id: str,
        group_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Group:
        """Update the name or description of a group.

        Omit a field to keep its value; pass `None` to clear `description`.

        Args:
            organization_id: The ID of the organization (`org_…`).
            group_id: The ID of the group (`group_…`).
            name: The name of the group, at most 256 characters.
            description: The description of the group, at most 150 characters. Pass `None` to clear it.

        Returns:
            The updated group.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/groups
        """
        return await self._requestor.call(
            _UPDATE_ORGANIZATION_GROUP,
            path={"organization_id": organization_id, "group_id": group_id},
            body={"name": name, "description": description},
            options=options,
        )

    def list_group_organization_memberships(
        self,
        organization_id: str,
        group_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[GroupOrganizationMembership]:
        """List the members of a group.

        Args:
            organization_id: The ID of the organization (`org_…`).
            group_id: The ID of the group (`group_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/groups
        """
        return Pager(
            self._requestor,
            _LIST_GROUP_ORGANIZATION_MEMBERSHIPS,
            path={"organization_id": organization_id, "group_id": group_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    async def add_group_organization_membership(
        self,
        organization_id: str,
        group_id: str,
        *,
        organization_membership_id: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Group:
        """Add a member of the organization to a group.

        The user must already be a member of the organization. The number of members of a group is limited; if the
        limit is exceeded, the error code is `group_membership_limit_exceeded`.

        Args:
            organization_id: The ID of the organization (`org_…`).
            group_id: The ID of the group (`group_…`).
            organization_membership_id: The ID of the organization membership to add (`om_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The group.

        Raises:
            BadRequestError: `code` or `error` is `group_membership_limit_exceeded`.

        See https://workos.com/docs/reference/groups
        """
        return await self._requestor.call(
            _ADD_GROUP_ORGANIZATION_MEMBERSHIP,
            path={"organization_id": organization_id, "group_id": group_id},
            body={"organization_membership_id": organization_membership_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def update_group_organization_memberships(
        self,
        organization_id: str,
        group_id: str,
        *,
        add: Sequence[str] | NotGiven = NOT_GIVEN,
        remove: Sequence[str] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> None:
        """Add and remove several members of a group.

        The update is atomic: either all changes are made or none. Adding a member who is already in the group, or
        removing one who is not, has no effect. `add` and `remove` together must contain 1 to 100 IDs, and no ID may
        be in both.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            group_id: The ID of the group (`group_…`).
            add: The IDs of the organization memberships to add.
            remove: The IDs of the organization memberships to remove.

        Raises:
            BadRequestError: `code` or `error` is `group_membership_update_overlap` or
                `group_membership_limit_exceeded`.

        See https://workos.com/docs/reference/groups
        """
        return await self._requestor.call(
            _UPDATE_GROUP_ORGANIZATION_MEMBERSHIPS,
            path={"organization_id": organization_id, "group_id": group_id},
            body={"add": array("add", add), "remove": array("remove", remove)},
            options=options,
        )

    async def remove_group_organization_membership(
        self,
        organization_id: str,
        group_id: str,
        organization_membership_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove a member from a group.

        The membership in the organization is kept.

        Args:
            organization_id: The ID of the organization (`org_…`).
            group_id: The ID of the group (`group_…`).
            organization_membership_id: The ID of the organization membership (`om_…`).

        See https://workos.com/docs/reference/groups
        """
        return await self._requestor.call(
            _REMOVE_GROUP_ORGANIZATION_MEMBERSHIP,
            path={
                "organization_id": organization_id,
                "group_id": group_id,
                "organization_membership_id": organization_membership_id,
            },
            options=options,
        )
