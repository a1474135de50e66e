"""Actions: verify requests and sign responses."""

from typing import Any, Literal

from workos_core.serialization.json_text import write_json
from workos_core.webhooks.signatures import check_arguments, compute_signature, unix_milliseconds, verify_payload

ActionKind = Literal["authentication", "user_registration"]
Verdict = Literal["Allow", "Deny"]


def construct_action(
    payload: bytes, header: str | None, secret: str, *, tolerance: float = 30, now: float | None = None
) -> dict[str, Any]:
    """Verify that an Action request comes from WorkOS, and return its context as decoded JSON.

    The arguments and errors are those of `construct_event`. The default tolerance is shorter, because WorkOS waits for the response.
    """
    return verify_payload(payload, header, secret, tolerance, now)


def sign_action_response(
    kind: ActionKind, verdict: Verdict, secret: str, *, error_message: str | None = None, now: float | None = None
) -> dict[str, Any]:
    """Return the signed response to an Action, to be sent as JSON.

    Args:
        kind: The type of the Action.
        verdict: Whether to allow the user to continue.
        secret: The signing secret of the Action.
        error_message: The message to show to a user who is denied; ignored if the verdict is `Allow`.
        now: The current Unix time in seconds; None uses the system clock.

    Raises:
        ConfigurationError: The secret is empty.
    """
    timestamp = unix_milliseconds(now)
    check_arguments(b"", secret)
    payload: dict[str, Any] = {"timestamp": timestamp, "verdict": verdict}
    if verdict == "Deny" and error_message:
        payload["error_message"] = error_message
    signature = compute_signature(write_json(payload) or b"", str(timestamp), secret)
    return {"object": f"{kind}_action_response", "payload": payload, "signature": signature}
