# Generated from spec/resources/directory_sync.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.directory_sync`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.lazy_names import lazy_type
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.common import PaginationOrder
    from workos_core.models.directory_sync import Directory, DirectoryGroup, DirectorySyncStart, DirectoryUser
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    Directory = lazy_type("workos_core.models.directory_sync", "Directory")
    DirectoryGroup = lazy_type("workos_core.models.directory_sync", "DirectoryGroup")
    DirectorySyncStart = lazy_type("workos_core.models.directory_sync", "DirectorySyncStart")
    DirectoryUser = lazy_type("workos_core.models.directory_sync", "DirectoryUser")

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
    returns_requested_id="directory_id",
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
    returns_requested_id="directory_group_id",
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
    returns_requested_id="directory_user_id",
)
_SYNC_DIRECTORY: Operation[DirectorySyncStart] = Operation(
    "directory_sync.sync_directory",
    "POST",
    "/directories/{directory_id}/sync",
    returns=DirectorySyncStart,
)


@hides_locals
class DirectorySync(ResourceClient):
    """Directories of your customers, such as HR systems and SCIM providers. WorkOS syncs their users and groups
    and keeps them up to date. Apart from deleting and syncing a directory, this resource is read-only.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

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
        """List directories.

        Without filters, returns all directories of the environment.

        Args:
            organization_id: Return only directories of this organization (`org_…`).
            search: Return only directories that match this text.
            domain: Deprecated. Return only directories with this domain.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/directory-sync/directory/list
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
            directory_id: The ID of the directory (`directory_…`).

        Returns:
            The directory.

        See https://workos.com/docs/reference/directory-sync/directory/get
        """
        return await self._requestor.call(_GET_DIRECTORY, path={"directory_id": directory_id}, options=options)

    async def delete_directory(self, directory_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a directory permanently.

        A deletion cannot be undone. The directory may remain listed for a while in the state `deleting`.

        Args:
            directory_id: The ID of the directory (`directory_…`).

        See https://workos.com/docs/reference/directory-sync/directory/delete
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
            directory: The ID of a directory (`directory_…`). Return only its groups.
            user: The ID of a directory user (`directory_user_…`). Return only the groups that the user is a
                member of.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/directory-sync/directory-group/list
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
            directory_group_id: The ID of the directory group (`directory_group_…`).

        Returns:
            The directory group.

        See https://workos.com/docs/reference/directory-sync/directory-group/get
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

        At most 4 of these requests per second are allowed per directory; further requests fail with 429. A large
        page counts no more than a small one.

        Documented rate limit: 4 per second. Reads of directory users, per directory.

        Args:
            directory: The ID of a directory (`directory_…`). Return only its users.
            group: The ID of a directory group (`directory_group_…`). Return only its members.
            idp_id: Return only users with this ID in the directory provider.
            email: Return only users with this email address.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/directory-sync/directory-user/list
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
            directory_user_id: The ID of the directory user (`directory_user_…`).

        Returns:
            The directory user.

        See https://workos.com/docs/reference/directory-sync/directory-user/get
        """
        return await self._requestor.call(_GET_USER, path={"directory_user_id": directory_user_id}, options=options)

    async def sync_directory(
        self, directory_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> DirectorySyncStart:
        """Start a sync of a directory.

        The API queues the sync and responds immediately. Changes are reported as events.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            directory_id: The ID of the directory (`directory_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The sync is queued.

        Raises:
            PermissionDeniedError: `code` or `error` is `directory_sync_disabled`.
            ConflictError: `code` or `error` is `directory_sync_in_progress`.
            UnprocessableEntityError: `code` or `error` is `directory_sync_unsupported`.
            RateLimitExceededError: `code` or `error` is `directory_sync_rate_limited`.
        """
        return await self._requestor.call(
            _SYNC_DIRECTORY, path={"directory_id": directory_id}, idempotency_key=idempotency_key, options=options
        )
