"""What belongs to an organization beside its members: groups, IT contacts, links to the Admin Portal."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.store import Entity


@dataclass(slots=True, kw_only=True)
class Group(Entity):
    """A group of members. A membership names the groups it is in."""

    organization_id: str
    name: str
    description: str | None = None


@dataclass(slots=True, kw_only=True)
class ItContact(Entity):
    """Somebody at a customer who sets things up, and what they are invited to set up."""

    organization_id: str
    email: str
    intents: list[str] = field(default_factory=list[str])


@dataclass(slots=True, kw_only=True)
class PortalLink(Entity):
    """A link to the Admin Portal; its id is the token in the link."""

    organization_id: str
    intent: str | None
    external_user_id: str | None
    expires_at: datetime
