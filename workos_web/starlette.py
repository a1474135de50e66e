"""Sign-in for FastAPI and Starlette: call `install`, then use the dependencies.

    app = FastAPI()
    install(app, SignIn(workos, redirect_uri=…))

    @app.get("/reports")
    async def reports(identity: Annotated[Identity, Depends(require_permission("reports:read"))]): …

In Starlette, call a dependency with the request: `identity = await require_user(request)`.
"""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route

from workos_async import Identity, Requirement, SignIn, SignInPaths, SignInRoutes
from workos_async._concurrency.callbacks import run_callback
from workos_core.auth.identity import requirements
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.callbacks import check_callback
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._asgi_caching import PrivateCookies, VaryOnIdentity
from workos_web._request_auth import RequestDenied, WebhookHandler, verify_webhook
from workos_web._starlette_denials import denied_response, handle_denials
from workos_web.asgi import SignInMiddleware, get_request_auth

__all__ = [
    "RequestDenied",
    "SignInMiddleware",
    "current_identity",
    "current_user",
    "install",
    "require",
    "require_feature_flag",
    "require_permission",
    "require_role",
    "require_user",
    "webhook_route",
]

Dependency: TypeAlias = Callable[[HTTPConnection], Awaitable[Identity]]


def install(
    app: Starlette, sign_in: SignIn, *, paths: SignInPaths | None = None, hooks: SignInHooks | None = None
) -> None:
    """Add the sign-in routes, and the middleware that the dependencies need, to an application. Call it before the application starts.

    Args:
        app: The application.
        sign_in: The sign-in flow.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
        hooks: Functions of your application that run before cookies are set, and pages of your own.
    """
    SignInRoutes(
        sign_in, paths, hooks=hooks
    )  # reports invalid settings now; the middleware is created when the application starts
    app.add_exception_handler(RequestDenied, denied_response)  # inside of middlewares, which may add CORS headers
    app.add_middleware(SignInMiddleware, sign_in=sign_in, paths=paths, hooks=hooks)
    _protect_from_caches(app, sign_in)


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


async def current_user(connection: HTTPConnection) -> Identity | None:
    """Return the identity of a request, or None if the request is not authenticated or has the API key of an organization."""
    identity = await current_identity(connection)
    return identity if identity is not None and identity.user_id is not None else None


def require(requirement: Requirement) -> Dependency:
    """Return a dependency that accepts only requests that satisfy a requirement, and returns their identity.

    Browsers that open a page without the required identity are redirected to sign in, or get 403 if the user is not allowed.
    API requests get 401 or 403.
    """

    async def dependency(connection: HTTPConnection) -> Identity:
        handle_denials(connection.scope)
        return await get_request_auth(connection.scope).require(requirement)

    return dependency


require_user: Dependency = require(requirements.user())
"""Require a signed-in user, or an API key that belongs to a user."""


def require_role(slug: str) -> Dependency:
    """Require a role in the current organization. API keys have no roles."""
    return require(requirements.role(slug))


def require_permission(slug: str) -> Dependency:
    """Require a permission, granted by the user's roles or by the API key."""
    return require(requirements.permission(slug))


def require_feature_flag(slug: str) -> Dependency:
    """Require a feature flag that is enabled for the user. API keys have none."""
    return require(requirements.feature_flag(slug))


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
