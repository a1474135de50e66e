"""Sign-in for FastAPI: call `install`, then use the guards as dependencies.

app = FastAPI()
install(app, SignIn(workos, redirect_uri=…))

@app.get("/reports")
async def reports(identity: Annotated[Identity, Depends(require_permission("reports:read"))]): …
"""

from inspect import Parameter, Signature
from typing import Annotated, Any, Generic, Self, TypeVar, cast

from workos_web._missing_framework import missing_framework

try:
    from fastapi import FastAPI, Security
    from fastapi.requests import HTTPConnection
except ModuleNotFoundError as _error:
    raise missing_framework("fastapi", _error) from _error

from workos_async import AuthenticatedUser, Identity, Requirement, SignIn, SignInPaths, SignInRoutes
from workos_core.auth.identity import requirements
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_web import starlette
from workos_web._connect.fastapi import ConnectTokenGuard, require_connect_token
from workos_web._fastapi_openapi import (
    BEARER_SCHEME,
    OPTIONAL,
    SESSION_SCHEME,
    add_sign_in_routes,
    describe_security,
)
from workos_web._guards import RequirementGuard
from workos_web._request_auth import RequestDenied
from workos_web.asgi import SignInMiddleware
from workos_web.starlette import webhook_route

__all__ = [
    "ConnectTokenGuard",
    "Guard",
    "RequestDenied",
    "SignInMiddleware",
    "current_identity",
    "current_user",
    "install",
    "require",
    "require_connect_token",
    "require_feature_flag",
    "require_permission",
    "require_role",
    "require_user",
    "webhook_route",
]

_Bearer = Annotated[None, Security(BEARER_SCHEME, scopes=[OPTIONAL])]
_Session = Annotated[None, Security(SESSION_SCHEME, scopes=[OPTIONAL])]


IdentityT_co = TypeVar("IdentityT_co", bound=Identity, covariant=True)


class Guard(RequirementGuard, Generic[IdentityT_co]):
    """A dependency that returns the identity of a request if it satisfies a requirement, for HTTP and WebSocket routes.

    Guards for equal requirements are one object, so `app.dependency_overrides[require(role("admin"))]` replaces the guard wherever it was
    created. Combine guards with `|` (either) and `&` (both).

    Attributes:
        requirement: What the guard requires.
    """

    __signature__: Signature

    def __new__(cls, requirement: Requirement) -> Self:
        """Return the guard for a requirement.

        Raises:
            InvalidArgumentError: The argument is not a requirement.
        """
        guard = super().__new__(cls, requirement)
        # FastAPI reads the security schemes from the signature, and their scopes describe the requirement in the OpenAPI document.
        guard.__signature__ = Signature(
            [
                Parameter("connection", Parameter.POSITIONAL_OR_KEYWORD, annotation=HTTPConnection),
                _scheme_parameter("bearer", BEARER_SCHEME, requirement),
                _scheme_parameter("session", SESSION_SCHEME, requirement),
            ],
            return_annotation=Identity,
        )
        return guard

    async def __call__(self, connection: HTTPConnection, *, bearer: None = None, session: None = None) -> IdentityT_co:
        """Return the identity of a request or WebSocket connection.

        Args:
            connection: The request or WebSocket connection.
            bearer: Only for the OpenAPI document.
            session: Only for the OpenAPI document.

        Raises:
            RequestDenied: The request is not authenticated, or its identity does not satisfy the requirement. The middleware sends the
                response, or closes the WebSocket connection with the code 1008.
        """
        return cast("IdentityT_co", await starlette.authorize(connection, self.requirement))

    def __or__(self, other: "Guard[Identity]") -> "Guard[Identity]":
        guard: Guard[Identity] = super().__or__(other)
        return guard

    def __and__(self, other: "Guard[Identity]") -> "Guard[IdentityT_co]":
        guard: Guard[IdentityT_co] = super().__and__(other)
        return guard


def _scheme_parameter(name: str, scheme: Any, requirement: Requirement) -> Parameter:
    default: Any = Security(scheme, scopes=[str(requirement)])
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default)


def install(
    app: FastAPI,
    sign_in: SignIn,
    *,
    paths: SignInPaths | None = None,
    hooks: SignInHooks | None = None,
    include_in_schema: bool = True,
) -> None:
    """Add the sign-in routes, and the middleware that the guards need, to an application. Call it before the application starts.

    The routes have the names `workos_login`, `workos_callback`, `workos_logout` and `workos_switch_organization`, for `url_path_for`.
    The OpenAPI document gets the security schemes and error responses of guarded routes.

    Args:
        app: The application.
        sign_in: The sign-in flow.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
        hooks: Functions of your application that run before cookies are set, and pages of your own.
        include_in_schema: Whether the sign-in routes are part of the OpenAPI document.
    """
    add_sign_in_routes(app, SignInRoutes(sign_in, paths).paths, include_in_schema=include_in_schema)
    starlette.install(app, sign_in, paths=paths, hooks=hooks)
    describe_security(app, lambda: sign_in.session_cookie_name)


async def current_identity(
    connection: HTTPConnection, bearer: _Bearer = None, session: _Session = None
) -> Identity | None:
    """Return the identity of a request, or None if the request is not authenticated."""
    return await starlette.current_identity(connection)


async def current_user(
    connection: HTTPConnection, bearer: _Bearer = None, session: _Session = None
) -> AuthenticatedUser | None:
    """Return the identity of a request, or None if the request is not authenticated or has the API key of an organization."""
    return await starlette.current_user(connection)


def require(requirement: Requirement) -> Guard[Identity]:
    """Return the guard that accepts only requests that satisfy a requirement.

    Browsers that open a page without the required identity are redirected to sign in, or get 403 if the user is not allowed.
    API requests get 401 or 403.

    Raises:
        InvalidArgumentError: The argument is not a requirement.
    """
    return Guard(requirement)


require_user: Guard[AuthenticatedUser] = Guard(requirements.user())
"""Require a signed-in user, or an API key that belongs to a user."""


def require_role(slug: str, /) -> Guard[AuthenticatedUser]:
    """Require a role in the current organization. API keys have no roles."""
    return Guard(requirements.role(slug))


def require_permission(slug: str, /) -> Guard[Identity]:
    """Require a permission, granted by the user's roles or by the API key."""
    return require(requirements.permission(slug))


def require_feature_flag(slug: str, /) -> Guard[AuthenticatedUser]:
    """Require a feature flag that is enabled for the user. API keys have none."""
    return Guard(requirements.feature_flag(slug))
