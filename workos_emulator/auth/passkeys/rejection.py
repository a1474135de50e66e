"""The error for a passkey that is not accepted."""

from collections.abc import Mapping
from typing import Literal

from workos_emulator.storage.objects.users import User

Reason = Literal["expired", "invalid", "registered", "unknown"]

MESSAGES: Mapping[Reason, str] = {
    "expired": "This took too long, or the page was used before. Try again.",
    "invalid": "The passkey could not be verified. Try again, or choose another way to sign in.",
    "registered": "This passkey belongs to an account already. Sign in with it instead.",
    "unknown": "No account has this passkey. It may have been removed. Choose another way to sign in.",
}
"""What the page says."""

CODES: Mapping[Reason, str] = {
    "expired": "passkey_challenge_expired",
    "invalid": "invalid_passkey",
    "registered": "passkey_already_registered",
    "unknown": "passkey_not_found",
}
"""The error codes in events."""


class RejectedPasskeyError(Exception):
    """A passkey was rejected.

    Attributes:
        reason: Why, as a key of `MESSAGES`.
        details: What exactly was wrong, for developers.
        user: The user whose passkey it is, if known.
    """

    def __init__(self, reason: Reason, details: str = "", user: User | None = None) -> None:
        super().__init__(details or MESSAGES[reason])
        self.reason: Reason = reason
        self.details = details or MESSAGES[reason]
        self.user = user
