# Generated from spec/resources/authorization by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.authorization`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from workos_async._pagination.pager import Pager
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
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
    from workos_core.params.authorization import GroupRoleAssignmentEntryParam
else:
    AuthorizationAssignmentKind = lazy_type("workos_core.models.authorization", "AuthorizationAssignmentKind")
    AuthorizationPermission = lazy_type("workos_core.models.authorization", "AuthorizationPermission")
    AuthorizationResource = lazy_type("workos_core.models.authorization", "AuthorizationResource")
    AuthorizationRole = lazy_type("workos_core.models.authorization", "AuthorizationRole")
    AuthorizedOrganizationMembership = lazy_type("workos_core.models.authorization", "AuthorizedOrganizationMembership")
    GroupRoleAssignment = lazy_type("workos_core.models.authorization", "GroupRoleAssignment")
    GroupRoleAssignmentEntry = lazy_type("workos_core.models.authorization", "GroupRoleAssignmentEntry")
    RoleAssignment = lazy_type("workos_core.models.authorization", "RoleAssignment")
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    GroupRoleAssignmentEntryParam = lazy_type("workos_core.params.authorization", "GroupRoleAssignmentEntryParam")

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
    exclusive=(Exclusive((("resource_id",), ("resource_external_id", "resource_type_slug"))),),
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
    returns_requested_id="role_assignment_id",
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
    returns_requested_id="resource_id",
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
    returns_requested_id="resource_id",
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


