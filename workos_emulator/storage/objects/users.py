"""Users, their identities and the applications that they authorized."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class PasswordHash:
    """A stored password.

    Attributes:
        kind: `emulator` for a password that was given as text, else the type of the hash that was given.
        value: The hash.
        salt: The salt of the kind `emulator`, else nothing.
        salt_position: Where the salt of an `ssha` hash stands, `prefix` or `suffix`.
    """

    kind: str
    value: str = field(repr=False)
    salt: str = field(default="", repr=False)
    salt_position: str = "suffix"


@dataclass(slots=True, kw_only=True)
class User(Entity):
    """A person who can sign in."""

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


@dataclass(slots=True, kw_only=True)
class Identity(Entity):
    """An account of a user at an OAuth provider."""

    user_id: str
    idp_id: str
    provider: str


@dataclass(slots=True, kw_only=True)
class AuthorizedApplication(Entity):
    """The permission that a user, as a member of an organization, gave to a Connect application."""

    user_id: str
    organization_id: str
    granted_scopes: list[str]
    application_id: str
