"""Sign-in for Litestar: a plugin with the routes, guards for route handlers, and the identity of the request.

app = Litestar(route_handlers=[reports], plugins=[SignInPlugin(SignIn(workos, redirect_uri=…))])

@get("/reports", guards=[require_permission("reports:read")])
async def reports(request: Request) -> str: …    # await current_user(request)
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias, cast

from workos_web._missing_framework import missing_framework

try:
    from litestar import Request, Response, Router, post, route
    from litestar.config.app import AppConfig
    from litestar.config.response_cache import ResponseCacheConfig
    from litestar.connection import ASGIConnection
    from litestar.enums import ScopeType
    from litestar.exceptions import NotFoundException, WebSocketException
    from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
    from litestar.middleware import ASGIMiddleware
    from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send
except ModuleNotFoundError as _error:
    raise missing_framework("litestar", _error) from _error

from workos_async import AuthenticatedUser, Identity, Requirement, SignIn, SignInPaths, SignInRoutes
from workos_async._concurrency.callbacks import run_callback
from workos_core.auth.identity import requirements
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.auth.identity.web_response import WebResponse
from workos_core.callbacks import check_callback
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._asgi_caching import REQUEST_AUTH_KEY, PrivateCookies, VaryOnIdentity
from workos_web._connect.litestar import ConnectTokenGuard, require_connect_token
from workos_web._guards import RequirementGuard
from workos_web._litestar_models import ModelPlugin
from workos_web._request_auth import RequestDenied, WebhookHandler, verify_webhook
from workos_web._route_names import route_names
from workos_web.asgi import SignInMiddleware, get_request_auth

__all__ = [
    "ConnectTokenGuard",
    "Guard",
    "ModelPlugin",
    "RequestDenied",
    "SignInPlugin",
    "current_identity",
    "current_user",
    "require",
    "require_connect_token",
    "require_feature_flag",
    "require_permission",
    "require_role",
    "require_user",
    "webhook_route",
]

Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]


class SignInPlugin(ModelPlugin):
    """A plugin that adds the sign-in routes, and sets the cookies of refreshed sessions on all responses. It includes `ModelPlugin`.

    The routes have the names `workos_login`, `workos_callback`, `workos_logout` and `workos_switch_organization`, for `route_reverse`.

    Args:
        sign_in: The sign-in flow.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
        hooks: Functions of your application that run before cookies are set, and pages of your own.
    """

    def __init__(self, sign_in: SignIn, paths: SignInPaths | None = None, *, hooks: SignInHooks | None = None) -> None:
        self._sign_in = sign_in
        self._paths = paths
        self._hooks = hooks
        self._routes = SignInRoutes(sign_in, paths, hooks=hooks)

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Add the routes, the middleware, the exception handler and the type encoders to the configuration of the application."""
        super().on_app_init(app_config)
        sign_in, paths, hooks, mount_path = self._sign_in, self._paths, self._hooks, app_config.path or ""

        @cache
        def wrap(app: ASGIApp) -> SignInMiddleware:
            return SignInMiddleware(cast(Any, app), sign_in=sign_in, paths=paths, mount_path=mount_path, hooks=hooks)

        class Middleware(ASGIMiddleware):
            """`SignInMiddleware` in the form that Litestar expects."""

            async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
                connection: Any = (scope, receive, send)
                await wrap(next_app)(*connection)

        async def placeholder(request: Request[Any, Any, Any]) -> None:
            """Register a path that the middleware responds to. If it is no sign-in route at this root path, there is no response yet."""
            raise NotFoundException

        methods = self._routes.paths.methods
        others = dict.fromkeys(self._routes.callback_paths[1:], "GET") if len(self._routes.callback_paths) > 1 else {}
        taken = _registered_paths(app_config.route_handlers) if others else set[str]()
        names = {path: name for name, path in route_names(self._routes.paths).items()}
        for path, method in {
            **{path: method for path, method in others.items() if path not in taken},
            **methods,
        }.items():
            register: Any = route(path, http_method=cast(Any, [method]), name=names.get(path), include_in_schema=False)
            app_config.route_handlers.append(register(placeholder))
        app_config.middleware.insert(0, Middleware())
        self._protect_from_caches(app_config)
        handlers: Any = {**(app_config.exception_handlers or {}), RequestDenied: _denied_response}
        app_config.exception_handlers = handlers
        return app_config

    def _protect_from_caches(self, app_config: AppConfig) -> None:
        """Add the innermost middleware and the last hook, so that the order of the application's own ones doesn't matter."""
        private_cookies = PrivateCookies(_no_app, self._sign_in.is_own_cookie)

        class Vary(ASGIMiddleware):
            """`VaryOnIdentity` in the form that Litestar expects."""

            async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
                connection: Any = (scope, receive, send)
                await VaryOnIdentity(cast(Any, next_app))(*connection)

        async def protect(message: Message, _: Scope) -> None:
            cast(Any, message).update(private_cookies.protect(cast(Any, message)))

        app_config.middleware.append(Vary())
        app_config.before_send.append(protect)
        config = app_config.response_cache_config or ResponseCacheConfig()
        is_cacheable = config.cache_response_filter

        def is_cacheable_without_identity(scope: HTTPScope, status: int) -> bool:
            # The cache key has no cookies, so a stored response would be sent to all users.
            request_auth = cast(Any, scope).get(REQUEST_AUTH_KEY)
            return not (request_auth is not None and request_auth.is_used) and is_cacheable(scope, status)

        app_config.response_cache_config = replace(config, cache_response_filter=is_cacheable_without_identity)


async def _no_app(*_: object) -> None:
    """Never runs: the hook uses only the headers of `PrivateCookies`."""


def _registered_paths(handlers: Sequence[Any]) -> set[str]:
    """Return the paths of the route handlers of an application, which must not be registered again."""
    return {each.path for each in Router(path="/", route_handlers=handlers).routes}


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


async def current_user(connection: Connection) -> AuthenticatedUser | None:
    """Return the identity of a request, or None if the request is not authenticated or has the API key of an organization."""
    identity = await current_identity(connection)
    return identity if isinstance(identity, AuthenticatedUser) else None


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


def webhook_route(path: str, secret: str, handler: WebhookHandler) -> HTTPRouteHandler:
    """Return a route handler that receives webhooks from WorkOS. Add it to `route_handlers`; it does not need the plugin.

    Requests with an invalid signature get a 400 response. WorkOS may deliver an event more than once: store the IDs of the events that
    you have handled.

    Args:
        path: The path of the route.
        secret: The signing secret of the webhook endpoint.
        handler: Called with each event, in the event loop if it is async, else in a worker thread. If it raises, the response is 500 and
            WorkOS delivers the event again.

    Raises:
        TypeError: The handler is not a function of one argument.
    """
    check_callback("handler", handler, "event")

    async def webhook(request: Request[Any, Any, Any]) -> None:
        event = verify_webhook(await request.body(), request.headers.get(SIGNATURE_HEADER), secret)
        await run_callback(handler, event)

    exception_handlers: Any = {RequestDenied: _denied_response}
    return post(path, status_code=204, exception_handlers=exception_handlers, include_in_schema=False)(webhook)
