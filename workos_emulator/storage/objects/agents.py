"""Agents."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class AgentBlueprint(Entity):
    """What an agent may do at most, who may start it, and how long its sessions and tokens last (in seconds)."""

    name: str
    description: str | None
    permissions: list[str]
    role_slugs: list[str]
    organization_ids: list[str]
    instance_types: list[str]
    settings: dict[str, int]


@dataclass(slots=True, kw_only=True)
class AgentInstance(Entity):
    """An agent in one organization, for the member it acts for or for itself."""

    blueprint_id: str
    organization_id: str
    membership_id: str | None


@dataclass(slots=True, kw_only=True)
class AgentSession(Entity):
    """A session of an agent instance. `refresh_token` is the one that is still good."""

    instance_id: str
    permissions: list[str]
    intent: str | None
    expires_at: datetime
    refresh_token: str = field(repr=False)
    refresh_expires_at: datetime
    revoked_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class AgentRegistration(Entity):
    """An agent that registered itself with an organization, with its credentials.

    Attributes:
        api_keys: API keys that were issued to it.
        claim_expires_at: Until when a person can claim it; None when there is no claim.
    """

    organization_id: str
    kind: str
    status: str
    identity_id: str
    user_id: str | None = None
    api_keys: list[str] = field(default_factory=list[str], repr=False)
    claim_id: str | None = None
    claim_token: str | None = field(default=None, repr=False)
    claim_email: str | None = None
    claim_expires_at: datetime | None = None
    completion_id: str | None = None
    user_code: str | None = field(default=None, repr=False)
    user_code_expires_at: datetime | None = None
    completed_at: datetime | None = None
    revoked_at: datetime | None = None


class Agents:
    """Blueprints, what was made from them, and registrations."""

    def __init__(self) -> None:
        self.blueprints = Collection[AgentBlueprint]()
        self.instances = Collection[AgentInstance](
            unique={"key": lambda i: (i.blueprint_id, i.organization_id, i.membership_id)},
            groups={"blueprint": lambda i: (i.blueprint_id,), "organization": lambda i: (i.organization_id,)},
        )
        self.sessions = Collection[AgentSession](
            unique={"refresh_token": lambda s: s.refresh_token}, groups={"instance": lambda s: (s.instance_id,)}
        )
        self.registrations = Collection[AgentRegistration](
            unique={"claim_token": lambda r: r.claim_token},
            groups={"organization": lambda r: (r.organization_id,), "api_key": lambda r: r.api_keys},
        )
