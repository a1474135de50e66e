"""Sign-in for Starlette and FastAPI: `install` it, then ask for identities as dependencies.

    app = FastAPI()
    install(app, SignIn(workos, redirect_uri=…))

    @app.get("/reports")
    async def reports(identity: Annotated[Identity, Depends(require_permission("reports:read"))]): …

In Starlette call a dependency with the request: `identity = await require_user(request)`.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route

from workos_async import Identity, Requirement, SignIn, SignInPaths
from workos_core.auth.identity import requirements
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._common import AsyncVisitor, Refused, genuine_event
from workos_web.asgi import SignInMiddleware, visitor

if TYPE_CHECKING:
    from workos_core.models.events import Event

__all__ = [
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


def install(app: Starlette, sign_in: SignIn, *, paths: SignInPaths | None = None) -> None:
    """Add the routes of sign-in and what its dependencies need to an app. Do it before the app serves.

    Args:
        app: The app.
        sign_in: What does the work.
        paths: Where the routes are; None is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
    """
    app.add_middleware(SignInMiddleware, sign_in=sign_in, paths=paths)


def _visitor(connection: HTTPConnection) -> AsyncVisitor:
    return visitor(connection.scope)


async def current_identity(connection: HTTPConnection) -> Identity | None:
    """Who makes the request; None for nobody."""
    return await _visitor(connection).identity()


async def current_user(connection: HTTPConnection) -> Identity | None:
    """The user who makes the request; None for nobody, and for the API key of an organization."""
    identity = await current_identity(connection)
    return identity if identity is not None and identity.user_id is not None else None


def require(requirement: Requirement) -> Dependency:
    """A dependency that lets pass who has what is required: browsers are sent to sign in, others get 401 or 403."""

    async def dependency(connection: HTTPConnection) -> Identity:
        return await _visitor(connection).require(requirement)

    return dependency


require_user: Dependency = require(requirements.user())
"""A user must be signed in."""


def require_role(slug: str) -> Dependency:
    """The user must have a role in the present organization."""
    return require(requirements.role(slug))


def require_permission(slug: str) -> Dependency:
    """The user, or the API key, must have a permission."""
    return require(requirements.permission(slug))


def require_feature_flag(slug: str) -> Dependency:
    """A feature flag must be on for the user."""
    return require(requirements.feature_flag(slug))


def webhook_route(path: str, secret: str, handle: "Callable[[Event], Awaitable[Any]]") -> Route:
    """A route that takes webhooks of WorkOS and refuses others with 400.

    The same event may come more than once: keep the ids of those that you have handled.

    Args:
        path: Where it is.
        secret: The signing secret of the webhook endpoint.
        handle: What to do with an event. If it raises, the answer is 500 and WorkOS sends the event again.
    """

    async def endpoint(request: Request) -> Response:
        try:
            event = genuine_event(await request.body(), request.headers.get(SIGNATURE_HEADER), secret)
        except Refused as refused:
            answer = refused.answer
            return Response(answer.body, answer.status, dict(answer.headers))
        await handle(event)
        return Response(status_code=204)

    return Route(path, endpoint, methods=["POST"])
