# Generated from spec/resources/vault.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.vault`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_async._vault import LocalEncryptionMethods
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import utc_time
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from workos_core.models.vault import (
        VaultDataKey,
        VaultDecryptedDataKey,
        VaultObject,
        VaultObjectDeletion,
        VaultObjectDescription,
        VaultObjectMetadata,
        VaultObjectOrder,
        VaultObjectSummary,
        VaultObjectVersion,
    )
else:
    VaultDataKey = lazy_type("workos_core.models.vault", "VaultDataKey")
    VaultDecryptedDataKey = lazy_type("workos_core.models.vault", "VaultDecryptedDataKey")
    VaultObject = lazy_type("workos_core.models.vault", "VaultObject")
    VaultObjectDeletion = lazy_type("workos_core.models.vault", "VaultObjectDeletion")
    VaultObjectDescription = lazy_type("workos_core.models.vault", "VaultObjectDescription")
    VaultObjectMetadata = lazy_type("workos_core.models.vault", "VaultObjectMetadata")
    VaultObjectOrder = lazy_type("workos_core.models.vault", "VaultObjectOrder")
    VaultObjectSummary = lazy_type("workos_core.models.vault", "VaultObjectSummary")
    VaultObjectVersion = lazy_type("workos_core.models.vault", "VaultObjectVersion")

_CREATE_DATA_KEY: Operation[VaultDataKey] = Operation(
    "vault.create_data_key",
    "POST",
    "/vault/v1/keys/data-key",
    returns=VaultDataKey,
)
_DECRYPT_DATA_KEY: Operation[VaultDecryptedDataKey] = Operation(
    "vault.decrypt_data_key",
    "POST",
    "/vault/v1/keys/decrypt",
    returns=VaultDecryptedDataKey,
)
_CREATE_REKEY: Operation[VaultDataKey] = Operation(
    "vault.create_rekey",
    "POST",
    "/vault/v1/keys/rekey",
    returns=VaultDataKey,
)
_LIST_OBJECTS: Operation[VaultObjectSummary] = Operation(
    "vault.list_objects",
    "GET",
    "/vault/v1/kv",
    returns=VaultObjectSummary,
)
_CREATE_OBJECT: Operation[VaultObjectMetadata] = Operation(
    "vault.create_object",
    "POST",
    "/vault/v1/kv",
    returns=VaultObjectMetadata,
)
_READ_OBJECT_BY_NAME: Operation[VaultObject] = Operation(
    "vault.read_object_by_name",
    "GET",
    "/vault/v1/kv/name/{name}",
    returns=VaultObject,
)
_READ_OBJECT: Operation[VaultObject] = Operation(
    "vault.read_object",
    "GET",
    "/vault/v1/kv/{object_id}",
    returns=VaultObject,
    returns_requested_id="object_id",
)
_UPDATE_OBJECT: Operation[VaultObjectDescription] = Operation(
    "vault.update_object",
    "PUT",
    "/vault/v1/kv/{object_id}",
    returns=VaultObjectDescription,
    returns_requested_id="object_id",
)
_DELETE_OBJECT: Operation[VaultObjectDeletion] = Operation(
    "vault.delete_object",
    "DELETE",
    "/vault/v1/kv/{object_id}",
    returns=VaultObjectDeletion,
)
_DESCRIBE_OBJECT: Operation[VaultObjectDescription] = Operation(
    "vault.describe_object",
    "GET",
    "/vault/v1/kv/{object_id}/metadata",
    returns=VaultObjectDescription,
    returns_requested_id="object_id",
)
_LIST_OBJECT_VERSIONS: Operation[list[VaultObjectVersion]] = Operation(
    "vault.list_object_versions",
    "GET",
    "/vault/v1/kv/{object_id}/versions",
    returns=list[VaultObjectVersion],
    wrapped="data",
)


