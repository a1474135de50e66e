"""An MCP server, or another API, as a protected resource of an AuthKit domain."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from workos_async import WorkOS
from workos_core.auth.tokens.audiences import authkit_origin, required_values
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims, ConnectTokenKind
from workos_core.auth.tokens.connect_token_verification import check_kinds
from workos_core.config import is_loopback
from workos_core.errors import ConfigurationError, InvalidTokenError
from workos_mcp._denial import AccessDenied
from workos_mcp._metadata import METADATA_PATH, AuthorizationServerMetadata, protected_resource_metadata
from workos_mcp._principal import Principal, current_principal

if TYPE_CHECKING:
    from mcp.server.auth.provider import AccessToken
    from mcp.server.auth.settings import AuthSettings
    from starlette.routing import Route

    from workos_mcp._fastmcp import AuthKitProvider
    from workos_mcp._middleware import AuthKitMiddleware


class AuthKitResource:
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
        self.issuer = authkit_origin(authkit_domain, allow_insecure_http=allow_insecure_http)
        self.resource = _check_resource(resource, allow_insecure_http)
        self.scopes = _texts("scopes", scopes)
        self.permissions = _texts("permissions", permissions)
        self.organization_required = organization_required
        audiences = [resource] if allow_default_audience is None else [resource, allow_default_audience]
        self._audiences = required_values("allow_default_audience", audiences)
        self.kinds: tuple[ConnectTokenKind, ...] = tuple(kinds)
        check_kinds(self.kinds)
        self._own_client = workos is None
        self._workos = workos or WorkOS(rate_limiter=None, allow_insecure_http=allow_insecure_http)
        self.authorization_server_metadata = AuthorizationServerMetadata(self._workos, self.issuer)

    def __repr__(self) -> str:
        return f"AuthKitResource({self.issuer!r}, {self.resource!r})"

    async def aclose(self) -> None:
        """Close the connections of the client, unless you passed it."""
        if self._own_client:
            await self._workos.aclose()

    @property
    def metadata_url(self) -> str:
        """The URL of the protected-resource metadata (RFC 9728)."""
        url = urlsplit(self.resource)
        return f"{url.scheme}://{url.netloc}{METADATA_PATH}{url.path.rstrip('/')}"

    @property
    def metadata(self) -> dict[str, Any]:
        """The protected-resource metadata (RFC 9728)."""
        return protected_resource_metadata(self.resource, self.issuer, self.scopes)

    async def authenticate(self, authorization: str | None) -> Principal:
        """Return the principal of a request.

        Args:
            authorization: The value of the header `Authorization`, or `None`.

        Raises:
            AccessDenied: There is no token, it is invalid, or the principal may not call the resource.
            APIConnectionError, APIError, DecodeError: The signing keys can't be fetched. Respond with 503, so that clients don't sign in
                again.
        """
        scheme, _, token = (authorization or "").strip(" ").partition(" ")
        token = token.strip(" ")
        if scheme.lower() != "bearer" or not token:
            raise AccessDenied(401)
        try:
            claims = await self._workos.verify_connect_token(
                token, authkit_domain=self.issuer, audience=self._audiences, kinds=self.kinds
            )
        except InvalidTokenError as error:
            raise AccessDenied(401, "invalid_token", str(error)) from None
        self._check_access(claims)
        return Principal(claims, token)

    def _check_access(self, claims: ConnectTokenClaims) -> None:
        if self.organization_required and claims.org_id is None:
            raise AccessDenied(403, "access_denied", "sign in again and select an organization")
        missing = [name for name in self.permissions if name not in claims.permissions]
        if missing:
            raise AccessDenied(403, "access_denied", f"the principal lacks the permission {missing[0]!r}")
        absent = [name for name in self.scopes if claims.scopes and name not in claims.scopes]
        if absent:
            raise AccessDenied(403, "insufficient_scope", f"the token lacks the scope {absent[0]!r}")

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


def _check_resource(resource: str, allow_insecure_http: bool) -> str:
    required_values("resource", resource)
    try:
        url = urlsplit(resource)
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise ConfigurationError(f"resource {resource!r} is malformed ({error})") from None
    is_valid = (
        url.scheme in ("http", "https")
        and host
        and resource.isascii()
        and resource.isprintable()
        and " " not in resource
    )
    if not is_valid or url.username or url.fragment or url.query:
        raise ConfigurationError(
            f"resource {resource!r} must be the URL of the MCP endpoint, such as https://mcp.example.com/mcp"
        )
    if url.scheme == "http" and not allow_insecure_http and not is_loopback(host or ""):
        raise ConfigurationError(f"resource {resource!r} must be https; plain http is allowed only for this machine")
    return resource


def _texts(name: str, values: Sequence[str]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise ConfigurationError(f"{name} must be a list of strings, not a str; pass [{values!r}]")
    for value in values:
        if not value or any(not "!" <= char <= "~" or char in '"\\' for char in value):
            raise ConfigurationError(
                f"{name} must be names of printable ASCII characters without spaces (got {value!r})"
            )
    return tuple(values)
