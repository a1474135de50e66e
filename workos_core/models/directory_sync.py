# Generated from spec/resources/directory_sync.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of directory sync."""

from datetime import datetime
from typing import Any, Literal, TypeAlias

from workos_core.models.common import Role
from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "Directory",
    "DirectoryGroup",
    "DirectoryMetadata",
    "DirectoryState",
    "DirectorySyncStart",
    "DirectoryType",
    "DirectoryUser",
    "DirectoryUserCounts",
    "DirectoryUserEmail",
    "DirectoryUserState",
]


@model
class DirectorySyncStart(Model):
    """The confirmation that a directory sync is queued."""

    status: Literal["queued"] = "queued"
    """Always `queued`."""


@model
class DirectoryUserCounts(Model):
    """The number of active and inactive users in a directory."""

    active: int
    """The number of active users."""
    inactive: int
    """The number of inactive users."""


@model
class DirectoryMetadata(Model):
    """The number of users and groups in a directory."""

    users: DirectoryUserCounts
    """The number of users."""
    groups: int
    """The number of groups."""


DirectoryState: TypeAlias = (
    Literal[
        "linked",
        "validating",
        "invalid_credentials",
        "unlinked",
        "deleting",
    ]
    | str
)
"""The state of a directory: `linked` is connected, `unlinked` is not connected, `validating` is being
verified, `invalid_credentials` can no longer access the provider, and `deleting` is about to be deleted.
"""

DirectoryType: TypeAlias = (
    Literal[
        "azure scim v2.0",
        "bamboohr",
        "breathe hr",
        "cezanne hr",
        "cyberark scim v2.0",
        "fourth hr",
        "generic scim v2.0",
        "gsuite directory",
        "hibob",
        "sailpoint scim v2.0",
        "jump cloud scim v2.0",
        "okta scim v2.0",
        "onelogin scim v2.0",
        "people hr",
        "personio",
        "pingfederate scim v2.0",
        "rippling scim v2.0",
        "s3",
        "sftp",
        "sftp workday",
        "workday",
    ]
    | str
)
"""The provider or protocol of a directory."""


@model
class Directory(Model):
    """A connection to a directory provider of a customer."""

    object: Literal["directory"] = "directory"
    """Always `directory`."""
    id: str
    """The ID of the directory (`directory_…`)."""
    organization_id: str
    """The ID of the organization that the directory belongs to (`org_…`)."""
    external_key: str
    """The key that identifies the directory outside of WorkOS."""
    type: DirectoryType
    """The provider or protocol of the directory."""
    state: DirectoryState
    """The state of the directory."""
    name: str
    """The name of the directory."""
    domain: str | None = UNSET
    """The domain of the directory, if it has one."""
    metadata: DirectoryMetadata | None = UNSET
    """The number of users and groups in the directory."""
    created_at: datetime
    """When the directory was created."""
    updated_at: datetime
    """When the directory was last updated."""


@model
class DirectoryGroup(Model):
    """A group of users in a directory."""

    object: Literal["directory_group"] = "directory_group"
    """Always `directory_group`."""
    id: str
    """The ID of the directory group (`directory_group_…`)."""
    idp_id: str
    """The ID of the group in the directory provider."""
    directory_id: str
    """The ID of the directory that the group belongs to (`directory_…`)."""
    organization_id: str
    """The ID of the organization that the directory belongs to (`org_…`)."""
    name: str
    """The name of the group."""
    raw_attributes: dict[str, Any] | None = UNSET
    """The unmodified attributes of the group, as sent by the directory provider."""
    created_at: datetime
    """When the group was created."""
    updated_at: datetime
    """When the group was last updated."""


@model
class DirectoryUserEmail(Model):
    """An email address of a directory user."""

    primary: bool | None = UNSET
    """Whether this is the primary email address of the user."""
    type: str | None = UNSET
    """The type of the email address, such as `work`."""
    value: str | None = UNSET
    """The email address."""


DirectoryUserState: TypeAlias = (
    Literal[
        "active",
        "suspended",
        "inactive",
    ]
    | str
)
"""The state of a user in a directory. What causes `suspended` depends on the directory provider."""


@model
class DirectoryUser(Model):
    """A user in a directory, with its groups."""

    object: Literal["directory_user"] = "directory_user"
    """Always `directory_user`."""
    id: str
    """The ID of the directory user (`directory_user_…`)."""
    directory_id: str
    """The ID of the directory that the user belongs to (`directory_…`)."""
    organization_id: str
    """The ID of the organization that the directory belongs to (`org_…`)."""
    idp_id: str
    """The ID of the user in the directory provider."""
    email: str | None
    """The email address of the user; null if the directory has none."""
    first_name: str | None = UNSET
    """The first name of the user."""
    last_name: str | None = UNSET
    """The last name of the user."""
    name: str | None = UNSET
    """The full name of the user."""
    emails: list[DirectoryUserEmail] | None = UNSET
    """Deprecated. All email addresses of the user. Use `email` instead, or map what you need to
    `custom_attributes`.
    """
    job_title: str | None = UNSET
    """Deprecated. The job title of the user. Map it to `custom_attributes` instead."""
    username: str | None = UNSET
    """Deprecated. The username of the user. Map it to `custom_attributes` instead."""
    state: DirectoryUserState
    """The state of the user in the directory, such as `active`."""
    raw_attributes: dict[str, Any]
    """Deprecated. The unmodified attributes of the user, as sent by the directory provider. Map what you need to
    `custom_attributes` instead.
    """
    custom_attributes: dict[str, Any]
    """The attributes mapped for your environment, keyed by the names that you gave them."""
    role: Role | None = UNSET
    """The role of the user; absent if role assignment is not in use."""
    roles: list[Role] | None = UNSET
    """All roles of the user."""
    created_at: datetime
    """When the user was created."""
    updated_at: datetime
    """When the user was last updated."""
    groups: list[DirectoryGroup]
    """Deprecated. The groups that the user is a member of. Call `directory_sync.list_groups` with `user` instead."""
