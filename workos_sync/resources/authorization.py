# Generated from workos_async/resources/authorization.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.authorization`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.models.authorization import (
    AuthorizationAssignmentKind,
    AuthorizationPermission,
    AuthorizationResource,
    AuthorizationRole,
    AuthorizedOrganizationMembership,
    GroupRoleAssignment,
    GroupRoleAssignmentEntry,
    RoleAssignment,
)
from workos_core.models.common import PaginationOrder
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor

_LIST_ROLE_ASSIGNMENTS: Operation[RoleAssignment] = Operation(
    "authorization.list_role_assignments",
    "GET",
    "/authorization/organization_memberships/{organization_membership_id}/role_assignments",
    returns=RoleAssignment,
)
_ASSIGN_ROLE: Operation[RoleAssignment] = Operation(
    "authorization.assign_role",
    "POST",
    "/authorization/organization_memberships/{organization_membership_id}/role_assignments",
    returns=RoleAssignment,
    exclusive=(Exclusive((("resource_id",), ("resource_external_id", "resource_type_slug")), required=True),),
)
_REMOVE_ROLE: Operation[None] = Operation(
    "authorization.remove_role",
    "DELETE",
    "/authorization/organization_memberships/{organization_membership_id}/role_assignments",
    exclusive=(Exclusive((("resource_id",), ("resource_external_id", "resource_type_slug")), required=True),),
)
_REMOVE_ROLE_ASSIGNMENT: Operation[None] = Operation(
    "authorization.remove_role_assignment",
    "DELETE",
    "/authorization/organization_memberships/{organization_membership_id}/role_assignments/{role_assignment_id}",
)
_LIST_ROLE_ASSIGNMENTS_FOR_RESOURCE: Operation[RoleAssignment] = Operation(
    "authorization.list_role_assignments_for_resource",
    "GET",
    "/authorization/resources/{resource_id}/role_assignments",
    returns=RoleAssignment,
)
_LIST_ROLE_ASSIGNMENTS_FOR_RESOURCE_BY_EXTERNAL_ID: Operation[RoleAssignment] = Operation(
    "authorization.list_role_assignments_for_resource_by_external_id",
    "GET",
    "/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}/role_assignments",
    returns=RoleAssignment,
)
_CHECK: Operation[bool] = Operation(
    "authorization.check",
    "POST",
    "/authorization/organization_memberships/{organization_membership_id}/check",
    returns=bool,
    wrapped="authorized",
    exclusive=(Exclusive((("resource_id",), ("resource_external_id", "resource_type_slug")), required=True),),
)
_LIST_RESOURCES_FOR_MEMBERSHIP: Operation[AuthorizationResource] = Operation(
    "authorization.list_resources_for_membership",
    "GET",
    "/authorization/organization_memberships/{organization_membership_id}/resources",
    returns=AuthorizationResource,
    exclusive=(
        Exclusive(
            (("parent_resource_id",), ("parent_resource_type_slug", "parent_resource_external_id")), required=True
        ),
    ),
)
_LIST_EFFECTIVE_PERMISSIONS: Operation[AuthorizationPermission] = Operation(
    "authorization.list_effective_permissions",
    "GET",
    "/authorization/organization_memberships/{organization_membership_id}/resources/{resource_id}/permissions",
    returns=AuthorizationPermission,
)
_LIST_EFFECTIVE_PERMISSIONS_BY_EXTERNAL_ID: Operation[AuthorizationPermission] = Operation(
    "authorization.list_effective_permissions_by_external_id",
    "GET",
    "/authorization/organization_memberships/{organization_membership_id}/resources/{resource_type_slug}/{external_id}/permissions",
    returns=AuthorizationPermission,
)
_LIST_EFFECTIVE_PERMISSIONS_FOR_RESOURCE: Operation[AuthorizationPermission] = Operation(
    "authorization.list_effective_permissions_for_resource",
    "GET",
    "/authorization/resources/{resource_id}/organization_memberships/{organization_membership_id}/permissions",
    returns=AuthorizationPermission,
)
_LIST_MEMBERSHIPS_FOR_RESOURCE: Operation[AuthorizedOrganizationMembership] = Operation(
    "authorization.list_memberships_for_resource",
    "GET",
    "/authorization/resources/{resource_id}/organization_memberships",
    returns=AuthorizedOrganizationMembership,
)
_LIST_MEMBERSHIPS_FOR_RESOURCE_BY_EXTERNAL_ID: Operation[AuthorizedOrganizationMembership] = Operation(
    "authorization.list_memberships_for_resource_by_external_id",
    "GET",
    "/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}/organization_memberships",
    returns=AuthorizedOrganizationMembership,
)
_LIST_GROUP_ROLE_ASSIGNMENTS: Operation[GroupRoleAssignment] = Operation(
    "authorization.list_group_role_assignments",
    "GET",
    "/authorization/groups/{group_id}/role_assignments",
    returns=GroupRoleAssignment,
)
_REPLACE_GROUP_ROLE_ASSIGNMENTS: Operation[list[GroupRoleAssignment]] = Operation(
    "authorization.replace_group_role_assignments",
    "PUT",
    "/authorization/groups/{group_id}/role_assignments",
    returns=list[GroupRoleAssignment],
    wrapped="data",
)
_CREATE_GROUP_ROLE_ASSIGNMENT: Operation[GroupRoleAssignment] = Operation(
    "authorization.create_group_role_assignment",
    "POST",
    "/authorization/groups/{group_id}/role_assignments",
    returns=GroupRoleAssignment,
)
_DELETE_GROUP_ROLE_ASSIGNMENTS: Operation[None] = Operation(
    "authorization.delete_group_role_assignments",
    "DELETE",
    "/authorization/groups/{group_id}/role_assignments",
)
_PATCH_GROUP_ROLE_ASSIGNMENTS: Operation[None] = Operation(
    "authorization.patch_group_role_assignments",
    "PATCH",
    "/authorization/groups/{group_id}/role_assignments",
)
_GET_GROUP_ROLE_ASSIGNMENT: Operation[GroupRoleAssignment] = Operation(
    "authorization.get_group_role_assignment",
    "GET",
    "/authorization/groups/{group_id}/role_assignments/{role_assignment_id}",
    returns=GroupRoleAssignment,
)
_DELETE_GROUP_ROLE_ASSIGNMENT: Operation[None] = Operation(
    "authorization.delete_group_role_assignment",
    "DELETE",
    "/authorization/groups/{group_id}/role_assignments/{role_assignment_id}",
)
_LIST_PERMISSIONS: Operation[AuthorizationPermission] = Operation(
    "authorization.list_permissions",
    "GET",
    "/authorization/permissions",
    returns=AuthorizationPermission,
)
_CREATE_PERMISSION: Operation[AuthorizationPermission] = Operation(
    "authorization.create_permission",
    "POST",
    "/authorization/permissions",
    returns=AuthorizationPermission,
)
_GET_PERMISSION: Operation[AuthorizationPermission] = Operation(
    "authorization.get_permission",
    "GET",
    "/authorization/permissions/{permission_slug}",
    returns=AuthorizationPermission,
)
_DELETE_PERMISSION: Operation[None] = Operation(
    "authorization.delete_permission",
    "DELETE",
    "/authorization/permissions/{permission_slug}",
)
_UPDATE_PERMISSION: Operation[AuthorizationPermission] = Operation(
    "authorization.update_permission",
    "PATCH",
    "/authorization/permissions/{permission_slug}",
    returns=AuthorizationPermission,
)
_LIST_RESOURCES: Operation[AuthorizationResource] = Operation(
    "authorization.list_resources",
    "GET",
    "/authorization/resources",
    returns=AuthorizationResource,
    exclusive=(Exclusive((("parent_resource_id",), ("parent_resource_type_slug", "parent_external_id"))),),
)
_CREATE_RESOURCE: Operation[AuthorizationResource] = Operation(
    "authorization.create_resource",
    "POST",
    "/authorization/resources",
    returns=AuthorizationResource,
    exclusive=(Exclusive((("parent_resource_id",), ("parent_resource_external_id", "parent_resource_type_slug"))),),
)
_GET_RESOURCE: Operation[AuthorizationResource] = Operation(
    "authorization.get_resource",
    "GET",
    "/authorization/resources/{resource_id}",
    returns=AuthorizationResource,
)
_DELETE_RESOURCE: Operation[None] = Operation(
    "authorization.delete_resource",
    "DELETE",
    "/authorization/resources/{resource_id}",
)
_UPDATE_RESOURCE: Operation[AuthorizationResource] = Operation(
    "authorization.update_resource",
    "PATCH",
    "/authorization/resources/{resource_id}",
    returns=AuthorizationResource,
    exclusive=(Exclusive((("parent_resource_id",), ("parent_resource_external_id", "parent_resource_type_slug"))),),
)
_GET_RESOURCE_BY_EXTERNAL_ID: Operation[AuthorizationResource] = Operation(
    "authorization.get_resource_by_external_id",
    "GET",
    "/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}",
    returns=AuthorizationResource,
)
_DELETE_RESOURCE_BY_EXTERNAL_ID: Operation[None] = Operation(
    "authorization.delete_resource_by_external_id",
    "DELETE",
    "/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}",
)
_UPDATE_RESOURCE_BY_EXTERNAL_ID: Operation[AuthorizationResource] = Operation(
    "authorization.update_resource_by_external_id",
    "PATCH",
    "/authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}",
    returns=AuthorizationResource,
    exclusive=(Exclusive((("parent_resource_id",), ("parent_resource_external_id", "parent_resource_type_slug"))),),
)
_LIST_ENVIRONMENT_ROLES: Operation[list[AuthorizationRole]] = Operation(
    "authorization.list_environment_roles",
    "GET",
    "/authorization/roles",
    returns=list[AuthorizationRole],
    wrapped="data",
)
_CREATE_ENVIRONMENT_ROLE: Operation[AuthorizationRole] = Operation(
    "authorization.create_environment_role",
    "POST",
    "/authorization/roles",
    returns=AuthorizationRole,
)
_GET_ENVIRONMENT_ROLE: Operation[AuthorizationRole] = Operation(
    "authorization.get_environment_role",
    "GET",
    "/authorization/roles/{role_slug}",
    returns=AuthorizationRole,
)
_UPDATE_ENVIRONMENT_ROLE: Operation[AuthorizationRole] = Operation(
    "authorization.update_environment_role",
    "PATCH",
    "/authorization/roles/{role_slug}",
    returns=AuthorizationRole,
)
_SET_ENVIRONMENT_ROLE_PERMISSIONS: Operation[AuthorizationRole] = Operation(
    "authorization.set_environment_role_permissions",
    "PUT",
    "/authorization/roles/{role_slug}/permissions",
    returns=AuthorizationRole,
)
_ADD_ENVIRONMENT_ROLE_PERMISSION: Operation[AuthorizationRole] = Operation(
    "authorization.add_environment_role_permission",
    "POST",
    "/authorization/roles/{role_slug}/permissions",
    returns=AuthorizationRole,
)
_LIST_ORGANIZATION_ROLES: Operation[list[AuthorizationRole]] = Operation(
    "authorization.list_organization_roles",
    "GET",
    "/authorization/organizations/{organization_id}/roles",
    returns=list[AuthorizationRole],
    wrapped="data",
)
_CREATE_ORGANIZATION_ROLE: Operation[AuthorizationRole] = Operation(
    "authorization.create_organization_role",
    "POST",
    "/authorization/organizations/{organization_id}/roles",
    returns=AuthorizationRole,
)
_GET_ORGANIZATION_ROLE: Operation[AuthorizationRole] = Operation(
    "authorization.get_organization_role",
    "GET",
    "/authorization/organizations/{organization_id}/roles/{role_slug}",
    returns=AuthorizationRole,
)
_DELETE_ORGANIZATION_ROLE: Operation[None] = Operation(
    "authorization.delete_organization_role",
    "DELETE",
    "/authorization/organizations/{organization_id}/roles/{role_slug}",
)
_UPDATE_ORGANIZATION_ROLE: Operation[AuthorizationRole] = Operation(
    "authorization.update_organization_role",
    "PATCH",
    "/authorization/organizations/{organization_id}/roles/{role_slug}",
    returns=AuthorizationRole,
)
_SET_ORGANIZATION_ROLE_PERMISSIONS: Operation[AuthorizationRole] = Operation(
    "authorization.set_organization_role_permissions",
    "PUT",
    "/authorization/organizations/{organization_id}/roles/{role_slug}/permissions",
    returns=AuthorizationRole,
)
_ADD_ORGANIZATION_ROLE_PERMISSION: Operation[AuthorizationRole] = Operation(
    "authorization.add_organization_role_permission",
    "POST",
    "/authorization/organizations/{organization_id}/roles/{role_slug}/permissions",
    returns=AuthorizationRole,
)
_REMOVE_ORGANIZATION_ROLE_PERMISSION: Operation[AuthorizationRole] = Operation(
    "authorization.remove_organization_role_permission",
    "DELETE",
    "/authorization/organizations/{organization_id}/roles/{role_slug}/permissions/{permission_slug}",
    returns=AuthorizationRole,
)


