# Generated from spec/resources/directory_sync.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.directory_sync`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.models.common import PaginationOrder
from workos_core.models.directory_sync import Directory, DirectoryGroup, DirectorySyncStart, DirectoryUser

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor

_LIST_DIRECTORIES: Operation[Directory] = Operation(
    "directory_sync.list_directories",
    "GET",
    "/directories",
    returns=Directory,
)
_GET_DIRECTORY: Operation[Directory] = Operation(
    "directory_sync.get_directory",
    "GET",
    "/directories/{directory_id}",
    returns=Directory,
)
_DELETE_DIRECTORY: Operation[None] = Operation(
    "directory_sync.delete_directory",
    "DELETE",
    "/directories/{directory_id}",
)
_LIST_GROUPS: Operation[DirectoryGroup] = Operation(
    "directory_sync.list_groups",
    "GET",
    "/directory_groups",
    returns=DirectoryGroup,
)
_GET_GROUP: Operation[DirectoryGroup] = Operation(
    "directory_sync.get_group",
    "GET",
    "/directory_groups/{directory_group_id}",
    returns=DirectoryGroup,
)
_LIST_USERS: Operation[DirectoryUser] = Operation(
    "directory_sync.list_users",
    "GET",
    "/directory_users",
    returns=DirectoryUser,
    limits=("directory_users",),
)
_GET_USER: Operation[DirectoryUser] = Operation(
    "directory_sync.get_user",
    "GET",
    "/directory_users/{directory_user_id}",
    returns=DirectoryUser,
)
_SYNC_DIRECTORY: Operation[DirectorySyncStart] = Operation(
    "directory_sync.sync_directory",
    "POST",
    "/directories/{directory_id}/sync",
    returns=DirectorySyncStart,
)


class DirectorySync:
    """Directories are your customers' employee systems. Their users and groups are copied here and kept up to
    date; everything but deleting a directory is reading.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def list_directories(
        self,
        *,
        organization_id: str | None = None,
        search: str | None = None,
        domain: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Directory]:
        """List the directories of the environment.

        Without filters every directory is listed.

        Args:
            organization_id: Only directories of this organization.
            search: Only directories that match this text.
            domain: Deprecated. Only directories with this domain.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_DIRECTORIES,
            query={
                "organization_id": organization_id,
                "search": search,
                "domain": domain,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    async def get_directory(self, directory_id: str, *, options: RequestOptions | None = None) -> Directory:
        """Get a directory.

        Args:
            directory_id: The id of the directory (`directory_…`).

        Returns:
            The directory.
        """
        return await self._requestor.call(_GET_DIRECTORY, path={"directory_id": directory_id}, options=options)

    async def delete_directory(self, directory_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a directory for good.

        This cannot be undone. The directory may go on being listed for a while with the state `deleting`.

        Args:
            directory_id: The id of the directory (`directory_…`).
        """
        return await self._requestor.call(_DELETE_DIRECTORY, path={"directory_id": directory_id}, options=options)

    def list_groups(
        self,
        *,
        directory: str | None = None,
        user: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[DirectoryGroup]:
        """List the groups of a directory or of a directory user.

        Args:
            directory: The id of a directory (`directory_…`); only its groups are listed.
            user: The id of a directory user (`directory_user_…`); only groups the user is in are listed.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_GROUPS,
            query={
                "directory": directory,
                "user": user,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    async def get_group(self, directory_group_id: str, *, options: RequestOptions | None = None) -> DirectoryGroup:
        """Get a directory group.

        Args:
            directory_group_id: The id of the directory group (`directory_group_…`).

        Returns:
            The directory group.
        """
        return await self._requestor.call(_GET_GROUP, path={"directory_group_id": directory_group_id}, options=options)

    def list_users(
        self,
        *,
        directory: str | None = None,
        group: str | None = None,
        idp_id: str | None = None,
        email: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[DirectoryUser]:
        """List the users of a directory or of a directory group.

        At most 4 of these requests a second are allowed for one directory; more are answered with 429. A large page
        costs no more than a small one.

        Documented limit: 4 per second. Reads of directory users of one directory.

        Args:
            directory: The id of a directory (`directory_…`); only its users are listed.
            group: The id of a directory group (`directory_group_…`); only its members are listed.
            idp_id: Only users with this id in the customer's own system.
            email: Only users with this e-mail address.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_USERS,
            query={
                "directory": directory,
                "group": group,
                "idp_id": idp_id,
                "email": email,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    async def get_user(self, directory_user_id: str, *, options: RequestOptions | None = None) -> DirectoryUser:
        """Get a directory user.

        Args:
            directory_user_id: The id of the directory user (`directory_user_…`).

        Returns:
            The directory user.
        """
        return await self._requestor.call(_GET_USER, path={"directory_user_id": directory_user_id}, options=options)

    async def sync_directory(self, directory_id: str, *, options: RequestOptions | None = None) -> DirectorySyncStart:
        """Read a directory anew now.

        The API queues the work and answers at once; changes follow as events.

        Newer than the published description of the API: known from other clients only.

        Args:
            directory_id: The id of the directory (`directory_…`).

        Returns:
            The work is queued.
        """
        return await self._requestor.call(_SYNC_DIRECTORY, path={"directory_id": directory_id}, options=options)
