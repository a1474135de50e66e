"""Every exception of this SDK, and the function that turns an error answer into one.

WorkOSError
├── ConfigurationError          the client lacks something it needs, or is set up in a way that can't be right
├── InvalidArgumentError        an argument can't be sent (also a ValueError)
├── MissingFieldError           the API left out a field that it promises, and it was read (also an AttributeError)
├── APIError                    the API answered with an error
│   ├── BadRequestError             400
│   ├── AuthenticationError         401
│   ├── PermissionDeniedError       403
│   ├── NotFoundError               404
│   ├── ConflictError               409
│   ├── UnprocessableEntityError    422
│   ├── RateLimitExceededError      429
│   └── ServerError                 5xx
├── DecodeError                 the API answered with success, but the body is not what it should be
├── PaginationError             the API sent pages that have no end
├── InvalidTokenError           an access token is not valid
└── APIConnectionError          no answer arrived
    └── APITimeoutError         … in time
"""

import json
from typing import Any

from workos_core.shapes import is_array, is_object

_SHOWN = 300


class WorkOSError(Exception):
    """The root of every exception of this SDK."""

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
    """

    def __init__(self, message: str, *, path: str, status: int, request_id: str | None, body: str) -> None:
        super().__init__(
            f"{message} at {path} (status {status}, request id {request_id}); the body begins: {shorten(body)!r}"
        )
        self.path = path
        self.status = status
        self.request_id = request_id
        self.body = body


class PaginationError(WorkOSError):
    """The API sent a cursor that it had sent before, so the list would never end."""


class InvalidTokenError(WorkOSError):
    """An access token is not valid.

    Attributes:
        reason: A word for programs: `malformed`, `expired`, `not_yet_valid`, `bad_signature`, `unknown_key`, `wrong_issuer`, `wrong_client`, `missing_claim`.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class APIConnectionError(WorkOSError):
    """No answer arrived: the connection could not be made, or broke.

    Attributes:
        sent: Whether the request may have reached the API. When false, nothing can have happened there.
        attempts: How many times the request was tried.
    """

    def __init__(self, message: str, *, sent: bool = True) -> None:
        super().__init__(message)
        self.sent = sent
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
        details = body if is_object(body) else {}
        self.status = status
        self.code = _text(details.get("code"))
        self.error = _text(details.get("error"))
        self.message = message
        errors = details.get("errors")
        self.errors: list[Any] = errors if is_array(errors) else []
        self.request_id = request_id
        self.body = body
        self.attempts = 1
        reason = self.code or self.error
        parts = [f"{status}", *([f"[{reason}]"] if reason else []), message]
        tail = ", ".join([*([where] if where else []), f"request id {request_id}"])
        super().__init__(f"{' '.join(parts)} ({tail})")


class BadRequestError(APIError):
    """400: the request makes no sense to the API, or a step of a flow was refused; `code` or `error` says which."""


class AuthenticationError(APIError):
    """401: the API key is missing or wrong."""


class PermissionDeniedError(APIError):
    """403: the API key may not do this, or the user has a further step to take before signing in."""


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


def error_from_response(
    status: int, content: bytes, request_id: str | None, *, where: str = "", retry_after: float | None = None
) -> APIError:
    """The exception for an answer that is not a success. Whatever the body is, this returns an error and raises none."""
    text = content.decode("utf-8", "replace")
    try:
        body: Any = json.loads(text)
    except ValueError:
        body = text
    cls = _BY_STATUS.get(status) or (ServerError if status >= 500 else APIError)
    error = cls(_message(body, status), status=status, body=body, request_id=request_id, where=where)
    if isinstance(error, RateLimitExceededError):
        error.retry_after = retry_after
    return error


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
