"""Every exception of this SDK, and the function that turns an error answer into one.

WorkOSError
├── ConfigurationError          the client lacks something it needs, or is set up in a way that can't be right
├── InvalidArgumentError        an argument can't be sent (also a ValueError)
├── MissingFieldError           the API left out a field that it promises, and it was read (also an AttributeError)
├── APIError                    the API answered with an error
│   ├── BadRequestError             400
│   ├── AuthenticationError         401
│   ├── PermissionDeniedError       403
│   │   └── AuthenticationFlowError     whatever the status: the user has a further step to take before signing in
│   │       ├── EmailVerificationRequiredError
│   │       ├── MfaEnrollmentError
│   │       ├── MfaChallengeError
│   │       ├── OrganizationSelectionRequiredError
│   │       ├── SsoRequiredError
│   │       ├── OrganizationAuthenticationMethodsRequiredError
│   │       └── RadarChallengeError
│   ├── NotFoundError               404
│   ├── ConflictError               409
│   ├── UnprocessableEntityError    422
│   ├── RateLimitExceededError      429
│   └── ServerError                 5xx
├── DecodeError                 the API answered with success, but the body is not what it should be
├── PaginationError             the API sent pages that have no end
├── EventGapError               events were missed that the API does not have any more
├── InvalidTokenError           an access token is not valid
├── StoreUnavailableError       a store that was passed in, such as Redis, can't be reached or refuses
├── DeviceAuthorizationError    the user of a device declined, or took too long
└── APIConnectionError          no answer arrived
    └── APITimeoutError         … in time
"""

import json
from datetime import datetime
from typing import Any

from workos_core.json_types import is_array, is_object

_SHOWN = 300
_JSON_STARTS = ("{", "[", '"')


class WorkOSError(Exception):
    """The root of every exception of this SDK."""

    def __str__(self) -> str:
        attempts = vars(self).get("attempts", 1)
        return super().__str__() if attempts <= 1 else f"{super().__str__()} after {attempts} attempts"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(cls: type[WorkOSError], args: tuple[Any, ...], state: dict[str, Any]) -> WorkOSError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ConfigurationError(WorkOSError):
    """The client lacks something it needs, or is set up in a way that can't be right. No request was sent."""


class InvalidArgumentError(WorkOSError, ValueError):
    """An argument can't be sent to the API. No request was sent."""


class MissingFieldError(WorkOSError, AttributeError):
    """A field was read that the API promises but left out of this answer.

    Attributes:
        model: Name of the model class.
        field: Name of the field.
    """

    def __init__(self, model: str, field: str) -> None:
        super().__init__(f"the API left {field!r} out of this {model}, although it promises it")
        self.model = model
        self.field = field


class DecodeError(WorkOSError):
    """The API answered with success, but the body is not what it should be.

    Attributes:
        path: Where in the body: `$` is the body itself, `$.data[7].name` something inside.
        status: The HTTP status.
        request_id: The `X-Request-ID` of the answer, if it had one.
        body: The body as text, whole.
        attempts: How many times the request was tried.
    """

    def __init__(
        self, message: str, *, path: str, status: int, request_id: str | None, body: str, attempts: int = 1
    ) -> None:
        # JSON may hold tokens, and the texts of exceptions end up in logs; a page of some proxy says what is wrong.
        shown = f"begins {shorten(body)!r}" if body[:1] not in _JSON_STARTS else f"has {len(body)} characters"
        super().__init__(f"{message} at {path} (status {status}, request id {request_id}); the body {shown}")
        self.path = path
        self.status = status
        self.request_id = request_id
        self.body = body
        self.attempts = attempts


class StoreUnavailableError(WorkOSError):
    """A store that was passed in, such as Redis, can't be reached, or refuses."""


class PaginationError(WorkOSError):
    """The API sent a cursor that it had sent before, so the list would never end."""


class EventGapError(WorkOSError):
    """Events were missed that the API does not have any more, since it reaches back 30 days only.

    Attributes:
        since: Up to when nothing is missing.
    """

    def __init__(self, since: datetime) -> None:
        super().__init__(
            f"the events after {since.isoformat()} can't all be had any more: the API keeps events for 30 days. Note the time, bring "
            "your data up to date from the lists of the API, forget the checkpoint (`store.save(None)`) and begin a stream with "
            "`start` at the time you noted"
        )
        self.since = since


