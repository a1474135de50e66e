"""MCP servers with AuthKit as their authorization server, for the `mcp` SDK, for fastmcp and for any ASGI application."""

from typing import TYPE_CHECKING

from workos_core.lazy_names import lazy_names

if TYPE_CHECKING:
    from workos_core.auth.tokens.access_denied import AccessDenied as AccessDenied
    from workos_mcp._middleware import AuthKitMiddleware as AuthKitMiddleware
    from workos_mcp._principal import PermissionDeniedError as PermissionDeniedError
    from workos_mcp._principal import Principal as Principal
    from workos_mcp._principal import get_principal as get_principal
    from workos_mcp._resource import AuthKitResource as AuthKitResource

_NAMES = {
    "workos_mcp._principal": ("PermissionDeniedError", "Principal", "get_principal"),
    "workos_core.auth.tokens.access_denied": ("AccessDenied",),
    "workos_mcp._middleware": ("AuthKitMiddleware",),
    "workos_mcp._resource": ("AuthKitResource",),
}

__all__ = [
    "AccessDenied",
    "AuthKitMiddleware",
    "AuthKitResource",
    "PermissionDeniedError",
    "Principal",
    "get_principal",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _NAMES)
