"""Sessions of signed-in users: tokens, headers and cookies for tests."""

from typing import Any, Protocol

from workos_core.argument_checks import check_type
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_emulator import Emulator

COOKIE_PASSWORD = "a cookie password for tests, at least 32 characters long"  # noqa: S105 - only for tests
COOKIE_NAME = "wos-session"
_SESSION_FIELDS = ("access_token", "refresh_token", "user", "organization_id", "authentication_method", "impersonator")


class HasId(Protocol):
    """A model with an id, such as a `User`."""

    @property
    def id(self) -> str:
        """The id."""
        ...


class SessionFactory:
    """A factory of user sessions that needs no sign-in flow. Each call creates a new session, with tokens like those of the API.

    Attributes:
        cookie_password: The password that seals cookies if you don't pass one.
    """

    cookie_password = COOKIE_PASSWORD

    def __init__(self, emulator: Emulator) -> None:
        check_type("emulator", emulator, Emulator, "an Emulator")
        self._emulator = emulator

    def tokens(
        self, user: HasId | str, organization: HasId | str | None = None, *, method: str = "Password"
    ) -> dict[str, Any]:
        """Return an authentication response: `user`, `access_token`, `refresh_token`, `organization_id` and more.

        Args:
            user: The user, or their id.
            organization: The organization to sign in to, or its id. Required for a user who is a member of several.
            method: The authentication method, such as `Password`, `MagicAuth` or `SSO`.

        Raises:
            KeyError: The user or the organization does not exist.
            TypeError: `user` or `organization` is something else.
            ValueError: The user is not a member of the organization, or is a member of several and you did not pass one.
        """
        organization_id = None if organization is None else _id_of("organization", organization)
        return self._emulator.seed.sign_in(_id_of("user", user), organization_id, method=method)

    def access_token(self, user: HasId | str, organization: HasId | str | None = None) -> str:
        """Return an access token: a JWT that verifies with the signing keys of the emulator."""
        token: str = self.tokens(user, organization)["access_token"]
        return token

    def headers(self, user: HasId | str, organization: HasId | str | None = None) -> dict[str, str]:
        """Return the headers of a user's request: `Authorization: Bearer …`."""
        return {"Authorization": f"Bearer {self.access_token(user, organization)}"}

    def sealed_cookie(
        self, user: HasId | str, organization: HasId | str | None = None, *, password: str | None = None
    ) -> str:
        """Return the value of a sealed session cookie."""
        response = self.tokens(user, organization)
        fields: dict[str, Any] = {name: response.get(name) for name in _SESSION_FIELDS}
        return seal_session(SessionData(**fields), password or self.cookie_password)

    def cookies(
        self,
        user: HasId | str,
        organization: HasId | str | None = None,
        *,
        name: str = COOKIE_NAME,
        password: str | None = None,
    ) -> dict[str, str]:
        """Return the cookies of a user's request, by name."""
        return {name: self.sealed_cookie(user, organization, password=password)}


def _id_of(name: str, value: HasId | str) -> str:
    id: object = value if isinstance(value, str) else getattr(value, "id", None)
    if not isinstance(id, str):
        raise TypeError(f"{name} must be a model such as {name.capitalize()}, or its ID, not {type(value).__name__}")
    return id
