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
    """An actor that performed a Vault operation."""

    id: str
    """The ID of the actor, an API key or a person."""
    name: str
    """The display name of the actor."""


@model
class VaultObjectMetadata(Model):
    """The metadata of a Vault object."""

    context: dict[str, str]
    """The key context that the object was encrypted with."""
    environment_id: str
    """The ID of the environment that the object belongs to."""
    id: str
    """The ID of the object."""
    key_id: str
    """The ID of the key that the object was encrypted with."""
    updated_at: datetime
    """When the value was last updated."""
    updated_by: VaultActor
    """The actor that last updated the value."""
    version_id: str | None = UNSET
    """The ID of the current version, to be passed as `version_check`."""


@model
class VaultObject(Model):
    """A Vault object with its decrypted value."""

    id: str
    """The ID of the object."""
    metadata: VaultObjectMetadata
    """The metadata of the object."""
    name: str
    """The name of the object."""
    value: str = field(repr=False)
    """The decrypted value."""


@model
class VaultObjectDescription(Model):
    """A Vault object without its value."""

    id: str
    """The ID of the object."""
    metadata: VaultObjectMetadata
    """The metadata of the object."""
    name: str
    """The name of the object."""


@model
class VaultObjectSummary(Model):
    """An entry in the list of Vault objects."""

    id: str
    """The ID of the object."""
    name: str
    """The name of the object."""
    updated_at: datetime | None = UNSET
    """When the value was last updated."""


@model
class VaultObjectVersion(Model):
    """A version of the value of a Vault object."""

    created_at: datetime
    """When the version was created."""
    current_version: bool
    """Whether this is the current version."""
    etag: str
    """A hash of the stored data."""
    id: str
    """The ID of the version."""
    size: int
    """The size of the value in bytes."""


@model
class VaultListMetadata(Model):
    """The cursors of the previous and next pages."""

    after: str | None = UNSET
    """The cursor of the next page; null or absent on the last page."""
    before: str | None = UNSET
    """The cursor of the previous page; null or absent on the first page."""


@model
class VaultObjectVersionList(Model):
    """The versions of a Vault object."""

    data: list[VaultObjectVersion]
    """The versions of the object."""
    list_metadata: VaultListMetadata
    """Cursors without effect, because the list is returned as a whole."""


VaultObjectOrder: TypeAlias = (
    Literal[
        "asc",
        "desc",
    ]
    | str
)
"""The sort order of Vault objects by creation time: `asc` is oldest first, `desc` is newest first."""


@model
class VaultObjectDeletion(Model):
    """The result of deleting a Vault object."""

    name: str
    """The name of the object."""
    success: bool
    """Whether the object was deleted."""


@model
class VaultDataKey(Model):
    """A data key for local encryption."""

    context: dict[str, str]
    """The key context whose keys encrypt the data key."""
    data_key: str = field(repr=False)
    """The plaintext data key, base64-encoded. Do not store it."""
    encrypted_keys: str
    """The encrypted data key, base64-encoded. Store it next to the encrypted data."""
    id: str
    """The ID of the data key."""


@model
class VaultDecryptedDataKey(Model):
    """A decrypted data key."""

    data_key: str = field(repr=False)
    """The plaintext data key, base64-encoded."""
    id: str
    """The ID of the data key."""
