"""Sign-in for Litestar: a plugin with the routes, guards for handlers, and who makes the request.

app = Litestar(route_handlers=[reports], plugins=[SignInPlugin(SignIn(workos, redirect_uri=…))])

@get("/reports", guards=[require_permission("reports:read")])
async def reports(request: Request) -> str: …    # await current_user(request)
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeAlias, cast

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
from litestar import Request, Response, post, route
from litestar.config.app import AppConfig
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.middleware import ASGIMiddleware
from litestar.plugins import InitPlugin
from litestar.types import ASGIApp, Receive, Scope, Send

from workos_async import Identity, Requirement, SignIn, SignInPaths, SignInRoutes
from workos_core.auth.identity import requirements
from workos_core.auth.identity.web_response import WebResponse
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._common import Refused, genuine_event
from workos_web.asgi import SignInMiddleware, visitor

if TYPE_CHECKING:
    from workos_core.models.events import Event

__all__ = [
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
Guard: TypeAlias = Callable[[Connection, BaseRouteHandler], Awaitable[None]]


class SignInPlugin(InitPlugin):
    """Adds the routes of sign-in, and the cookies of refreshed sessions to all answers.

    Args:
        sign_in: What does the work.
        paths: Where the routes are; None is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
    """

    def __init__(self, sign_in: SignIn, paths: SignInPaths | None = None) -> None:
        self._sign_in = sign_in
        self._routes = SignInRoutes(sign_in, paths)

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Change the settings of the app."""
        routes, sign_in = self._routes, self._sign_in

        class Middleware(ASGIMiddleware):
            """The middleware of all ASGI apps, as Litestar wants it."""

            async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
                connection: Any = (scope, receive, send)
                await SignInMiddleware(cast(Any, next_app), sign_in=sign_in, paths=routes.paths)(*connection)

        async def never(request: Request[Any, Any, Any]) -> None:
            """The middleware answers before this."""

        for path, method in routes.paths.methods.items():
            make: Any = route(path, http_method=cast(Any, [method]), include_in_schema=False)
            app_config.route_handlers.append(make(never))
        app_config.middleware.insert(0, Middleware())
        handlers: Any = {**(app_config.exception_handlers or {}), Refused: _refusal}
        app_config.exception_handlers = handlers
        return app_config


def _refusal(_: Request[Any, Any, Any], refused: Refused) -> Response[str]:
    answer: WebResponse = refused.answer
    response = Response(answer.body, status_code=answer.status, media_type=answer.headers.get("Content-Type"))
    for name, value in answer.headers.items():
        response.headers.setdefault(name, value)
    return response


async def current_identity(connection: Connection) -> Identity | None:
    """Who makes the request; None for nobody."""
    scope: Any = connection.scope
    return await visitor(scope).identity()


async def current_user(connection: Connection) -> Identity | None:
    """The user who makes the request; None for nobody, and for the API key of an organization."""
    identity = await current_identity(connection)
    return identity if identity is not None and identity.user_id is not None else None


def require(requirement: Requirement) -> Guard:
    """A guard that lets pass who has what is required: browsers are sent to sign in, others get 401 or 403."""

    async def guard(connection: Connection, _: BaseRouteHandler) -> None:
        scope: Any = connection.scope
        await visitor(scope).require(requirement)

    return guard


require_user: Guard = require(requirements.user())
"""A user must be signed in."""


def require_role(slug: str) -> Guard:
    """The user must have a role in the present organization."""
    return require(requirements.role(slug))


def require_permission(slug: str) -> Guard:
    """The user, or the API key, must have a permission."""
    return require(requirements.permission(slug))


def require_feature_flag(slug: str) -> Guard:
    """A feature flag must be on for the user."""
    return require(requirements.feature_flag(slug))


def webhook_route(path: str, secret: str, handle: "Callable[[Event], Awaitable[Any]]") -> HTTPRouteHandler:
    """A route that takes webhooks of WorkOS and refuses others with 400. Add it to `route_handlers`, with the plugin or without.

    The same event may come more than once: keep the ids of those that you have handled.

    Args:
        path: Where it is.
        secret: The signing secret of the webhook endpoint.
        handle: What to do with an event. If it raises, the answer is 500 and WorkOS sends the event again.
    """

    async def webhook(request: Request[Any, Any, Any]) -> None:
        await handle(genuine_event(await request.body(), request.headers.get(SIGNATURE_HEADER), secret))

    refusals: Any = {Refused: _refusal}
    return post(path, status_code=204, exception_handlers=refusals, include_in_schema=False)(webhook)
