"""Local encryption with Vault data keys."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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
_MODULE_OF = {name: module for module, names in _NAMES.items() for name in names}

__all__ = [
    "EnvelopeError",
    "decrypt",
    "decrypt_bytes",
    "encrypt",
    "read_encrypted_keys",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
