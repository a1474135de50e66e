"""The configuration of an environment, and its waitlists."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class CorsOrigin(Entity):
    """An origin that may call the API from a browser."""

    origin: str


@dataclass(slots=True, kw_only=True, repr=False)
class Address(Entity):
    """A redirect URI, or an OAuth resource that AuthKit issues tokens for."""

    uri: str
    default: bool


@dataclass(slots=True, kw_only=True)
class JwtTemplate:
    """The JWT template for the claims of access tokens."""

    content: str
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True, kw_only=True, repr=False)
class Waitlist(Entity):
    """A waitlist."""


@dataclass(slots=True, kw_only=True, repr=False)
class WaitlistEntry(Entity):
    """An entry of a waitlist."""

    waitlist_id: str
    email: str
    additional_fields: dict[str, str] = field(default_factory=dict[str, str])
    state: str = "pending"
    approved_at: datetime | None = None


class Configuration:
    """CORS origins, redirect URIs, OAuth resources, the JWT template and waitlists."""

    def __init__(self) -> None:
        self.cors_origins: Collection[CorsOrigin] = Collection(unique={"origin": lambda o: o.origin})
        self.redirect_uris: Collection[Address] = Collection(unique={"uri": lambda a: a.uri})
        self.oauth_resources: Collection[Address] = Collection(unique={"uri": lambda a: a.uri})
        self.jwt_template: JwtTemplate | None = None
        self.waitlists: Collection[Waitlist] = Collection()
        self.waitlist_entries: Collection[WaitlistEntry] = Collection(
            unique={"place": lambda e: (e.waitlist_id, e.email.strip().casefold())},
            groups={"waitlist": lambda e: (e.waitlist_id,)},
        )
