"""The authentication provider for fastmcp."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.middleware import Middleware

from workos_core.errors import ConfigurationError
from workos_mcp._mcp import access_token
from workos_mcp._middleware import AuthKitMiddleware

try:
    from fastmcp.server.auth.auth import AccessToken, AuthProvider
except ModuleNotFoundError as error:
    if error.name != "fastmcp":
        raise
    raise ModuleNotFoundError("this requires fastmcp: pip install 'workos-async[fastmcp]'", name="fastmcp") from None

if TYPE_CHECKING:
    from starlette.routing import Route

    from workos_mcp._resource import AuthKitResource


class AuthKitProvider(AuthProvider):
    """An authentication provider of fastmcp for a server whose clients sign in with AuthKit.

    Args:
        resource: The resource. Its URL must end with the path at which fastmcp serves the MCP endpoint, `/mcp` by default.
    """

    def __init__(self, resource: "AuthKitResource") -> None:
        url = urlsplit(resource.resource)
        super().__init__(base_url=f"{url.scheme}://{url.netloc}")
        self._resource = resource
        self._path = url.path

    async def verify_token(self, token: str) -> AccessToken | None:
        """Return the verified token, or `None` if it is rejected."""
        principal = await self._resource.find_principal(token)
        if principal is None:
            return None
        verified: AccessToken = access_token(principal, self._resource.resource, AccessToken)
        return verified

    def get_routes(self, mcp_path: str | None = None, *arguments: Any, **options: Any) -> "list[Route]":
        """Return the routes of the metadata.

        Raises:
            ConfigurationError: The MCP endpoint has another path than the URL of the resource.
        """
        if mcp_path is not None and not self._path.rstrip("/").endswith(mcp_path.rstrip("/")):
            raise ConfigurationError(
                f"the MCP endpoint is at {mcp_path!r}, but the resource is {self._resource.resource!r}: pass the URL of the endpoint to "
                "AuthKitResource, or its path to http_app(path=…)"
            )
        return self._resource.routes()

    def get_middleware(self) -> list[Any]:
        """Return the middleware that responds to requests without a valid token, and those of fastmcp."""
        segments = self._path.strip("/").split("/")
        paths = [
            "/" + "/".join(segments[index:]) for index in range(len(segments))
        ]  # a proxy may remove the first ones
        own: list[Any] = [Middleware(AuthKitMiddleware, self._resource, paths=paths)]
        inherited: Any = super()  # its annotation is a bare list
        return [*own, *inherited.get_middleware()]
