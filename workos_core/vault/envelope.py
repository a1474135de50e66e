"""Envelope encryption with Vault: AES-256-GCM with a data key that is stored with the ciphertext in encrypted form.

Create a data key with the API, encrypt with it, store the result and discard the key. To decrypt, pass the result of
`read_encrypted_keys` to the API, which returns the data key. The format is that of WorkOS's SDKs for Node and Python.
"""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workos_core.argument_checks import check_text
from workos_core.errors import InvalidArgumentTypeError, WorkOSError
from workos_core.json_types import is_array, is_object

__all__ = ["EnvelopeError", "decrypt", "decrypt_bytes", "encrypt", "read_encrypted_keys"]

_IV_BYTES = 12
_TAG_BYTES = 16
_KEY_BYTES = 32
_MAX_LENGTH_BYTES = 5
_MAX_LENGTH_BITS = 32


class EnvelopeError(WorkOSError):
    """A value can't be encrypted or decrypted. The message and the attributes reveal nothing about the content or the keys.

    Attributes:
        reason: A machine-readable code; later versions may add codes.
            `bad_key` (the data key is not 32 bytes), `bad_encoding` (a value is not valid base64 or UTF-8), `truncated`, `bad_length`
            (the length of the encrypted keys is invalid), `not_genuine` (the value was altered, or the data key or the associated data
            is not the one it was encrypted with), `not_text`.
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
    """Encrypt text or bytes with a data key.

    Args:
        plaintext: The data to encrypt. Text is encoded as UTF-8.
        data_key: The plaintext data key: `data_key` of the API response, or its 32 bytes.
        encrypted_keys: The encrypted data key: `encrypted_keys` of the same response, or its bytes.
        associated_data: Data that must be passed again to decrypt, such as the ID of the owner. Empty is the same as None.

    Returns:
        The value to store, as base64: 4 characters per 3 bytes of plaintext and encrypted keys, and about 45 more.

    Raises:
        EnvelopeError: A key is invalid, or a string has a lone surrogate.
    """
    check_data("plaintext", plaintext)
    check_data("data_key", data_key)
    check_data("encrypted_keys", encrypted_keys)
    cipher = AESGCM(_key(data_key))
    keys = _base64(encrypted_keys, "encrypted_keys") if isinstance(encrypted_keys, str) else encrypted_keys
    iv = os.urandom(_IV_BYTES)
    sealed = cipher.encrypt(iv, _bytes(plaintext), _bytes(associated_data or b""))
    return base64.b64encode(
        b"".join((iv, sealed[-_TAG_BYTES:], _write_length(len(keys)), keys, sealed[:-_TAG_BYTES])),
    ).decode()


def check_data(name: str, value: object) -> None:
    """Check that an argument is text or bytes.

    Raises:
        InvalidArgumentTypeError: It is neither. Encode other data first, such as with `json.dumps`.
    """
    if not isinstance(value, (str, bytes, bytearray)):
        kind = type(value).__name__
        hint = "; pass json.dumps(…)" if is_object(value) or is_array(value) else ""
        raise InvalidArgumentTypeError(f"{name} must be a str or bytes, not {kind}{hint}")


def decrypt(value: str, data_key: str | bytes, associated_data: str | bytes | None = None) -> str:
    """Decrypt a value that contains text.

    Args:
        value: The result of `encrypt`, or of another SDK.
        data_key: The plaintext data key: `data_key` of the API response, or its 32 bytes.
        associated_data: The associated data that was passed to `encrypt`.

    Raises:
        EnvelopeError: The value is malformed or was altered, the data key or the associated data is wrong, or the content is not text.
    """
    text = _text(decrypt_bytes(value, data_key, associated_data))
    if text is None:
        raise EnvelopeError("the decrypted content is not UTF-8 text; use decrypt_bytes", reason="not_text")
    return text


def decrypt_bytes(value: str, data_key: str | bytes, associated_data: str | bytes | None = None) -> bytes:
    """Decrypt a value that contains bytes. The arguments and errors are those of `decrypt`."""
    iv, tag, _, ciphertext = _split(value)
    plaintext = _open(AESGCM(_key(data_key)), iv, ciphertext + tag, _bytes(associated_data or b""))
    if plaintext is None:
        raise EnvelopeError(
            "the value was altered, or data_key or associated_data is not the one it was encrypted with",
            reason="not_genuine",
        )
    return plaintext


def read_encrypted_keys(value: str) -> str:
    """Return the encrypted keys of a value as base64, from which the API decrypts the data key.

    The encryption of the value does not authenticate them: if they were altered, the API rejects them, but `decrypt` does not notice.

    Raises:
        EnvelopeError: The value is malformed.
    """
    return base64.b64encode(_split(value)[2]).decode()


def _split(value: str) -> tuple[bytes, bytes, bytes, bytes]:
    check_text("value", value)
    data = _base64(value, "value")
    length, start = _read_length(data, _IV_BYTES + _TAG_BYTES)
    end = start + length
    if end > len(data):
        raise EnvelopeError("the value is truncated within its encrypted keys", reason="truncated")
    return data[:_IV_BYTES], data[_IV_BYTES : _IV_BYTES + _TAG_BYTES], data[start:end], data[end:]


def _open(cipher: AESGCM, iv: bytes, sealed: bytes, associated_data: bytes) -> bytes | None:
    try:
        return cipher.decrypt(iv, sealed, associated_data)
    except InvalidTag:
        return None


def _key(data_key: str | bytes) -> bytes:
    key = _base64(data_key, "data_key") if isinstance(data_key, str) else data_key
    if len(key) != _KEY_BYTES:
        raise EnvelopeError(f"data_key must be {_KEY_BYTES} bytes (got {len(key)})", reason="bad_key")
    return key


def _base64(text: str, name: str) -> bytes:
    """Return the bytes of canonical base64 with padding, in which each byte string has exactly one encoding."""
    data = _decoded(text)
    if data is None or base64.b64encode(data).decode() != text:
        raise EnvelopeError(f"{name} is not valid base64", reason="bad_encoding")
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
        raise EnvelopeError("a text has a lone surrogate, which UTF-8 can't encode", reason="bad_encoding")
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
    """Return a number as unsigned LEB128."""
    data = bytearray()
    while number > 0x7F:
        data.append(number & 0x7F | 0x80)
        number >>= 7
    data.append(number)
    return bytes(data)


def _read_length(data: bytes, start: int) -> tuple[int, int]:
    """Return the unsigned LEB128 number at an offset, and the offset after it."""
    number = 0
    for index in range(_MAX_LENGTH_BYTES):
        if start + index >= len(data):
            raise EnvelopeError("the value is truncated before its encrypted keys", reason="truncated")
        byte = data[start + index]
        number |= (byte & 0x7F) << 7 * index
        if byte < 0x80 and number < 1 << _MAX_LENGTH_BITS:
            return number, start + index + 1
    raise EnvelopeError("the length of the encrypted keys is not a 32-bit number", reason="bad_length")
