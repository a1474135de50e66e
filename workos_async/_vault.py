"""The hand-written methods of `vault`: local encryption with data keys from the API (envelope encryption)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from workos_core.argument_checks import check_text, check_type
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.request_options import RequestOptions
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_async.resources.vault import Vault


@hides_locals
class LocalEncryptionMethods(ResourceClient):
    """Methods for local encryption of data of any size. Only the data key is sent over the network, never the data."""

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    async def encrypt(
        self,
        plaintext: str | bytes,
        *,
        context: Mapping[str, str],
        associated_data: str | bytes | None = None,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> str:
        """Encrypt data locally with a new data key, which is discarded afterwards. Makes one request.

        Args:
            plaintext: The data to encrypt. Text is encoded as UTF-8.
            context: The key context, which selects the keys that encrypt the data key, such as `{"organization_id": "org_…"}`.
            associated_data: Additional authenticated data, which must be passed again to decrypt, such as the ID of the record.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this endpoint, so the key does not
                change which failures are retried.
            options: The request options, as for every method.

        Returns:
            The encrypted value to store, as base64 text. The official SDKs for Node and Python can decrypt it too.

        Raises:
            EnvelopeError: A string has lone surrogates, or the API returned an invalid data key.
        """
        from workos_core.vault.envelope import check_data, encrypt

        check_data("plaintext", plaintext)
        if associated_data is not None:
            check_data("associated_data", associated_data)
        check_type("context", context, Mapping, "a dict")
        for name, value in context.items():
            check_text(f"context[{name!r}]", value)
        key = await cast("Vault", self).create_data_key(
            context=context, idempotency_key=idempotency_key, options=options
        )
        return encrypt(plaintext, key.data_key, key.encrypted_keys, associated_data)

    async def decrypt(
        self,
        value: str,
        *,
        associated_data: str | bytes | None = None,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> str:
        """Decrypt a value to text. Makes one request, for the data key.

        Args:
            value: The encrypted value from `encrypt` or another SDK.
            associated_data: The additional authenticated data that was passed to encrypt.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this endpoint, so the key does not
                change which failures are retried.
            options: The request options, as for every method.

        Raises:
            EnvelopeError: The value is forged or malformed, the associated data differs, or the content is not text.
            APIError: The API can't decrypt the data key in the value.
        """
        from workos_core.vault.envelope import decrypt

        return decrypt(value, await self._data_key(value, idempotency_key, options), associated_data)

    async def decrypt_bytes(
        self,
        value: str,
        *,
        associated_data: str | bytes | None = None,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> bytes:
        """Decrypt a value to bytes. Arguments and errors are the same as for `decrypt`."""
        from workos_core.vault.envelope import decrypt_bytes

        return decrypt_bytes(value, await self._data_key(value, idempotency_key, options), associated_data)

    async def _data_key(self, value: str, idempotency_key: str | None, options: RequestOptions | None) -> str:
        from workos_core.vault.envelope import read_encrypted_keys

        check_text("value", value)
        keys = read_encrypted_keys(value)
        key = await cast("Vault", self).decrypt_data_key(keys=keys, idempotency_key=idempotency_key, options=options)
        return key.data_key
