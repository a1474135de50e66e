"""`require_connect_token` for Litestar."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from typing import Any, Unpack

from litestar import HttpMethod, Request, Response, route
from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler

from workos_async import WorkOS
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ResourceOptions
from workos_core.errors import ConfigurationError
from workos_web._connect.token_check import CLAIMS_KEY, AsyncTokenCheck, TokenDenied, metadata_response

__all__ = ["ConnectTokenGuard", "require_connect_token"]


class ConnectTokenGuard:
    """A guard for route handlers, which keeps the claims of the token. Create it with `require_connect_token`."""

    def __init__(self, check: AsyncTokenCheck) -> None:
        self._check = check

    def __repr__(self) -> str:
        return f"<guard: a token for {self._check.resource.resource}>"

    async def __call__(self, connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        """Verify the token of a request.

        Raises:
            HTTPException: 401 if the client should sign in (again), 403 if the token lacks an organization, a permission or a scope, and
                503 if the signing keys can't be fetched.
        """
        scope: Any = connection.scope
        try:
            scope[CLAIMS_KEY] = await self._check.verify(connection.headers.getall("authorization", []))
        except TokenDenied as denied:
            response = denied.response
            headers = {name: value for name, value in response.headers.items() if name != "Content-Type"}
            raise HTTPException(denied.description, status_code=response.status, headers=headers) from None

    def claims(self, request: Request[Any, Any, Any]) -> ConnectTokenClaims:
        """Return the claims of a request that has passed the guard. It can be a dependency: `Provide(guard.claims)`.

        Raises:
            ConfigurationError: The route has no such guard.
        """
        scope: Any = request.scope
        found: ConnectTokenClaims | None = scope.get(CLAIMS_KEY)
        if found is None:
            raise ConfigurationError("there are no claims: add the guard to the route handler (guards=[…])")
        return found

    def metadata_routes(self) -> list[HTTPRouteHandler]:
        """Return the handlers of the protected-resource metadata, where clients find the AuthKit domain."""

        async def respond(request: Request[Any, Any, Any]) -> Response[bytes]:
            found = metadata_response(self._check.resource, request.method)
            headers = {name: value for name, value in found.headers.items() if name != "Content-Type"}
            return Response(
                found.body.encode(),
                status_code=found.status,
                headers=headers,
                media_type=found.headers.get("Content-Type"),
            )

        methods = [HttpMethod.GET, HttpMethod.OPTIONS]
        paths = list(self._check.resource.metadata_paths)
        handler: HTTPRouteHandler = route(paths, http_method=methods, include_in_schema=False)(respond)
        return [handler]


def require_connect_token(
    workos: WorkOS, *, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]
) -> ConnectTokenGuard:
    """Return a guard that accepts only requests with a token of a Connect application, such as an MCP client or an agent.

    Args:
        workos: The client that fetches and caches the signing keys.
        authkit_domain: The AuthKit domain that issues the tokens, such as `example.authkit.app`, or its URL.
        resource: The public URL of your API, exactly as registered with WorkOS. Tokens for other resources are rejected.
        options: `scopes`, `permissions`, `organization_required`, `kinds` and others; see `ResourceOptions`.

    Raises:
        ConfigurationError: A URL is malformed or not https, a kind is unknown, or the client is not async.
    """
    return ConnectTokenGuard(AsyncTokenCheck(workos, authkit_domain, resource, **options))
