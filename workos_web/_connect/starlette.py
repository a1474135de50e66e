"""`require_connect_token` for Starlette and FastAPI."""

from typing import Unpack

from starlette.exceptions import HTTPException, WebSocketException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from workos_async import WorkOS
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ResourceOptions
from workos_web._connect.token_check import AsyncTokenCheck, TokenDenied, metadata_response

__all__ = ["ConnectTokenGuard", "require_connect_token"]


class ConnectTokenGuard:
    """A guard that returns the claims of a request's token. Create it with `require_connect_token`."""

    def __init__(self, check: AsyncTokenCheck) -> None:
        self._check = check

    def __repr__(self) -> str:
        return f"<guard: a token for {self._check.resource.resource}>"

    async def __call__(self, connection: HTTPConnection) -> ConnectTokenClaims:
        """Return the claims of the token of a request or WebSocket connection.

        Raises:
            HTTPException: 401 if the client should sign in (again), 403 if the token lacks an organization, a permission or a scope, and
                503 if the signing keys can't be fetched.
            WebSocketException: The same for a WebSocket connection, with the code 1008, or 1013 if the signing keys can't be fetched.
        """
        try:
            return await self._check.verify(connection.headers.getlist("authorization"))
        except TokenDenied as denied:
            response = denied.response
            if connection.scope["type"] == "websocket":  # not every server and version of Starlette can respond to it
                raise WebSocketException(1013 if response.status == 503 else 1008, denied.description) from None
            headers = {name: value for name, value in response.headers.items() if name != "Content-Type"}
            raise HTTPException(response.status, denied.description, headers) from None

    def metadata_routes(self) -> list[BaseRoute]:
        """Return the routes of the protected-resource metadata, where clients find the AuthKit domain. Add them to the root application."""

        async def endpoint(request: Request) -> Response:
            found = metadata_response(self._check.resource, request.method)
            return Response(found.body, found.status, dict(found.headers))

        paths = self._check.resource.metadata_paths
        return [Route(path, endpoint, methods=["GET", "OPTIONS"], include_in_schema=False) for path in paths]


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
