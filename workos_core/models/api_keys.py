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
    """The organization that an API key belongs to."""

    type: Literal["organization"] = "organization"
    """Always `organization`."""
    id: str
    """The id of the organization (`org_…`)."""


@model
class UserApiKeyOwner(Model):
    """The user that an API key belongs to."""

    type: Literal["user"] = "user"
    """Always `user`."""
    id: str
    """The id of the user (`user_…`)."""
    organization_id: str
    """The id of the organization in which the user may use the key."""


@model
class UnknownApiKeyOwner(Model):
    """A kind of ApiKeyOwner that this version of the SDK does not know. Its own fields are in `extra_fields`."""

    UNION_TAG: ClassVar[str] = "type"

    type: Literal["(unknown)"]
    """The kind as the API sent it. Type checkers see a placeholder, so that comparing with a known kind rules this
    class out; `tag` is the same as plain text.
    """
    id: str
    """Every kind has this field, with a meaning of its own."""

    @property
    def tag(self) -> str:
        """The kind as the API sent it."""
        return str(self.type)


ApiKeyOwner: TypeAlias = OrganizationApiKeyOwner | UserApiKeyOwner | UnknownApiKeyOwner
"""Who an API key belongs to."""


@model
class ApiKey(Model):
    """An API key of an organization, or of a user within one, without its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The id of the API key (`api_key_…`)."""
    owner: ApiKeyOwner
    """Who the key belongs to."""
    name: str
    """The name its owner gave it."""
    obfuscated_value: str
    """Enough of the value to recognise it by, such as `sk_…3456`."""
    last_used_at: datetime | None
    """When the key was last used; null before the first use."""
    expires_at: datetime | None
    """When the key expires; null when it does not."""
    permissions: list[str]
    """The slugs of the permissions the key has."""
    created_at: datetime
    """When the key was created."""
    updated_at: datetime
    """When the key last changed."""


@model
class OrganizationApiKey(Model):
    """An API key of an organization, without its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The id of the API key (`api_key_…`)."""
    owner: OrganizationApiKeyOwner
    """The organization the key belongs to."""
    name: str
    """The name its owner gave it."""
    obfuscated_value: str
    """Enough of the value to recognise it by, such as `sk_…3456`."""
    last_used_at: datetime | None
    """When the key was last used; null before the first use."""
    expires_at: datetime | None
    """When the key expires; null when it does not."""
    permissions: list[str]
    """The slugs of the permissions the key has."""
    created_at: datetime
    """When the key was created."""
    updated_at: datetime
    """When the key last changed."""


@model
class OrganizationApiKeyWithValue(Model):
    """A new API key of an organization, with its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The id of the API key (`api_key_…`)."""
    owner: OrganizationApiKeyOwner
    """The organization the key belongs to."""
    name: str
    """The name its owner gave it."""
    obfuscated_value: str
    """Enough of the value to recognise it by, such as `sk_…3456`."""
    last_used_at: datetime | None
    """When the key was last used; null before the first use."""
    expires_at: datetime | None
    """When the key expires; null when it does not."""
    permissions: list[str]
    """The slugs of the permissions the key has."""
    created_at: datetime
    """When the key was created."""
    updated_at: datetime
    """When the key last changed."""
    value: str = field(repr=False)
    """The key itself. It is given out here and never again."""


@model
class ApiKeyValidation(Model):
    """The result of the check of an API key."""

    api_key: ApiKey | None
    """The key; null when the value is not a valid key."""
    agent_registration_id: str | None = UNSET
    """The id of the agent registration the key was issued for; absent for keys of people and organizations."""
