"""Authentication and permissions for Django REST framework.

REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["workos_web.django.rest_framework.WorkOSAuthentication"]}

class ReportView(APIView):
    permission_classes = [require_permission("reports:read")]
"""

# Django and Django REST framework ship no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUntypedBaseClass=false
# pyright: reportIncompatibleMethodOverride=false, reportPrivateUsage=false

from typing import Any

from workos_web._missing_framework import missing_framework

try:
    from rest_framework.authentication import SessionAuthentication
    from rest_framework.exceptions import APIException, AuthenticationFailed
    from rest_framework.permissions import BasePermission
    from rest_framework.request import Request
except ModuleNotFoundError as _error:
    raise missing_framework("django-rest-framework", _error, package="rest_framework") from _error

from workos_core.auth.identity import requirements
from workos_core.auth.identity.identity import Authenticated, Identity
from workos_core.auth.identity.requirements import Requirement
from workos_web._connect.rest_framework import (
    ConnectTokenAuthentication,
    ConnectTokenUser,
    require_connect_token,
)
from workos_web._request_auth import RequestDenied
from workos_web.django._api_users import IdentityUser, user_of
from workos_web.django._http import authenticate, get_request_auth

__all__ = [
    "ConnectTokenAuthentication",
    "ConnectTokenUser",
    "IdentityUser",
    "ServiceUnavailable",
    "WorkOSAuthentication",
    "require",
    "require_connect_token",
    "require_feature_flag",
    "require_permission",
    "require_role",
    "require_user",
]


class ServiceUnavailable(APIException):
    """The credentials could not be checked, because WorkOS is unavailable. The status is 503, with `Retry-After`.

    Attributes:
        wait: Seconds to wait before a retry.
    """

    status_code = 503
    default_detail: Any = "The credentials can't be verified right now."
    default_code = "service_unavailable"

    def __init__(self, wait: float = 1.0) -> None:
        super().__init__()
        self.wait: float = max(1.0, wait)


class WorkOSAuthentication(SessionAuthentication):
    """An authentication class that accepts the session cookie, an access token or an API key. It needs the middleware of `DjangoSignIn`.

    `request.auth` is the identity. `request.user` is the Django user if the project uses `WorkOSBackend`, else an `IdentityUser`; the API key
    of an organization has no user. Unsafe requests with a session cookie need a CSRF token, as with `SessionAuthentication`.
    """

    def authenticate(self, request: Request) -> tuple[Any, Identity] | None:
        """Return the user and the identity of a request, or None if it has no credentials or its session has ended.

        Raises:
            AuthenticationFailed: The access token or the API key is invalid. The status is 401.
            ServiceUnavailable: The credentials could not be checked.
            PermissionDenied: The CSRF token is missing or wrong.
        """
        auth = get_request_auth(request._request)
        result = authenticate(auth)
        if not isinstance(result, Authenticated):
            if result.retryable:
                raise ServiceUnavailable(result.retry_after or 1.0)
            if (auth.request.authorization or "").lower().startswith("bearer "):
                raise AuthenticationFailed(code=result.reason)
            return None
        if result.identity.kind == "session":
            self.enforce_csrf(request)
        try:
            return user_of(request._request, result.identity), result.identity
        except RequestDenied:
            raise ServiceUnavailable from None

    def authenticate_header(self, request: Request) -> str:
        """Return the `WWW-Authenticate` header of a 401 response."""
        return "Bearer"


def require(requirement: Requirement) -> type[BasePermission]:
    """Return a permission class that accepts only requests whose identity satisfies a requirement."""

    class RequirementPermission(BasePermission):
        def has_permission(self, request: Request, view: Any) -> bool:
            identity = request.auth
            return isinstance(identity, Identity) and requirement.is_satisfied_by(identity)

    return RequirementPermission


require_user: type[BasePermission] = require(requirements.user())
"""Require a signed-in user, or an API key that belongs to a user."""


def require_role(slug: str) -> type[BasePermission]:
    """Require a role in the current organization. API keys have no roles."""
    return require(requirements.role(slug))


def require_permission(slug: str) -> type[BasePermission]:
    """Require a permission, granted by the user's roles or by the API key."""
    return require(requirements.permission(slug))


def require_feature_flag(slug: str) -> type[BasePermission]:
    """Require a feature flag that is enabled for the user. API keys have none."""
    return require(requirements.feature_flag(slug))
