"""The same tools on each stack, with what differs between the versions of `mcp` and fastmcp."""

from collections.abc import Callable
from typing import Any

from workos_mcp import AuthKitResource, get_principal


def whoami_of(context: Any) -> str:
    """What the tool `whoami` returns."""
    principal = get_principal(context)
    return f"{principal.kind} {principal.claims.sub} {principal.organization_id}"


def whoami_without_context() -> str:
    """A sync tool, which some versions run in a thread."""
    return str(get_principal().organization_id)


def mcp_server(resource: AuthKitResource) -> Any:
    """Return the application of a server with the `mcp` SDK."""
    try:
        from mcp.server.mcpserver import Context, MCPServer  # mcp 2
    except ModuleNotFoundError:
        from mcp.server.fastmcp import Context  # type: ignore[no-redef]
        from mcp.server.fastmcp import FastMCP as MCPServer

    server = MCPServer("tools", auth=resource.auth_settings(), token_verifier=resource)

    async def whoami(context: Context) -> str:  # type: ignore[type-arg]
        return whoami_of(context)

    async def delete_files(context: Context) -> str:  # type: ignore[type-arg]
        get_principal(context).require_permission("files:delete")
        return "deleted"

    whoami.__annotations__["context"] = delete_files.__annotations__["context"] = Context
    server.tool()(whoami)
    server.tool()(delete_files)
    server.tool()(whoami_without_context)
    return resource.protect(server.streamable_http_app())


def fastmcp_server(resource: AuthKitResource) -> Any:
    """Return the application of a server with fastmcp."""
    from fastmcp import Context, FastMCP

    server: Any = FastMCP("tools", auth=resource.fastmcp_auth())

    async def whoami(context: Context) -> str:
        return whoami_of(context)

    async def delete_files(context: Context) -> str:
        get_principal(context).require_permission("files:delete")
        return "deleted"

    whoami.__annotations__["context"] = delete_files.__annotations__["context"] = Context
    server.tool(whoami)
    server.tool(delete_files)
    server.tool(whoami_without_context)
    return server.http_app()


STACKS: dict[str, Callable[[AuthKitResource], Any]] = {"mcp": mcp_server, "fastmcp": fastmcp_server}
