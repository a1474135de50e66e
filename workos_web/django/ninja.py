"""Authentication for Django Ninja.

api = NinjaAPI(auth=WorkOSAuth())

@api.get("/reports", auth=WorkOSAuth(permission("reports:read")))    # from workos_core.auth
def reports(request): …                                              # request.auth is the identity
"""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportAttributeAccessIssue=false

from typing import Any

from workos_web._missing_framework import missing_framework

try:
    from ninja.errors import HttpError
    from ninja.security.base import AuthBase
    from ninja.utils import check_csrf
except ModuleNotFoundError as _error:
    raise missing_framework("django-ninja", _error, package="ninja") from _error

from workos_core.auth.identity.identity import Authenticated, Identity
from workos_core.auth.identity.requirements import Requirement, anyone
from workos_web._connect.ninja import ConnectTokenAuth, ConnectTokenError, require_connect_token
from workos_web._request_auth import RequestDenied
from workos_web.django._api_users import IdentityUser, user_of
from workos_web.django._http import authenticate, get_request_auth

__all__ = ["ConnectTokenAuth", "ConnectTokenError", "IdentityUser", "WorkOSAuth", "require_connect_token"]


class WorkOSAuth(AuthBase):
    """Authentication by the session cookie, an access token or an API key, for sync and async operations.

    It needs the middleware of `DjangoSignIn`. `request.auth` is the identity. `request.user` is the Django user if the project uses
    `WorkOSBackend`, else an `IdentityUser`. Requests without valid credentials get 401, those that don't satisfy the requirement 403. While
    WorkOS is unavailable the status is 503.

    Args:
        requirement: What the identity must satisfy; by default any identity is accepted, including the API key of an organization.
        csrf: Whether unsafe requests with a session cookie need a CSRF token.
    """

    openapi_type = "http"
    openapi_scheme = "bearer"

    def __init__(self, requirement: Requirement | None = None, *, csrf: bool = True) -> None:
        super().__init__()
        self._requirement = anyone() if requirement is None else requirement
        self._csrf = csrf

    def __call__(self, request: Any) -> Identity | None:
        """Return the identity of a request, or None if it has no valid credentials.

        Raises:
            HttpError: The identity does not satisfy the requirement or the CSRF token is wrong (403), or the credentials could not be
                checked (503).
        """
        result = authenticate(get_request_auth(request))
        if not isinstance(result, Authenticated):
            if result.retryable:
                raise HttpError(503, "The credentials can't be verified right now")
            return None
        identity = result.identity
        checks_csrf = self._csrf and not getattr(request, "_ninja_csrf_exempt", False)
        if identity.kind == "session" and checks_csrf and check_csrf(request) is not None:
            raise HttpError(403, "CSRF check failed")
        if not self._requirement.is_satisfied_by(identity):
            raise HttpError(403, f"Required: {self._requirement}")
        try:
            request.user = user_of(request, identity)
        except RequestDenied:
            raise HttpError(503, "The user can't be loaded right now") from None
        return identity
