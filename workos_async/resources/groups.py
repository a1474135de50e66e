# Generated from spec/resources/groups.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.groups`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.models.common import PaginationOrder
from workos_core.models.groups import Group, GroupOrganizationMembership
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor

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


class Groups:
    """Groups gather members of one organization, so that roles can be given to all of them at once.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

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
            organization_id: The id of the organization (`org_…`).
            search: Only groups whose name or id matches this text.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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
        options: RequestOptions | None = None,
    ) -> Group:
        """Create a group in an organization.

        The group starts empty: members are added with `add_group_organization_membership`.

        Args:
            organization_id: The id of the organization (`org_…`).
            name: The name of the group, at most 256 characters.
            description: What the group is for, at most 150 characters.

        Returns:
            The new group.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return await self._requestor.call(
            _CREATE_ORGANIZATION_GROUP,
            path={"organization_id": organization_id},
            body={"name": name, "description": description},
            options=options,
        )

    async def get_organization_group(
        self, organization_id: str, group_id: str, *, options: RequestOptions | None = None
    ) -> Group:
        """Get a group.

        Args:
            organization_id: The id of the organization (`org_…`).
            group_id: The id of the group (`group_…`).

        Returns:
            The group.
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
            organization_id: The id of the organization (`org_…`).
            group_id: The id of the group (`group_…`).
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
        """Change the name or description of a group.

        What is left out stays as it is; `None` clears the description.

        Args:
            organization_id: The id of the organization (`org_…`).
            group_id: The id of the group (`group_…`).
            name: The name of the group, at most 256 characters.
            description: What the group is for, at most 150 characters. `None` removes it.

        Returns:
            The group after the change.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
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
            organization_id: The id of the organization (`org_…`).
            group_id: The id of the group (`group_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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
        options: RequestOptions | None = None,
    ) -> Group:
        """Add a member of the organization to a group.

        The person must already have a membership in the organization. A group can only hold so many members; the
        error code is then `group_membership_limit_exceeded`.

        Args:
            organization_id: The id of the organization (`org_…`).
            group_id: The id of the group (`group_…`).
            organization_membership_id: The id of the organization membership to add (`om_…`).

        Returns:
            The group.

        Raises:
            BadRequestError: `code` or `error` is `group_membership_limit_exceeded`.
        """
        return await self._requestor.call(
            _ADD_GROUP_ORGANIZATION_MEMBERSHIP,
            path={"organization_id": organization_id, "group_id": group_id},
            body={"organization_membership_id": organization_membership_id},
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
        """Add and remove several members of a group at once.

        All of it happens or none of it. Adding a member who is in the group, or removing one who is not, changes
        nothing. `add` and `remove` together hold 1 to 100 ids, and no id may be in both.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            group_id: The id of the group (`group_…`).
            add: The ids of the organization memberships to add.
            remove: The ids of the organization memberships to take out.
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
        """Take a member out of a group.

        The membership in the organization itself stays.

        Args:
            organization_id: The id of the organization (`org_…`).
            group_id: The id of the group (`group_…`).
            organization_membership_id: The id of the organization membership (`om_…`).
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
