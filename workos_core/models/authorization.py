# Generated from spec/resources/authorization by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of authorization."""

from datetime import datetime
from typing import Any, Literal, TypeAlias

from workos_core.models.common import Role
from workos_core.models.user_management import OrganizationMembershipStatus, User
from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "AuthorizationAssignmentKind",
    "AuthorizationCheck",
    "AuthorizationPermission",
    "AuthorizationResource",
    "AuthorizationRole",
    "AuthorizationRoleList",
    "AuthorizationRoleType",
    "AuthorizedOrganizationMembership",
    "GroupRoleAssignment",
    "GroupRoleAssignmentEntry",
    "RoleAssignment",
    "RoleAssignmentGroup",
    "RoleAssignmentResource",
    "RoleAssignmentSource",
    "RoleAssignmentSourceType",
]


@model
class RoleAssignmentResource(Model):
    """The resource that a role is assigned on."""

    id: str
    """The ID of the resource."""
    external_id: str
    """The external ID of the resource, which is your own identifier for it."""
    resource_type_slug: str
    """The slug of the resource type."""


@model
class RoleAssignmentGroup(Model):
    """The group that a role assignment is derived from."""

    id: str
    """The ID of the group (`group_…`)."""
    name: str
    """The name of the group."""


RoleAssignmentSourceType: TypeAlias = (
    Literal[
        "direct",
        "group",
    ]
    | str
)
"""Whether a role was assigned to the membership itself (`direct`) or to a group that it belongs to (`group`)."""


@model
class RoleAssignmentSource(Model):
    """The source of a role assignment."""

    type: RoleAssignmentSourceType
    """Whether the role was assigned directly or through a group."""
    group_role_assignment_id: str | None
    """The ID of the group role assignment that this assignment is derived from; null if the role was assigned
    directly.
    """
    group: RoleAssignmentGroup | None = UNSET
    """The group that the assignment is derived from; null if the role was assigned directly."""


@model
class RoleAssignment(Model):
    """A role that is assigned to an organization membership on a resource."""

    object: Literal["role_assignment"] = "role_assignment"
    """Always `role_assignment`."""
    id: str
    """The ID of the role assignment."""
    organization_membership_id: str
    """The ID of the organization membership (`om_…`)."""
    role: Role
    """The role."""
    resource: RoleAssignmentResource
    """The resource that the role is assigned on."""
    source: RoleAssignmentSource
    """The source of the assignment: direct, or derived from a group."""
    created_at: datetime
    """When the role assignment was created."""
    updated_at: datetime
    """When the role assignment was last updated."""


@model
class AuthorizationCheck(Model):
    """The result of an authorization check."""

    authorized: bool
    """Whether the organization membership has the permission on the resource."""


AuthorizationAssignmentKind: TypeAlias = (
    Literal[
        "direct",
        "indirect",
    ]
    | str
)
"""Which role assignments to consider: only those on the resource itself (`direct`), or also those inherited
from its ancestors (`indirect`).
"""


@model
class AuthorizedOrganizationMembership(Model):
    """The organization membership of a user who has a permission on a resource, with the user. It does not include
    roles.
    """

    object: Literal["organization_membership"] = "organization_membership"
    """Always `organization_membership`."""
    id: str
    """The ID of the organization membership (`om_…`)."""
    user_id: str
    """The ID of the user (`user_…`)."""
    organization_id: str
    """The ID of the organization (`org_…`)."""
    status: OrganizationMembershipStatus
    """The status of the membership."""
    directory_managed: bool
    """Whether the membership is managed by a directory connection."""
    organization_name: str | None = UNSET
    """The name of the organization."""
    custom_attributes: dict[str, Any] | None = UNSET
    """Custom attributes of the membership, keyed by name."""
    created_at: datetime
    """When the membership was created."""
    updated_at: datetime
    """When the membership was last updated."""
    user: User
    """The user that the membership belongs to."""


@model
class GroupRoleAssignment(Model):
    """A role that is assigned to all members of a group on a resource."""

    object: Literal["group_role_assignment"] = "group_role_assignment"
    """Always `group_role_assignment`."""
    id: str
    """The ID of the group role assignment."""
    group_id: str
    """The ID of the group (`group_…`)."""
    role: Role
    """The role."""
    resource: RoleAssignmentResource
    """The resource that the role is assigned on."""
    created_at: datetime
    """When the role assignment was created."""
    updated_at: datetime
    """When the role assignment was last updated."""


@model
class GroupRoleAssignmentEntry(Model):
    """A role for a group and the resource to assign it on."""

    role_slug: str
    """The slug of the role."""
    resource_id: str | None = UNSET
    """The ID of the resource."""
    resource_external_id: str | None = UNSET
    """The external ID of the resource. Requires `resource_type_slug`."""
    resource_type_slug: str | None = UNSET
    """The slug of the resource type. Requires `resource_external_id`."""


@model
class AuthorizationPermission(Model):
    """A permission that roles can grant."""

    object: Literal["permission"] = "permission"
    """Always `permission`."""
    id: str
    """The ID of the permission."""
    slug: str
    """The unique slug of the permission, such as `documents:read`."""
    name: str
    """The display name of the permission."""
    description: str | None
    """A description of what the permission allows; null if it has none."""
    system: bool
    """Whether the permission is a system permission, which is defined by WorkOS and cannot be deleted."""
    resource_type_slug: str
    """The slug of the resource type that the permission applies to."""
    created_at: datetime
    """When the permission was created."""
    updated_at: datetime
    """When the permission was last updated."""


@model
class AuthorizationResource(Model):
    """A resource of an organization that access is controlled on, such as a workspace or a project."""

    object: Literal["authorization_resource"] = "authorization_resource"
    """Always `authorization_resource`."""
    id: str
    """The ID of the resource."""
    external_id: str
    """The external ID of the resource, which is your own identifier for it."""
    name: str
    """The display name of the resource."""
    description: str | None
    """A description of the resource; null if it has none."""
    organization_id: str
    """The ID of the organization that the resource belongs to (`org_…`)."""
    parent_resource_id: str | None
    """The ID of the parent resource; null if it has no parent."""
    resource_type_slug: str
    """The slug of the resource type."""
    created_at: datetime
    """When the resource was created."""
    updated_at: datetime
    """When the resource was last updated."""


AuthorizationRoleType: TypeAlias = (
    Literal[
        "EnvironmentRole",
        "OrganizationRole",
    ]
    | str
)
"""Whether a role can be assigned in all organizations (`EnvironmentRole`) or in one organization only
(`OrganizationRole`).
"""


@model
class AuthorizationRole(Model):
    """A role and the permissions it grants."""

    object: Literal["role"] = "role"
    """Always `role`."""
    id: str
    """The ID of the role."""
    slug: str
    """The unique slug of the role."""
    name: str
    """The display name of the role."""
    description: str | None
    """A description of the role; null if it has none."""
    type: AuthorizationRoleType
    """Whether the role belongs to the environment or to one organization."""
    resource_type_slug: str
    """The slug of the resource type that the role can be assigned on."""
    permissions: list[str]
    """The slugs of the permissions that the role grants."""
    created_at: datetime
    """When the role was created."""
    updated_at: datetime
    """When the role was last updated."""


@model
class AuthorizationRoleList(Model):
    """A complete list of roles."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[AuthorizationRole]
    """The roles, ordered from highest to lowest priority."""
