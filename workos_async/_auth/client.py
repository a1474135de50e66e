"""The part of a client that authentication uses."""

from typing import TYPE_CHECKING, Protocol

from workos_core.auth.tokens.claims import AccessTokenClaims

if TYPE_CHECKING:
    from workos_async.resources.api_keys import ApiKeys
    from workos_async.resources.user_management import UserManagement


class AuthClient(Protocol):
    """A `WorkOS` client, as far as `SignIn` needs it."""

    @property
    def api_keys(self) -> "ApiKeys":
        """The resource client that validates API keys."""
        ...

    @property
    def user_management(self) -> "UserManagement":
        """The resource client that authenticates users and refreshes sessions."""
        ...

    async def verify_access_token(self, token: str) -> AccessTokenClaims:
        """Verify an access token and return its claims."""
        ...
