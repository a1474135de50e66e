# Generated from workos_async/_vault.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The written methods of `vault`: encryption on your own machine, with keys that the API makes and opens."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from workos_core.http.request_options import RequestOptions

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor
    from workos_sync.resources.vault import Vault


class LocalEncryptionMethods:
    """Encrypts data of any size: only its key goes over the wire, never the data."""

    __slots__ = ("_requestor",)

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    def encrypt(
        self,
        plaintext: str | bytes,
        *,
        context: Mapping[str, str],
        associated_data: str | bytes | None = None,
        options: RequestOptions | None = None,
    ) -> str:
        """Encrypt on this machine with a new data key, which is forgotten afterwards. Makes one request.

        Args:
            plaintext: What to encrypt. Text is encrypted as UTF-8.
            context: What decides which keys protect the data key, such as `{"organization_id": "org_…"}`.
            associated_data: What has to be given again to decrypt, such as the id of the record it belongs to.
            options: As for every method.

        Returns:
            The value to store, as base64 text; the SDKs for Node and Python read it too.

        Raises:
            EnvelopeError: A text has lone surrogates, or the API gave a key that is none.
        """
        from workos_core.vault.envelope import encrypt

        key = cast("Vault", self).create_data_key(context=context, options=options)
        return encrypt(plaintext, key.data_key, key.encrypted_keys, associated_data)

    def decrypt(
        self, value: str, *, associated_data: str | bytes | None = None, options: RequestOptions | None = None
    ) -> str:
        """Decrypt a value that holds text. Makes one request, for the data key.

        Args:
            value: What `encrypt` gave, here or in another SDK.
            associated_data: What was given to encrypt.
            options: As for every method.

        Raises:
            EnvelopeError: The value is not genuine or no such value, the associated data is another, or what it holds is not text.
            APIError: The API does not know the keys inside the value.
        """
        from workos_core.vault.envelope import decrypt

        return decrypt(value, self._data_key(value, options), associated_data)

    def decrypt_bytes(
        self, value: str, *, associated_data: str | bytes | None = None, options: RequestOptions | None = None
    ) -> bytes:
        """Decrypt a value that holds bytes. Arguments and errors are those of `decrypt`."""
        from workos_core.vault.envelope import decrypt_bytes

        return decrypt_bytes(value, self._data_key(value, options), associated_data)

    def _data_key(self, value: str, options: RequestOptions | None) -> str:
        from workos_core.vault.envelope import read_encrypted_keys

        key = cast("Vault", self).decrypt_data_key(keys=read_encrypted_keys(value), options=options)
        return key.data_key
