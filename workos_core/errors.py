"""The exceptions of this SDK.

WorkOSError
├── ConfigurationError          a required setting is missing, or a setting is invalid
├── InvalidArgumentError        an argument is invalid (also a ValueError)
│   └── InvalidArgumentTypeError an argument has the wrong type (also a TypeError)
├── MissingFieldError           a required field was read that the response does not have (also an AttributeError)
├── APIError                    the API returned an error response
│   ├── BadRequestError             400
│   ├── AuthenticationError         401
│   ├── PermissionDeniedError       403
│   │   └── AuthenticationFlowError     any 4xx: the user must complete another step, or sign in in another way
│   │       ├── EmailCompletionRequiredError
│   │       ├── EmailVerificationRequiredError
│   │       ├── MfaEnrollmentError
│   │       ├── MfaChallengeError
│   │       ├── OrganizationSelectionRequiredError
│   │       ├── SsoRequiredError
│   │       ├── OrganizationAuthenticationMethodsRequiredError
│   │       ├── AuthenticationMethodNotAllowedError
│   │       ├── EmailPasswordAuthDisabledError
│   │       ├── PasskeyProgressiveEnrollmentError
│   │       └── RadarChallengeError
│   ├── NotFoundError               404
│   ├── ConflictError               409
│   ├── UnprocessableEntityError    422
│   ├── RateLimitExceededError      429
│   └── ServerError                 5xx
├── DecodeError                 the API returned a successful response with an invalid body
├── PaginationError             the API sent a pagination cursor twice
├── EventGapError               events were missed that the API no longer has
├── LeaseLostError              another consumer has taken over an event stream
├── InvalidTokenError           an access token is invalid
├── StoreUnavailableError       a store that you passed in, such as Redis, is unreachable or rejects commands
├── ConnectionNeededError       a user must connect an account with Pipes
├── AgentSessionRevokedError    the session of an agent was revoked
├── DeviceAuthorizationError    the user denied the device authorization, or it expired
└── APIConnectionError          no response was received
    └── APITimeoutError             no response was received in time
        └── RateLimitTimeoutError   not sent: the wait for a rate limit would have been too long
"""

from datetime import datetime
from typing import Any, Literal

from workos_core.json_types import is_array, is_object

_MAX_SHOWN_DETAILS = 5
_MAX_SHOWN_CHARACTERS = 300
_JSON_STARTS = ("{", "[", '"')
_BEFORE_JSON = " \t\r\n\0\ufeff\ufffd"
"""White space and byte order marks; that of UTF-16 is decoded to replacement characters."""


class WorkOSDeprecationWarning(DeprecationWarning):
    """A warning about a part of the SDK that you use and that a later version removes. The text says what to use instead."""


class WorkOSError(Exception):
    """The base class of every exception of this SDK."""

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
    """A required setting of the client is missing, or a setting is invalid. No request was sent."""


class InvalidArgumentError(WorkOSError, ValueError):
    """An argument is invalid. No request was sent."""


class InvalidArgumentTypeError(InvalidArgumentError, TypeError):
    """An argument has the wrong type. No request was sent."""


class MissingFieldError(WorkOSError, AttributeError):
    """A required field was read that the API response does not have.

    Attributes:
        model: The name of the model class.
        field: The name of the field.
    """

    def __init__(self, model: str, field: str) -> None:
        super().__init__(f"{model}.{field} is required but missing from the API response; check with hasattr() first")
        self.model = model
        self.field = field


class DecodeError(WorkOSError):
    """The API returned a successful response whose body is not valid JSON, or has the wrong structure.

    Reading `user` of a session or an identity raises it as well if the user in the session cookie has the wrong structure.

    Attributes:
        path: The position in the body: `$` is the body itself, `$.data[7].name` a value in it.
        status: The HTTP status code; `None` for the user in a session cookie.
        request_id: The `X-Request-ID` of the response, if it has one.
        body: The complete body as text.
        attempts: The number of attempts, including the first.
    """

    def __init__(
        self, message: str, *, path: str, status: int | None, request_id: str | None, body: str, attempts: int = 1
    ) -> None:
        # JSON may contain tokens, and exception messages end up in logs. Other text, such as the page of a proxy, helps to find the cause.
        is_json = body.lstrip(_BEFORE_JSON)[:1] in _JSON_STARTS
        summary = f"has {len(body)} characters" if is_json else f"starts with {shorten(body)!r}"
        origin = "" if status is None else f" (status {status}, request ID {request_id}); the body {summary}"
        super().__init__(f"{message} at {path}{origin}")
        self.path = path
        self.status = status
        self.request_id = request_id
        self.body = body
        self.attempts = attempts


