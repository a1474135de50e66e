# Generated from spec/resources/groups.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of groups."""

from datetime import datetime
from typing import Any, Literal

from workos_core.models.user_management import OrganizationMembershipStatus, User
from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "Group",
    "GroupOrganizationMembership",
]


@model
class Group(Model):
    """A group of members of one organization."""

    object: Literal["group"] = "group"
    """Always `group`."""
    id: str
    """The id of the group (`group_…`)."""
    organization_id: str
    """The id of the organization it belongs to."""
    name: str
    """The name of the group."""
    description: str | None
    """What the group is for; null when nobody said."""
    created_at: datetime
    """When the group was created."""
    updated_at: datetime
    """When the group last changed."""


@model
class GroupOrganizationMembership(Model):
    """The membership in the organization of somebody who is in a group. It says nothing about roles."""

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
    user: User | None = UNSET
    """The user."""
    created_at: datetime
    """When the membership was created."""
    updated_at: datetime
    """When the membership last changed."""
