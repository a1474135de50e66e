"""Redeeming one-time codes."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, TypeVar

from workos_emulator.http import errors
from workos_emulator.storage.objects.codes import OneTimeCode

C = TypeVar("C", bound=OneTimeCode)
Reason = Literal["wrong", "used", "expired", "attempts"]

MAX_ATTEMPTS = 10
"""How often a wrong code may be tried."""


class RefusedCodeError(Exception):
    """A code does not count.

    Attributes:
        reason: `wrong`, `used`, `expired`, or `attempts` after too many wrong ones.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


MESSAGES: Mapping[Reason, str] = {
    "wrong": "The code is not right.",
    "used": "The code was used before.",
    "expired": "The code has expired.",
    "attempts": "Too many wrong codes were tried; ask for a new code.",
}

CODES_OF_AUTHENTICATE: Mapping[Reason, str] = {
    "wrong": "invalid_one_time_code",
    "used": "one_time_code_previously_used",
    "expired": "one_time_code_expired",
    "attempts": "one_time_code_too_many_attempts",
}


def redeem(sent: Sequence[C], given: str, now: datetime) -> C:
    """Use up the code `given`, which must be one of those that were sent (oldest first). All others are used up with it.

    Raises:
        RefusedCodeError: It is none of them, or does not count any more.
    """
    text = given.strip().encode("utf-8", "replace")
    found = next((code for code in reversed(sent) if hmac.compare_digest(code.code.encode(), text)), None)
    if sent and sent[-1].used_at is None and sent[-1].attempts >= MAX_ATTEMPTS:
        raise RefusedCodeError("attempts")
    if found is None:
        if sent:
            sent[-1].attempts += 1
        raise RefusedCodeError("wrong")
    if found.used_at is not None:
        raise RefusedCodeError("used")
    if found.expires_at <= now:
        raise RefusedCodeError("expired")
    for code in sent:
        if code.used_at is None:
            code.used_at = code.updated_at = now
    return found


def sign_in_with(sent: Sequence[C], given: str, now: datetime) -> C:
    """`redeem` with the errors of authenticate.

    Raises:
        ApiError: 400.
    """
    try:
        return redeem(sent, given, now)
    except RefusedCodeError as error:
        raise errors.coded(400, CODES_OF_AUTHENTICATE[error.reason], MESSAGES[error.reason]) from None
