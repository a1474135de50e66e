"""Directories with their users and groups."""

from dataclasses import dataclass, field
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True, repr=False)
class Directory(Entity):
    """A directory of an organization.

    Attributes:
        provisions_users: Whether its users become users and members of the organization.
        bearer_token: The token with which a directory provider authenticates to the SCIM endpoint; empty if there is none.
    """

    organization_id: str
    name: str
    type: str
    state: str
    external_key: str
    domain: str | None = None
    provisions_users: bool = False
    bearer_token: str = ""


@dataclass(slots=True, kw_only=True, repr=False)
class DirectoryGroup(Entity):
    """A directory group."""

    directory_id: str
    idp_id: str
    name: str
    raw_attributes: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(slots=True, kw_only=True, repr=False)
class DirectoryUser(Entity):
    """A directory user, with the IDs of their groups.

    Attributes:
        user_id: The user that the directory has provisioned for them, if any.
    """

    directory_id: str
    idp_id: str
    email: str | None
    first_name: str | None
    last_name: str | None
    state: str
    role_slugs: list[str] = field(default_factory=list[str])
    custom_attributes: dict[str, Any] = field(default_factory=dict[str, Any])
    raw_attributes: dict[str, Any] = field(default_factory=dict[str, Any])
    group_ids: list[str] = field(default_factory=list[str])
    user_id: str | None = None