class StoreUnavailableError(WorkOSError):
    """A store that you passed in, such as Redis, is unreachable or rejects commands."""


class PaginationError(WorkOSError):
    """The API sent a pagination cursor that it had sent before, so the list would never end."""


class EventGapError(WorkOSError):
    """Events were missed that the API no longer has: it keeps events for 30 days.

    Attributes:
        since: The time up to which no event was missed.
    """

    def __init__(self, since: datetime) -> None:
        super().__init__(
            f"some events after {since.isoformat()} are no longer available: the API keeps events for 30 days. Note the current time, "
            "resynchronize your data with the list methods, reset the checkpoint (`store.save(None)`) and open a stream with `start` "
            "set to the time you noted"
        )
        self.since = since


class LeaseLostError(WorkOSError):
    """Another consumer has taken over the event stream. The position was not saved: the other consumer handles the current event.

    If it was raised by a transaction, the transaction was rolled back.
    """


class InvalidTokenError(WorkOSError):
    """An access token is invalid.

    Attributes:
        reason: A machine-readable code: `malformed`, `wrong_algorithm`, `bad_signature`, `unknown_key`, `expired`, `not_yet_valid`, `wrong_issuer`,
            `wrong_audience`, `wrong_client`, `wrong_kind` (a token of something other than accepted, such as an agent or a Connect application)
            or `missing_claim`. Later versions may add codes.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class DeviceAuthorizationError(WorkOSError):
    """The user denied the device authorization, or it expired.

    Attributes:
        error: `access_denied` or `expired_token`.
        error_description: The description in the API response, if it has one.
    """

    def __init__(self, error: str, error_description: str | None) -> None:
        super().__init__(f"{error}: {shorten(error_description)}" if error_description else error)
        self.error = error
        self.error_description = error_description


class ConnectionNeededError(WorkOSError):
    """A user must connect their account of a provider with Pipes, or grant more scopes.

    Attributes:
        provider: The slug of the data integration.
        reason: `not_installed` if no account is connected, `needs_reauthorization` if it must be connected again, or `missing_scopes`.
        missing_scopes: The requested scopes that were not granted, for `missing_scopes`.
        authorize_url: The URL to send the user's browser to. It is only for this user.
    """

    def __init__(
        self,
        provider: str,
        reason: Literal["not_installed", "needs_reauthorization", "missing_scopes"],
        missing_scopes: tuple[str, ...],
        authorize_url: str,
    ) -> None:
        explanations = {
            "not_installed": "has not connected an account",
            "needs_reauthorization": "must connect the account again",
            "missing_scopes": f"has not granted the scopes {', '.join(missing_scopes)}",
        }
        super().__init__(f"{provider}: the user {explanations[reason]}; send them to authorize_url")
        self.provider = provider
        self.reason: Literal["not_installed", "needs_reauthorization", "missing_scopes"] = reason
        self.missing_scopes = missing_scopes
        self.authorize_url = authorize_url


class AgentSessionRevokedError(WorkOSError):
    """The session of an agent was revoked, its instance was deleted, or the session of its user has ended.

    Attributes:
        agent_instance_session_id: The ID of the session.
    """

    def __init__(self, agent_instance_session_id: str) -> None:
        super().__init__(
            f"the agent session {agent_instance_session_id} was revoked; start a new one only if that is still wanted"
        )
        self.agent_instance_session_id = agent_instance_session_id


class APIConnectionError(WorkOSError):
    """No response was received: the connection could not be established, or it broke.

    Attributes:
        sent: Whether the request may have reached the API. If False, the API has not processed it.
        final: Whether a retry would fail as well, as with an untrusted certificate.
        attempts: The number of attempts, including the first.
    """

    def __init__(self, message: str, *, sent: bool = True, final: bool = False) -> None:
        super().__init__(message)
        self.sent = sent
        self.final = final
        self.attempts = 1


class APITimeoutError(APIConnectionError):
    """No response was received in time."""


class RateLimitTimeoutError(APITimeoutError):
    """The request was not sent: it would have to wait for a rate limit longer than its deadline or `max_wait` of the limiter allows.

    Also raised if the API rejects all requests that count toward the limit, again after several pauses.

    Attributes:
        limit: The name of the rate limit.
        scope: What the limit counts by, such as `ip` or `email`.
        delay: The seconds until the request could be sent, as far as is known.
    """

    def __init__(self, message: str, *, limit: str, scope: str, delay: float) -> None:
        super().__init__(message, sent=False, final=True)
        self.limit = limit
        self.scope = scope
        self.delay = delay


class APIError(WorkOSError):
    """The API returned an error response.

    Attributes:
        status: The HTTP status code.
        code: The machine-readable `code` in the body, if it has one.
        error: The machine-readable `error` in the body (as in OAuth 2.0), if it has one.
        error_description: The `error_description` in the body (as in OAuth 2.0), if it has one.
        message: The message in the body; a generic text if it has none.
        errors: The list of details in the body, or `[]`. Its structure differs between endpoints.
        request_id: The `X-Request-ID` of the response, for WorkOS support.
        body: The complete body: decoded if it is JSON, otherwise as text.
        attempts: The number of attempts, including the first.
    """

    _hint = ""
    """What to do if the body has neither `code` nor `error`."""

    def __init__(
        self, message: str, *, status: int, body: Any = None, request_id: str | None = None, where: str = ""
    ) -> None:
        self.body = body
        details = self.details
        self.status = status
        self.code: str | None = _text(details.get("code"))
        self.error: str | None = _text(details.get("error"))
        self.error_description: str | None = _text(details.get("error_description"))
        self.message = message
        errors = details.get("errors")
        self.errors: list[Any] = errors if is_array(errors) else []
        self.request_id = request_id
        self.attempts = 1
        reason = self.code or self.error
        context = ", ".join([*([where] if where else []), f"request ID {request_id}"])
        hint = f"; {self._hint}" if self._hint and not reason else ""
        text = f"{_describe(self.errors) or message}{hint}"
        super().__init__(f"{status}{f' {reason}' if reason else ''}: {text} ({context})")

    @property
    def details(self) -> dict[str, Any]:
        """The body if it is a JSON object, otherwise `{}`. Read fields here that have no attribute of their own."""
        return self.body if is_object(self.body) else {}


class BadRequestError(APIError):
    """400: the request is malformed, or a step of an authentication flow failed; see `code` or `error`."""


class AuthenticationError(APIError):
    """401: the API key is missing or invalid."""

    _hint = "check WORKOS_API_KEY and WORKOS_BASE_URL, or the access token of the call"


class PermissionDeniedError(APIError):
    """403: the API key lacks permission, or the user must complete another step to sign in."""


class AuthenticationFlowError(PermissionDeniedError):
    """The user must complete another step to sign in, or sign in in another way. The subclass, `code` or `error` identifies which.

    The API sends these errors with status 403 or 400, and the reason in `code` or in `error`; the class is the same in each case.

    Attributes:
        pending_authentication_token: The token to pass to the next call, along with the result of the step. None if the body has none.
        user: The user as in the body, with `id`, `email` and so on. None if the body has none.
        email: The email address, if the body has one.
    """

    @property
    def pending_authentication_token(self) -> str | None:
        """The token to pass to the next call, along with the result of the step."""
        return _text(self.details.get("pending_authentication_token"))

    @property
    def user(self) -> dict[str, Any] | None:
        """The user as in the body, if it has one."""
        value = self.details.get("user")
        return value if is_object(value) else None

    @property
    def email(self) -> str | None:
        """The email address, if the body has one."""
        return _text(self.details.get("email"))

    def _list(self, *names: str) -> list[Any]:
        for name in names:
            value = self.details.get(name)
            if is_array(value):
                return value
        return []


class EmailCompletionRequiredError(AuthenticationFlowError):
    """The provider returned no email address. Ask the user for it: continue with `authenticate_with_email_completion`."""

    @property
    def email_completion_token(self) -> str | None:
        """The token to pass with the email address. It takes the place of `pending_authentication_token`, which is None."""
        return _text(self.details.get("email_completion_token"))


class EmailVerificationRequiredError(AuthenticationFlowError):
    """The user must verify their email address: continue with `authenticate_with_email_verification`."""

    @property
    def email_verification_id(self) -> str | None:
        """The ID for `get_email_verification`, which returns the code if you send the email yourself."""
        return _text(self.details.get("email_verification_id"))


class MfaEnrollmentError(AuthenticationFlowError):
    """The user must enroll a second factor: call `enroll_auth_factor`, then continue as for `MfaChallengeError`."""


class MfaChallengeError(AuthenticationFlowError):
    """The user must pass a second factor: challenge one of their factors, then continue with `authenticate_with_totp`."""

    @property
    def authentication_factors(self) -> list[Any]:
        """The user's factors, each with `id` and `type`."""
        return self._list("authentication_factors")