@hides_locals
class Authorization(ResourceClient):
    """Roles, permissions, resources and role assignments, and access checks on resources.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

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
        """List the role assignments of an organization membership.

        The list includes roles on the organization itself and on individual resources, whether they were assigned
        directly or through a group. Filters are combined: an assignment is listed only if it matches all of them.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            resource_id: Return only assignments on the resource with this ID.
            resource_external_id: Return only assignments on resources with this external ID.
            resource_type_slug: Return only assignments on resources of this type.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/fga/role-assignment/list
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
    async def assign_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_id: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> RoleAssignment: ...

    @overload
    async def assign_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_external_id: str,
        resource_type_slug: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> RoleAssignment: ...

    async def assign_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> RoleAssignment:
        """Assign a role on a resource to an organization membership.

        Identify the resource by `resource_id`, or by `resource_external_id` together with `resource_type_slug`.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            role_slug: The slug of the role.
            resource_id: The ID of the resource.
            resource_external_id: The external ID of the resource. Requires `resource_type_slug`.
            resource_type_slug: The slug of the resource type. Requires `resource_external_id`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new role assignment.

        See https://workos.com/docs/reference/fga/role-assignment/create
        """
        return await self._requestor.call(
            _ASSIGN_ROLE,
            path={"organization_membership_id": organization_membership_id},
            body={
                "role_slug": role_slug,
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    @overload
    async def remove_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_id: str,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    async def remove_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_external_id: str,
        resource_type_slug: str,
        options: RequestOptions | None = None,
    ) -> None: ...

    async def remove_role(
        self,
        organization_membership_id: str,
        *,
        role_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove a role on a resource from an organization membership.

        Identify the resource by `resource_id`, or by `resource_external_id` together with `resource_type_slug`.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            role_slug: The slug of the role.
            resource_id: The ID of the resource.
            resource_external_id: The external ID of the resource. Requires `resource_type_slug`.
            resource_type_slug: The slug of the resource type. Requires `resource_external_id`.

        See https://workos.com/docs/reference/fga/role-assignment/delete
        """
        return await self._requestor.call(
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

    async def remove_role_assignment(
        self, organization_membership_id: str, role_assignment_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove a role assignment from an organization membership by its ID.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            role_assignment_id: The ID of the role assignment.

        See https://workos.com/docs/reference/fga/role-assignment/delete-by-id
        """
        return await self._requestor.call(
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
        """List the role assignments on a resource.

        Args:
            resource_id: The ID that WorkOS assigned to the resource.
            role_slug: Return only assignments of the role with this slug.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/fga/role-assignment
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
        """List the role assignments on a resource by its external ID.

        Args:
            organization_id: The ID of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: The external ID of the resource, which is your own identifier for it.
            role_slug: Return only assignments of the role with this slug.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/fga/role-assignment
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
    async def check(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        resource_id: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> bool: ...

    @overload
    async def check(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        resource_external_id: str,
        resource_type_slug: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> bool: ...

    async def check(
        self,
        organization_membership_id: str,
        *,
        permission_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> bool:
        """Check whether an organization membership has a permission on a resource.

        Identify the resource by `resource_id`, or by `resource_external_id` together with `resource_type_slug`.
        Roles assigned on ancestors of the resource are taken into account.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            permission_slug: The slug of the permission.
            resource_id: The ID of the resource.
            resource_external_id: The external ID of the resource. Requires `resource_type_slug`.
            resource_type_slug: The slug of the resource type. Requires `resource_external_id`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            Whether the organization membership has the permission on the resource.

        See https://workos.com/docs/reference/fga/access-check/check
        """
        return await self._requestor.call(
            _CHECK,
            path={"organization_membership_id": organization_membership_id},
            body={
                "permission_slug": permission_slug,
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
            },
            idempotency_key=idempotency_key,
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
        """List the child resources on which an organization membership has a permission.

        Identify the parent resource by `parent_resource_id`, or by `parent_resource_external_id` together with
        `parent_resource_type_slug`.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            permission_slug: The slug of the permission. Return only resources on which the membership has it.
            parent_resource_id: The ID of the parent resource.
            parent_resource_type_slug: The slug of the parent resource's type. Requires
                `parent_resource_external_id`.
            parent_resource_external_id: The external ID of the parent resource. Requires
                `parent_resource_type_slug`.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/fga/access-check/list-resources
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
        """List the effective permissions of an organization membership on a resource.

        The list includes permissions inherited through roles on ancestor resources. It contains every permission
        for which `check` returns `True` on this resource, even if the permission is defined for another resource
        type.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            resource_id: The ID that WorkOS assigned to the resource.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.
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
        """List the effective permissions of an organization membership on a resource by its external ID.

        The list includes permissions inherited through roles on ancestor resources. It contains every permission
        for which `check` returns `True` on this resource, even if the permission is defined for another resource
        type.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            resource_type_slug: The slug of the resource type.
            external_id: The external ID of the resource, which is your own identifier for it.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.
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
        """List the effective permissions on a resource for an organization membership.

        Returns the same list as `list_effective_permissions`, but from an alternative path that is known only from
        other WorkOS clients. Prefer `list_effective_permissions`.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            resource_id: The ID that WorkOS assigned to the resource.
            organization_membership_id: The ID of the organization membership (`om_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.
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
        """List the organization memberships that have a permission on a resource.

        Args:
            resource_id: The ID that WorkOS assigned to the resource.
            permission_slug: The slug of the permission. Return only memberships that have it on the resource.
            assignment: Which role assignments to consider. Omit it to consider all of them.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/fga/access-check/list-memberships
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
        """List the organization memberships that have a permission on a resource by its external ID.

        Args:
            organization_id: The ID of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: The external ID of the resource, which is your own identifier for it.
            permission_slug: The slug of the permission. Return only memberships that have it on the resource.
            assignment: Which role assignments to consider. Omit it to consider all of them.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/fga/access-check/list-memberships-by-external-id
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
        """List the role assignments of a group.

        Args:
            group_id: The ID of the group (`group_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/groups/role-assignment
        """
        return Pager(
            self._requestor,
            _LIST_GROUP_ROLE_ASSIGNMENTS,
            path={"group_id": group_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    async def replace_group_role_assignments(
        self,
        group_id: str,
        *,
        role_assignments: Sequence[GroupRoleAssignmentEntry | GroupRoleAssignmentEntryParam],
        options: RequestOptions | None = None,
    ) -> list[GroupRoleAssignment]:
        """Replace all role assignments of a group.

        Existing assignments that are not in the list are removed. The response may contain only the first page of
        assignments; use `list_group_role_assignments` to iterate over all of them.

        Args:
            group_id: The ID of the group (`group_…`).
            role_assignments: The complete list of role assignments for the group, at most 100.

        Returns:
            The role assignments of the group.

        See https://workos.com/docs/reference/groups/role-assignment
        """
        return await self._requestor.call(
            _REPLACE_GROUP_ROLE_ASSIGNMENTS,
            path={"group_id": group_id},
            body={"role_assignments": array("role_assignments", role_assignments)},
            options=options,
        )

    async def create_group_role_assignment(
        self,
        group_id: str,
        *,
        role_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> GroupRoleAssignment:
        """Assign a role to a group.

        Every member of the group receives the role. Omit the resource to assign the role on the organization
        itself. If the group already has the role on that resource, the request fails with status 409 and the code
        `duplicate_group_role_assignment`.

        Args:
            group_id: The ID of the group (`group_…`).
            role_slug: The slug of the role.
            resource_id: The ID of the resource. Omit the resource to assign the role on the organization
                itself.
            resource_external_id: The external ID of the resource. Requires `resource_type_slug`.
            resource_type_slug: The slug of the resource type. Requires `resource_external_id`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new role assignment.

        Raises:
            ConflictError: `code` or `error` is `duplicate_group_role_assignment`.

        See https://workos.com/docs/reference/groups/role-assignment/create
        """
        return await self._requestor.call(
            _CREATE_GROUP_ROLE_ASSIGNMENT,
            path={"group_id": group_id},
            body={
                "role_slug": role_slug,
                "resource_id": resource_id,
                "resource_external_id": resource_external_id,
                "resource_type_slug": resource_type_slug,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    @overload
    async def delete_group_role_assignments(
        self, group_id: str, *, role_slug: str, options: RequestOptions | None = None
    ) -> None: ...

    @overload
    async def delete_group_role_assignments(
        self, group_id: str, *, role_slug: str, resource_id: str, options: RequestOptions | None = None
    ) -> None: ...

    @overload
    async def delete_group_role_assignments(
        self,
        group_id: str,
        *,
        role_slug: str,
        resource_external_id: str,
        resource_type_slug: str,
        options: RequestOptions | None = None,
    ) -> None: ...

    async def delete_group_role_assignments(
        self,
        group_id: str,
        *,
        role_slug: str,
        resource_id: str | NotGiven = NOT_GIVEN,
        resource_external_id: str | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove a role from a group.

        The request fails with status 404 if the group does not have the role on that resource.

        Args:
            group_id: The ID of the group (`group_…`).
            role_slug: The slug of the role.
            resource_id: The ID of the resource.
            resource_external_id: The external ID of the resource. Requires `resource_type_slug`.
            resource_type_slug: The slug of the resource type. Requires `resource_external_id`.

        See https://workos.com/docs/reference/groups/role-assignment
        """
        return await self._requestor.call(
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

    async def patch_group_role_assignments(
        self,
        group_id: str,
        *,
        add: Sequence[GroupRoleAssignmentEntry | GroupRoleAssignmentEntryParam] | NotGiven = NOT_GIVEN,
        remove: Sequence[GroupRoleAssignmentEntry | GroupRoleAssignmentEntryParam] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> None:
        """Add and remove role assignments of a group atomically.

        Either all changes are applied or none. Adding an assignment that exists and removing one that does not
        exist have no effect. `add` and `remove` together must contain 1 to 100 entries, and no entry may appear in
        both.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            group_id: The ID of the group (`group_…`).
            add: The role assignments to add.
            remove: The role assignments to remove.

        Raises:
            BadRequestError: `code` or `error` is `group_role_assignment_update_overlap`.

        See https://workos.com/docs/reference/groups/role-assignment
        """
        return await self._requestor.call(
            _PATCH_GROUP_ROLE_ASSIGNMENTS,
            path={"group_id": group_id},
            body={"add": array("add", add), "remove": array("remove", remove)},
            options=options,
        )

    async def get_group_role_assignment(
        self, group_id: str, role_assignment_id: str, *, options: RequestOptions | None = None
    ) -> GroupRoleAssignment:
        """Get a role assignment of a group.

        Args:
            group_id: The ID of the group (`group_…`).
            role_assignment_id: The ID of the group role assignment.

        Returns:
            The role assignment.

        See https://workos.com/docs/reference/groups/role-assignment/get
        """
        return await self._requestor.call(
            _GET_GROUP_ROLE_ASSIGNMENT,
            path={"group_id": group_id, "role_assignment_id": role_assignment_id},
            options=options,
        )

    async def delete_group_role_assignment(
        self, group_id: str, role_assignment_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove a role assignment from a group by its ID.

        Args:
            group_id: The ID of the group (`group_…`).
            role_assignment_id: The ID of the group role assignment.

        See https://workos.com/docs/reference/groups/role-assignment
        """
        return await self._requestor.call(
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
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/roles/permission/list
        """
        return Pager(
            self._requestor,
            _LIST_PERMISSIONS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    async def create_permission(
        self,
        *,
        slug: str,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthorizationPermission:
        """Create a permission.

        A permission has no effect until it is added to a role.

        Args:
            slug: The unique slug of the permission, at most 48 characters: lowercase letters, digits and the
                characters `-_:.*`.
            name: The display name of the permission, at most 48 characters.
            description: A description of what the permission allows, at most 150 characters.
            resource_type_slug: The slug of the resource type that the permission applies to, at most 48
                characters. Defaults to the type of organizations.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new permission.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
            ConflictError: `code` or `error` is `permission_slug_conflict`.

        See https://workos.com/docs/reference/roles/permission/create
        """
        return await self._requestor.call(
            _CREATE_PERMISSION,
            body={"slug": slug, "name": name, "description": description, "resource_type_slug": resource_type_slug},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_permission(
        self, permission_slug: str, *, options: RequestOptions | None = None
    ) -> AuthorizationPermission:
        """Get a permission.

        Args:
            permission_slug: The slug of the permission.

        Returns:
            The permission.

        See https://workos.com/docs/reference/roles/permission/get
        """
        return await self._requestor.call(_GET_PERMISSION, path={"permission_slug": permission_slug}, options=options)

    async def delete_permission(self, permission_slug: str, *, options: RequestOptions | None = None) -> None:
        """Delete a permission.

        System permissions, which WorkOS defines (`system` is `True`), cannot be deleted.

        Args:
            permission_slug: The slug of the permission.

        See https://workos.com/docs/reference/roles/permission/delete
        """
        return await self._requestor.call(
            _DELETE_PERMISSION, path={"permission_slug": permission_slug}, options=options
        )

    async def update_permission(
        self,
        permission_slug: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationPermission:
        """Update the name or description of a permission.

        Omit `name` or `description` to keep its value; pass `None` as `description` to clear it.

        Args:
            permission_slug: The slug of the permission.
            name: The display name of the permission, at most 48 characters.
            description: A description of what the permission allows, at most 150 characters. Pass `None` to
                clear it.

        Returns:
            The updated permission.

        See https://workos.com/docs/reference/roles/permission/update
        """
        return await self._requestor.call(
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
        search: str | None = None,
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
        search: str | None = None,
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
        search: str | None = None,
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
        search: str | None = None,
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

        Pass at least one of `organization_id` and `resource_type_slug`; otherwise the request fails with
        `missing_organization_id_or_resource_type_slug`. To filter by parent, identify it by `parent_resource_id`,
        or by `parent_external_id` together with `parent_resource_type_slug`.

        Args:
            organization_id: Return only resources of the organization with this ID.
            resource_type_slug: Return only resources of this type.
            search: Return only resources whose name contains this text.
            resource_external_id: Return only the resource with this external ID.
            parent_resource_id: Return only children of the resource with this ID.
            parent_resource_type_slug: Return only children of a resource of this type. Requires
                `parent_external_id`.
            parent_external_id: Return only children of the resource with this external ID. Requires
                `parent_resource_type_slug`.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        Raises:
            BadRequestError: `code` or `error` is `missing_organization_id_or_resource_type_slug`.

        See https://workos.com/docs/reference/fga/resource/list
        """
        return Pager(
            self._requestor,
            _LIST_RESOURCES,
            query={
                "organization_id": organization_id,
                "resource_type_slug": resource_type_slug,
                "search": search,
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
    async def create_resource(
        self,
        *,
        external_id: str,
        name: str,
        resource_type_slug: str,
        organization_id: str,
        description: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    async def create_resource(
        self,
        *,
        external_id: str,
        name: str,
        resource_type_slug: str,
        organization_id: str,
        parent_resource_id: str,
        description: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    async def create_resource(
        self,
        *,
        external_id: str,
        name: str,
        resource_type_slug: str,
        organization_id: str,
        parent_resource_external_id: str,
        parent_resource_type_slug: str,
        description: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    async def create_resource(
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource:
        """Create a resource.

        Resources form a hierarchy below the organization: a role that is assigned on a resource also applies to all
        its descendants.

        Args:
            external_id: The external ID of the resource, which is your own identifier for it. At most 128 ASCII
                characters.
            name: The display name of the resource, at most 48 characters.
            description: A description of the resource, at most 150 characters.
            resource_type_slug: The slug of the resource type.
            organization_id: The ID of the organization that the resource belongs to (`org_…`).
            parent_resource_id: The ID of the parent resource.
            parent_resource_external_id: The external ID of the parent resource. Requires
                `parent_resource_type_slug`.
            parent_resource_type_slug: The slug of the parent resource's type. Requires
                `parent_resource_external_id`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new resource.

        Raises:
            BadRequestError: `code` or `error` is `bad_request` or `lock_timeout`.
            ConflictError: `code` or `error` is `authorization_resource_external_id_conflict` or
                `resource_type_update_in_progress`.

        See https://workos.com/docs/reference/fga/resource/create
        """
        return await self._requestor.call(
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
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_resource(self, resource_id: str, *, options: RequestOptions | None = None) -> AuthorizationResource:
        """Get a resource.

        Args:
            resource_id: The ID that WorkOS assigned to the resource.

        Returns:
            The resource.

        See https://workos.com/docs/reference/fga/resource/get
        """
        return await self._requestor.call(_GET_RESOURCE, path={"resource_id": resource_id}, options=options)

    async def delete_resource(
        self, resource_id: str, *, cascade_delete: bool | None = None, options: RequestOptions | None = None
    ) -> None:
        """Delete a resource.

        Unless `cascade_delete` is `True`, the request fails with status 409 and `resource_has_dependents` if the
        resource has descendants or role assignments.

        Args:
            resource_id: The ID that WorkOS assigned to the resource.
            cascade_delete: Whether to also delete all descendants of the resource and all role assignments on
                them. Defaults to `False`.

        Raises:
            BadRequestError: `code` or `error` is `lock_timeout`.
            ConflictError: `code` or `error` is `resource_has_dependents` or `resource_type_update_in_progress`.

        See https://workos.com/docs/reference/fga/resource/delete
        """
        return await self._requestor.call(
            _DELETE_RESOURCE,
            path={"resource_id": resource_id},
            query={"cascade_delete": cascade_delete},
            options=options,
        )

    @overload
    async def update_resource(
        self,
        resource_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    async def update_resource(
        self,
        resource_id: str,
        *,
        parent_resource_id: str,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    @overload
    async def update_resource(
        self,
        resource_id: str,
        *,
        parent_resource_external_id: str,
        parent_resource_type_slug: str,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationResource: ...

    async def update_resource(
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
        """Update or move a resource.

        Omit an argument to keep its value; pass `None` as `description` to clear it. Setting a new parent moves the
        resource with all its descendants.

        Args:
            resource_id: The ID that WorkOS assigned to the resource.
            name: The display name of the resource, at most 48 characters.
            description: A description of the resource, at most 150 characters. Pass `None` to clear it.
            parent_resource_id: The ID of the parent resource.
            parent_resource_external_id: The external ID of the parent resource. Requires
                `parent_resource_type_slug`.
            parent_resource_type_slug: The slug of the parent resource's type. Requires
                `parent_resource_external_id`.

        Returns:
            The updated resource.

        Raises:
            BadRequestError: `code` or `error` is `lock_timeout`.
            ConflictError: `code` or `error` is `resource_type_update_in_progress`.

        See https://workos.com/docs/reference/fga/resource/update
        """
        return await self._requestor.call(
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

    async def get_resource_by_external_id(
        self, organization_id: str, resource_type_slug: str, external_id: str, *, options: RequestOptions | None = None
    ) -> AuthorizationResource:
        """Get a resource by its external ID.

        Args:
            organization_id: The ID of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: The external ID of the resource, which is your own identifier for it.

        Returns:
            The resource.

        See https://workos.com/docs/reference/fga/resource/get-by-external-id
        """
        return await self._requestor.call(
            _GET_RESOURCE_BY_EXTERNAL_ID,
            path={
                "organization_id": organization_id,
                "resource_type_slug": resource_type_slug,
                "external_id": external_id,
            },
            options=options,
        )

    async def delete_resource_by_external_id(
        self,
        organization_id: str,
        resource_type_slug: str,
        external_id: str,
        *,
        cascade_delete: bool | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a resource by its external ID.

        Unless `cascade_delete` is `True`, the request fails with status 409 and `resource_has_dependents` if the
        resource has descendants or role assignments.

        Args:
            organization_id: The ID of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: The external ID of the resource, which is your own identifier for it.
            cascade_delete: Whether to also delete all descendants of the resource and all role assignments on
                them. Defaults to `False`.

        Raises:
            BadRequestError: `code` or `error` is `lock_timeout`.
            ConflictError: `code` or `error` is `resource_has_dependents` or `resource_type_update_in_progress`.

        See https://workos.com/docs/reference/fga/resource/delete-by-external-id
        """
        return await self._requestor.call(
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
    async def update_resource_by_external_id(
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
    async def update_resource_by_external_id(
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
    async def update_resource_by_external_id(
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

    async def update_resource_by_external_id(
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
        """Update or move a resource by its external ID.

        Omit an argument to keep its value; pass `None` as `description` to clear it. Setting a new parent moves the
        resource with all its descendants.

        Args:
            organization_id: The ID of the organization (`org_…`).
            resource_type_slug: The slug of the resource type.
            external_id: The external ID of the resource, which is your own identifier for it.
            name: The display name of the resource, at most 48 characters.
            description: A description of the resource, at most 150 characters. Pass `None` to clear it.
            parent_resource_id: The ID of the parent resource.
            parent_resource_external_id: The external ID of the parent resource. Requires
                `parent_resource_type_slug`.
            parent_resource_type_slug: The slug of the parent resource's type. Requires
                `parent_resource_external_id`.

        Returns:
            The updated resource.

        Raises:
            BadRequestError: `code` or `error` is `lock_timeout`.
            ConflictError: `code` or `error` is `resource_type_update_in_progress`.

        See https://workos.com/docs/reference/fga/resource/update-by-external-id
        """
        return await self._requestor.call(
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

    async def list_environment_roles(self, *, options: RequestOptions | None = None) -> list[AuthorizationRole]:
        """List the environment roles.

        All roles are returned in one response, ordered from highest to lowest priority.

        Returns:
            All environment roles.

        See https://workos.com/docs/reference/roles/role/list
        """
        return await self._requestor.call(_LIST_ENVIRONMENT_ROLES, options=options)

    async def create_environment_role(
        self,
        *,
        slug: str,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Create an environment role.

        The role can be assigned in all organizations. It is created without permissions.

        Args:
            slug: The unique slug of the role, at most 48 characters. It cannot be changed later.
            name: The display name of the role, at most 48 characters.
            description: A description of the role, at most 150 characters.
            resource_type_slug: The slug of the resource type that the role can be assigned on, at most 48
                characters. Defaults to the type of organizations.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
            ConflictError: `code` or `error` is `role_slug_conflict`.

        See https://workos.com/docs/reference/roles/role/create
        """
        return await self._requestor.call(
            _CREATE_ENVIRONMENT_ROLE,
            body={"slug": slug, "name": name, "description": description, "resource_type_slug": resource_type_slug},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_environment_role(self, role_slug: str, *, options: RequestOptions | None = None) -> AuthorizationRole:
        """Get an environment role.

        Args:
            role_slug: The slug of the role.

        Returns:
            The role.

        See https://workos.com/docs/reference/roles/role/get
        """
        return await self._requestor.call(_GET_ENVIRONMENT_ROLE, path={"role_slug": role_slug}, options=options)

    async def update_environment_role(
        self,
        role_slug: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Update the name or description of an environment role.

        Omit `name` or `description` to keep its value; pass `None` as `description` to clear it.

        Args:
            role_slug: The slug of the role.
            name: The display name of the role, at most 48 characters.
            description: A description of the role, at most 150 characters. Pass `None` to clear it.

        Returns:
            The updated role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/roles/role/update
        """
        return await self._requestor.call(
            _UPDATE_ENVIRONMENT_ROLE,
            path={"role_slug": role_slug},
            body={"name": name, "description": description},
            options=options,
        )

    async def set_environment_role_permissions(
        self, role_slug: str, *, permissions: Sequence[str], options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Replace all permissions of an environment role.

        Args:
            role_slug: The slug of the role.
            permissions: The slugs of all permissions that the role will grant. Permissions that are not in the
                list are removed.

        Returns:
            The updated role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/roles/role/set-permissions
        """
        return await self._requestor.call(
            _SET_ENVIRONMENT_ROLE_PERMISSIONS,
            path={"role_slug": role_slug},
            body={"permissions": array("permissions", permissions)},
            options=options,
        )

    async def add_environment_role_permission(
        self, role_slug: str, *, slug: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Add a permission to an environment role.

        The request has no effect if the role already has the permission.

        Args:
            role_slug: The slug of the role.
            slug: The slug of the permission to add.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The updated role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/roles/role/add-permission
        """
        return await self._requestor.call(
            _ADD_ENVIRONMENT_ROLE_PERMISSION,
            path={"role_slug": role_slug},
            body={"slug": slug},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def list_organization_roles(
        self, organization_id: str, *, options: RequestOptions | None = None
    ) -> list[AuthorizationRole]:
        """List the roles that can be assigned in an organization.

        The list contains the environment roles and the roles of the organization itself. All roles are returned in
        one response, ordered from highest to lowest priority.

        Args:
            organization_id: The ID of the organization (`org_…`).

        Returns:
            All roles that can be assigned in the organization.

        See https://workos.com/docs/reference/roles/organization-role/list
        """
        return await self._requestor.call(
            _LIST_ORGANIZATION_ROLES, path={"organization_id": organization_id}, options=options
        )

    async def create_organization_role(
        self,
        organization_id: str,
        *,
        name: str,
        slug: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        resource_type_slug: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Create an organization role.

        The role can be assigned in this organization only. It is created without permissions.

        Args:
            organization_id: The ID of the organization (`org_…`).
            name: The display name of the role, at most 48 characters.
            slug: The slug of the role, unique within the organization, at most 48 characters: the prefix
                `org-`, then lowercase letters, digits, hyphens and underscores. If omitted, a slug is generated
                from the name.
            description: A description of the role, at most 150 characters.
            resource_type_slug: The slug of the resource type that the role can be assigned on, at most 48
                characters.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
            ConflictError: `code` or `error` is `organization_role_slug_conflict`.

        See https://workos.com/docs/reference/roles/organization-role/create
        """
        return await self._requestor.call(
            _CREATE_ORGANIZATION_ROLE,
            path={"organization_id": organization_id},
            body={"name": name, "slug": slug, "description": description, "resource_type_slug": resource_type_slug},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_organization_role(
        self, organization_id: str, role_slug: str, *, options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Get a role that can be assigned in an organization.

        The role is either an environment role or a role of the organization itself; `type` tells which.

        Args:
            organization_id: The ID of the organization (`org_…`).
            role_slug: The slug of the role.

        Returns:
            The role.

        See https://workos.com/docs/reference/roles/organization-role/get
        """
        return await self._requestor.call(
            _GET_ORGANIZATION_ROLE, path={"organization_id": organization_id, "role_slug": role_slug}, options=options
        )

    async def delete_organization_role(
        self, organization_id: str, role_slug: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an organization role.

        The request fails with status 409 if the role is still assigned (`role_has_assignments`) or if a group is
        mapped to it (`role_has_group_role_mappings`).

        Args:
            organization_id: The ID of the organization (`org_…`).
            role_slug: The slug of the role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.
            ConflictError: `code` or `error` is `role_has_assignments` or `role_has_group_role_mappings`.

        See https://workos.com/docs/reference/roles/organization-role/delete
        """
        return await self._requestor.call(
            _DELETE_ORGANIZATION_ROLE,
            path={"organization_id": organization_id, "role_slug": role_slug},
            options=options,
        )

    async def update_organization_role(
        self,
        organization_id: str,
        role_slug: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Update the name or description of an organization role.

        Omit `name` or `description` to keep its value; pass `None` as `description` to clear it.

        Args:
            organization_id: The ID of the organization (`org_…`).
            role_slug: The slug of the role.
            name: The display name of the role, at most 48 characters.
            description: A description of the role, at most 150 characters. Pass `None` to clear it.

        Returns:
            The updated role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/roles/organization-role/update
        """
        return await self._requestor.call(
            _UPDATE_ORGANIZATION_ROLE,
            path={"organization_id": organization_id, "role_slug": role_slug},
            body={"name": name, "description": description},
            options=options,
        )

    async def set_organization_role_permissions(
        self, organization_id: str, role_slug: str, *, permissions: Sequence[str], options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Replace all permissions of an organization role.

        Args:
            organization_id: The ID of the organization (`org_…`).
            role_slug: The slug of the role.
            permissions: The slugs of all permissions that the role will grant. Permissions that are not in the
                list are removed.

        Returns:
            The updated role.

        See https://workos.com/docs/reference/roles/organization-role/set-permissions
        """
        return await self._requestor.call(
            _SET_ORGANIZATION_ROLE_PERMISSIONS,
            path={"organization_id": organization_id, "role_slug": role_slug},
            body={"permissions": array("permissions", permissions)},
            options=options,
        )

    async def add_organization_role_permission(
        self,
        organization_id: str,
        role_slug: str,
        *,
        slug: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthorizationRole:
        """Add a permission to an organization role.

        The request has no effect if the role already has the permission.

        Args:
            organization_id: The ID of the organization (`org_…`).
            role_slug: The slug of the role.
            slug: The slug of the permission to add.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The updated role.

        Raises:
            BadRequestError: `code` or `error` is `bad_request`.

        See https://workos.com/docs/reference/roles/organization-role/add-permission
        """
        return await self._requestor.call(
            _ADD_ORGANIZATION_ROLE_PERMISSION,
            path={"organization_id": organization_id, "role_slug": role_slug},
            body={"slug": slug},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def remove_organization_role_permission(
        self, organization_id: str, role_slug: str, permission_slug: str, *, options: RequestOptions | None = None
    ) -> AuthorizationRole:
        """Remove a permission from an organization role.

        Args:
            organization_id: The ID of the organization (`org_…`).
            role_slug: The slug of the role.
            permission_slug: The slug of the permission.

        Returns:
            The updated role.

        See https://workos.com/docs/reference/roles/organization-role/remove-permission
        """
        return await self._requestor.call(
            _REMOVE_ORGANIZATION_ROLE_PERMISSION,
            path={"organization_id": organization_id, "role_slug": role_slug, "permission_slug": permission_slug},
            options=options,
        )
