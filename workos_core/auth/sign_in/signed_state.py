"""Signed OAuth `state` values: anyone can read them, but only you can create them.

Put secrets such as a PKCE verifier into the verifier cookie instead.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer

from workos_core.argument_checks import check_text
from workos_core.clock import unix_time
from workos_core.errors import ConfigurationError, WorkOSError
from workos_core.serialization.base64url import decode_base64url

__all__ = ["StateError", "read_state", "sign_state"]

MAX_LENGTH = 8192
"""Characters of the longest accepted state."""

_SALT = "workos.state"
_SKEW = 60.0


class StateError(WorkOSError):
    """A state is forged, malformed or expired.

    Attributes:
        reason: A machine-readable code; new codes may be added. `malformed`, `bad_signature`, or `expired` for a valid signature.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class _Signer(TimestampSigner):
    def __init__(self, *args: Any, now: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self._now = now

    def get_timestamp(self) -> int:
        return self._now


def sign_state(data: Any, secret: str | Sequence[str], *, now: float | None = None) -> str:
    """Return a signed state for an authorization URL. Anyone can read it, and it can be used by anyone until it expires.

    Args:
        data: The data to receive in the callback: any value that `json.dumps` can serialize. Keep it short, since it goes into a URL.
        secret: A random text that only your servers know, or several: the first one signs, all are accepted by `read_state`.
        now: The current Unix time in seconds; defaults to the system clock.

    Raises:
        ConfigurationError: There is no secret.
        TypeError: The data can't be written as JSON.
    """
    return str(_serializer(secret, _unix_time(now)).dumps(data))


def read_state(text: str, secret: str | Sequence[str], *, max_age: float = 600, now: float | None = None) -> Any:
    """Verify the state of a callback and return its data.

    Args:
        text: The state.
        secret: The secret that signed it, or several.
        max_age: Seconds until the state expires. A timestamp up to 60 seconds in the future is accepted because of clock skew.
        now: The current Unix time in seconds; defaults to the system clock.

    Raises:
        StateError: The state is forged, malformed or expired. No input raises any other error.
        ConfigurationError: There is no secret.
    """
    check_text("text", text)
    current_time = _unix_time(now)
    serializer = _serializer(secret, current_time)
    # itsdangerous skips characters that are not base64 in the signature, so many different texts would be the same state.
    if len(text) > MAX_LENGTH or not text.isascii() or decode_base64url(text.rpartition(".")[2]) is None:
        raise StateError("the state is malformed: it was not created by sign_state", reason="malformed")
    try:
        data, signed = serializer.loads(text, return_timestamp=True)
    except (BadData, ValueError, OverflowError, OSError):  # up to itsdangerous 2.1, a time out of range is not BadData
        data, signed = None, None
    if signed is None:
        raise StateError("the signature of the state is invalid", reason="bad_signature")
    if not -_SKEW <= current_time - signed.timestamp() <= max_age:
        raise StateError(f"the state has expired: it is valid for {max_age:g} s", reason="expired")
    return data


def _unix_time(now: float | None) -> float:
    return unix_time() if now is None else now


def _serializer(secret: str | Sequence[str], current_time: float) -> URLSafeTimedSerializer:
    secrets = [secret] if isinstance(secret, str) else list(secret)
    if not secrets or not all(secrets):
        raise ConfigurationError("secret is empty: pass the secret that signs the state")
    options = {"digest_method": hashlib.sha256, "now": int(current_time)}
    # itsdangerous signs with the last key.
    return URLSafeTimedSerializer(secrets[::-1], salt=_SALT, signer=_Signer, signer_kwargs=options)
