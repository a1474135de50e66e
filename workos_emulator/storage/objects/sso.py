"""SSO connections, certificates, profiles and their codes and tokens."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class Connection(Entity):
    """An SSO connection of an organization, or (without an organization) of an OAuth provider.

    Attributes:
        options: The SAML options, OIDC options and attribute maps, by their names in the API.
    """

    organization_id: str | None
    type: str
    name: str
    state: str
    external_id: str | None = None
    options: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(slots=True, kw_only=True, repr=False)
class Certificate(Entity):
    """A certificate of a SAML connection. `use` is `idp_signing`, `sp_encryption` or `sp_signing`."""

    connection_id: str
    use: str
    value: str
    not_before: datetime | None
    not_after: datetime | None


@dataclass(slots=True, kw_only=True, repr=False)
class Profile(Entity):
    """The profile of a person, as the identity provider describes them."""

    connection_id: str
    idp_id: str
    email: str
    first_name: str | None = None
    last_name: str | None = None
    role_slugs: list[str] = field(default_factory=list[str])
    groups: list[str] = field(default_factory=list[str])
    custom_attributes: dict[str, Any] = field(default_factory=dict[str, Any])
    raw_attributes: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(slots=True, kw_only=True, repr=False)
class ProfileCode(Entity):
    """An authorization code for a profile. Its ID is the code.

    Attributes:
        sso_expires_at: When the SSO session that waits for the exchange times out; None if there is none.
    """

    profile_id: str
    code_challenge: str | None
    expires_at: datetime
    sso_expires_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class ProfileToken(Entity):
    """An access token or logout token for a profile. Its ID is the token."""

    profile_id: str
    expires_at: datetime


@dataclass(slots=True, kw_only=True, repr=False)
class SsoSession(Entity):
    """A sign-in at an identity provider that is in progress.

    Attributes:
        key: The ID of the flow that waits for the identity provider, or the code that waits for its exchange; None if nothing waits
            anymore.
        email: The email address of the user, if known.
        user_agent: The user agent of the browser, if known.
        expires_at: When it times out.
    """

    key: str | None
    connection_id: str
    organization_id: str
    email: str | None
    user_agent: str | None
    expires_at: datetime


class Sso:
    """Connections, certificates, profiles, and their codes and tokens.

    Attributes:
        sessions: Sign-ins in progress, in the order in which they started.
        announced: The connections for which a `connection.activated` event was emitted.
    """

    def __init__(self) -> None:
        self.connections: Collection[Connection] = Collection(
            unique={"provider": lambda c: c.type if c.organization_id is None else None},
            groups={"organization": lambda c: (c.organization_id,)},
        )
        self.certificates: Collection[Certificate] = Collection(
            groups={"place": lambda c: (c.connection_id, (c.connection_id, c.use))}
        )
        self.profiles: Collection[Profile] = Collection(
            unique={"email": lambda p: (p.connection_id, p.email.strip().casefold())},
            groups={"connection": lambda p: (p.connection_id,)},
        )
        self.codes: Collection[ProfileCode] = Collection(groups={"profile": lambda c: (c.profile_id,)})
        self.tokens: Collection[ProfileToken] = Collection(groups={"profile": lambda t: (t.profile_id,)})
        self.sessions: Collection[SsoSession] = Collection(unique={"key": lambda s: s.key})
        self.announced: set[str] = set()
        self.logouts: Collection[ProfileToken] = Collection(groups={"profile": lambda t: (t.profile_id,)})
