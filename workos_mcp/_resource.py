"""An MCP server, or another API, as a protected resource of an AuthKit domain."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from workos_async import WorkOS
from workos_core.auth.tokens.access_denied import AccessDenied
from workos_core.auth.tokens.connect_claims import ConnectTokenKind
from workos_core.auth.tokens.protected_resource import ProtectedResource
from workos_core.errors import ConfigurationError, InvalidTokenError
from workos_mcp._metadata import AuthorizationServerMetadata
from workos_mcp._principal import Principal, current_principal

if TYPE_CHECKING:
    from mcp.server.auth.provider import AccessToken
    from mcp.server.auth.settings import AuthSettings
    from starlette.routing import Route

    from workos_mcp._fastmcp import AuthKitProvider
    from workos_mcp._middleware import AuthKitMiddleware


class AuthKitResource(ProtectedResource):
    """An MCP server, or another API, whose clients sign in with AuthKit.

    It is a token verifier for the `mcp` SDK. All URLs in responses come from `resource`, never from headers of a request.

    Args:
        authkit_domain: The AuthKit domain, such as `example.authkit.app`, or its URL.
        resource: The public URL of the MCP endpoint, such as `https://mcp.example.com/mcp`, exactly as registered with WorkOS
            (`user_management.create_authkit_oauth_resource`). Tokens for other resources are rejected.
        scopes: The scopes that clients should request, such as `openid` and `offline_access`. They are checked only in tokens that have
            scopes: those of WorkOS for users have none.
        permissions: The permissions that every principal must have.
        organization_required: Whether principals must have selected an organization, or belong to one.
        allow_default_audience: The client ID of the environment, to also accept tokens that were requested without a resource, which have
            it as their audience. Other applications of the environment receive such tokens, too.
        kinds: The accepted kinds of principals: `user`, `m2m` and `agent`. Tokens of applications (`m2m`) have no audience.
        workos: The client that fetches and caches the signing keys; by default one that `aclose` closes.
        allow_insecure_http: Whether to allow plain http URLs of other machines, such as an emulator in another container.

    Raises:
        ConfigurationError: A URL is malformed or not https, or a kind is unknown.
    """

    def __init__(
        self,
        authkit_domain: str,
        resource: str,
        *,
        scopes: Sequence[str] = (),
        permissions: Sequence[str] = (),
        organization_required: bool = False,
        allow_default_audience: str | None = None,
        kinds: Sequence[ConnectTokenKind] = ("user",),
        workos: WorkOS | None = None,
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            authkit_domain,
            resource,
            scopes=scopes,
            permissions=permissions,
            organization_required=organization_required,
            allow_default_audience=allow_default_audience,
            kinds=kinds,
            allow_insecure_http=allow_insecure_http,
        )
        self._own_client = workos is None
        self._workos = workos or WorkOS(rate_limiter=None, allow_insecure_http=allow_insecure_http)
        self.authorization_server_metadata: AuthorizationServerMetadata = AuthorizationServerMetadata(
            self._workos, self.issuer
        )

    async def aclose(self) -> None:
        """Close the connections of the client, unless you passed it."""
        if self._own_client:
            await self._workos.aclose()

    async def authenticate(self, authorization: str | None) -> Principal:
        """Return the principal of a request.

        Args:
            authorization: The value of the header `Authorization`, or `None`.

        Raises:
            AccessDenied: There is no token, it is invalid, or the principal may not call the resource.
            APIConnectionError, APIError, DecodeError: The signing keys can't be fetched. Respond with 503, so that clients don't sign in
                again.
        """
        token = self.read_token([] if authorization is None else [authorization])
        try:
            claims = await self._workos.verify_connect_token(
                token, authkit_domain=self.issuer, audience=self.audiences, kinds=self.kinds
            )
        except InvalidTokenError as error:
            raise AccessDenied(401, "invalid_token", str(error)) from None
        self.check_access(claims)
        return Principal(claims, token)

    async def verify_token(self, token: str) -> "AccessToken | None":
        """Return the token for the `mcp` SDK, or `None` if it is rejected: the method of an `mcp` `TokenVerifier`.

        Raises:
            APIConnectionError, APIError, DecodeError: The signing keys can't be fetched. `protect` responds with 503 before this happens;
                without it, the SDK responds with 500.
        """
        from workos_mcp._mcp import access_token

        principal = await self.find_principal(token)
        return None if principal is None else access_token(principal, self.resource)

    async def find_principal(self, token: str) -> Principal | None:
        """Return the principal of a token, or `None` if it is rejected. A token that the middleware has just verified is not verified again."""
        verified = current_principal.get()
        if verified is not None and verified.token == token:
            return verified
        try:
            return await self.authenticate(f"Bearer {token}")
        except AccessDenied:
            return None

    def auth_settings(self) -> "AuthSettings":
        """Return the settings for `MCPServer(auth=…, token_verifier=…)` of the `mcp` SDK (`FastMCP` in its versions before 2)."""
        from workos_mcp._mcp import auth_settings

        return auth_settings(self.issuer, self.resource)

    def fastmcp_auth(self) -> "AuthKitProvider":
        """Return the authentication provider for `FastMCP(auth=…)` of fastmcp. It includes what `protect` does."""
        from workos_mcp._fastmcp import AuthKitProvider

        return AuthKitProvider(self)

    def protect(self, app: Any, *, public_paths: Collection[str] = ()) -> "AuthKitMiddleware":
        """Return an ASGI application that serves the metadata and passes on only requests with a valid token.

        Args:
            app: The ASGI application of the MCP server, such as `server.streamable_http_app()`.
            public_paths: Paths that need no token, such as `/health`.
        """
        from workos_mcp._middleware import AuthKitMiddleware

        return AuthKitMiddleware(app, self, public_paths=public_paths)

    def routes(self) -> "list[Route]":
        """Return Starlette routes for the metadata: those of the resource at both paths, and those of the authorization server."""
        from workos_mcp._middleware import metadata_routes

        return metadata_routes(self)

    async def check_setup(self, workos: WorkOS) -> None:
        """Compare the settings with those of your WorkOS environment. Call it in a deployment check, not in each process.

        Args:
            workos: A client with the API key of the environment.

        Raises:
            ConfigurationError: The issuer differs, the resource is not registered, or clients can't register. The text names each problem
                and the call that fixes it.
            APIConnectionError, APIError, DecodeError: The settings can't be fetched.
        """
        from workos_mcp._setup_check import find_problems

        problems = await find_problems(self, workos)
        if problems:
            raise ConfigurationError("; ".join(problems))
