"""Users who are signed in."""

from typing import Any

from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_emulator import Emulator

COOKIE_PASSWORD = "a cookie password for tests, of 32 characters or more"  # noqa: S105 - it protects nothing
COOKIE_NAME = "wos-session"


class SignIns:
    """Signs users in without their doing. Each call is a session of its own, with tokens that the API would give out.

    Attributes:
        cookie_password: The password that seals cookies, unless one is given.
    """

    cookie_password = COOKIE_PASSWORD

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    def tokens(self, user: Any, organization: Any = None, *, method: str = "Password") -> dict[str, Any]:
        """What authenticate answers: `user`, `access_token`, `refresh_token`, `organization_id` and more.

        Args:
            user: The user, or their id.
            organization: The organization to sign in to, or its id. Needed for a user who is in several.
            method: How the user has signed in, such as `Password`, `MagicAuth`, `SSO`.

        Raises:
            KeyError: There is no such user.
            ValueError: The user is not in the organization, or in several.
        """
        organization_id = None if organization is None else _id(organization)
        return self._emulator.seed.sign_in(_id(user), organization_id, method=method)

    def access_token(self, user: Any, organization: Any = None) -> str:
        """An access token: a JWT that verifies with the keys of the emulator."""
        token: str = self.tokens(user, organization)["access_token"]
        return token

    def headers(self, user: Any, organization: Any = None) -> dict[str, str]:
        """The headers of a request of a user: `Authorization: Bearer …`."""
        return {"Authorization": f"Bearer {self.access_token(user, organization)}"}

    def sealed_cookie(self, user: Any, organization: Any = None, *, password: str | None = None) -> str:
        """The value of a sealed session cookie."""
        answer = self.tokens(user, organization)
        names = ("access_token", "refresh_token", "user", "organization_id", "authentication_method", "impersonator")
        given: dict[str, Any] = {name: answer.get(name) for name in names}
        session = SessionData(**given)
        return seal_session(session, password or self.cookie_password)

    def cookies(
        self, user: Any, organization: Any = None, *, name: str = COOKIE_NAME, password: str | None = None
    ) -> dict[str, str]:
        """The cookies of a request of a user, by name."""
        return {name: self.sealed_cookie(user, organization, password=password)}


def _id(value: Any) -> str:
    id: str = value if isinstance(value, str) else value.id
    return id
