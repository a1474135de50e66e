"""An MCP server with the `mcp` SDK whose users sign in with AuthKit, and an emulator for running it without a WorkOS account.

python -m examples.mcp_server
"""

try:
    from mcp.server.mcpserver import Context, MCPServer
except ModuleNotFoundError:  # mcp before 2
    from mcp.server.fastmcp import Context  # type: ignore[attr-defined, no-redef]
    from mcp.server.fastmcp import FastMCP as MCPServer  # type: ignore[attr-defined, no-redef]

from examples.shared_mcp import run
from workos_mcp import AuthKitResource, get_principal


def create_app(resource: AuthKitResource) -> object:
    """Return the ASGI application of a server with one tool."""
    server = MCPServer("Example", auth=resource.auth_settings(), token_verifier=resource)

    @server.tool()
    async def whoami(context: Context) -> str:
        """Return the user or application, and the organization."""
        principal = get_principal(context)
        return f"{principal.claims.sub} in {principal.organization_id}"

    return resource.protect(server.streamable_http_app())


if __name__ == "__main__":
    run(create_app)
