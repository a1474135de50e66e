"""The error for a passkey that is not accepted."""

from collections.abc import Mapping
from typing import Literal

from workos_emulator.storage.objects.users import User

Reason = Literal["expired", "invalid", "registered", "unknown"]

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
        reason: Why, as a key of `CODES`.
        details: What exactly is wrong, for developers.
        user: The user whose passkey it is, if known.
    """

    def __init__(self, reason: Reason, details: str, user: User | None = None) -> None:
        super().__init__(details)
        self.reason: Reason = reason
        self.details = details
        self.user = user
