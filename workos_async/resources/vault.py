# Generated from spec/resources/vault.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.vault`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_async._vault import LocalEncryptionMethods
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
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
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    pass

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
)
_UPDATE_OBJECT: Operation[VaultObjectDescription] = Operation(
    "vault.update_object",
    "PUT",
    "/vault/v1/kv/{object_id}",
    returns=VaultObjectDescription,
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
)
_LIST_OBJECT_VERSIONS: Operation[list[VaultObjectVersion]] = Operation(
    "vault.list_object_versions",
    "GET",
    "/vault/v1/kv/{object_id}/versions",
    returns=list[VaultObjectVersion],
    wrapped="data",
)


class Vault(LocalEncryptionMethods):
    """Encrypted storage for small secrets of your customers, and keys for encrypting data yourself. The key
    context decides which keys protect an object, a customer's own keys included.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    async def create_data_key(
        self, *, context: Mapping[str, str], options: RequestOptions | None = None
    ) -> VaultDataKey:
        """Make a key for encrypting data yourself.

        Encrypt with `data_key`, forget it, and store `encrypted_keys` beside the data: `decrypt_data_key` turns it
        back into the key.

        Args:
            context: What decides which keys are used, such as `{"organization_id": "org_…"}`: up to 10 entries
                with values of at most 500 characters.

        Returns:
            The new key.
        """
        return await self._requestor.call(_CREATE_DATA_KEY, body={"context": context}, options=options)

    async def decrypt_data_key(self, *, keys: str, options: RequestOptions | None = None) -> VaultDecryptedDataKey:
        """Decrypt a data key.

        Args:
            keys: The `encrypted_keys` that came with the data key.

        Returns:
            The key in the clear.
        """
        return await self._requestor.call(_DECRYPT_DATA_KEY, body={"keys": keys}, options=options)

    async def create_rekey(
        self, *, context: Mapping[str, str], encrypted_keys: str, options: RequestOptions | None = None
    ) -> VaultDataKey:
        """Encrypt a data key anew, under the keys of another context.

        The answer has a fresh data key and its encrypted form. Use it when the keys of a context changed or the
        data moves to another context.

        Args:
            context: What decides which keys are used, such as `{"organization_id": "org_…"}`: up to 10 entries
                with values of at most 500 characters.
            encrypted_keys: The `encrypted_keys` that came with the data key.

        Returns:
            The new key.
        """
        return await self._requestor.call(
            _CREATE_REKEY, body={"context": context, "encrypted_keys": encrypted_keys}, options=options
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
        """List the objects in the vault.

        The values are not part of the list; get them with `read_object`.

        Args:
            limit: How many items a page holds, at least 1. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation.
            search: Only objects whose name contains this text.
            updated_after: Only objects that changed after this time.

        Returns:
            A pager over the items.
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
                "updatedAfter": updated_after,
            },
            options=options,
        )

    async def create_object(
        self, *, key_context: Mapping[str, str], name: str, value: str, options: RequestOptions | None = None
    ) -> VaultObjectMetadata:
        """Store a value under a name.

        The name must be new. The value is encrypted with a key that only the context opens.

        Args:
            key_context: What decides which keys are used, such as `{"organization_id": "org_…"}`: up to 10
                entries with values of at most 500 characters.
            name: The name of the object, unique in the environment, at most 200 characters.
            value: The value to keep.

        Returns:
            The metadata of the new object.
        """
        return await self._requestor.call(
            _CREATE_OBJECT, body={"key_context": key_context, "name": name, "value": value}, options=options
        )

    async def read_object_by_name(self, name: str, *, options: RequestOptions | None = None) -> VaultObject:
        """Get an object with its value, by name.

        Args:
            name: The name of the object.

        Returns:
            The object.
        """
        return await self._requestor.call(_READ_OBJECT_BY_NAME, path={"name": name}, options=options)

    async def read_object(self, object_id: str, *, options: RequestOptions | None = None) -> VaultObject:
        """Get an object with its value.

        Args:
            object_id: The id of the object.

        Returns:
            The object.
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
        """Replace the value of an object.

        Give `version_check` and the change is refused with 409 when somebody else changed the object meanwhile.

        Args:
            object_id: The id of the object.
            value: The value to keep.
            version_check: The id of the version you know; the value is only replaced while that is the current
                one.

        Returns:
            The object after the change, without its value.
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
        """Delete an object.

        Args:
            object_id: The id of the object.
            version_check: The id of the version you know; the object is only deleted while that is the current
                one.

        Returns:
            The name of the object, and whether it is deleted.
        """
        return await self._requestor.call(
            _DELETE_OBJECT, path={"object_id": object_id}, query={"version_check": version_check}, options=options
        )

    async def describe_object(self, object_id: str, *, options: RequestOptions | None = None) -> VaultObjectDescription:
        """Get an object without its value.

        Nothing is decrypted.

        Args:
            object_id: The id of the object.

        Returns:
            The object without its value.
        """
        return await self._requestor.call(_DESCRIBE_OBJECT, path={"object_id": object_id}, options=options)

    async def list_object_versions(
        self, object_id: str, *, options: RequestOptions | None = None
    ) -> list[VaultObjectVersion]:
        """List the versions of an object.

        Args:
            object_id: The id of the object.

        Returns:
            The versions.
        """
        return await self._requestor.call(_LIST_OBJECT_VERSIONS, path={"object_id": object_id}, options=options)