@hides_locals
class Vault(LocalEncryptionMethods):
    """Encrypted storage for small secrets of your customers, and data keys for encrypting data yourself. The key
    context determines which keys protect an object, including customer-managed keys (BYOK).

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    async def create_data_key(
        self, *, context: Mapping[str, str], idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> VaultDataKey:
        """Create a data key for local encryption.

        Encrypt your data with `data_key`, discard it, and store `encrypted_keys` next to the encrypted data. To
        decrypt, pass `encrypted_keys` to `decrypt_data_key` to get the key back.

        Args:
            context: The key context, which determines the encryption keys, such as `{"organization_id":
                "org_…"}`; up to 10 entries with values of at most 500 characters.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new data key.

        See https://workos.com/docs/reference/vault/key/create-data-key
        """
        return await self._requestor.call(
            _CREATE_DATA_KEY, body={"context": context}, idempotency_key=idempotency_key, options=options
        )

    async def decrypt_data_key(
        self, *, keys: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> VaultDecryptedDataKey:
        """Decrypt a data key.

        Args:
            keys: The `encrypted_keys` that were returned with the data key.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The decrypted data key.

        See https://workos.com/docs/reference/vault/key/decrypt-data-key
        """
        return await self._requestor.call(
            _DECRYPT_DATA_KEY, body={"keys": keys}, idempotency_key=idempotency_key, options=options
        )

    async def create_rekey(
        self,
        *,
        context: Mapping[str, str],
        encrypted_keys: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> VaultDataKey:
        """Re-encrypt a data key under another key context.

        Returns a new data key in plaintext and in encrypted form. Use it when the keys of a context have changed or
        when data moves to another context.

        Args:
            context: The key context, which determines the encryption keys, such as `{"organization_id":
                "org_…"}`; up to 10 entries with values of at most 500 characters.
            encrypted_keys: The `encrypted_keys` that were returned with the data key.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new data key.
        """
        return await self._requestor.call(
            _CREATE_REKEY,
            body={"context": context, "encrypted_keys": encrypted_keys},
            idempotency_key=idempotency_key,
            options=options,
        )

    def list_objects(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: VaultObjectOrder | None = None,
        search: str | None = None,
        updated_after: datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[VaultObjectSummary]:
        """List Vault objects.

        The list does not include the values. Get them with `read_object`.

        Args:
            limit: The maximum number of objects per page, at least 1. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time.
            search: Return only objects whose name contains this text.
            updated_after: Return only objects updated after this time.

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/vault/object/list
        """
        return Pager(
            self._requestor,
            _LIST_OBJECTS,
            query={
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
                "search": search,
                "updatedAfter": utc_time("updated_after", updated_after),
            },
            options=options,
        )

    async def create_object(
        self,
        *,
        key_context: Mapping[str, str],
        name: str,
        value: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> VaultObjectMetadata:
        """Create a Vault object.

        Encrypts the value with a key that only the key context can unlock. The name must not be in use yet.

        Args:
            key_context: The key context, which determines the encryption keys, such as `{"organization_id":
                "org_…"}`; up to 10 entries with values of at most 500 characters.
            name: The name of the object, unique within the environment; at most 200 characters.
            value: The value to encrypt and store.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The metadata of the new object.

        See https://workos.com/docs/reference/vault/object/create
        """
        return await self._requestor.call(
            _CREATE_OBJECT,
            body={"key_context": key_context, "name": name, "value": value},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def read_object_by_name(self, name: str, *, options: RequestOptions | None = None) -> VaultObject:
        """Read a Vault object and its value by name.

        Args:
            name: The name of the object.

        Returns:
            The object with its decrypted value.

        See https://workos.com/docs/reference/vault/object/get-by-name
        """
        return await self._requestor.call(_READ_OBJECT_BY_NAME, path={"name": name}, options=options)

    async def read_object(self, object_id: str, *, options: RequestOptions | None = None) -> VaultObject:
        """Read a Vault object and its value.

        Args:
            object_id: The ID of the object.

        Returns:
            The object with its decrypted value.

        See https://workos.com/docs/reference/vault/object/get
        """
        return await self._requestor.call(_READ_OBJECT, path={"object_id": object_id}, options=options)

    async def update_object(
        self,
        object_id: str,
        *,
        value: str,
        version_check: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> VaultObjectDescription:
        """Update the value of a Vault object.

        Pass `version_check` to detect concurrent changes. If the object has changed since that version, the update
        fails with 409.

        Args:
            object_id: The ID of the object.
            value: The value to encrypt and store.
            version_check: The ID of the version that you expect. The value is updated only if this is the
                current version.

        Returns:
            The updated object, without its value.

        See https://workos.com/docs/reference/vault/object/update
        """
        return await self._requestor.call(
            _UPDATE_OBJECT,
            path={"object_id": object_id},
            body={"value": value, "version_check": version_check},
            options=options,
        )

    async def delete_object(
        self, object_id: str, *, version_check: str | None = None, options: RequestOptions | None = None
    ) -> VaultObjectDeletion:
        """Delete a Vault object.

        Args:
            object_id: The ID of the object.
            version_check: The ID of the version that you expect. The object is deleted only if this is the
                current version.

        Returns:
            The name of the object, and whether it was deleted.

        See https://workos.com/docs/reference/vault/object/delete
        """
        return await self._requestor.call(
            _DELETE_OBJECT, path={"object_id": object_id}, query={"version_check": version_check}, options=options
        )

    async def describe_object(self, object_id: str, *, options: RequestOptions | None = None) -> VaultObjectDescription:
        """Get a Vault object without its value.

        The value is not decrypted.

        Args:
            object_id: The ID of the object.

        Returns:
            The object, without its value.

        See https://workos.com/docs/reference/vault/object/metadata
        """
        return await self._requestor.call(_DESCRIBE_OBJECT, path={"object_id": object_id}, options=options)

    async def list_object_versions(
        self, object_id: str, *, options: RequestOptions | None = None
    ) -> list[VaultObjectVersion]:
        """List the versions of a Vault object.

        Args:
            object_id: The ID of the object.

        Returns:
            All versions of the object.

        See https://workos.com/docs/reference/vault/object/versions
        """
        return await self._requestor.call(_LIST_OBJECT_VERSIONS, path={"object_id": object_id}, options=options)
