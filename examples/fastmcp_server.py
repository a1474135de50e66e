"""An MCP server with fastmcp whose users sign in with AuthKit, and an emulator for running it without a WorkOS account.

python -m examples.fastmcp_server
"""

from fastmcp import Context, FastMCP

from examples.shared_mcp import run
from workos_mcp import AuthKitResource, get_principal


def create_app(resource: AuthKitResource) -> object:
    """Return the ASGI application of a server with one tool."""
    server = FastMCP("Example", auth=resource.fastmcp_auth())

    @server.tool
    async def whoami(context: Context) -> str:
        """Return the user or application, and the organization."""
        principal = get_principal(context)
        return f"{principal.claims.sub} in {principal.organization_id}"

    return server.http_app()


if __name__ == "__main__":
    run(create_app)
