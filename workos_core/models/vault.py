# Generated from spec/resources/vault.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of vault."""

from datetime import datetime
from typing import Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "VaultActor",
    "VaultDataKey",
    "VaultDecryptedDataKey",
    "VaultListMetadata",
    "VaultObject",
    "VaultObjectDeletion",
    "VaultObjectDescription",
    "VaultObjectMetadata",
    "VaultObjectOrder",
    "VaultObjectSummary",
    "VaultObjectVersion",
    "VaultObjectVersionList",
]


@model
class VaultActor(Model):
    """Who did something in the vault."""

    id: str
    """The id of the API key or person."""
    name: str
    """The name people see."""


@model
class VaultObjectMetadata(Model):
    """When and how an object was stored."""

    context: dict[str, str]
    """The key context it was encrypted with."""
    environment_id: str
    """The environment it belongs to."""
    id: str
    """The id of the object."""
    key_id: str
    """The id of the key it was encrypted with."""
    updated_at: datetime
    """When the value was last stored."""
    updated_by: VaultActor
    """Who stored it."""
    version_id: str | None = UNSET
    """The id of the current version, for `version_check`."""


@model
class VaultObject(Model):
    """A secret and what is known about it."""

    id: str
    """The id of the object."""
    metadata: VaultObjectMetadata
    """When and how it was stored."""
    name: str
    """The name of the object."""
    value: str = field(repr=False)
    """The value, decrypted."""


@model
class VaultObjectDescription(Model):
    """What is known about a secret."""

    id: str
    """The id of the object."""
    metadata: VaultObjectMetadata
    """When and how it was stored."""
    name: str
    """The name of the object."""


@model
class VaultObjectSummary(Model):
    """An entry of the list of objects."""

    id: str
    """The id of the object."""
    name: str
    """The name of the object."""
    updated_at: datetime | None = UNSET
    """When the value was last stored."""


@model
class VaultObjectVersion(Model):
    """One of the values that an object has had."""

    created_at: datetime
    """When it was stored."""
    current_version: bool
    """Whether it is the current one."""
    etag: str
    """A hash of the stored bytes."""
    id: str
    """The id of the version."""
    size: int
    """The size of the value in bytes."""


@model
class VaultListMetadata(Model):
    """The cursors of the neighbouring pages."""

    after: str | None = UNSET
    """Cursor of the page after this one; null or absent on the last page."""
    before: str | None = UNSET
    """Cursor of the page before this one; null or absent on the first page."""


@model
class VaultObjectVersionList(Model):
    """The versions of an object."""

    data: list[VaultObjectVersion]
    """The versions."""
    list_metadata: VaultListMetadata
    """Cursors that lead nowhere: the list comes as a whole."""


VaultObjectOrder: TypeAlias = (
    Literal[
        "asc",
        "desc",
    ]
    | str
)
"""The order of the objects by time of creation: `desc` is newest first."""


@model
class VaultObjectDeletion(Model):
    """The answer to a deletion."""

    name: str
    """The name of the object."""
    success: bool
    """Whether it is deleted."""


@model
class VaultDataKey(Model):
    """A key for encrypting data yourself."""

    context: dict[str, str]
    """The context whose keys protect it."""
    data_key: str = field(repr=False)
    """The key in the clear, base64-encoded. Do not store it."""
    encrypted_keys: str
    """The key in encrypted form, base64-encoded, to be stored beside the data."""
    id: str
    """The id of the key."""


@model
class VaultDecryptedDataKey(Model):
    """A data key in the clear."""

    data_key: str = field(repr=False)
    """The key, base64-encoded."""
    id: str
    """The id of the key."""
