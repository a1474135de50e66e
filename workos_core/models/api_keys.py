# Generated from spec/resources/api_keys.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of api keys."""

from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "ApiKey",
    "ApiKeyOwner",
    "ApiKeyValidation",
    "OrganizationApiKey",
    "OrganizationApiKeyOwner",
    "OrganizationApiKeyWithValue",
    "UnknownApiKeyOwner",
    "UserApiKeyOwner",
]


@model
class OrganizationApiKeyOwner(Model):
    """The organization that owns an API key."""

    type: Literal["organization"] = "organization"
    """Always `organization`."""
    id: str
    """The ID of the organization (`org_…`)."""


@model
class UserApiKeyOwner(Model):
    """The user who owns an API key."""

    type: Literal["user"] = "user"
    """Always `user`."""
    id: str
    """The ID of the user (`user_…`)."""
    organization_id: str
    """The ID of the organization in which the user can use the key."""


@model
class UnknownApiKeyOwner(Model):
    """A member of ApiKeyOwner with a `type` that this version of the SDK does not know. Fields that are not
    declared here are in `extra_fields`.
    """

    UNION_TAG: ClassVar[str] = "type"

    type: Literal["(unknown)"]
    """The value that the API returned. It is typed as a placeholder so that comparing it with a known value makes
    a type checker exclude this class; `tag` is the same value as `str`.
    """
    id: str
    """Every member of the union has this field; its meaning depends on the member."""

    @property
    def tag(self) -> str:
        """The value of the discriminator that the API returned."""
        return str(self.type)


ApiKeyOwner: TypeAlias = OrganizationApiKeyOwner | UserApiKeyOwner | UnknownApiKeyOwner
"""The owner of an API key."""


@model
class ApiKey(Model):
    """An API key of an organization, or of a user within one, without its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The ID of the API key (`api_key_…`)."""
    owner: ApiKeyOwner
    """The owner of the key."""
    name: str
    """The name of the key."""
    obfuscated_value: str
    """The obfuscated value of the key, such as `sk_…3456`. Use it to identify the key."""
    last_used_at: datetime | None
    """When the key was last used, or null if it was never used."""
    expires_at: datetime | None
    """When the key expires, or null if it does not expire."""
    permissions: list[str]
    """The slugs of the permissions of the key."""
    created_at: datetime
    """When the key was created."""
    updated_at: datetime
    """When the key was last updated."""


@model
class OrganizationApiKey(Model):
    """An API key of an organization, without its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The ID of the API key (`api_key_…`)."""
    owner: OrganizationApiKeyOwner
    """The organization that owns the key."""
    name: str
    """The name of the key."""
    obfuscated_value: str
    """The obfuscated value of the key, such as `sk_…3456`. Use it to identify the key."""
    last_used_at: datetime | None
    """When the key was last used, or null if it was never used."""
    expires_at: datetime | None
    """When the key expires, or null if it does not expire."""
    permissions: list[str]
    """The slugs of the permissions of the key."""
    created_at: datetime
    """When the key was created."""
    updated_at: datetime
    """When the key was last updated."""


@model
class OrganizationApiKeyWithValue(Model):
    """A new API key of an organization, with its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The ID of the API key (`api_key_…`)."""
    owner: OrganizationApiKeyOwner
    """The organization that owns the key."""
    name: str
    """The name of the key."""
    obfuscated_value: str
    """The obfuscated value of the key, such as `sk_…3456`. Use it to identify the key."""
    last_used_at: datetime | None
    """When the key was last used, or null if it was never used."""
    expires_at: datetime | None
    """When the key expires, or null if it does not expire."""
    permissions: list[str]
    """The slugs of the permissions of the key."""
    created_at: datetime
    """When the key was created."""
    updated_at: datetime
    """When the key was last updated."""
    value: str = field(repr=False)
    """The value of the key. It is returned only once."""


@model
class ApiKeyValidation(Model):
    """The result of validating an API key."""

    api_key: ApiKey | None
    """The API key, or null if the value is not a valid key."""
    agent_registration_id: str | None = UNSET
    """The ID of the agent registration the key was issued for. Absent for keys of users and organizations."""
