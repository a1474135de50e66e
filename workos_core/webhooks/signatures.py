"""The signatures of webhooks and Actions: HMAC-SHA-256 over a timestamp and the raw body."""

import hmac
import re
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from workos_core.argument_checks import check_duration
from workos_core.clock import unix_time
from workos_core.errors import ConfigurationError, InvalidArgumentTypeError, WorkOSError
from workos_core.models.events import Event
from workos_core.serialization.converter import decoder
from workos_core.serialization.json_text import read_object
from workos_core.serialization.plain_values import SecretText
from workos_core.serialization.structure_errors import StructureError

SIGNATURE_HEADER = "WorkOS-Signature"
"""The header with the signature of a webhook or Action."""

_MAX_HEADER = 8192  # characters
_TIMESTAMP = re.compile(r"[0-9]{1,16}")
_COMMON_HEADER = re.compile(r"t=([0-9]{1,16}), v1=([0-9a-f]{64})")


class SignatureVerificationError(WorkOSError):
    """The signature of a webhook or Action is invalid or too old, or its payload is malformed. Respond with status 400.

    Attributes:
        reason: A machine-readable code; later versions may add codes.
            `missing_header`, `malformed_header`, `invalid_signature`; `stale` if the signature is valid but its timestamp differs from
            the current time by more than the tolerance; `malformed_payload` if the signature is valid but the body is not a JSON object
            of the expected structure.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


def construct_event(
    payload: bytes, header: str | None, secret: str | SecretText, *, tolerance: float = 180, now: float | None = None
) -> Event:
    """Verify that a webhook comes from WorkOS, and return its event. An event of an unknown type is an `UnknownEvent`.

    The same webhook may arrive more than once: WorkOS retries deliveries, and an attacker who has captured a request can replay it within
    the tolerance. Store the IDs of the events that you have handled.

    Args:
        payload: The raw body of the request, before it is parsed.
        header: The `WorkOS-Signature` header; None if the request has none.
        secret: The signing secret of the webhook endpoint.
        tolerance: The maximum difference in seconds between the timestamp of the signature and the current time, in both directions.
        now: The current Unix time in seconds; None uses the system clock.

    Raises:
        SignatureVerificationError: The webhook is not from WorkOS, too old, or malformed. No request causes another exception.
        ConfigurationError: The secret is empty.
        TypeError: The payload is not bytes.
    """
    data = verify_payload(payload, header, secret, tolerance, now)
    try:
        return _event_decoder()(data)
    except StructureError as error:
        message = f"the body is not an event: {error}"
    raise SignatureVerificationError(
        message, reason="malformed_payload"
    )  # outside of `except`: the context may hold the body


def sign(payload: bytes, secret: str | SecretText, *, now: float | None = None) -> str:
    """Return the `WorkOS-Signature` header that WorkOS would send with a body, for tests.

    Args:
        payload: The body of the request.
        secret: The signing secret.
        now: The current Unix time in seconds; None uses the system clock.

    Raises:
        ConfigurationError: The secret is empty.
        TypeError: The payload is not bytes.
    """
    check_arguments(payload, secret)
    timestamp = str(unix_milliseconds(now))
    return f"t={timestamp}, v1={compute_signature(payload, timestamp, secret)}"


@cache
def _event_decoder() -> Callable[[Any], Event]:
    """Return the decoder of events. Cached, because looking up the decoder of a union of a hundred events takes as long as decoding one."""
    return decoder(cast("Any", Event))


def verify_payload(
    payload: bytes, header: str | None, secret: str | SecretText, tolerance: float, now: float | None
) -> dict[str, Any]:
    """Return the decoded body of a signed request after verifying its signature."""
    check_arguments(payload, secret)
    check_duration("tolerance", tolerance)
    if not header:
        raise SignatureVerificationError(f"the request has no {SIGNATURE_HEADER} header", reason="missing_header")
    if not isinstance(cast("object", header), str):
        hint = "; call .decode()" if isinstance(header, bytes) else f"; pass the value of {SIGNATURE_HEADER} alone"
        raise InvalidArgumentTypeError(f"header must be a str, not {type(header).__name__}{hint}")
    timestamp, signatures = _parse(header)
    expected = compute_signature(payload, timestamp, secret)
    for given in signatures:
        if given.isascii() and hmac.compare_digest(expected, given):  # compare_digest raises for text that is not ASCII
            break
    else:
        raise SignatureVerificationError(
            "no signature in the header matches the body; check the signing secret, and pass the raw body",
            reason="invalid_signature",
        )
    if abs(unix_milliseconds(now) - int(timestamp)) > tolerance * 1000:
        raise SignatureVerificationError(
            f"the timestamp of the signature is more than {tolerance:g} s before or after the current time",
            reason="stale",
        )
    data = read_object(payload)
    if data is None:
        raise SignatureVerificationError("the body is not a JSON object", reason="malformed_payload")
    return data


def _parse(header: str) -> tuple[str, list[str]]:
    """Return the timestamp as text, and the signatures of version 1."""
    match = _COMMON_HEADER.fullmatch(header)
    if match:
        return match[1], [match[2]]
    pairs = [tuple(part.strip() for part in item.split("=", 1)) for item in header[:_MAX_HEADER].split(",")]
    times = [pair[1] for pair in pairs if len(pair) == 2 and pair[0] == "t"]
    signatures = [pair[1] for pair in pairs if len(pair) == 2 and pair[0] == "v1"]
    if len(header) > _MAX_HEADER or len(times) != 1 or not _TIMESTAMP.fullmatch(times[0]) or not signatures:
        raise SignatureVerificationError(
            f"the {SIGNATURE_HEADER} header must look like 't=<milliseconds>, v1=<signature>'",
            reason="malformed_header",
        )
    return times[0], signatures


def check_arguments(payload: bytes, secret: str | SecretText) -> None:
    """Raise an exception if the payload is text, or the secret is empty."""
    if not isinstance(cast("object", payload), (bytes, bytearray, str)):
        raise InvalidArgumentTypeError(
            f"payload must be the raw body as bytes, not {type(payload).__name__}: read the body before it is parsed as JSON"
        )
    if isinstance(payload, str):
        raise InvalidArgumentTypeError(
            "payload must be the raw body as bytes, not a str: text or re-encoded JSON may differ from what was signed"
        )
    if not secret:
        raise ConfigurationError("secret must not be empty; pass the signing secret of the endpoint")
    if not isinstance(cast("object", secret), (str, SecretText)):
        raise InvalidArgumentTypeError(f"secret must be a str, not {type(secret).__name__}")


def compute_signature(payload: bytes, timestamp: str, secret: str | SecretText) -> str:
    """Return the HMAC-SHA-256 of the timestamp and the payload, in hexadecimal."""
    signed = f"{timestamp}.".encode() + payload
    text = secret if isinstance(secret, str) else secret.get_secret_value()
    return hmac.digest(text.encode("utf-8", "surrogatepass"), signed, "sha256").hex()


def unix_milliseconds(now: float | None) -> int:
    """Return a Unix time in milliseconds; None uses the system clock."""
    return round((unix_time() if now is None else now) * 1000)
