"""The methods of `workos.webhooks` and `workos.actions` that check and sign; they do no I/O. What they do is in `signatures`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.events import Event
    from workos_core.webhooks.actions import ActionKind, Verdict

WEBHOOK_TOLERANCE = 180.0
"""Seconds."""
ACTION_TOLERANCE = 30.0
"""Seconds; shorter, since someone waits for the answer."""


class WebhookMethods:
    """The written methods of `webhooks`."""

    __slots__ = ("_requestor",)

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    def construct_event(
        self, payload: bytes, header: str | None, secret: str, *, tolerance: float = WEBHOOK_TOLERANCE
    ) -> "Event":
        """Check that a webhook comes from WorkOS and return its event, typed by `event`.

        Args:
            payload: The body of the request as it arrived, before anything has parsed it.
            header: The `WorkOS-Signature` header; None when the request has none.
            secret: The signing secret of the webhook endpoint.
            tolerance: Seconds by which the time of the signature may differ from now, both ways.

        Raises:
            SignatureVerificationError: It is not from WorkOS, or not from now. Answer with the status 400.
            ConfigurationError: The secret is empty.
            TypeError: The payload is not bytes.
        """
        from workos_core.webhooks.signatures import construct_event

        return construct_event(payload, header, secret, tolerance=tolerance)

    def verify(
        self, payload: bytes, header: str | None, secret: str, *, tolerance: float = WEBHOOK_TOLERANCE
    ) -> "Event":
        """The same as `construct_event`."""
        return self.construct_event(payload, header, secret, tolerance=tolerance)


class Actions:
    """Actions: WorkOS asks your server during a sign-in or a registration, and the signed answer decides how it goes on."""

    __slots__ = ()

    def construct_action(
        self, payload: bytes, header: str | None, secret: str, *, tolerance: float = ACTION_TOLERANCE
    ) -> dict[str, Any]:
        """Check that the request of an Action comes from WorkOS and return its context as decoded JSON.

        Args:
            payload: The body of the request as it arrived, before anything has parsed it.
            header: The `WorkOS-Signature` header; None when the request has none.
            secret: The signing secret of the Action.
            tolerance: Seconds by which the time of the signature may differ from now, both ways.

        Raises:
            SignatureVerificationError: It is not from WorkOS, or not from now. Answer with the status 400.
            ConfigurationError: The secret is empty.
            TypeError: The payload is not bytes.
        """
        from workos_core.webhooks.actions import construct_action

        return construct_action(payload, header, secret, tolerance=tolerance)

    def verify(
        self, payload: bytes, header: str | None, secret: str, *, tolerance: float = ACTION_TOLERANCE
    ) -> dict[str, Any]:
        """The same as `construct_action`."""
        return self.construct_action(payload, header, secret, tolerance=tolerance)

    def sign_response(
        self, kind: "ActionKind", verdict: "Verdict", secret: str, *, error_message: str | None = None
    ) -> dict[str, Any]:
        """Make the signed answer to an Action, to be sent as JSON.

        Args:
            kind: Which Action it answers.
            verdict: Whether the user may go on.
            secret: The signing secret of the Action.
            error_message: What to tell a user who may not; left out of an answer that allows.

        Raises:
            ConfigurationError: The secret is empty.
        """
        from workos_core.webhooks.actions import sign_action_response

        return sign_action_response(kind, verdict, secret, error_message=error_message)