class InvalidTokenError(WorkOSError):
    """An access token is not valid.

    Attributes:
        reason: A word for programs, more may come: `malformed`, `wrong_algorithm`, `bad_signature`, `unknown_key`, `expired`,
            `not_yet_valid`, `wrong_issuer`, `wrong_client`, `wrong_kind` (of an agent or a widget), `missing_claim`.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class DeviceAuthorizationError(WorkOSError):
    """The sign-in of a device is over: the user declined, or took too long.

    Attributes:
        error: `access_denied` or `expired_token`.
        error_description: What the API says about it, if it says anything.
    """

    def __init__(self, error: str, error_description: str | None) -> None:
        super().__init__(f"{error}: {shorten(error_description)}" if error_description else error)
        self.error = error
        self.error_description = error_description


class APIConnectionError(WorkOSError):
    """No answer arrived: the connection could not be made, or broke.

    Attributes:
        sent: Whether the request may have reached the API. When false, nothing can have happened there.
        final: Whether trying again is of no use, as with a certificate that is not trusted.
        attempts: How many times the request was tried.
    """

    def __init__(self, message: str, *, sent: bool = True, final: bool = False) -> None:
        super().__init__(message)
        self.sent = sent
        self.final = final
        self.attempts = 1


class APITimeoutError(APIConnectionError):
    """No answer arrived in time."""


class APIError(WorkOSError):
    """The API answered with an error.

    Attributes:
        status: The HTTP status.
        code: The machine-readable `code` of the body, if it has one.
        error: The machine-readable `error` of the body (OAuth 2.0 form), if it has one.
        message: What the body says happened, or the reason phrase of the status.
        errors: The details of the body; `[]` if it has none. Their shape differs between endpoints.
        request_id: The `X-Request-ID` of the answer, for WorkOS support.
        body: The whole body: decoded if it was JSON, else as text.
        attempts: How many times the request was tried.
    """

    def __init__(
        self, message: str, *, status: int, body: Any = None, request_id: str | None = None, where: str = ""
    ) -> None:
        self.body = body
        details = self.details
        self.status = status
        self.code = _text(details.get("code"))
        self.error = _text(details.get("error"))
        self.message = message
        errors = details.get("errors")
        self.errors: list[Any] = errors if is_array(errors) else []
        self.request_id = request_id
        self.attempts = 1
        reason = self.code or self.error
        parts = [f"{status}", *([f"[{reason}]"] if reason else []), message]
        tail = ", ".join([*([where] if where else []), f"request id {request_id}"])
        super().__init__(f"{' '.join(parts)} ({tail})")

    @property
    def details(self) -> dict[str, Any]:
        """The body if it is an object, else an empty one. It has what this class has no attribute for."""
        return self.body if is_object(self.body) else {}


class BadRequestError(APIError):
    """400: the request makes no sense to the API, or a step of a flow was refused; `code` or `error` says which."""


class AuthenticationError(APIError):
    """401: the API key is missing or wrong."""


class PermissionDeniedError(APIError):
    """403: the API key may not do this, or the user has a further step to take before signing in."""


class AuthenticationFlowError(PermissionDeniedError):
    """The user has a further step to take before signing in. The subclass, or `code` or `error`, says which.

    The API sends these with the status 403 or 400, and with the reason in `code` or in `error`; neither makes a difference here.

    Attributes:
        pending_authentication_token: Goes into the next call, together with what the step brings. None where there is none.
        user: The user as the body describes it: `id`, `email` and so on. None where the body has none.
        email: The e-mail address, where the body has one.
    """

    @property
    def pending_authentication_token(self) -> str | None:
        """Goes into the next call, together with what the step brings."""
        return _text(self.details.get("pending_authentication_token"))

    @property
    def user(self) -> dict[str, Any] | None:
        """The user as the body describes it."""
        value = self.details.get("user")
        return value if is_object(value) else None

    @property
    def email(self) -> str | None:
        """The e-mail address, where the body has one."""
        return _text(self.details.get("email"))

    def _list(self, *names: str) -> list[Any]:
        for name in names:
            value = self.details.get(name)
            if is_array(value):
                return value
        return []


class EmailVerificationRequiredError(AuthenticationFlowError):
    """The user must prove the e-mail address: go on with `authenticate_with_email_verification`."""

    @property
    def email_verification_id(self) -> str | None:
        """The id for `get_email_verification`, whose code you send yourself where WorkOS does not."""
        return _text(self.details.get("email_verification_id"))


class MfaEnrollmentError(AuthenticationFlowError):
    """The user must enroll a second factor first: `enroll_auth_factor`, then as with MfaChallengeError."""


class MfaChallengeError(AuthenticationFlowError):
    """The user must use a second factor: challenge one of them, then go on with `authenticate_with_totp`."""

    @property
    def authentication_factors(self) -> list[Any]:
        """The user's factors, each with `id` and `type`."""
        return self._list("authentication_factors")


