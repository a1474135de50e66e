"""`require_connect_token` for FastAPI: the guard of Starlette as a dependency with a security scheme."""

from inspect import Parameter, Signature
from typing import Any, Unpack

from fastapi import Security
from fastapi.requests import HTTPConnection
from fastapi.security import HTTPBearer

from workos_async import WorkOS
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ResourceOptions
from workos_web._connect import starlette
from workos_web._connect.token_check import AsyncTokenCheck

__all__ = ["ConnectTokenGuard", "require_connect_token"]


class _Scheme(HTTPBearer):
    """The security scheme of the OpenAPI document. It does not read credentials: the guard does that."""

    async def __call__(self, request: HTTPConnection) -> None:
        """Do nothing. FastAPI calls schemes as dependencies, also of WebSocket routes."""


_SCHEME: Any = _Scheme(scheme_name="WorkOSConnect", description="An access token of a Connect application.")


class ConnectTokenGuard(starlette.ConnectTokenGuard):
    """A dependency that returns the claims of a request's token. Create it with `require_connect_token`."""

    def __init__(self, check: AsyncTokenCheck) -> None:
        super().__init__(check)
        # FastAPI reads the security scheme from the signature.
        self.__signature__: Signature = Signature(
            [
                Parameter("connection", Parameter.POSITIONAL_OR_KEYWORD, annotation=HTTPConnection),
                Parameter("scheme", Parameter.KEYWORD_ONLY, default=Security(_SCHEME)),
            ],
            return_annotation=ConnectTokenClaims,
        )

    async def __call__(self, connection: HTTPConnection, *, scheme: None = None) -> ConnectTokenClaims:
        """Return the claims of the token of a request or WebSocket connection.

        Args:
            connection: The request or WebSocket connection.
            scheme: Only for the OpenAPI document.

        Raises:
            HTTPException: 401 if the client should sign in (again), 403 if the token lacks an organization, a permission or a scope, and
                503 if the signing keys can't be fetched.
            WebSocketException: The same for a WebSocket connection, with the code 1008, or 1013 if the signing keys can't be fetched.
        """
        return await super().__call__(connection)


def require_connect_token(
    workos: WorkOS, *, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]
) -> ConnectTokenGuard:
    """Return a dependency that accepts only requests with a token of a Connect application, such as an MCP client or an agent.

    Args:
        workos: The client that fetches and caches the signing keys.
        authkit_domain: The AuthKit domain that issues the tokens, such as `example.authkit.app`, or its URL.
        resource: The public URL of your API, exactly as registered with WorkOS. Tokens for other resources are rejected.
        options: `scopes`, `permissions`, `organization_required`, `kinds` and others; see `ResourceOptions`.

    Raises:
        ConfigurationError: A URL is malformed or not https, a kind is unknown, or the client is not async.
    """
    return ConnectTokenGuard(AsyncTokenCheck(workos, authkit_domain, resource, **options))
