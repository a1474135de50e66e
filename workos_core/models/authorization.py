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
    """The resource a role was given on."""

    id: str
    """The id of the resource."""
    external_id: str
    """Your own id for it."""
    resource_type_slug: str
    """The slug of its type."""


@model
class RoleAssignmentGroup(Model):
    """The group through which a member has a role."""

    id: str
    """The id of the group (`group_…`)."""
    name: str
    """The name of the group."""


RoleAssignmentSourceType: TypeAlias = (
    Literal[
        "direct",
        "group",
    ]
    | str
)
"""Whether a role was given to the member (`direct`) or to a group of theirs (`group`)."""


@model
class RoleAssignmentSource(Model):
    """How a member came by a role."""

    type: RoleAssignmentSourceType
    """Whether it was given to the member or to a group."""
    group_role_assignment_id: str | None
    """The id of the role assignment of the group; null when it was given to the member."""
    group: RoleAssignmentGroup | None = UNSET
    """The group; null when it was given to the member."""


@model
class RoleAssignment(Model):
    """A role that a member of an organization has on a resource."""

    object: Literal["role_assignment"] = "role_assignment"
    """Always `role_assignment`."""
    id: str
    """The id of the role assignment."""
    organization_membership_id: str
    """The id of the organization membership (`om_…`)."""
    role: Role
    """The role."""
    resource: RoleAssignmentResource
    """The resource it counts on."""
    source: RoleAssignmentSource
    """How the member came by it."""
    created_at: datetime
    """When the role assignment was created."""
    updated_at: datetime
    """When the role assignment last changed."""


@model
class AuthorizationCheck(Model):
    """The result of a check."""

    authorized: bool
    """Whether the member has the permission."""


AuthorizationAssignmentKind: TypeAlias = (
    Literal[
        "direct",
        "indirect",
    ]
    | str
)
"""Which roles count: only those on the resource itself (`direct`), or also those inherited from the resources
above it (`indirect`).
"""


@model
class AuthorizedOrganizationMembership(Model):
    """The membership in the organization of somebody who has a permission, with the user. It says nothing about
    roles.
    """

    object: Literal["organization_membership"] = "organization_membership"
    """Always `organization_membership`."""
    id: str
    """The id of the membership (`om_…`)."""
    user_id: str
    """The id of the user."""
    organization_id: str
    """The id of the organization."""
    status: OrganizationMembershipStatus
    """Whether the membership is in force."""
    directory_managed: bool
    """Whether a directory connection manages the membership."""
    organization_name: str | None = UNSET
    """The name of the organization."""
    custom_attributes: dict[str, Any] | None = UNSET
    """Further attributes of the member, by name."""
    created_at: datetime
    """When the membership was created."""
    updated_at: datetime
    """When the membership last changed."""
    user: User
    """The user."""


@model
class GroupRoleAssignment(Model):
    """A role that all members of a group have on a resource."""

    object: Literal["group_role_assignment"] = "group_role_assignment"
    """Always `group_role_assignment`."""
    id: str
    """The id of the role assignment."""
    group_id: str
    """The id of the group (`group_…`)."""
    role: Role
    """The role."""
    resource: RoleAssignmentResource
    """The resource it counts on."""
    created_at: datetime
    """When the role assignment was created."""
    updated_at: datetime
    """When the role assignment last changed."""


@model
class GroupRoleAssignmentEntry(Model):
    """A role for a group, and the resource it counts on."""

    role_slug: str
    """The slug of the role."""
    resource_id: str | None = UNSET
    """The id of the resource."""
    resource_external_id: str | None = UNSET
    """Your own id for the resource, with `resource_type_slug`."""
    resource_type_slug: str | None = UNSET
    """The slug of the type of the resource, with `resource_external_id`."""


@model
class AuthorizationPermission(Model):
    """Something that can be allowed."""

    object: Literal["permission"] = "permission"
    """Always `permission`."""
    id: str
    """The id of the permission."""
    slug: str
    """The name of the permission for programs, such as `documents:read`."""
    name: str
    """The name people see."""
    description: str | None
    """What it allows; null when nobody said."""
    system: bool
    """Whether WorkOS made it. Such permissions cannot be deleted."""
    resource_type_slug: str
    """The slug of the type of resources it is about."""
    created_at: datetime
    """When the permission was created."""
    updated_at: datetime
    """When the permission last changed."""


@model
class AuthorizationResource(Model):
    """Something of an organization that access is granted to, such as a workspace or a project."""

    object: Literal["authorization_resource"] = "authorization_resource"
    """Always `authorization_resource`."""
    id: str
    """The id of the resource."""
    external_id: str
    """Your own id for it."""
    name: str
    """The name people see."""
    description: str | None
    """What it is; null when nobody said."""
    organization_id: str
    """The id of the organization it belongs to."""
    parent_resource_id: str | None
    """The id of the resource above it; null when there is none."""
    resource_type_slug: str
    """The slug of its type."""
    created_at: datetime
    """When the resource was created."""
    updated_at: datetime
    """When the resource last changed."""


AuthorizationRoleType: TypeAlias = (
    Literal[
        "EnvironmentRole",
        "OrganizationRole",
    ]
    | str
)
"""Where a role can be given: in all organizations (`EnvironmentRole`) or in one (`OrganizationRole`)."""


@model
class AuthorizationRole(Model):
    """A role with the permissions it gives."""

    object: Literal["role"] = "role"
    """Always `role`."""
    id: str
    """The id of the role."""
    slug: str
    """The name of the role for programs."""
    name: str
    """The name people see."""
    description: str | None
    """What the role is for; null when nobody said."""
    type: AuthorizationRoleType
    """Where the role can be given."""
    resource_type_slug: str
    """The slug of the type of resources the role is given on."""
    permissions: list[str]
    """The slugs of the permissions it gives."""
    created_at: datetime
    """When the role was created."""
    updated_at: datetime
    """When the role last changed."""


@model
class AuthorizationRoleList(Model):
    """All roles at once."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[AuthorizationRole]
    """The roles, those of the highest priority first."""
