"""The signatures of webhooks and Actions: HMAC-SHA-256 over a time and the raw body."""

import hmac
import re
import time
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from workos_core.errors import ConfigurationError, WorkOSError
from workos_core.models.events import Event
from workos_core.serialization.converter import decoder
from workos_core.serialization.json_text import read_object
from workos_core.serialization.structure_errors import StructureError

SIGNATURE_HEADER = "WorkOS-Signature"
"""The header that has the signature, of webhooks and Actions alike."""

_MAX_HEADER = 8192
_TIMESTAMP = re.compile(r"[0-9]{1,16}")
_USUAL_HEADER = re.compile(r"t=([0-9]{1,16}), v1=([0-9a-f]{64})")


class SignatureVerificationError(WorkOSError):
    """A webhook or Action is not genuine, too old, or not what it should be. Answer it with the status 400.

    Attributes:
        reason: A word for programs, more may come.
            `missing_header`, `malformed_header`, `invalid_signature`; `stale`, when the signature is right and its time too far from
            now; `malformed_payload`, when the signature is right and the body is no JSON object of the right shape.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


def construct_event(
    payload: bytes, header: str | None, secret: str, *, tolerance: float = 180, now: float | None = None
) -> Event:
    """Check that a webhook comes from WorkOS and return its event. An event of an unknown kind is an UnknownEvent.

    The same webhook may come more than once, from WorkOS or, within the tolerance, from somebody who has seen it: keep the ids of
    events that you have handled.

    Args:
        payload: The body of the request as it arrived, before anything has parsed it.
        header: The `WorkOS-Signature` header; None when the request has none.
        secret: The signing secret of the webhook endpoint.
        tolerance: Seconds by which the time of the signature may differ from now, both ways.
        now: Unix time in seconds; None is the present.

    Raises:
        SignatureVerificationError: It is not from WorkOS, or not from now. Nothing else is raised, whatever the request is.
        ConfigurationError: The secret is empty.
        TypeError: The payload is not bytes.
    """
    data = verify_payload(payload, header, secret, tolerance, now)
    try:
        return _event_decoder()(data)
    except StructureError as error:
        problem = str(error)
    raise SignatureVerificationError(f"the body is no event: {problem}", reason="malformed_payload")


def sign(payload: bytes, secret: str, *, now: float | None = None) -> str:
    """Make the `WorkOS-Signature` header that WorkOS would send with a body. For tests.

    Args:
        payload: The body.
        secret: The signing secret.
        now: Unix time in seconds; None is the present.

    Raises:
        ConfigurationError: The secret is empty.
        TypeError: The payload is not bytes.
    """
    check_arguments(payload, secret)
    timestamp = str(unix_milliseconds(now))
    return f"t={timestamp}, v1={compute_signature(payload, timestamp, secret)}"


@cache
def _event_decoder() -> Callable[[Any], Event]:
    """Kept: to find the decoder of a union of a hundred events takes as long as to decode one."""
    return decoder(cast("Any", Event))


def verify_payload(
    payload: bytes, header: str | None, secret: str, tolerance: float, now: float | None
) -> dict[str, Any]:
    """Return the decoded body of a signed request once its signature is verified."""
    check_arguments(payload, secret)
    if not header:
        raise SignatureVerificationError(f"the request has no {SIGNATURE_HEADER} header", reason="missing_header")
    timestamp, signatures = _parse(header)
    expected = compute_signature(payload, timestamp, secret)
    for given in signatures:
        if given.isascii() and hmac.compare_digest(expected, given):  # which takes no text beyond ASCII
            break
    else:
        raise SignatureVerificationError("no signature of the header is that of the body", reason="invalid_signature")
    if abs(unix_milliseconds(now) - int(timestamp)) > tolerance * 1000:
        raise SignatureVerificationError(
            f"the signature was made more than {tolerance:g} s before or after now", reason="stale"
        )
    data = read_object(payload)
    if data is None:
        raise SignatureVerificationError("the body is no JSON object", reason="malformed_payload")
    return data


def _parse(header: str) -> tuple[str, list[str]]:
    """The time as it stands in the header, and the signatures of version 1."""
    usual = _USUAL_HEADER.fullmatch(header)
    if usual:
        return usual[1], [usual[2]]
    pairs = [tuple(part.strip() for part in item.split("=", 1)) for item in header[:_MAX_HEADER].split(",")]
    times = [pair[1] for pair in pairs if len(pair) == 2 and pair[0] == "t"]
    signatures = [pair[1] for pair in pairs if len(pair) == 2 and pair[0] == "v1"]
    if len(header) > _MAX_HEADER or len(times) != 1 or not _TIMESTAMP.fullmatch(times[0]) or not signatures:
        raise SignatureVerificationError(
            f"the {SIGNATURE_HEADER} header does not look like 't=<milliseconds>, v1=<signature>'",
            reason="malformed_header",
        )
    return times[0], signatures


def check_arguments(payload: bytes, secret: str) -> None:
    """Raise for a payload that is not bytes or a missing secret."""
    if isinstance(payload, str):
        raise TypeError(
            "pass the raw body as bytes, as it arrived: text or JSON that was parsed and written again may differ"
        )
    if not secret:
        raise ConfigurationError("there is no signing secret")


def compute_signature(payload: bytes, timestamp: str, secret: str) -> str:
    """Return the HMAC-SHA-256 of the timestamp and the payload, in hexadecimal."""
    signed = f"{timestamp}.".encode() + payload
    return hmac.digest(secret.encode("utf-8", "surrogatepass"), signed, "sha256").hex()


def unix_milliseconds(now: float | None) -> int:
    """Return a Unix time in milliseconds; None means now."""
    return round((time.time() if now is None else now) * 1000)
