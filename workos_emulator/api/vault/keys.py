"""The keys that encrypt data keys. Its functions import cryptography, which is slow to load, when they are called."""

from base64 import b64decode, b64encode
from collections.abc import Mapping

from workos_emulator.storage.objects.vault import VaultKey
from workos_emulator.storage.state import State

_NONCE = 12
_TAG = 16


def find_or_create_key(state: State, context: Mapping[str, str]) -> tuple[VaultKey, bool]:
    """The key of a context, and whether it was made just now."""
    entries = tuple(sorted(context.items()))
    present = state.vault.keys.find("context", entries)
    if present is not None:
        return present, False
    now = state.now()
    key = VaultKey(
        id=state.ids.new("key"), context=entries, secret=state.ids.random_bytes(32), created_at=now, updated_at=now
    )
    return state.vault.keys.add(key), True


def seal(state: State, key: VaultKey, secret: bytes) -> str:
    """A data key encrypted with AES-256-GCM, in base64: length and id of the key, nonce, ciphertext with tag."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    name, nonce = key.id.encode(), state.ids.random_bytes(_NONCE)
    return b64encode(bytes([len(name)]) + name + nonce + AESGCM(key.secret).encrypt(nonce, secret, name)).decode()


def unseal(state: State, text: str) -> tuple[str, bytes] | None:
    """The id of the key and the data key that `seal` has encrypted; None for anything else."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        blob = b64decode(text, validate=True)
    except ValueError:
        return None
    end = 1 + (blob[0] if blob else 0)
    name = blob[1:end]
    key = state.vault.keys.get(name.decode("ascii", "replace"))
    if key is None or len(blob) < end + _NONCE + _TAG:
        return None
    try:
        return key.id, AESGCM(key.secret).decrypt(blob[end : end + _NONCE], blob[end + _NONCE :], name)
    except InvalidTag:
        return None
