"""`require_connect_token` for Flask."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, Unpack, cast

from flask import Blueprint, Response, abort, g, request

from workos_core.auth.identity.web_response import WebResponse
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ResourceOptions
from workos_core.callbacks import is_async_callable
from workos_core.errors import ConfigurationError
from workos_sync import WorkOS
from workos_web._connect.token_check import CLAIMS_KEY, SyncTokenCheck, TokenDenied, metadata_response

__all__ = ["ConnectTokenGuard", "require_connect_token"]

P = ParamSpec("P")
R = TypeVar("R")


class ConnectTokenGuard:
    """A decorator for views, which keeps the claims of the token. Create it with `require_connect_token`."""

    def __init__(self, check: SyncTokenCheck) -> None:
        self._check = check

    def __repr__(self) -> str:
        return f"<guard: a token for {self._check.resource.resource}>"

    def __call__(self, view: Callable[P, R]) -> Callable[P, R]:
        """Return a view, sync or async, that runs only for requests with a valid token.

        The response is otherwise 401 if the client should sign in (again), 403 if the token lacks an organization, a permission or a scope,
        and 503 if the signing keys can't be fetched.
        """
        if is_async_callable(view):

            @wraps(view)
            async def protected_async_view(*args: P.args, **kwargs: P.kwargs) -> Any:
                self._verify()
                return await cast("Awaitable[Any]", view(*args, **kwargs))

            return cast("Callable[P, R]", protected_async_view)

        @wraps(view)
        def protected_view(*args: P.args, **kwargs: P.kwargs) -> R:
            self._verify()
            return view(*args, **kwargs)

        return protected_view

    def _verify(self) -> None:
        try:
            setattr(g, CLAIMS_KEY, self._check.verify(request.headers.getlist("Authorization")))
        except TokenDenied as denied:
            abort(_to_response(denied.response))

    @property
    def claims(self) -> ConnectTokenClaims:
        """The claims of the current request.

        Raises:
            ConfigurationError: The view has no such decorator.
        """
        found: ConnectTokenClaims | None = g.get(CLAIMS_KEY)
        if found is None:
            raise ConfigurationError("there are no claims: decorate the view with the result of require_connect_token")
        return found

    def metadata_blueprint(self, name: str = "workos_connect") -> Blueprint:
        """Return a blueprint with the protected-resource metadata, where clients find the AuthKit domain.

        Args:
            name: The name of the blueprint. An application with several resources needs several names.
        """
        blueprint = Blueprint(name, __name__)

        def metadata() -> Response:
            return _to_response(metadata_response(self._check.resource, request.method))

        for index, path in enumerate(self._check.resource.metadata_paths):
            blueprint.add_url_rule(
                path, f"metadata_{index}", metadata, methods=["GET", "OPTIONS"], provide_automatic_options=False
            )
        return blueprint


def require_connect_token(
    workos: WorkOS, *, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]
) -> ConnectTokenGuard:
    """Return a decorator that accepts only requests with a token of a Connect application, such as an MCP client or an agent.

    Args:
        workos: The client that fetches and caches the signing keys, from `workos_sync`.
        authkit_domain: The AuthKit domain that issues the tokens, such as `example.authkit.app`, or its URL.
        resource: The public URL of your API, exactly as registered with WorkOS. Tokens for other resources are rejected.
        options: `scopes`, `permissions`, `organization_required`, `kinds` and others; see `ResourceOptions`.

    Raises:
        ConfigurationError: A URL is malformed or not https, a kind is unknown, or the client is async.
    """
    return ConnectTokenGuard(SyncTokenCheck(workos, authkit_domain, resource, **options))


def _to_response(response: WebResponse) -> Response:
    return Response(response.body, response.status, dict(response.headers))