class Authorization:
    """Who may do what: roles, permissions, and the resources on which members and groups have roles.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def list_role_assignments(
        self,
        organization_membership_id: str,
        *,
        resource_id: str | None = None,
        resource_external_id: str | None = None,
        resource_type_slug: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[RoleAssignment]:
        """List the roles of a member.

        Roles on the organization and on single resources are listed, given to the member or to a group of theirs.
        Filters narrow the list together.

        Args:
            organization_membership_id: The id of the organization membership (`om_…`).
            resource_id: Only roles on the resource with this id.
            resource_external_id: Only roles on resources with this id of your own.
            resource_type_slug: Only roles on resources of this type.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_ROLE_ASSIGNMENTS,
            path={"organization_membership_id": organization_membership_id},
            query={
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    @overload
    def assign_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_id: str,
        options: RequestOptions | None = None,
    ) -> RoleAssignment: ...

    @overload
    def assign_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_external_id: str,
        resource_type_slug: str,
        options: RequestOptions | None = None,
    ) -> RoleAssignment: ...

    def assign_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> RoleAssignment:
        """Give a member a role on a resource.

        Name the resource by its `resource_id`, or by its `resource_type_slug` and your own id for it.

        Args:
            organization_membership_id: The id of the organization membership (`om_…`).
            role_slug: The slug of the role.
            resource_id: The id of the resource.
            resource_external_id: Your own id for the resource, with `resource_type_slug`.
            resource_type_slug: The slug of the type of the resource, with `resource_external_id`.

        Returns:
            The new role assignment.
        """
        return self._requestor.call(
            _ASSIGN_ROLE,
            path={"organization_membership_id": organization_membership_id},
            body={
                "role_slug": role_slug,
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
            },
            options=options,
        )

    @overload
    def remove_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_id: str,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    def remove_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_external_id: str,
        resource_type_slug: str,
        options: RequestOptions | None = None,
    ) -> None: ...

    def remove_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> None:
        """Take a role on a resource from a member.

        Name the resource by its `resource_id`, or by its `resource_type_slug` and your own id for it.

        Args:
            organization_membership_id: The id of the organization membership (`om_…`).
            role_slug: The slug of the role.
            resource_id: The id of the resource.
            resource_external_id: Your own id for the resource, with `resource_type_slug`.
            resource_type_slug: The slug of the type of the resource, with `resource_external_id`.
        """
        return self._requestor.call(
            _REMOVE_ROLE,
            path={"organization_membership_id": organization_membership_id},
            body={
                "role_slug": role_slug,
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
            },
            options=options,
        )

    def remove_role_assignment(
        self, organization_membership_id: str, role_assignment_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove a role assignment of a member.

        Args:
            organization_membership_id: The id of the organization membership (`om_…`).
            role_assignment_id: The id of the role assignment.
        """
        return self._requestor.call(
            _REMOVE_ROLE_ASSIGNMENT,
            path={"organization_membership_id": organization_membership_id, "role_assignment_id": role_assignment_id},
            options=options,
        )

    def list_role_assignments_for_resource(
        self,
        resource_id: str,
        *,
        role_slug: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[RoleAssignment]:
        """List the roles that members have on a resource.

        Args:
            resource_id: The id of the resource, as WorkOS gave it.
            role_slug: Only this role.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_ROLE_ASSIGNMENTS_FOR_RESOURCE,
            path={"resource_id": resource_id},
            query={"role_slug": role_slug, "limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def list_role_assignments_for_resource_by_external_id(
        self,
        organization_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        role_slug: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[RoleAssignment]:
        """List the roles that members have on a resource, by your own id for it.

        Args:
            organization_id: The id of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: Your own id for the resource.
            role_slug: Only this role.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_ROLE_ASSIGNMENTS_FOR_RESOURCE_BY_EXTERNAL_ID,
            path={
                "organization_id": organization_id,
                "resource_type_slug": resource_type_slug,
                "external_id": external_id,
            },
            query={"role_slug": role_slug, "limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    @overload
    def check(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        resource_id: str,
        options: RequestOptions | None = None,
    ) -> bool: ...

    @overload
    def check(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        resource_external_id: str,
        resource_type_slug: str,
        options: RequestOptions | None = None,
    ) -> bool: ...

    def check(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> bool:
        """Check whether a member has a permission on a resource.

        Name the resource by its `resource_id`, or by its `resource_type_slug` and your own id for it. Roles on the
        resources above it count too.

        Args:
            organization_membership_id: The id of the organization membership (`om_…`).
            permission_slug: The slug of the permission.
            resource_id: The id of the resource.
            resource_external_id: Your own id for the resource, with `resource_type_slug`.
            resource_type_slug: The slug of the type of the resource, with `resource_external_id`.

        Returns:
            Whether the member has the permission.
        """
        return self._requestor.call(
            _CHECK,
            path={"organization_membership_id": organization_membership_id},
            body={
                "permission_slug": permission_slug,
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
            },
            options=options,
        )

    @overload
    def list_resources_for_membership(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        parent_resource_id: str,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationResource]: ...

    @overload
    def list_resources_for_membership(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        parent_resource_type_slug: str,
        parent_resource_external_id: str,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationResource]: ...

    def list_resources_for_membership(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        parent_resource_id: str | None = None,
        parent_resource_type_slug: str | None = None,
        parent_resource_external_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationResource]:
        """List the resources below another one on which a member has a permission.

        Name the resource above by its `parent_resource_id`, or by its type and your own id for it.

        Args:
            organization_membership_id: The id of the organization membership (`om_…`).
            permission_slug: The slug of the permission the member must have.
            parent_resource_id: The id of the resource above.
            parent_resource_type_slug: The slug of the type of the resource above, with
                `parent_resource_external_id`.
            parent_resource_external_id: Your own id for the resource above, with `parent_resource_type_slug`.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return Pager(
            self._requestor,
            _LIST_RESOURCES_FOR_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            query={
                "permission_slug": permission_slug,
                "parent_resource_id": parent_resource_id,
                "parent_resource_type_slug": parent_resource_type_slug,
                "parent_resource_external_id": parent_resource_external_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    def list_effective_permissions(
        self,
        organization_membership_id: str,
        resource_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationPermission]:
        """List all permissions a member has on a resource.

        Permissions from roles on the resources above it are part of the list. They may be about other types of
        resources; a permission is listed whenever `check` would allow it.

        Args:
            organization_membership_id: The id of the organization membership (`om_…`).
            resource_id: The id of the resource, as WorkOS gave it.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_EFFECTIVE_PERMISSIONS,
            path={"organization_membership_id": organization_membership_id, "resource_id": resource_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def list_effective_permissions_by_external_id(
        self,
        organization_membership_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationPermission]:
        """List all permissions a member has on a resource, by your own id for it.

        Permissions from roles on the resources above it are part of the list. They may be about other types of
        resources; a permission is listed whenever `check` would allow it.

        Args:
            organization_membership_id: The id of the organization membership (`om_…`).
            resource_type_slug: The slug of the resource type.
            external_id: Your own id for the resource.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_EFFECTIVE_PERMISSIONS_BY_EXTERNAL_ID,
            path={
                "organization_membership_id": organization_membership_id,
                "resource_type_slug": resource_type_slug,
                "external_id": external_id,
            },
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def list_effective_permissions_for_resource(
        self,
        resource_id: str,
        organization_membership_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationPermission]:
        """List all permissions a member has on a resource, at the path below the resource.

        The same list as that of `list_effective_permissions`, from a path that only other clients are known to use.
        Prefer that method.

        Newer than the published description of the API: known from other clients only.

        Args:
            resource_id: The id of the resource, as WorkOS gave it.
            organization_membership_id: The id of the organization membership (`om_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_EFFECTIVE_PERMISSIONS_FOR_RESOURCE,
            path={"resource_id": resource_id, "organization_membership_id": organization_membership_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def list_memberships_for_resource(
        self,
        resource_id: str,
        *,
        permission_slug: str,
        assignment: AuthorizationAssignmentKind | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizedOrganizationMembership]:
        """List the members who have a permission on a resource.

        Args:
            resource_id: The id of the resource, as WorkOS gave it.
            permission_slug: The slug of the permission the members must have.
            assignment: Which of their roles count. Without it all do.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return Pager(
            self._requestor,
            _LIST_MEMBERSHIPS_FOR_RESOURCE,
            path={"resource_id": resource_id},
            query={
                "permission_slug": permission_slug,
                "assignment": assignment,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    def list_memberships_for_resource_by_external_id(
        self,
        organization_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        permission_slug: str,
        assignment: AuthorizationAssignmentKind | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizedOrganizationMembership]:
        """List the members who have a permission on a resource, by your own id for it.

        Args:
            organization_id: The id of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: Your own id for the resource.
            permission_slug: The slug of the permission the members must have.
            assignment: Which of their roles count. Without it all do.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return Pager(
            self._requestor,
            _LIST_MEMBERSHIPS_FOR_RESOURCE_BY_EXTERNAL_ID,
            path={
                "organization_id": organization_id,
                "resource_type_slug": resource_type_slug,
                "external_id": external_id,
            },
            query={
                "permission_slug": permission_slug,
                "assignment": assignment,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    def list_group_role_assignments(
        self,
        group_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[GroupRoleAssignment]:
        """List the roles of a group.

        Args:
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
            _LIST_GROUP_ROLE_ASSIGNMENTS,
            path={"group_id": group_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def replace_group_role_assignments(
        self,
        group_id: str,
        *,
        role_assignments: Sequence[GroupRoleAssignmentEntry | Mapping[str, Any]],
        options: RequestOptions | None = None,
    ) -> list[GroupRoleAssignment]:
        """Replace all roles of a group.

        Roles that are not in the list are taken from the group. The answer may be the first page only;
        `list_group_role_assignments` goes through all.

        Args:
            group_id: The id of the group (`group_…`).
            role_assignments: All roles the group shall have from now on, at most 100.

        Returns:
            The role assignments of the group.
        """
        return self._requestor.call(
            _REPLACE_GROUP_ROLE_ASSIGNMENTS,
            path={"group_id": group_id},
            body={"role_assignments": array("role_assignments", role_assignments)},
            options=options,
        )

    def create_group_role_assignment(
        self,
        group_id: str,
        *,
        role_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> GroupRoleAssignment:
        """Give a group a role.

        Every member of the group has the role from then on. Without a resource it counts on the organization. A
        role the group already has there is a conflict with the code `duplicate_group_role_assignment`.

        Args:
            group_id: The id of the group (`group_…`).
            role_slug: The slug of the role.
            resource_id: The id of the resource.
            resource_external_id: Your own id for the resource, with `resource_type_slug`.
            resource_type_slug: The slug of the type of the resource, with `resource_external_id`.

        Returns:
            The new role assignment.

        Raises:
            ConflictError: `code` or `error` is `duplicate_group_role_assignment`.
        """
        return self._requestor.call(
            _CREATE_GROUP_ROLE_ASSIGNMENT,
            path={"group_id": group_id},
            body={
                "role_slug": role_slug,
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
            },
            options=options,
        )

    def delete_group_role_assignments(
        self,
        group_id: str,
        *,
        role_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> None:
        """Take a role from a group.

        When the group has no such role, the answer is 404.

        Args:
            group_id: The id of the group (`group_…`).
            role_slug: The slug of the role.
            resource_id: The id of the resource.
            resource_external_id: Your own id for the resource, with `resource_type_slug`.
            resource_type_slug: The slug of the type of the resource, with `resource_external_id`.
        """
        return self._requestor.call(
            _DELETE_GROUP_ROLE_ASSIGNMENTS,
            path={"group_id": group_id},
            body={
                "role_slug": role_slug,
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
            },
            options=options,
        )

    def patch_group_role_assignments(
        self,
        group_id: str,
        *,
        add: Sequence[GroupRoleAssignmentEntry | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        remove: Sequence[GroupRoleAssignmentEntry | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> None:
        """Give and take several roles of a group at once.

        All of it happens or none of it. Giving a role the group has, or taking one it has not, changes nothing.
        `add` and `remove` together hold 1 to 100 entries, and no entry may be in both.

        Newer than the published description of the API: known from other clients only.

        Args:
            group_id: The id of the group (`group_…`).
            add: The roles to give.
            remove: The roles to take.
        """
        return self._requestor.call(
            _PATCH_GROUP_ROLE_ASSIGNMENTS,
            path={"group_id": group_id},
            body={"add": array("add", add), "remove": array("remove", remove)},
            options=options,
        )

    def get_group_role_assignment(
        self, group_id: str, role_assignment_id: str, *, options: RequestOptions | None = None
    ) -> GroupRoleAssignment:
        """Get a role assignment of a group.

        Args:
            group_id: The id of the group (`group_…`).
            role_assignment_id: The id of the role assignment of the group.

        Returns:
            The role assignment.
        """
        return self._requestor.call(
            _GET_GROUP_ROLE_ASSIGNMENT,
            path={"group_id": group_id, "role_assignment_id": role_assignment_id},
            options=options,
        )

    def delete_group_role_assignment(
        self, group_id: str, role_assignment_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove a role assignment of a group.

        Args:
            group_id: The id of the group (`group_…`).
            role_assignment_id: The id of the role assignment of the group.
        """
        return self._requestor.call(
            _DELETE_GROUP_ROLE_ASSIGNMENT,
            path={"group_id": group_id, "role_assignment_id": role_assignment_id},
            options=options,
        )

    def list_permissions(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationPermission]:
        """List the permissions of the environment.

        Args:
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_PERMISSIONS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_permission(
        self,
        *,
        slug: str,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationPermission:
        """Create a permission.

        It does nothing by itself until a role gives it.

        Args:
            slug: The name of the permission for programs, unique, at most 48 characters: lowercase letters,
                digits and `-_:.*`.
            name: The name people see, at most 48 characters.
            description: What it allows, at most 150 characters.
            resource_type_slug: The slug of the type of resources it is about, at most 48 characters.

        Returns:
            The new permission.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
            ConflictError: `code` or `error` is `permission_slug_conflict`.
        """
        return self._requestor.call(
            _CREATE_PERMISSION,
            body={"slug": slug, "name": name, "description": description, "resource_type_slug": resource_type_slug},
            options=options,
        )

    def get_permission(self, permission_slug: str, *, options: RequestOptions | None = None) -> AuthorizationPermission:
        """Get a permission.

        Args:
            permission_slug: The slug of the permission.

        Returns:
            The permission.
        """
        return self._requestor.call(_GET_PERMISSION, path={"permission_slug": permission_slug}, options=options)

    def delete_permission(self, permission_slug: str, *, options: RequestOptions | None = None) -> None:
        """Delete a permission.

        Permissions of WorkOS itself (`system`) cannot be deleted.

        Args:
            permission_slug: The slug of the permission.
        """
        return self._requestor.call(_DELETE_PERMISSION, path={"permission_slug": permission_slug}, options=options)

    def update_permission(
        self,
        permission_slug: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationPermission:
        """Change the name or description of a permission.

        What is left out stays as it is; `None` clears the description.

        Args:
            permission_slug: The slug of the permission.
            name: The name people see, at most 48 characters.
            description: What it allows, at most 150 characters. `None` removes it.

        Returns:
            The permission after the change.
        """
        return self._requestor.call(
            _UPDATE_PERMISSION,
            path={"permission_slug": permission_slug},
            body={"name": name, "description": description},
            options=options,
        )

    @overload
    def list_resources(
        self,
        *,
        organization_id: str | None = None,
        resource_type_slug: str | None = None,
        resource_external_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationResource]: ...

    @overload
    def list_resources(
        self,
        *,
        parent_resource_id: str,
        organization_id: str | None = None,
        resource_type_slug: str | None = None,
        resource_external_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationResource]: ...

    @overload
    def list_resources(
        self,
        *,
        parent_resource_type_slug: str,
        parent_external_id: str,
        organization_id: str | None = None,
        resource_type_slug: str | None = None,
        resource_external_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationResource]: ...

    def list_resources(
        self,
        *,
        organization_id: str | None = None,
        resource_type_slug: str | None = None,
        resource_external_id: str | None = None,
        parent_resource_id: str | None = None,
        parent_resource_type_slug: str | None = None,
        parent_external_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthorizationResource]:
        """List resources.

        `organization_id` or `resource_type_slug` must be given; without both the request fails with
        `missing_organization_id_or_resource_type_slug`. The parent is named by its id, or by its type and your own
        id for it.

        Args:
            organization_id: Only resources of this organization.
            resource_type_slug: Only resources of this type.
            resource_external_id: Only the resource with this id of your own.
            parent_resource_id: Only resources below the one with this id.
            parent_resource_type_slug: Only resources below one of this type, with `parent_external_id`.
            parent_external_id: Only resources below the one with this id of your own, with
                `parent_resource_type_slug`.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.

        Raises:
            BadRequestError: `code` or `error` is `missing_organization_id_or_resource_type_slug`.
        """
        return Pager(
            self._requestor,
            _LIST_RESOURCES,
            query={
                "organization_id": organization_id,
                "resource_type_slug": resource_type_slug,
                "resource_external_id": resource_external_id,
                "parent_resource_id": parent_resource_id,
                "parent_resource_type_slug": parent_resource_type_slug,
                "parent_external_id": parent_external_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    @overload
    def create_resource(
        self,
        *,
        external_id: str,
        name: str,
        resource_type_slug: str,
        organization_id: str,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    def create_resource(
        self,
        *,
        external_id: str,
        name: str,
        resource_type_slug: str,
        organization_id: str,
        parent_resource_id: str,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    def create_resource(
        self,
        *,
        external_id: str,
        name: str,
        resource_type_slug: str,
        organization_id: str,
        parent_resource_external_id: str,
        parent_resource_type_slug: str,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    def create_resource(
        self,
        *,
        external_id: str,
        name: str,
        resource_type_slug: str,
        organization_id: str,
        description: str | None | NotGiven = NOT_GIVEN,
        parent_resource_id: str | None | NotGiven = NOT_GIVEN,
        parent_resource_external_id: str | NotGiven = NOT_GIVEN,
        parent_resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource:
        """Create a resource.

        Resources form a tree below the organization: a role on a resource counts on everything below it.

        Args:
            external_id: Your own id for it, at most 128 ASCII characters.
            name: The name people see, at most 48 characters.
            description: What it is, at most 150 characters.
            resource_type_slug: The slug of its type.
            organization_id: The id of the organization it belongs to.
            parent_resource_id: The id of the resource above it.
            parent_resource_external_id: Your own id for the resource above it, with
                `parent_resource_type_slug`.
            parent_resource_type_slug: The slug of the type of the resource above it, with
                `parent_resource_external_id`.

        Returns:
            The new resource.

        Raises:
            BadRequestError: `code` or `error` is `bad_request` or `lock_timeout`.
            ConflictError: `code` or `error` is `authorization_resource_external_id_conflict` or
                `resource_type_update_in_progress`.
        """
        return self._requestor.call(
            _CREATE_RESOURCE,
            body={
                "external_id": external_id,
                "name": name,
                "description": description,
                "resource_type_slug": resource_type_slug,
                "organization_id": organization_id,
                "parent_resource_id": parent_resource_id,
                "parent_resource_external_id": parent_resource_external_id,
                "parent_resource_type_slug": parent_resource_type_slug,
            },
            options=options,
        )

    def get_resource(self, resource_id: str, *, options: RequestOptions | None = None) -> AuthorizationResource:
        """Get a resource.

        Args:
            resource_id: The id of the resource, as WorkOS gave it.

        Returns:
            The resource.
        """
        return self._requestor.call(_GET_RESOURCE, path={"resource_id": resource_id}, options=options)

    def delete_resource(
        self, resource_id: str, *, cascade_delete: bool | None = None, options: RequestOptions | None = None
    ) -> None:
        """Delete a resource.

        Without `cascade_delete` it is refused with `resource_has_dependents` while there are resources below it or
        roles on it.

        Args:
            resource_id: The id of the resource, as WorkOS gave it.
            cascade_delete: Whether all resources below it and all role assignments on them are deleted as well.

        Raises:
            BadRequestError: `code` or `error` is `lock_timeout`.
            ConflictError: `code` or `error` is `resource_has_dependents` or `resource_type_update_in_progress`.
        """
        return self._requestor.call(
            _DELETE_RESOURCE,
            path={"resource_id": resource_id},
            query={"cascade_delete": cascade_delete},
            options=options,
        )

    @overload
    def update_resource(
        self,
        resource_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    def update_resource(
        self,
        resource_id: str,
        *,
        parent_resource_id: str,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    def update_resource(
        self,
        resource_id: str,
        *,
        parent_resource_external_id: str,
        parent_resource_type_slug: str,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    def update_resource(
        self,
        resource_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        parent_resource_id: str | NotGiven = NOT_GIVEN,
        parent_resource_external_id: str | NotGiven = NOT_GIVEN,
        parent_resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource:
        """Change or move a resource.

        What is left out stays as it is; `None` clears the description. A new parent moves the resource with all
        that is below it.

        Args:
            resource_id: The id of the resource, as WorkOS gave it.
            name: The name people see, at most 48 characters.
            description: What it is, at most 150 characters. `None` removes it.
            parent_resource_id: The id of the resource above it.
            parent_resource_external_id: Your own id for the resource above it, with
                `parent_resource_type_slug`.
            parent_resource_type_slug: The slug of the type of the resource above it, with
                `parent_resource_external_id`.

        Returns:
            The resource after the change.

        Raises:
            BadRequestError: `code` or `error` is `lock_timeout`.
            ConflictError: `code` or `error` is `resource_type_update_in_progress`.
        """
        return self._requestor.call(
            _UPDATE_RESOURCE,
            path={"resource_id": resource_id},
            body={
                "name": name,
                "description": description,
                "parent_resource_id": parent_resource_id,
                "parent_resource_external_id": parent_resource_external_id,
                "parent_resource_type_slug": parent_resource_type_slug,
            },
            options=options,
        )

    def get_resource_by_external_id(
        self, organization_id: str, resource_type_slug: str, external_id: str, *, options: RequestOptions | None = None
    ) -> AuthorizationResource:
        """Get a resource by your own id for it.

        Args:
            organization_id: The id of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: Your own id for the resource.

        Returns:
            The resource.
        """
        return self._requestor.call(
            _GET_RESOURCE_BY_EXTERNAL_ID,
            path={
                "organization_id": organization_id,
                "resource_type_slug": resource_type_slug,
                "external_id": external_id,
            },
            options=options,
        )

    def delete_resource_by_external_id(
        self,
        organization_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        cascade_delete: bool | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a resource, by your own id for it.

        Without `cascade_delete` it is refused with `resource_has_dependents` while there are resources below it or
        roles on it.

        Args:
            organization_id: The id of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: Your own id for the resource.
            cascade_delete: Whether all resources below it and all role assignments on them are deleted as well.

        Raises:
            BadRequestError: `code` or `error` is `lock_timeout`.
            ConflictError: `code` or `error` is `resource_has_dependents` or `resource_type_update_in_progress`.
        """
        return self._requestor.call(
            _DELETE_RESOURCE_BY_EXTERNAL_ID,
            path={
                "organization_id": organization_id,
                "resource_type_slug": resource_type_slug,
                "external_id": external_id,
            },
            query={"cascade_delete": cascade_delete},
            options=options,
        )

    @overload
    def update_resource_by_external_id(
        self,
        organization_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    def update_resource_by_external_id(
        self,
        organization_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        parent_resource_id: str,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    def update_resource_by_external_id(
        self,
        organization_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        parent_resource_external_id: str,
        parent_resource_type_slug: str,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    def update_resource_by_external_id(
        self,
        organization_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        parent_resource_id: str | NotGiven = NOT_GIVEN,
        parent_resource_external_id: str | NotGiven = NOT_GIVEN,
        parent_resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource:
        """Change or move a resource, by your own id for it.

        What is left out stays as it is; `None` clears the description. A new parent moves the resource with all
        that is below it.

        Args:
            organization_id: The id of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: Your own id for the resource.
            name: The name people see, at most 48 characters.
            description: What it is, at most 150 characters. `None` removes it.
            parent_resource_id: The id of the resource above it.
            parent_resource_external_id: Your own id for the resource above it, with
                `parent_resource_type_slug`.
            parent_resource_type_slug: The slug of the type of the resource above it, with
                `parent_resource_external_id`.

        Returns:
            The resource after the change.

        Raises:
            BadRequestError: `code` or `error` is `lock_timeout`.
            ConflictError: `code` or `error` is `resource_type_update_in_progress`.
        """
        return self._requestor.call(
            _UPDATE_RESOURCE_BY_EXTERNAL_ID,
            path={
                "organization_id": organization_id,
                "resource_type_slug": resource_type_slug,
                "external_id": external_id,
            },
            body={
                "name": name,
                "description": description,
                "parent_resource_id": parent_resource_id,
                "parent_resource_external_id": parent_resource_external_id,
                "parent_resource_type_slug": parent_resource_type_slug,
            },
            options=options,
        )

    def list_environment_roles(self, *, options: RequestOptions | None = None) -> list[AuthorizationRole]:
        """List the roles of the environment.

        All roles come in one answer, those of the highest priority first.

        Returns:
            All roles of the environment.
        """
        return self._requestor.call(_LIST_ENVIRONMENT_ROLES, options=options)

    def create_environment_role(
        self,
        *,
        slug: str,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Create a role for all organizations.

        The role starts without permissions.

        Args:
            slug: The name of the role for programs, unique, at most 48 characters. It cannot be changed later.
            name: The name people see, at most 48 characters.
            description: What the role is for, at most 150 characters.
            resource_type_slug: The slug of the type of resources the role is given on, at most 48 characters.

        Returns:
            The new role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
            ConflictError: `code` or `error` is `role_slug_conflict`.
        """
        return self._requestor.call(
            _CREATE_ENVIRONMENT_ROLE,
            body={"slug": slug, "name": name, "description": description, "resource_type_slug": resource_type_slug},
            options=options,
        )

    def get_environment_role(self, role_slug: str, *, options: RequestOptions | None = None) -> AuthorizationRole:
        """Get a role of the environment.

        Args:
            role_slug: The slug of the role.

        Returns:
            The role.
        """
        return self._requestor.call(_GET_ENVIRONMENT_ROLE, path={"role_slug": role_slug}, options=options)

    def update_environment_role(
        self,
        role_slug: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Change the name or description of a role of the environment.

        What is left out stays as it is; `None` clears the description.

        Args:
            role_slug: The slug of the role.
            name: The name people see, at most 48 characters.
            description: What the role is for, at most 150 characters. `None` removes it.

        Returns:
            The role after the change.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return self._requestor.call(
            _UPDATE_ENVIRONMENT_ROLE,
            path={"role_slug": role_slug},
            body={"name": name, "description": description},
            options=options,
        )

    def set_environment_role_permissions(
        self, role_slug: str, *, permissions: Sequence[str], options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Replace all permissions of a role of the environment.

        Args:
            role_slug: The slug of the role.
            permissions: The slugs of all permissions the role shall give from now on.

        Returns:
            The role after the change.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return self._requestor.call(
            _SET_ENVIRONMENT_ROLE_PERMISSIONS,
            path={"role_slug": role_slug},
            body={"permissions": array("permissions", permissions)},
            options=options,
        )

    def add_environment_role_permission(
        self, role_slug: str, *, slug: str, options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Add a permission to a role of the environment.

        Nothing changes if the role has the permission already.

        Args:
            role_slug: The slug of the role.
            slug: The slug of the permission to add.

        Returns:
            The role after the change.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return self._requestor.call(
            _ADD_ENVIRONMENT_ROLE_PERMISSION, path={"role_slug": role_slug}, body={"slug": slug}, options=options
        )

    def list_organization_roles(
        self, organization_id: str, *, options: RequestOptions | None = None
    ) -> list[AuthorizationRole]:
        """List the roles that can be given in an organization.

        These are the roles of the environment and those of the organization itself, all in one answer, those of the
        highest priority first.

        Args:
            organization_id: The id of the organization (`org_…`).

        Returns:
            All roles of the organization.
        """
        return self._requestor.call(
            _LIST_ORGANIZATION_ROLES, path={"organization_id": organization_id}, options=options
        )

    def create_organization_role(
        self,
        organization_id: str,
        *,
        name: str,
        slug: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Create a role for one organization.

        The role starts without permissions.

        Args:
            organization_id: The id of the organization (`org_…`).
            name: The name people see, at most 48 characters.
            slug: The name of the role for programs, unique in the organization, at most 48 characters: `org-`,
                then lowercase letters, digits, hyphens and underscores. Without it one is made from the name.
            description: What the role is for, at most 150 characters.
            resource_type_slug: The slug of the type of resources the role is given on, at most 48 characters.

        Returns:
            The new role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
            ConflictError: `code` or `error` is `organization_role_slug_conflict`.
        """
        return self._requestor.call(
            _CREATE_ORGANIZATION_ROLE,
            path={"organization_id": organization_id},
            body={"name": name, "slug": slug, "description": description, "resource_type_slug": resource_type_slug},
            options=options,
        )

    def get_organization_role(
        self, organization_id: str, role_slug: str, *, options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Get a role that can be given in an organization.

        It may be a role of the environment or of the organization itself; `type` says which.

        Args:
            organization_id: The id of the organization (`org_…`).
            role_slug: The slug of the role.

        Returns:
            The role.
        """
        return self._requestor.call(
            _GET_ORGANIZATION_ROLE, path={"organization_id": organization_id, "role_slug": role_slug}, options=options
        )

    def delete_organization_role(
        self, organization_id: str, role_slug: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a role of an organization.

        It is refused with 409 while somebody has the role (`role_has_assignments`) or a group is mapped to it
        (`role_has_group_role_mappings`).

        Args:
            organization_id: The id of the organization (`org_…`).
            role_slug: The slug of the role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
            ConflictError: `code` or `error` is `role_has_assignments` or `role_has_group_role_mappings`.
        """
        return self._requestor.call(
            _DELETE_ORGANIZATION_ROLE,
            path={"organization_id": organization_id, "role_slug": role_slug},
            options=options,
        )

    def update_organization_role(
        self,
        organization_id: str,
        role_slug: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Change the name or description of a role of an organization.

        What is left out stays as it is; `None` clears the description.

        Args:
            organization_id: The id of the organization (`org_…`).
            role_slug: The slug of the role.
            name: The name people see, at most 48 characters.
            description: What the role is for, at most 150 characters. `None` removes it.

        Returns:
            The role after the change.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return self._requestor.call(
            _UPDATE_ORGANIZATION_ROLE,
            path={"organization_id": organization_id, "role_slug": role_slug},
            body={"name": name, "description": description},
            options=options,
        )

    def set_organization_role_permissions(
        self, organization_id: str, role_slug: str, *, permissions: Sequence[str], options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Replace all permissions of a role of an organization.

        Args:
            organization_id: The id of the organization (`org_…`).
            role_slug: The slug of the role.
            permissions: The slugs of all permissions the role shall give from now on.

        Returns:
            The role after the change.
        """
        return self._requestor.call(
            _SET_ORGANIZATION_ROLE_PERMISSIONS,
            path={"organization_id": organization_id, "role_slug": role_slug},
            body={"permissions": array("permissions", permissions)},
            options=options,
        )

    def add_organization_role_permission(
        self, organization_id: str, role_slug: str, *, slug: str, options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Add a permission to a role of an organization.

        Nothing changes if the role has the permission already.

        Args:
            organization_id: The id of the organization (`org_…`).
            role_slug: The slug of the role.
            slug: The slug of the permission to add.

        Returns:
            The role after the change.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
        """
        return self._requestor.call(
            _ADD_ORGANIZATION_ROLE_PERMISSION,
            path={"organization_id": organization_id, "role_slug": role_slug},
            body={"slug": slug},
            options=options,
        )

    def remove_organization_role_permission(
        self, organization_id: str, role_slug: str, permission_slug: str, *, options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Take a permission from a role of an organization.

        Args:
            organization_id: The id of the organization (`org_…`).
            role_slug: The slug of the role.
            permission_slug: The slug of the permission.

        Returns:
            The role after the change.
        """
        return self._requestor.call(
            _REMOVE_ORGANIZATION_ROLE_PERMISSION,
            path={"organization_id": organization_id, "role_slug": role_slug, "permission_slug": permission_slug},
            options=options,
        )
