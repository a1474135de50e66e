"""Webhooks and Actions: verify their signatures and sign responses."""

from typing import TYPE_CHECKING

from workos_core.lazy_names import lazy_names

if TYPE_CHECKING:
    from workos_core.webhooks.actions import ActionContext as ActionContext
    from workos_core.webhooks.actions import ActionKind as ActionKind
    from workos_core.webhooks.actions import ActionResponse as ActionResponse
    from workos_core.webhooks.actions import ActionUserData as ActionUserData
    from workos_core.webhooks.actions import ActionVerdict as ActionVerdict
    from workos_core.webhooks.actions import AuthenticationActionContext as AuthenticationActionContext
    from workos_core.webhooks.actions import UserRegistrationActionContext as UserRegistrationActionContext
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
        "ActionContext",
        "ActionKind",
        "ActionResponse",
        "ActionUserData",
        "ActionVerdict",
        "AuthenticationActionContext",
        "UserRegistrationActionContext",
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
__all__ = [
    "SIGNATURE_HEADER",
    "ActionContext",
    "ActionKind",
    "ActionResponse",
    "ActionUserData",
    "ActionVerdict",
    "AuthenticationActionContext",
    "SignatureVerificationError",
    "UserRegistrationActionContext",
    "Verdict",
    "construct_action",
    "construct_event",
    "sign",
    "sign_action_response",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _NAMES)
