"""The hand-written methods of `workos.webhooks` and `workos.actions`, which verify and create signatures without any I/O."""

from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.lazy_names import lazy_type
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.events import Event
    from workos_core.webhooks.actions import ActionContext, ActionKind, ActionResponse, Verdict
else:
    Event = lazy_type("workos_core.models.events", "Event")
    ActionContext = lazy_type("workos_core.webhooks.actions", "ActionContext")
    ActionKind = lazy_type("workos_core.webhooks.actions", "ActionKind")
    ActionResponse = lazy_type("workos_core.webhooks.actions", "ActionResponse")
    Verdict = lazy_type("workos_core.webhooks.actions", "Verdict")

WEBHOOK_TOLERANCE = 180.0
"""Seconds."""
ACTION_TOLERANCE = 30.0
"""Seconds; shorter, since a user is waiting for the response."""


@hides_locals
class WebhookMethods(ResourceClient):
    """Methods to verify webhooks."""

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    def construct_event(
        self, payload: bytes, header: str | None, secret: str, *, tolerance: float = WEBHOOK_TOLERANCE
    ) -> "Event":
        """Verify the signature of a webhook and return its event, typed by `event`.

        Args:
            payload: The raw body of the request, before it is parsed.
            header: The `WorkOS-Signature` header, or `None` if the request has none.
            secret: The signing secret of the webhook endpoint.
            tolerance: Seconds by which the timestamp of the signature may differ from the current time, in both directions.

        Raises:
            SignatureVerificationError: The signature is missing or invalid, or its timestamp exceeds `tolerance`. Respond with 400.
            ConfigurationError: The secret is empty.
            TypeError: The payload is not bytes.
        """
        from workos_core.webhooks.signatures import construct_event

        return construct_event(payload, header, secret, tolerance=tolerance)

    def verify(
        self, payload: bytes, header: str | None, secret: str, *, tolerance: float = WEBHOOK_TOLERANCE
    ) -> "Event":
        """Verify a webhook. The same as `construct_event`."""
        return self.construct_event(payload, header, secret, tolerance=tolerance)


@hides_locals
class Actions:
    """Methods for Actions: WorkOS calls your server during a sign-in or registration, and your signed response allows or denies it."""

    __slots__ = ()

    def construct_action(
        self, payload: bytes, header: str | None, secret: str, *, tolerance: float = ACTION_TOLERANCE
    ) -> "ActionContext":
        """Verify the signature of the request of an Action and return its context as decoded JSON.

        Args:
            payload: The raw body of the request, before it is parsed.
            header: The `WorkOS-Signature` header, or `None` if the request has none.
            secret: The signing secret of the Action.
            tolerance: Seconds by which the timestamp of the signature may differ from the current time, in both directions.

        Raises:
            SignatureVerificationError: The signature is missing or invalid, or its timestamp exceeds `tolerance`. Respond with 400.
            ConfigurationError: The secret is empty.
            TypeError: The payload is not bytes.
        """
        from workos_core.webhooks.actions import construct_action

        return construct_action(payload, header, secret, tolerance=tolerance)

    def verify(
        self, payload: bytes, header: str | None, secret: str, *, tolerance: float = ACTION_TOLERANCE
    ) -> "ActionContext":
        """Verify the request of an Action. The same as `construct_action`."""
        return self.construct_action(payload, header, secret, tolerance=tolerance)

    def sign_response(
        self, kind: "ActionKind", verdict: "Verdict", secret: str, *, error_message: str | None = None
    ) -> "ActionResponse":
        """Return the signed response to an Action, to be sent as JSON.

        Args:
            kind: The kind of Action that you respond to.
            verdict: Whether to allow or deny the sign-in or registration.
            secret: The signing secret of the Action.
            error_message: The message to show to a denied user. It is omitted from a response that allows.

        Raises:
            ConfigurationError: The secret is empty.
        """
        from workos_core.webhooks.actions import sign_action_response

        return sign_action_response(kind, verdict, secret, error_message=error_message)
