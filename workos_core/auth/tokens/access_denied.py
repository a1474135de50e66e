"""Why a request may not call a resource."""

from typing import Literal

from workos_core.errors import WorkOSError


class AccessDenied(WorkOSError):
    """A request has no valid token, or the principal may not call the resource.

    Attributes:
        status: 401 if the client should sign in (again), otherwise 403.
        error: The error code for `WWW-Authenticate`; `None` if the request has no token.
        description: What is wrong; `None` if the request has no token.
    """

    def __init__(self, status: Literal[401, 403], error: str | None = None, description: str | None = None) -> None:
        super().__init__(description or "the request has no access token")
        self.status = status
        self.error = error
        self.description = description
