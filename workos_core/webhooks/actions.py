"""Actions: verify requests and sign responses."""

from typing import Any, Literal, NotRequired, TypedDict, cast, get_args

from workos_core.argument_checks import check_text
from workos_core.errors import InvalidArgumentError
from workos_core.serialization.json_text import write_json
from workos_core.webhooks.signatures import check_arguments, compute_signature, unix_milliseconds, verify_payload

ActionKind = Literal["authentication", "user_registration"]
Verdict = Literal["Allow", "Deny"]


class AuthenticationActionContext(TypedDict):
    """The context of a sign-in. Decode its objects with `from_dict`, such as `from_dict(User, context["user"])`.

    Attributes:
        id: The ID of the request.
        object: Always `authentication_action_context`.
        user: The user who signs in.
        organization: The organization that the user signs in to.
        organization_membership: The membership of the user in this organization.
        authentication_method: How the user signs in, such as `Password`.
        ip_address: The IP address of the browser.
        user_agent: The `User-Agent` header of the browser.
        device_fingerprint: The fingerprint of the device.
        issuer: The issuer of the tokens.
    """

    id: str
    object: Literal["authentication_action_context"]
    user: dict[str, Any]
    organization: NotRequired[dict[str, Any]]
    organization_membership: NotRequired[dict[str, Any]]
    authentication_method: NotRequired[str]
    ip_address: NotRequired[str]
    user_agent: NotRequired[str]
    device_fingerprint: NotRequired[str]
    issuer: NotRequired[str]


class ActionUserData(TypedDict):
    """The data with which a user registers.

    Attributes:
        object: Always `user_data`.
        email: The email address.
        name: The full name; None if it is unknown.
        first_name: The first name.
        last_name: The last name.
    """

    object: Literal["user_data"]
    email: str
    name: NotRequired[str | None]
    first_name: str
    last_name: str


class UserRegistrationActionContext(TypedDict):
    """The context of a registration.

    Attributes:
        id: The ID of the request.
        object: Always `user_registration_action_context`.
        user_data: The data with which the user registers.
        invitation: The invitation that the user accepts.
        authentication_method: How the user signs in, such as `Password`.
        ip_address: The IP address of the browser.
        user_agent: The `User-Agent` header of the browser.
        device_fingerprint: The fingerprint of the device.
    """

    id: str
    object: Literal["user_registration_action_context"]
    user_data: ActionUserData
    invitation: NotRequired[dict[str, Any]]
    authentication_method: NotRequired[str]
    ip_address: NotRequired[str]
    user_agent: NotRequired[str]
    device_fingerprint: NotRequired[str]


ActionContext = AuthenticationActionContext | UserRegistrationActionContext
"""The context of an Action. Its `object` says which one it is, and type checkers narrow the type by it."""


class ActionVerdict(TypedDict):
    """The signed part of the response to an Action.

    Attributes:
        timestamp: The Unix time of the response in milliseconds.
        verdict: Whether the user may continue.
        error_message: The message to show to a user who is denied.
    """

    timestamp: int
    verdict: Verdict
    error_message: NotRequired[str]


class ActionResponse(TypedDict):
    """The response to an Action.

    Attributes:
        object: The kind of response.
        payload: The verdict.
        signature: The signature of the verdict.
    """

    object: Literal["authentication_action_response", "user_registration_action_response"]
    payload: ActionVerdict
    signature: str


def construct_action(
    payload: bytes, header: str | None, secret: str, *, tolerance: float = 30, now: float | None = None
) -> ActionContext:
    """Verify that an Action request comes from WorkOS, and return its context as decoded JSON.

    The arguments and errors are those of `construct_event`. The default tolerance is shorter, because WorkOS waits for the response.
    """
    return cast("ActionContext", verify_payload(payload, header, secret, tolerance, now))


def sign_action_response(
    kind: ActionKind, verdict: Verdict, secret: str, *, error_message: str | None = None, now: float | None = None
) -> ActionResponse:
    """Return the signed response to an Action, to be sent as JSON.

    Args:
        kind: The type of the Action.
        verdict: Whether to allow the user to continue.
        secret: The signing secret of the Action.
        error_message: The message to show to a user who is denied; ignored if the verdict is `Allow`.
        now: The current Unix time in seconds; None uses the system clock.

    Raises:
        ConfigurationError: The secret is empty.
        InvalidArgumentError: The kind or the verdict is unknown.
    """
    for name, value, choices in (("kind", kind, get_args(ActionKind)), ("verdict", verdict, get_args(Verdict))):
        if value not in choices:
            raise InvalidArgumentError(f"{name} must be {' or '.join(map(repr, choices))} (got {value!r})")
    if error_message is not None:
        check_text("error_message", error_message)
    timestamp = unix_milliseconds(now)
    check_arguments(b"", secret)
    payload: ActionVerdict = {"timestamp": timestamp, "verdict": verdict}
    if verdict == "Deny" and error_message:
        payload["error_message"] = error_message
    signature = compute_signature(write_json(payload) or b"", str(timestamp), secret)
    object_: Any = f"{kind}_action_response"
    return {"object": object_, "payload": payload, "signature": signature}
