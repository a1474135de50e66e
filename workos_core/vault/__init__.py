"""Local encryption with Vault data keys."""

from typing import TYPE_CHECKING

from workos_core.lazy_names import lazy_names

if TYPE_CHECKING:
    from workos_core.vault.envelope import EnvelopeError as EnvelopeError
    from workos_core.vault.envelope import decrypt as decrypt
    from workos_core.vault.envelope import decrypt_bytes as decrypt_bytes
    from workos_core.vault.envelope import encrypt as encrypt
    from workos_core.vault.envelope import read_encrypted_keys as read_encrypted_keys

# Loaded on first use, so that importing the package is fast.
_NAMES = {
    "workos_core.vault.envelope": (
        "EnvelopeError",
        "decrypt",
        "decrypt_bytes",
        "encrypt",
        "read_encrypted_keys",
    ),
}
__all__ = [
    "EnvelopeError",
    "decrypt",
    "decrypt_bytes",
    "encrypt",
    "read_encrypted_keys",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _NAMES)
