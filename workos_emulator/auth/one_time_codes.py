"""Redemption of one-time codes."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, TypeVar

from workos_emulator.http import errors
from workos_emulator.storage.objects.codes import OneTimeCode

C = TypeVar("C", bound=OneTimeCode)
Reason = Literal["wrong", "used", "expired", "attempts"]

MAX_ATTEMPTS = 10
"""The maximum number of wrong codes before a new code must be requested."""


class RejectedCodeError(Exception):
    """A one-time code was rejected.

    Attributes:
        reason: `wrong`, `used`, `expired`, or `attempts` after too many wrong codes.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


MESSAGES: Mapping[Reason, str] = {
    "wrong": "The code is incorrect.",
    "used": "The code has already been used.",
    "expired": "The code has expired.",
    "attempts": "Too many incorrect codes were entered; request a new code.",
}

AUTHENTICATE_ERROR_CODES: Mapping[Reason, str] = {
    "wrong": "invalid_one_time_code",
    "used": "one_time_code_previously_used",
    "expired": "one_time_code_expired",
    "attempts": "one_time_code_too_many_attempts",
}


def redeem(codes: Sequence[C], candidate: str, now: datetime) -> C:
    """Redeem a code, which must be one of the codes sent (oldest first). The other codes become used as well.

    Raises:
        RejectedCodeError: It is not one of the codes, or is used or expired, or too many wrong codes were entered.
    """
    text = candidate.strip().encode("utf-8", "replace")
    match = next((code for code in reversed(codes) if hmac.compare_digest(code.code.encode(), text)), None)
    if codes and codes[-1].used_at is None and codes[-1].attempts >= MAX_ATTEMPTS:
        raise RejectedCodeError("attempts")
    if match is None:
        if codes:
            codes[-1].attempts += 1
        raise RejectedCodeError("wrong")
    if match.used_at is not None:
        raise RejectedCodeError("used")
    if match.expires_at <= now:
        raise RejectedCodeError("expired")
    for code in codes:
        if code.used_at is None:
            code.used_at = code.updated_at = now
    return match


def redeem_for_sign_in(codes: Sequence[C], candidate: str, now: datetime) -> C:
    """Redeem a code and translate a rejection to the errors of the authenticate operation.

    Raises:
        ApiError: 400 if the code is rejected.
    """
    try:
        return redeem(codes, candidate, now)
    except RejectedCodeError as error:
        raise errors.coded(400, AUTHENTICATE_ERROR_CODES[error.reason], MESSAGES[error.reason]) from None
