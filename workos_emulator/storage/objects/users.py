"""Users, their identities and their authorized applications."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from workos_emulator.storage.store import Entity

_NO_METADATA: Final[dict[str, str]] = {}
"""Shared by all users without metadata, which saves 64 bytes per user: an update replaces the metadata of a user."""


@dataclass(slots=True, kw_only=True)
class PasswordHash:
    """The hash of a user's password.

    Attributes:
        kind: `emulator` for a password set as plain text, otherwise the type of the imported hash.
        value: The hash.
        salt: The salt of an `emulator` hash; empty for other kinds.
        salt_position: The position of the salt in an `ssha` or `ssha256` hash, `prefix` or `suffix`.
    """

    kind: str
    value: str = field(repr=False)
    salt: str = field(default="", repr=False)
    salt_position: str = "suffix"


@dataclass(slots=True, kw_only=True, repr=False)
class User(Entity):
    """A user.

    Attributes:
        wrong_passwords: How many wrong passwords were entered since the last correct one.
        locked_until: When the password is unlocked; None if it was never locked.
    """

    email: str
    email_verified: bool = False
    first_name: str | None = None
    last_name: str | None = None
    name: str | None = None
    profile_picture_url: str | None = None
    external_id: str | None = None
    metadata: dict[str, str] = field(default_factory=dict[str, str])
    locale: str | None = None
    last_sign_in_at: datetime | None = None
    password: PasswordHash | None = None
    wrong_passwords: int = 0
    locked_until: datetime | None = None

    def __post_init__(self) -> None:
        self.metadata = self.metadata or _NO_METADATA


@dataclass(slots=True, kw_only=True, repr=False)
class Identity(Entity):
    """A user's identity at an OAuth provider."""

    user_id: str
    idp_id: str
    provider: str


@dataclass(slots=True, kw_only=True, repr=False)
class AuthorizedApplication(Entity):
    """The authorization that a user, usually as a member of an organization, granted to a Connect application.

    Attributes:
        oauth_resources: The OAuth resources that the authorization is limited to; empty for the environment as a whole.
    """

    user_id: str
    organization_id: str | None
    granted_scopes: list[str]
    application_id: str
    oauth_resources: list[str] = field(default_factory=list[str])

    @property
    def consent_id(self) -> str:
        """The ID of the consent, the `sid` claim of access tokens."""
        return f"app_consent_{self.id.rpartition('_')[2]}"
