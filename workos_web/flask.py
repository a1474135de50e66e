"""Sign-in for Flask: a blueprint with the routes, and decorators for views.

auth = FlaskSignIn(SignIn(workos, redirect_uri=…))      # SignIn and WorkOS from workos_sync
auth.init_app(app)

@app.get("/reports")
@auth.require_permission("reports:read")
def reports(): return f"Hello, {auth.current_user.user.email}"
"""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from attrs import evolve

from workos_web._missing_framework import missing_framework

try:
    from flask import Blueprint, Flask, Response, after_this_request, g, request
    from werkzeug.datastructures import Headers
    from werkzeug.exceptions import NotFound
except ModuleNotFoundError as _error:
    raise missing_framework("flask", _error) from _error

from workos_core.auth.identity import requirements
from workos_core.auth.identity.response_caching import protect_headers
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInHooks
from workos_core.auth.identity.web_request import MAX_FORM, WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_core.callbacks import check_callback, is_async_callable
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_sync import AuthenticatedUser, Identity, Requirement, SignIn, SignInPaths, SignInRoutes
from workos_sync._concurrency.callbacks import run_callback
from workos_web._connect.flask import ConnectTokenGuard, require_connect_token
from workos_web._request_auth import RequestDenied, SyncRequestAuth, WebhookHandler, verify_webhook
from workos_web._wsgi_caching import REQUEST_AUTH_KEY, PrivateResponses

__all__ = ["ConnectTokenGuard", "FlaskSignIn", "RequestDenied", "SyncRequestAuth", "require_connect_token"]

P = ParamSpec("P")
R = TypeVar("R")


