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
    """That a directory is being read anew."""

    status: Literal["queued"] = "queued"
    """Always `queued`."""


@model
class DirectoryUserCounts(Model):
    """How many users a directory has."""

    active: int
    """The number of active users."""
    inactive: int
    """The number of inactive users."""


@model
class DirectoryMetadata(Model):
    """How much is in a directory."""

    users: DirectoryUserCounts
    """How many users there are."""
    groups: int
    """How many groups there are."""


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
"""How a directory is doing: `linked` is in use, `unlinked` is not connected, `validating` is being checked,
`invalid_credentials` cannot get in any more, `deleting` is about to go.
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
"""The system or protocol behind a directory."""


@model
class Directory(Model):
    """A connection to the system in which a customer manages employees."""

    object: Literal["directory"] = "directory"
    """Always `directory`."""
    id: str
    """The id of the directory (`directory_…`)."""
    organization_id: str
    """The id of the organization whose directory it is."""
    external_key: str
    """The key of the directory outside of WorkOS."""
    type: DirectoryType
    """The system or protocol behind the directory."""
    state: DirectoryState
    """How the directory is doing."""
    name: str
    """The name of the directory."""
    domain: str | None = UNSET
    """The domain of the directory, where it has one."""
    metadata: DirectoryMetadata | None = UNSET
    """How much is in the directory."""
    created_at: datetime
    """When the directory was created."""
    updated_at: datetime
    """When the directory last changed."""


@model
class DirectoryGroup(Model):
    """A group of users in a directory."""

    object: Literal["directory_group"] = "directory_group"
    """Always `directory_group`."""
    id: str
    """The id of the directory group (`directory_group_…`)."""
    idp_id: str
    """The id of the group in the customer's own system."""
    directory_id: str
    """The id of the directory the group is in."""
    organization_id: str
    """The id of the organization whose directory it is."""
    name: str
    """The name of the group."""
    raw_attributes: dict[str, Any] | None = UNSET
    """The attributes of the group as the customer's system sent them."""
    created_at: datetime
    """When the group was created."""
    updated_at: datetime
    """When the group last changed."""


@model
class DirectoryUserEmail(Model):
    """One e-mail address of a directory user."""

    primary: bool | None = UNSET
    """Whether this is the main address of the user."""
    type: str | None = UNSET
    """What kind of address it is, such as `work`."""
    value: str | None = UNSET
    """The address itself."""


DirectoryUserState: TypeAlias = (
    Literal[
        "active",
        "suspended",
        "inactive",
    ]
    | str
)
"""Whether a user is active in the directory. How `suspended` comes about depends on the customer's system."""


@model
class DirectoryUser(Model):
    """A person in a directory, with the groups the person is in."""

    object: Literal["directory_user"] = "directory_user"
    """Always `directory_user`."""
    id: str
    """The id of the directory user (`directory_user_…`)."""
    directory_id: str
    """The id of the directory the user is in."""
    organization_id: str
    """The id of the organization whose directory it is."""
    idp_id: str
    """The id of the user in the customer's own system."""
    email: str | None
    """The e-mail address of the user; null when the directory has none."""
    first_name: str | None = UNSET
    """The first name of the user."""
    last_name: str | None = UNSET
    """The last name of the user."""
    name: str | None = UNSET
    """The full name of the user."""
    emails: list[DirectoryUserEmail] | None = UNSET
    """Deprecated. All e-mail addresses of the user. Use `email`, or map what you need to `custom_attributes`."""
    job_title: str | None = UNSET
    """Deprecated. The job title of the user. Map it to `custom_attributes` instead."""
    username: str | None = UNSET
    """Deprecated. The name the user signs in with. Map it to `custom_attributes` instead."""
    state: DirectoryUserState
    """Whether the user is active in the directory."""
    raw_attributes: dict[str, Any]
    """Deprecated. The attributes of the user as the customer's system sent them. Map what you need to
    `custom_attributes` instead.
    """
    custom_attributes: dict[str, Any]
    """The attributes that were mapped for your environment, under the names you gave them."""
    role: Role | None = UNSET
    """The role of the user; absent when role assignment is not in use."""
    roles: list[Role] | None = UNSET
    """All roles of the user."""
    created_at: datetime
    """When the user was created."""
    updated_at: datetime
    """When the user last changed."""
    groups: list[DirectoryGroup]
    """Deprecated. The groups the user is in. Ask `directory_sync.list_groups` with `user` instead."""
