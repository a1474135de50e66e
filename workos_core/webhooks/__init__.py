"""Webhooks and Actions: verify their signatures and sign responses."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workos_core.webhooks.actions import ActionKind as ActionKind
    from workos_core.webhooks.actions import Verdict as Verdict
    from workos_core.webhooks.actions import construct_action as construct_action
    from workos_core.webhooks.actions import sign_action_response as sign_action_response
    from workos_core.webhooks.signatures import SIGNATURE_HEADER as SIGNATURE_HEADER
    from workos_core.webhooks.signatures import SignatureVerificationError as SignatureVerificationError
    from workos_core.webhooks.signatures import construct_event as construct_event
    from workos_core.webhooks.signatures import sign as sign

# Loaded on first use, so that importing the package is fast.
_NAMES = {
    "workos_core.webhooks.actions": (
        "ActionKind",
        "Verdict",
        "construct_action",
        "sign_action_response",
    ),
    "workos_core.webhooks.signatures": (
        "SIGNATURE_HEADER",
        "SignatureVerificationError",
        "construct_event",
        "sign",
    ),
}
_MODULE_OF = {name: module for module, names in _NAMES.items() for name in names}

__all__ = [
    "SIGNATURE_HEADER",
    "ActionKind",
    "SignatureVerificationError",
    "Verdict",
    "construct_action",
    "construct_event",
    "sign",
    "sign_action_response",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
