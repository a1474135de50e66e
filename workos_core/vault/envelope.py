"""Vault encryption on your own machine: AES-256-GCM under a data key, which travels with the data in encrypted form.

Get a data key from the API, encrypt with it, store the result and forget the key. To decrypt, hand `read_encrypted_keys` of the
stored value to the API, which answers with the data key. The layout is that of the SDKs for Node and Python.
"""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workos_core.errors import WorkOSError

__all__ = ["EnvelopeError", "decrypt", "decrypt_bytes", "encrypt", "read_encrypted_keys"]

_IV = 12
_TAG = 16
_KEY = 32
_LENGTH_BYTES = 5
_LENGTH_BITS = 32


class EnvelopeError(WorkOSError):
    """Something can't be encrypted or decrypted. Neither message nor attributes have anything of the content or the keys.

    Attributes:
        reason: A word for programs, more may come.
            `bad_key` (the data key is not 32 bytes), `bad_encoding` (a value is not the base64 or UTF-8 it should be), `truncated`,
            `bad_length` (of the encrypted keys), `not_genuine` (altered, or of another key or other associated data), `not_text`.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


def encrypt(
    plaintext: str | bytes,
    data_key: str | bytes,
    encrypted_keys: str | bytes,
    associated_data: str | bytes | None = None,
) -> str:
    """Encrypt with a data key.

    Args:
        plaintext: What to encrypt. Text is encrypted as UTF-8.
        data_key: The key in the clear: `data_key` of the API's answer as it is, or its 32 bytes.
        encrypted_keys: The same key in encrypted form: `encrypted_keys` of that answer as it is, or its bytes.
        associated_data: What has to be given again to decrypt, such as the id of the owner. Empty is the same as None.

    Returns:
        The value to store, in base64. It has 4 characters per 3 bytes of plaintext and encrypted keys, and about 45 more.

    Raises:
        EnvelopeError: A key is not in the right form, or a text has lone surrogates.
    """
    cipher = AESGCM(_key(data_key))
    keys = _base64(encrypted_keys, "the encrypted keys") if isinstance(encrypted_keys, str) else encrypted_keys
    iv = os.urandom(_IV)
    sealed = cipher.encrypt(iv, _bytes(plaintext), _bytes(associated_data or b""))
    return base64.b64encode(
        b"".join((iv, sealed[-_TAG:], _write_length(len(keys)), keys, sealed[:-_TAG])),
    ).decode()


def decrypt(value: str, data_key: str | bytes, associated_data: str | bytes | None = None) -> str:
    """Decrypt a value that holds text.

    Args:
        value: What `encrypt` gave, here or in another SDK.
        data_key: The key in the clear: `data_key` of the API's answer as it is, or its 32 bytes.
        associated_data: What was given to encrypt.

    Raises:
        EnvelopeError: The value is not genuine or no such value, the key is another, or what it holds is not text.
    """
    text = _text(decrypt_bytes(value, data_key, associated_data))
    if text is None:
        raise EnvelopeError("the value does not hold text: use decrypt_bytes", reason="not_text")
    return text


def decrypt_bytes(value: str, data_key: str | bytes, associated_data: str | bytes | None = None) -> bytes:
    """Decrypt a value that holds bytes. Arguments and errors are those of `decrypt`."""
    iv, tag, _, ciphertext = _split(value)
    plaintext = _open(AESGCM(_key(data_key)), iv, ciphertext + tag, _bytes(associated_data or b""))
    if plaintext is None:
        raise EnvelopeError(
            "the value is not genuine, or of another key or other associated data", reason="not_genuine"
        )
    return plaintext


def read_encrypted_keys(value: str) -> str:
    """The encrypted keys inside of a value, in base64: what the API needs to give its data key.

    They are not protected by the encryption of the value: the API refuses them if they were altered, `decrypt` does not see it.

    Raises:
        EnvelopeError: It is no value of `encrypt`.
    """
    return base64.b64encode(_split(value)[2]).decode()


def _split(value: str) -> tuple[bytes, bytes, bytes, bytes]:
    data = _base64(value, "the value")
    length, start = _read_length(data, _IV + _TAG)
    end = start + length
    if end > len(data):
        raise EnvelopeError("the value ends within its encrypted keys", reason="truncated")
    return data[:_IV], data[_IV : _IV + _TAG], data[start:end], data[end:]


def _open(cipher: AESGCM, iv: bytes, sealed: bytes, associated_data: bytes) -> bytes | None:
    try:
        return cipher.decrypt(iv, sealed, associated_data)
    except InvalidTag:
        return None


def _key(data_key: str | bytes) -> bytes:
    key = _base64(data_key, "the data key") if isinstance(data_key, str) else data_key
    if len(key) != _KEY:
        raise EnvelopeError(f"the data key has not {_KEY} bytes", reason="bad_key")
    return key


def _base64(text: str, name: str) -> bytes:
    """The bytes of standard base64 with padding; each sequence of bytes has one text only."""
    data = _decoded(text)
    if data is None or base64.b64encode(data).decode() != text:
        raise EnvelopeError(f"{name} is not in base64", reason="bad_encoding")
    return data


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return None


def _bytes(value: str | bytes) -> bytes:
    if not isinstance(value, str):
        return value
    data = _encoded(value)
    if data is None:
        raise EnvelopeError("a text has characters that are none (lone surrogates)", reason="bad_encoding")
    return data


def _encoded(text: str) -> bytes | None:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None


def _text(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _write_length(number: int) -> bytes:
    """Unsigned LEB128."""
    data = bytearray()
    while number > 0x7F:
        data.append(number & 0x7F | 0x80)
        number >>= 7
    data.append(number)
    return bytes(data)


def _read_length(data: bytes, start: int) -> tuple[int, int]:
    """The number at a place, and the place behind it."""
    number = 0
    for index in range(_LENGTH_BYTES):
        if start + index >= len(data):
            raise EnvelopeError("the value ends before its encrypted keys", reason="truncated")
        byte = data[start + index]
        number |= (byte & 0x7F) << 7 * index
        if byte < 0x80 and number < 1 << _LENGTH_BITS:
            return number, start + index + 1
    raise EnvelopeError("the length of the encrypted keys is no 32-bit number", reason="bad_length")