class FlaskSignIn:
    """A Flask extension for sign-in.

    Args:
        sign_in: The sign-in flow.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
        hooks: Functions of your application that run before cookies are set, and pages of your own. An async one runs in an asyncio event
            loop of its own.

    Attributes:
        blueprint: The routes. `url_for("workos.login")` and the like return their paths.
    """

    def __init__(self, sign_in: SignIn, paths: SignInPaths | None = None, *, hooks: SignInHooks | None = None) -> None:
        self._sign_in = sign_in
        self._routes = SignInRoutes(sign_in, paths, hooks=hooks)
        self.blueprint: Blueprint = Blueprint("workos", __name__)
        route_paths = self._routes.paths
        for endpoint, path in (
            ("login", route_paths.sign_in),
            ("callback", route_paths.callback),
            ("logout", route_paths.sign_out),
            ("switch_organization", route_paths.switch_organization),
        ):
            self.blueprint.add_url_rule(path, endpoint, self._handle, methods=[route_paths.methods[path]])

    def init_app(self, app: Flask) -> None:
        """Register the routes with an application, and set the cookies of refreshed sessions on its responses."""
        app.register_blueprint(self.blueprint)
        app.before_request(self._complete_below_a_path)
        app.register_error_handler(RequestDenied, _denied_response)
        app.after_request(self._set_session_cookies)
        app.wsgi_app = PrivateResponses(app.wsgi_app, self._sign_in.is_own_cookie)  # type: ignore[method-assign]

    @property
    def request_auth(self) -> SyncRequestAuth:
        """The authentication of the current request."""
        if "workos_request_auth" not in g:
            g.workos_request_auth = SyncRequestAuth(self._routes, _read_request(), _vary_on_identity)
            request.environ[REQUEST_AUTH_KEY] = g.workos_request_auth
        request_auth: SyncRequestAuth = g.workos_request_auth
        return request_auth

    @property
    def current_identity(self) -> Identity | None:
        """The identity of the current request, or None if the request is not authenticated."""
        return self.request_auth.identity()

    @property
    def current_user(self) -> AuthenticatedUser | None:
        """The identity of the current request, or None if the request is not authenticated or has the API key of an organization."""
        identity = self.current_identity
        return identity if isinstance(identity, AuthenticatedUser) else None

    def require(self, requirement: Requirement) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Return a decorator that runs a view, sync or async, only for requests that satisfy a requirement.

        Browsers that open a page without the required identity are redirected to sign in, or get 403 if the user is not allowed.
        API requests get 401 or 403.

        Raises:
            InvalidArgumentError: The argument is not a requirement.
        """
        requirements.check_requirement(requirement)

        def decorator(view: Callable[P, R]) -> Callable[P, R]:
            if is_async_callable(view):

                @wraps(view)
                async def protected_async_view(*args: P.args, **kwargs: P.kwargs) -> Any:
                    self.request_auth.require(requirement)
                    return await cast("Awaitable[Any]", view(*args, **kwargs))

                return cast("Callable[P, R]", protected_async_view)

            @wraps(view)
            def protected_view(*args: P.args, **kwargs: P.kwargs) -> R:
                self.request_auth.require(requirement)
                return view(*args, **kwargs)

            return protected_view

        return decorator

    def require_user(self, view: Callable[P, R]) -> Callable[P, R]:
        """Require a signed-in user, or an API key that belongs to a user."""
        return self.require(requirements.user())(view)

    def require_role(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Require a role in the current organization. API keys have no roles."""
        return self.require(requirements.role(slug))

    def require_permission(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Require a permission, granted by the user's roles or by the API key."""
        return self.require(requirements.permission(slug))

    def require_feature_flag(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Require a feature flag that is enabled for the user. API keys have none."""
        return self.require(requirements.feature_flag(slug))

    def add_webhook_route(self, path: str, secret: str, handler: WebhookHandler) -> None:
        """Add a route that receives webhooks from WorkOS. Call it before `init_app`.

        Requests with an invalid signature get a 400 response. WorkOS may deliver an event more than once: store the IDs of the events
        that you have handled.

        Args:
            path: The path of the route.
            secret: The signing secret of the webhook endpoint.
            handler: Called with each event. An async function runs to its end in an asyncio event loop of its own. If it raises, the view
                fails and WorkOS delivers the event again.

        Raises:
            TypeError: The handler is not a function of one argument.
        """
        check_callback("handler", handler, "event")

        def view() -> Response:
            run_callback(handler, verify_webhook(request.get_data(), request.headers.get(SIGNATURE_HEADER), secret))
            return Response(status=204)

        self.blueprint.add_url_rule(path, f"webhook_{path.strip('/').replace('/', '_')}", view, methods=["POST"])

    def _complete_below_a_path(self) -> Response | None:
        """Complete a sign-in if the path of the redirect URI starts with `SCRIPT_NAME`: its rule in the blueprint contains it too."""
        is_callback = request.url_rule is None and self._routes.find_route(_read_request()) == "callback"
        return self._handle() if is_callback and isinstance(request.routing_exception, NotFound) else None

    def _handle(self) -> Response:
        body = request.get_data() if (request.content_length or 0) <= MAX_FORM else b""
        try:
            response = self._routes.handle(_read_request(body))
        except HookFailed as failed:
            error = self.request_auth.fail(failed)
        else:
            return _to_flask_response(response)
        raise error

    def _set_session_cookies(self, response: Response) -> Response:
        request_auth: SyncRequestAuth | None = g.get("workos_request_auth")
        if request_auth is not None and request_auth.cookies:
            present = response.headers.getlist("Set-Cookie")
            for cookie in request_auth.cookies:
                if cookie.header not in present:  # the response to a denied request has them
                    response.headers.add("Set-Cookie", cookie.header)
        return response


def _vary_on_identity() -> None:
    """Mark the response as depending on the identity before the hooks of the application see it."""
    if "workos_varies" not in g:
        g.workos_varies = True
        after_this_request(_protect_response)


def _protect_response(response: Response) -> Response:
    request_auth: SyncRequestAuth = g.workos_request_auth
    headers = list(response.headers.items())
    response.headers = Headers(protect_headers(headers, vary=True, private=bool(request_auth.cookies)))
    return response


def _read_request(body: bytes = b"") -> WebRequest:
    headers = {name.lower(): value for name, value in request.headers.items()}
    headers["host"] = request.host
    return WebRequest(
        request.method,
        request.path,
        request.query_string.decode("latin-1"),
        headers,
        body,
        request.remote_addr,
        request.root_path,
        str(request.environ.get("REQUEST_URI") or request.environ.get("RAW_URI") or "").partition("?")[0],
        request.scheme,
        "werkzeug.proxy_fix.orig" in request.environ,
        native=request,
    )


def _denied_response(denied: RequestDenied) -> Response:
    """Return the response to a denied request, without its cookies: they are set on all responses."""
    return _to_flask_response(evolve(denied.response, cookies=()))


def _to_flask_response(web_response: WebResponse) -> Response:
    return Response(web_response.body, web_response.status, web_response.header_list)
