"""Sign-in for Flask: a blueprint with the routes, and decorators for views.

kit = FlaskKit(SignIn(workos, redirect_uri=…))      # SignIn and WorkOS of workos_sync
kit.init_app(app)

@app.get("/reports")
@kit.require_permission("reports:read")
def reports(): return f"Hello, {kit.current_user.user['email']}"
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from flask import Blueprint, Flask, Response, g, request

from workos_core.auth.identity import requirements
from workos_core.auth.identity.web_request import MAX_FORM, WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_sync import Identity, Requirement, SignIn, SignInPaths, SignInRoutes
from workos_web._common import Refused, SyncVisitor, genuine_event

if TYPE_CHECKING:
    from workos_core.models.events import Event

__all__ = ["FlaskKit"]

P = ParamSpec("P")
R = TypeVar("R")


class FlaskKit:
    """Sign-in of a Flask app.

    Args:
        sign_in: What does the work.
        paths: Where the routes are; None is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
    """

    def __init__(self, sign_in: SignIn, paths: SignInPaths | None = None) -> None:
        self._routes = SignInRoutes(sign_in, paths)
        self.blueprint = Blueprint("workos", __name__)
        """The routes. `url_for("workos.login")` and the like give their paths."""
        where = self._routes.paths
        for name, path in (
            ("login", where.sign_in),
            ("callback", where.callback),
            ("logout", where.sign_out),
            ("switch_organization", where.switch_organization),
        ):
            self.blueprint.add_url_rule(path, name, self._answer, methods=[where.methods[path]])

    def init_app(self, app: Flask) -> None:
        """Add the routes to an app, and the cookies of refreshed sessions to its answers."""
        app.register_blueprint(self.blueprint)
        app.register_error_handler(Refused, lambda refused: _response(refused.answer))
        app.after_request(self._set_cookies)

    @property
    def visitor(self) -> SyncVisitor:
        """Who makes the present request."""
        if "workos_visitor" not in g:
            g.workos_visitor = SyncVisitor(self._routes, _request())
        found: SyncVisitor = g.workos_visitor
        return found

    @property
    def current_identity(self) -> Identity | None:
        """Who makes the present request; None for nobody."""
        return self.visitor.identity()

    @property
    def current_user(self) -> Identity | None:
        """The user who makes the present request; None for nobody, and for the API key of an organization."""
        identity = self.current_identity
        return identity if identity is not None and identity.user_id is not None else None

    def require(self, requirement: Requirement) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Let a view be called only by who has what is required: browsers are sent to sign in, others get 401 or 403."""

        def decorate(view: Callable[P, R]) -> Callable[P, R]:
            @wraps(view)
            def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
                self.visitor.require(requirement)
                return view(*args, **kwargs)

            return guarded

        return decorate

    def require_user(self, view: Callable[P, R]) -> Callable[P, R]:
        """A user must be signed in."""
        return self.require(requirements.user())(view)

    def require_role(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """The user must have a role in the present organization."""
        return self.require(requirements.role(slug))

    def require_permission(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """The user, or the API key, must have a permission."""
        return self.require(requirements.permission(slug))

    def require_feature_flag(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """A feature flag must be on for the user."""
        return self.require(requirements.feature_flag(slug))

    def webhook(self, path: str, secret: str, handle: "Callable[[Event], Any]") -> None:
        """Add a route that takes webhooks of WorkOS and refuses others with 400. Call it before `init_app`.

        Args:
            path: Where it is.
            secret: The signing secret of the webhook endpoint.
            handle: What to do with an event, which may come more than once. If it raises, WorkOS sends the event again.
        """

        def view() -> Response:
            handle(genuine_event(request.get_data(), request.headers.get(SIGNATURE_HEADER), secret))
            return Response(status=204)

        self.blueprint.add_url_rule(path, f"webhook_{path.strip('/').replace('/', '_')}", view, methods=["POST"])

    def _answer(self) -> Response:
        body = request.get_data() if (request.content_length or 0) <= MAX_FORM else b""
        return _response(self._routes.handle(_request(body)))

    def _set_cookies(self, response: Response) -> Response:
        found: SyncVisitor | None = g.get("workos_visitor")
        if found is not None and found.cookies:
            for cookie in found.cookies:
                response.headers.add("Set-Cookie", cookie.header)
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _request(body: bytes = b"") -> WebRequest:
    headers = {name.lower(): value for name, value in request.headers.items()}
    return WebRequest(
        request.method, request.path, request.query_string.decode("latin-1"), headers, body, request.remote_addr
    )


def _response(answer: WebResponse) -> Response:
    return Response(answer.body, answer.status, answer.header_list)
