"""OAuth `state` values that only have to be tamper-proof: anyone can read them, only you can make them.

What must stay secret, such as a PKCE verifier, goes into `workos_core.auth.sign_in.verifier_cookie`.
"""

import hashlib
import time
from collections.abc import Sequence
from typing import Any

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer

from workos_core.errors import ConfigurationError, WorkOSError
from workos_core.serialization.base64url import decode_base64url

__all__ = ["StateError", "read_state", "sign_state"]

MAX_LENGTH = 8192
"""Characters of the longest state that is read."""

_SALT = "workos.state"
_SKEW = 60.0


class StateError(WorkOSError):
    """A state is not genuine, or too old.

    Attributes:
        reason: A word for programs, more may come: `malformed`, `bad_signature`; `expired`, when the signature is right.
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
    """Make a state for an authorization URL. It may be read by anyone, and used by anyone who has it until it is too old.

    Args:
        data: What to get back in the callback: any value that `json.dumps` can write. Keep it short, since it goes into a URL.
        secret: A random text that only your servers know, or several: the first signs, all are accepted on reading.
        now: Unix time in seconds; None is the present.

    Raises:
        ConfigurationError: There is no secret.
        TypeError: The data can't be written as JSON.
    """
    return str(_serializer(secret, _moment(now)).dumps(data))


def read_state(text: str, secret: str | Sequence[str], *, max_age: float = 600, now: float | None = None) -> Any:
    """Check a state that came with a callback and return its data.

    Args:
        text: The state.
        secret: The secret that signed it, or several.
        max_age: Seconds after which it is too old. A minute in the future is accepted, since clocks differ.
        now: Unix time in seconds; None is the present.

    Raises:
        StateError: It is not genuine, or too old. Nothing else is raised, whatever the text is.
        ConfigurationError: There is no secret.
    """
    moment = _moment(now)
    serializer = _serializer(secret, moment)
    # The check of the signature skips characters that are not base64, so that many texts would be the same state.
    if len(text) > MAX_LENGTH or not text.isascii() or decode_base64url(text.rpartition(".")[2]) is None:
        raise StateError("this is not a state", reason="malformed")
    try:
        data, signed = serializer.loads(text, return_timestamp=True)
    except (BadData, ValueError, OverflowError, OSError):  # up to itsdangerous 2.1 a time out of range is no BadData
        data, signed = None, None
    if signed is None:
        raise StateError("the state is not genuine", reason="bad_signature")
    if not -_SKEW <= moment - signed.timestamp() <= max_age:
        raise StateError("the state is too old", reason="expired")
    return data


def _moment(now: float | None) -> float:
    return time.time() if now is None else now


def _serializer(secret: str | Sequence[str], moment: float) -> URLSafeTimedSerializer:
    secrets = [secret] if isinstance(secret, str) else list(secret)
    if not secrets or not all(secrets):
        raise ConfigurationError("there is no secret for the state")
    options = {"digest_method": hashlib.sha256, "now": int(moment)}
    # itsdangerous signs with the last key.
    return URLSafeTimedSerializer(secrets[::-1], salt=_SALT, signer=_Signer, signer_kwargs=options)
