"""The exception for an error response of the API: by status or, for the steps of a sign-in, by reason."""

import json
from typing import Any

from workos_core.errors import (
    APIError,
    AuthenticationError,
    AuthenticationFlowError,
    AuthenticationMethodNotAllowedError,
    BadRequestError,
    ConflictError,
    EmailCompletionRequiredError,
    EmailPasswordAuthDisabledError,
    EmailVerificationRequiredError,
    MfaChallengeError,
    MfaEnrollmentError,
    NotFoundError,
    OrganizationAuthenticationMethodsRequiredError,
    OrganizationSelectionRequiredError,
    PasskeyProgressiveEnrollmentError,
    PermissionDeniedError,
    RadarChallengeError,
    RateLimitExceededError,
    ServerError,
    SsoRequiredError,
    UnprocessableEntityError,
    shorten,
)
from workos_core.json_types import is_array, is_object

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
    "email_completion_required": EmailCompletionRequiredError,
    "email_verification_required": EmailVerificationRequiredError,
    "mfa_enrollment": MfaEnrollmentError,
    "mfa_challenge": MfaChallengeError,
    "mfa_verification": MfaChallengeError,
    "organization_selection_required": OrganizationSelectionRequiredError,
    "sso_required": SsoRequiredError,
    "organization_authentication_methods_required": OrganizationAuthenticationMethodsRequiredError,
    "authentication_method_not_allowed": AuthenticationMethodNotAllowedError,
    "email_password_auth_disabled": EmailPasswordAuthDisabledError,
    "radar_challenge": RadarChallengeError,
    "radar_sign_up_challenge": RadarChallengeError,
    "radar_sms_sign_in_challenge": RadarChallengeError,
    "radar_email_challenge": RadarChallengeError,
    "radar_sms_challenge": RadarChallengeError,
    "passkey_progressive_enrollment": PasskeyProgressiveEnrollmentError,
    "application_consent_required": AuthenticationFlowError,
}


def error_from_response(
    status: int, content: bytes, request_id: str | None, *, where: str = "", retry_after: float | None = None
) -> APIError:
    """Return the exception for a response that is not a success. Accepts any body, and never raises."""
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
    """Return the class for a reason in `code` or `error`, with any 4xx status."""
    if not is_object(body) or not 400 <= status < 500:
        return None
    reasons: list[Any] = [body.get(name) for name in ("code", "error")]
    return next((_BY_REASON[reason] for reason in reasons if isinstance(reason, str) and reason in _BY_REASON), None)


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
    return "redirect not followed" if 300 <= status < 400 else "the response has no error message"
