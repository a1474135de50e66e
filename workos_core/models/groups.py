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
    """A group of members of an organization."""

    object: Literal["group"] = "group"
    """Always `group`."""
    id: str
    """The ID of the group (`group_…`)."""
    organization_id: str
    """The ID of the organization the group belongs to."""
    name: str
    """The name of the group."""
    description: str | None
    """The description of the group, or null if it has none."""
    created_at: datetime
    """When the group was created."""
    updated_at: datetime
    """When the group was last updated."""


@model
class GroupOrganizationMembership(Model):
    """The organization membership of a group member. It does not include roles."""

    object: Literal["organization_membership"] = "organization_membership"
    """Always `organization_membership`."""
    id: str
    """The ID of the membership (`om_…`)."""
    user_id: str
    """The ID of the user."""
    organization_id: str
    """The ID of the organization."""
    status: OrganizationMembershipStatus
    """The status of the membership."""
    directory_managed: bool
    """Whether a directory connection manages the membership."""
    organization_name: str | None = UNSET
    """The name of the organization."""
    custom_attributes: dict[str, Any] | None = UNSET
    """Additional attributes of the member, by name."""
    user: User | None = UNSET
    """The user."""
    created_at: datetime
    """When the membership was created."""
    updated_at: datetime
    """When the membership was last updated."""