class OrganizationSelectionRequiredError(AuthenticationFlowError):
    """The user must select an organization: continue with `authenticate_with_organization_selection`."""

    @property
    def organizations(self) -> list[Any]:
        """The organizations to choose from, each with `id` and `name`."""
        return self._list("organizations")


class SsoRequiredError(AuthenticationFlowError):
    """The user must sign in with SSO: redirect the browser to the authorization URL of one of the connections."""

    @property
    def connection_ids(self) -> list[Any]:
        """The IDs of the connections that the user can sign in with."""
        return self._list("connection_ids", "sso_connection_ids")


class OrganizationAuthenticationMethodsRequiredError(AuthenticationFlowError):
    """The organization does not allow this authentication method."""

    @property
    def sso_connection_ids(self) -> list[Any]:
        """The IDs of the connections that the user can sign in with."""
        return self._list("sso_connection_ids", "connection_ids")

    @property
    def auth_methods(self) -> dict[str, Any]:
        """Whether each authentication method (`password`, `magic_auth`, `google_oauth` and so on) is allowed."""
        value = self.details.get("auth_methods")
        return value if is_object(value) else {}


class AuthenticationMethodNotAllowedError(AuthenticationFlowError):
    """The environment does not allow this authentication method. The user must sign in in another way."""


