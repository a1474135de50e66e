"""The principal of a request: the user, application or agent of the access token."""

import sys
from contextvars import ContextVar
from functools import cache
from typing import Any, cast

from attrs import field, frozen

from workos_core.auth.tokens.connect_claims import ConnectTokenClaims, ConnectTokenKind
from workos_core.errors import ConfigurationError, WorkOSError

PRINCIPAL_KEY = "workos_mcp.principal"
"""The key of the principal in the scope of an ASGI request."""

current_principal: ContextVar["Principal | None"] = ContextVar("workos_mcp_principal", default=None)


class PermissionDeniedError(WorkOSError):
    """The principal lacks a permission or an organization that a tool requires.

    It is also a `ToolError` of `mcp` or fastmcp, whichever your server uses, so that the client receives its text.

    Attributes:
        permission: The missing permission, or `None` if an organization is missing.
    """

    def __init__(self, message: str, *, permission: str | None) -> None:
        super().__init__(message)
        self.permission = permission


@frozen
class Principal:
    """The user, application or agent that calls a tool.

    Attributes:
        claims: The verified claims of the access token.
        token: The access token, to call other services on behalf of the principal.
    """

    claims: ConnectTokenClaims
    token: str = field(repr=False)

    @property
    def kind(self) -> ConnectTokenKind:
        """`user`, `m2m` or `agent`."""
        return self.claims.kind

    @property
    def user_id(self) -> str | None:
        """The ID of the user, or `None` for applications and agents."""
        return self.claims.sub if self.claims.kind == "user" else None

    @property
    def organization_id(self) -> str | None:
        """The ID of the organization that the principal selected or belongs to, if any."""
        return self.claims.org_id

    @property
    def permissions(self) -> tuple[str, ...]:
        """The permissions of the principal."""
        return self.claims.permissions

    def require_permission(self, permission: str) -> None:
        """Raise an exception unless the principal has a permission.

        Raises:
            PermissionDeniedError: The principal doesn't have it.
        """
        if permission not in self.claims.permissions:
            raise _permission_denied(f"this tool requires the permission {permission!r}", permission)

    def require_organization(self) -> str:
        """Return the ID of the organization.

        Raises:
            PermissionDeniedError: The principal did not select an organization.
        """
        if self.claims.org_id is None:
            raise _permission_denied("this tool requires an organization: sign in again and select one", None)
        return self.claims.org_id


def get_principal(context: Any = None) -> Principal:
    """Return the principal of the current request.

    Args:
        context: The `Context` that `mcp` or fastmcp passes to a tool. Pass it in servers with sessions: a session runs in the task of
            its first request, so without the context, you get the principal of that request, whose token may be older.

    Raises:
        ConfigurationError: The request did not pass through `AuthKitResource.protect` or its fastmcp provider.
    """
    request = getattr(_request_context(context), "request", None)
    scope: dict[str, Any] = getattr(request, "scope", {})
    principal: Principal | None = scope.get(PRINCIPAL_KEY) or current_principal.get()
    if principal is None:
        raise ConfigurationError(
            "there is no principal: wrap the application with AuthKitResource.protect(app), or pass FastMCP(auth=resource.fastmcp_auth())"
        )
    return principal


def _request_context(context: Any) -> Any:
    """Return the context of the request that a tool handles.

    Before version 2, the `mcp` SDK accepts requests to a session from other principals than that of its first request, but it keeps the
    current request in a context variable.
    """
    found = getattr(context, "request_context", None)
    variable: Any = getattr(sys.modules.get("mcp.server.lowlevel.server"), "request_ctx", None)
    return variable.get(None) if found is None and variable is not None else found


def _permission_denied(message: str, permission: str | None) -> PermissionDeniedError:
    modules = ("mcp.server.mcpserver.exceptions", "mcp.server.fastmcp.exceptions", "fastmcp.exceptions")
    bases = tuple(dict.fromkeys(sys.modules[name].ToolError for name in modules if name in sys.modules))
    return _error_class(bases)(message, permission=permission)


@cache
def _error_class(bases: tuple[type[Exception], ...]) -> type[PermissionDeniedError]:
    """Return a class that the loaded MCP stacks recognize as the error of a tool: others hide the text of unknown exceptions."""
    error = type("PermissionDeniedError", (PermissionDeniedError, *bases), {"__module__": __name__})
    return cast("type[PermissionDeniedError]", error)