class OrganizationSelectionRequiredError(AuthenticationFlowError):
    """The user must choose an organization: go on with `authenticate_with_organization_selection`."""

    @property
    def organizations(self) -> list[Any]:
        """The organizations to choose from, each with `id` and `name`."""
        return self._list("organizations")


class SsoRequiredError(AuthenticationFlowError):
    """The user must sign in through SSO: send the browser to the authorization URL of one of the connections."""

    @property
    def connection_ids(self) -> list[Any]:
        """The ids of the connections the user can sign in with."""
        return self._list("connection_ids", "sso_connection_ids")


class OrganizationAuthenticationMethodsRequiredError(AuthenticationFlowError):
    """The organization does not allow this way to sign in."""

    @property
    def sso_connection_ids(self) -> list[Any]:
        """The ids of the connections the user can sign in with."""
        return self._list("sso_connection_ids", "connection_ids")

    @property
    def auth_methods(self) -> dict[str, Any]:
        """Which ways are allowed: `password`, `magic_auth`, `google_oauth` and so on, each true or false."""
        value = self.details.get("auth_methods")
        return value if is_object(value) else {}


class RadarChallengeError(AuthenticationFlowError):
    """Radar wants the user to prove who they are by a code; `code` says how it is sent.

    Go on with `authenticate_with_radar_email_challenge` or `authenticate_with_radar_sms_challenge`.
    """

    @property
    def radar_challenge_id(self) -> str | None:
        """The id of the challenge, where the body has one."""
        return _text(self.details.get("radar_challenge_id"))


class NotFoundError(APIError):
    """404: there is no such object in this environment."""


class ConflictError(APIError):
    """409: the request contradicts what is there already."""


class UnprocessableEntityError(APIError):
    """422: a value of the request is not acceptable; `errors` names the fields."""


class RateLimitExceededError(APIError):
    """429: too many requests.

    Attributes:
        retry_after: Seconds to wait as the API asked, if it did.
    """

    retry_after: float | None = None


class ServerError(APIError):
    """5xx: something failed inside the API or on the way to it."""


_BY_STATUS: dict[int, type[APIError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitExceededError,
}


_BY_REASON: dict[str, type[APIError]] = {
    "email_verification_required": EmailVerificationRequiredError,
    "mfa_enrollment": MfaEnrollmentError,
    "mfa_challenge": MfaChallengeError,
    "mfa_verification": MfaChallengeError,
    "organization_selection_required": OrganizationSelectionRequiredError,
    "sso_required": SsoRequiredError,
    "organization_authentication_methods_required": OrganizationAuthenticationMethodsRequiredError,
    "radar_challenge": RadarChallengeError,
    "radar_sign_up_challenge": RadarChallengeError,
    "radar_sms_sign_in_challenge": RadarChallengeError,
    "radar_email_challenge": RadarChallengeError,
    "radar_sms_challenge": RadarChallengeError,
    "passkey_progressive_enrollment": AuthenticationFlowError,
    "application_consent_required": AuthenticationFlowError,
}


def error_from_response(
    status: int, content: bytes, request_id: str | None, *, where: str = "", retry_after: float | None = None
) -> APIError:
    """The exception for an answer that is not a success. Whatever the body is, this returns an error and raises none."""
    text = content.decode("utf-8", "replace")
    try:
        body: Any = json.loads(text)
    except (ValueError, RecursionError):
        body = text
    cls = _by_reason(status, body) or _BY_STATUS.get(status) or (ServerError if status >= 500 else APIError)
    error = cls(_message(body, status), status=status, body=body, request_id=request_id, where=where)
    if isinstance(error, RateLimitExceededError):
        error.retry_after = retry_after
    return error


def _by_reason(status: int, body: Any) -> type[APIError] | None:
    """Steps of a sign-in have their own classes, whether the reason stands in `code` or in `error` and whatever 4xx it came with."""
    if not is_object(body) or not 400 <= status < 500:
        return None
    reasons = [_text(body.get(name)) for name in ("code", "error")]
    return next((_BY_REASON[reason] for reason in reasons if reason in _BY_REASON), None)


def _message(body: Any, status: int) -> str:
    if is_object(body):
        for key in ("message", "error_description", "error"):
            value = body.get(key)
            if isinstance(value, str) and value:
                return value
            if is_array(value) and value:
                return "; ".join(str(part) for part in value)
    if isinstance(body, str) and body.strip():
        return shorten(" ".join(body.split()))
    return "redirect not followed" if 300 <= status < 400 else "the API gave no reason"


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def shorten(text: str) -> str:
    """At most the first 300 characters, for messages."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
