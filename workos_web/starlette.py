"""Sign-in for Starlette: call `install`, then call the guards with the request. For FastAPI, use `workos_web.fastapi`.

app = Starlette(routes=[Route("/reports", reports)])
install(app, SignIn(workos, redirect_uri=…))

async def reports(request: Request) -> Response:
    identity = await require_permission("reports:read")(request)
"""

from typing import Generic, TypeVar, cast

from workos_web._missing_framework import missing_framework

try:
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.requests import HTTPConnection, Request
    from starlette.responses import Response
    from starlette.routing import Route
except ModuleNotFoundError as _error:
    raise missing_framework("starlette", _error) from _error

from workos_async import AuthenticatedUser, Identity, Requirement, SignIn, SignInPaths, SignInRoutes
from workos_async._concurrency.callbacks import run_callback
from workos_core.auth.identity import requirements
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.callbacks import check_callback
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._asgi_caching import PrivateCookies, VaryOnIdentity
from workos_web._connect.starlette import ConnectTokenGuard, require_connect_token
from workos_web._guards import RequirementGuard
from workos_web._request_auth import RequestDenied, WebhookHandler, verify_webhook
from workos_web._route_names import route_names
from workos_web._starlette_denials import denied_response, handle_denials
from workos_web.asgi import SignInMiddleware, get_request_auth

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


IdentityT_co = TypeVar("IdentityT_co", bound=Identity, covariant=True)


class Guard(RequirementGuard, Generic[IdentityT_co]):
    """A guard that returns the identity of a request if it satisfies a requirement.

    Guards for equal requirements are one object. Combine guards with `|` (either) and `&` (both).

    Attributes:
        requirement: What the guard requires.
    """

    async def __call__(self, connection: HTTPConnection) -> IdentityT_co:
        """Return the identity of a request or WebSocket connection.

        Raises:
            RequestDenied: The request is not authenticated, or its identity does not satisfy the requirement. The middleware sends the
                response, or closes the WebSocket connection with the code 1008.
        """
        return cast("IdentityT_co", await authorize(connection, self.requirement))

    def __or__(self, other: "Guard[Identity]") -> "Guard[Identity]":
        guard: Guard[Identity] = super().__or__(other)
        return guard

    def __and__(self, other: "Guard[Identity]") -> "Guard[IdentityT_co]":
        guard: Guard[IdentityT_co] = super().__and__(other)
        return guard


async def authorize(connection: HTTPConnection, requirement: Requirement) -> Identity:
    """Return the identity of a request if it satisfies a requirement, else raise `RequestDenied`."""
    handle_denials(connection.scope)
    return await get_request_auth(connection.scope).require(requirement)


def install(
    app: Starlette, sign_in: SignIn, *, paths: SignInPaths | None = None, hooks: SignInHooks | None = None
) -> None:
    """Add the sign-in routes, and the middleware that the guards need, to an application. Call it before the application starts.

    The routes have the names `workos_login`, `workos_callback`, `workos_logout` and `workos_switch_organization`, for `url_path_for`.

    Args:
        app: The application.
        sign_in: The sign-in flow.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
        hooks: Functions of your application that run before cookies are set, and pages of your own.
    """
    # Reports invalid settings now; the middleware is created when the application starts.
    routes = SignInRoutes(sign_in, paths, hooks=hooks)
    app.add_exception_handler(RequestDenied, denied_response)  # inside of middlewares, which may add CORS headers
    app.add_middleware(SignInMiddleware, sign_in=sign_in, paths=paths, hooks=hooks)
    _add_named_routes(app, routes.paths)
    _protect_from_caches(app, sign_in)


def _add_named_routes(app: Starlette, paths: SignInPaths) -> None:
    """Add routes with names for `url_path_for`, except for those that the application has. The middleware responds to their requests."""
    existing = {getattr(route, "name", None) for route in app.routes}
    for name, path in route_names(paths).items():
        if name not in existing:
            app.router.routes.append(Route(path, _respond_not_found, methods=[paths.methods[path]], name=name))


async def _respond_not_found(_: Request) -> Response:
    return Response(status_code=404)


def _protect_from_caches(app: Starlette, sign_in: SignIn) -> None:
    """Add the innermost and the outermost middleware, so that the order of the application's own middlewares doesn't matter."""
    app.user_middleware.append(Middleware(VaryOnIdentity))
    build = app.build_middleware_stack

    def build_middleware_stack() -> PrivateCookies:
        return PrivateCookies(build(), sign_in.is_own_cookie)

    setattr(app, "build_middleware_stack", build_middleware_stack)  # noqa: B010


async def current_identity(connection: HTTPConnection) -> Identity | None:
    """Return the identity of a request, or None if the request is not authenticated."""
    return await get_request_auth(connection.scope).identity()


async def current_user(connection: HTTPConnection) -> AuthenticatedUser | None:
    """Return the identity of a request, or None if the request is not authenticated or has the API key of an organization."""
    identity = await current_identity(connection)
    return identity if isinstance(identity, AuthenticatedUser) else None


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


def webhook_route(path: str, secret: str, handler: WebhookHandler) -> Route:
    """Return a route that receives webhooks from WorkOS. Requests with an invalid signature get a 400 response.

    WorkOS may deliver an event more than once: store the IDs of the events that you have handled.

    Args:
        path: The path of the route.
        secret: The signing secret of the webhook endpoint.
        handler: Called with each event, in the event loop if it is async, else in a worker thread. If it raises, the response is 500 and
            WorkOS delivers the event again.

    Raises:
        TypeError: The handler is not a function of one argument.
    """
    check_callback("handler", handler, "event")

    async def endpoint(request: Request) -> Response:
        try:
            event = verify_webhook(await request.body(), request.headers.get(SIGNATURE_HEADER), secret)
        except RequestDenied as denied:
            return Response(denied.response.body, denied.response.status, dict(denied.response.headers))
        await run_callback(handler, event)
        return Response(status_code=204)

    return Route(path, endpoint, methods=["POST"])