class EmailPasswordAuthDisabledError(AuthenticationFlowError):
    """The environment does not allow sign-in with a password. The user must sign in in another way."""


class PasskeyProgressiveEnrollmentError(AuthenticationFlowError):
    """The user is asked to create a passkey, which is possible only on the hosted AuthKit page."""


class RadarChallengeError(AuthenticationFlowError):
    """Radar requires the user to verify their identity with a code; the attribute `code` identifies how it is sent.

    Continue with `authenticate_with_radar_email_challenge` or `authenticate_with_radar_sms_challenge`.
    """

    @property
    def radar_challenge_id(self) -> str | None:
        """The ID of the challenge, if the body has one."""
        return _text(self.details.get("radar_challenge_id"))


class NotFoundError(APIError):
    """404: the object does not exist in this environment."""


class ConflictError(APIError):
    """409: the request conflicts with the current state, such as an object that already exists."""


class UnprocessableEntityError(APIError):
    """422: the request has an invalid value; `errors` names the fields."""


class RateLimitExceededError(APIError):
    """429: a rate limit was exceeded.

    Attributes:
        retry_after: Seconds to wait before the next request, from the `Retry-After` header; None if the response has none.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 429,
        body: Any = None,
        request_id: str | None = None,
        where: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, status=status, body=body, request_id=request_id, where=where)
        self.retry_after = retry_after


class ServerError(APIError):
    """5xx: the API, or a server in front of it, failed."""


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _describe(details: list[Any]) -> str:
    """Return the details of an error in one line, such as `email: invalid_format; name: required`; empty if they can't be described."""
    parts = [part for part in map(_describe_one, details) if part]
    shown = "; ".join(parts[:_MAX_SHOWN_DETAILS])
    return f"{shown}; and {len(parts) - _MAX_SHOWN_DETAILS} more" if len(parts) > _MAX_SHOWN_DETAILS else shown


def _describe_one(detail: Any) -> str:
    if isinstance(detail, str):
        return shorten(detail)
    if not is_object(detail):
        return ""
    name = next(
        (text for key in ("field", "path", "property", "instancePath") if (text := _text(detail.get(key)))), None
    )
    what = next((text for key in ("code", "error", "message") if (text := _text(detail.get(key)))), None)
    position = name.strip("/").replace("/", ".") if name else None
    return shorten(": ".join(part for part in (position, what) if part))


def shorten(text: str) -> str:
    """Return at most the first 300 characters, for error messages."""
    return text if len(text) <= _MAX_SHOWN_CHARACTERS else f"{text[:_MAX_SHOWN_CHARACTERS]}…"
