"""Sign-in for Litestar: a plugin with the routes, guards for route handlers, and the identity of the request.

app = Litestar(route_handlers=[reports], plugins=[SignInPlugin(SignIn(workos, redirect_uri=…))])

@get("/reports", guards=[require_permission("reports:read")])
async def reports(request: Request) -> str: …    # await current_user(request)
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from workos_web._missing_framework import missing_framework

try:
    from litestar import Request, Response, post, route
    from litestar.config.app import AppConfig
    from litestar.connection import ASGIConnection
    from litestar.enums import ScopeType
    from litestar.exceptions import WebSocketException
    from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
    from litestar.middleware import ASGIMiddleware
    from litestar.plugins import InitPlugin
    from litestar.types import ASGIApp, Receive, Scope, Send
except ModuleNotFoundError as _error:
    raise missing_framework("litestar", _error) from _error

from workos_async import Identity, Requirement, SignIn, SignInPaths, SignInRoutes, UserIdentity
from workos_core.auth.identity import requirements
from workos_core.auth.identity.web_response import WebResponse
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._guards import RequirementGuard
from workos_web._request_auth import RequestDenied, verify_webhook
from workos_web._route_names import route_names
from workos_web.asgi import SignInMiddleware, get_request_auth

if TYPE_CHECKING:
    from workos_core.models.events import Event

__all__ = [
    "Guard",
    "RequestDenied",
    "SignInPlugin",
    "current_identity",
    "current_user",
    "require",
    "require_feature_flag",
    "require_permission",
    "require_role",
    "require_user",
    "webhook_route",
]

Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]


class SignInPlugin(InitPlugin):
    """A plugin that adds the sign-in routes, and sets the cookies of refreshed sessions on all responses.

    The routes have the names `workos_login`, `workos_callback`, `workos_logout` and `workos_switch_organization`, for `route_reverse`.

    Args:
        sign_in: The sign-in flow.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
    """

    def __init__(self, sign_in: SignIn, paths: SignInPaths | None = None) -> None:
        self._sign_in = sign_in
        self._routes = SignInRoutes(sign_in, paths)

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Add the routes, the middleware and the exception handler to the configuration of the application."""
        routes, sign_in = self._routes, self._sign_in

        class Middleware(ASGIMiddleware):
            """`SignInMiddleware` in the form that Litestar expects."""

            async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
                connection: Any = (scope, receive, send)
                await SignInMiddleware(cast(Any, next_app), sign_in=sign_in, paths=routes.paths)(*connection)

        async def placeholder(request: Request[Any, Any, Any]) -> None:
            """Never runs: it registers the path, and the middleware responds first."""

        for name, path in route_names(routes.paths).items():
            method: Any = [routes.paths.methods[path]]
            register: Any = route(path, http_method=method, name=name, include_in_schema=False)
            app_config.route_handlers.append(register(placeholder))
        app_config.middleware.insert(0, Middleware())
        handlers: Any = {**(app_config.exception_handlers or {}), RequestDenied: _denied_response}
        app_config.exception_handlers = handlers
        return app_config


def _denied_response(_: Request[Any, Any, Any], denied: RequestDenied) -> Response[str]:
    web_response: WebResponse = denied.response
    media_type = web_response.headers.get("Content-Type")
    response = Response(web_response.body, status_code=web_response.status, media_type=media_type)
    for name, value in web_response.headers.items():
        response.headers.setdefault(name, value)
    return response


async def current_identity(connection: Connection) -> Identity | None:
    """Return the identity of a request, or None if the request is not authenticated."""
    scope: Any = connection.scope
    return await get_request_auth(scope).identity()


async def current_user(connection: Connection) -> UserIdentity | None:
    """Return the identity of a request, or None if the request is not authenticated or has the API key of an organization."""
    identity = await current_identity(connection)
    return identity if isinstance(identity, UserIdentity) else None


class Guard(RequirementGuard):
    """A guard that accepts only requests that satisfy a requirement, for HTTP and WebSocket handlers.

    Guards for equal requirements are one object. Combine guards with `|` (either) and `&` (both).

    Attributes:
        requirement: What the guard requires.
    """

    async def __call__(self, connection: Connection, _: BaseRouteHandler) -> None:
        """Accept or deny a request.

        Raises:
            RequestDenied: The request is not authenticated, or its identity does not satisfy the requirement. The plugin sends the
                response.
            WebSocketException: The same for a WebSocket connection. Litestar closes it with the code 1008 (policy violation).
        """
        scope: Any = connection.scope
        try:
            await get_request_auth(scope).require(self.requirement)
        except RequestDenied as denied:
            if connection.scope["type"] == ScopeType.WEBSOCKET:
                raise WebSocketException(detail="access denied", code=1008) from denied
            raise

    def __or__(self, other: "Guard") -> "Guard":
        guard: Guard = super().__or__(other)
        return guard

    def __and__(self, other: "Guard") -> "Guard":
        guard: Guard = super().__and__(other)
        return guard


def require(requirement: Requirement) -> Guard:
    """Return the guard that accepts only requests that satisfy a requirement.

    Browsers that open a page without the required identity are redirected to sign in, or get 403 if the user is not allowed.
    API requests get 401 or 403.

    Raises:
        InvalidArgumentError: The argument is not a requirement.
    """
    return Guard(requirement)


require_user: Guard = require(requirements.user())
"""Require a signed-in user, or an API key that belongs to a user."""


def require_role(slug: str) -> Guard:
    """Require a role in the current organization. API keys have no roles."""
    return require(requirements.role(slug))


def require_permission(slug: str) -> Guard:
    """Require a permission, granted by the user's roles or by the API key."""
    return require(requirements.permission(slug))


def require_feature_flag(slug: str) -> Guard:
    """Require a feature flag that is enabled for the user. API keys have none."""
    return require(requirements.feature_flag(slug))


def webhook_route(path: str, secret: str, handler: "Callable[[Event], Awaitable[Any]]") -> HTTPRouteHandler:
    """Return a route handler that receives webhooks from WorkOS. Add it to `route_handlers`; it does not need the plugin.

    Requests with an invalid signature get a 400 response. WorkOS may deliver an event more than once: store the IDs of the events that
    you have handled.

    Args:
        path: The path of the route.
        secret: The signing secret of the webhook endpoint.
        handler: Awaited with each event. If it raises, the response is 500 and WorkOS delivers the event again.
    """

    async def webhook(request: Request[Any, Any, Any]) -> None:
        await handler(verify_webhook(await request.body(), request.headers.get(SIGNATURE_HEADER), secret))

    exception_handlers: Any = {RequestDenied: _denied_response}
    return post(path, status_code=204, exception_handlers=exception_handlers, include_in_schema=False)(webhook)
