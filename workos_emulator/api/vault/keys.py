"""Key-encryption keys. The functions import cryptography, which is slow to load, on demand."""

from base64 import b64decode, b64encode
from collections.abc import Mapping

from workos_emulator.storage.objects.vault import VaultKey
from workos_emulator.storage.state import State

_NONCE_SIZE = 12
_TAG_SIZE = 16


def find_or_create_key(state: State, context: Mapping[str, str]) -> tuple[VaultKey, bool]:
    """Return the key of a context, and whether it is new."""
    entries = tuple(sorted(context.items()))
    existing = state.vault.keys.find("context", entries)
    if existing is not None:
        return existing, False
    now = state.now()
    key = VaultKey(
        id=state.ids.new("key"), context=entries, secret=state.ids.random_bytes(32), created_at=now, updated_at=now
    )
    return state.vault.keys.add(key), True


def seal(state: State, key: VaultKey, secret: bytes) -> str:
    """Encrypt a data key with AES-256-GCM; in Base64: length and ID of the key, nonce, ciphertext with tag."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    name, nonce = key.id.encode(), state.ids.random_bytes(_NONCE_SIZE)
    return b64encode(bytes([len(name)]) + name + nonce + AESGCM(key.secret).encrypt(nonce, secret, name)).decode()


def unseal(state: State, text: str) -> tuple[str, bytes] | None:
    """Decrypt a data key that `seal` encrypted. Return the ID of its key and the data key; None if the text is invalid."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        blob = b64decode(text, validate=True)
    except ValueError:
        return None
    end = 1 + (blob[0] if blob else 0)
    name = blob[1:end]
    key = state.vault.keys.get(name.decode("ascii", "replace"))
    if key is None or len(blob) < end + _NONCE_SIZE + _TAG_SIZE:
        return None
    try:
        return key.id, AESGCM(key.secret).decrypt(blob[end : end + _NONCE_SIZE], blob[end + _NONCE_SIZE :], name)
    except InvalidTag:
        return None
