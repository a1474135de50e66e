"""Agent blueprints, instances, sessions and registrations."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class AgentBlueprint(Entity):
    """The permissions an agent can have, who can invoke it, and the lifetimes of its sessions and tokens in seconds."""

    name: str
    description: str | None
    permissions: list[str]
    role_slugs: list[str]
    organization_ids: list[str]
    instance_types: list[str]
    settings: dict[str, int]


@dataclass(slots=True, kw_only=True, repr=False)
class AgentInstance(Entity):
    """An agent in one organization; delegated if it acts for a member, otherwise autonomous."""

    blueprint_id: str
    organization_id: str
    membership_id: str | None


@dataclass(slots=True, kw_only=True, repr=False)
class AgentSession(Entity):
    """A session of an agent instance. `refresh_token` is the current refresh token."""

    instance_id: str
    permissions: list[str]
    intent: str | None
    expires_at: datetime
    refresh_token: str
    refresh_expires_at: datetime
    revoked_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class AgentRegistration(Entity):
    """An agent that registered itself with an organization, with its credentials.

    Attributes:
        api_keys: The API keys issued to the agent.
        claim_expires_at: When the claim expires; None if there is no claim.
    """

    organization_id: str
    kind: str
    status: str
    identity_id: str
    user_id: str | None = None
    api_keys: list[str] = field(default_factory=list[str])
    claim_id: str | None = None
    claim_token: str | None = None
    claim_email: str | None = None
    claim_expires_at: datetime | None = None
    completion_id: str | None = None
    user_code: str | None = None
    user_code_expires_at: datetime | None = None
    completed_at: datetime | None = None
    revoked_at: datetime | None = None


class Agents:
    """Agent blueprints with their instances and sessions, and agent registrations."""

    def __init__(self) -> None:
        self.blueprints: Collection[AgentBlueprint] = Collection()
        self.instances: Collection[AgentInstance] = Collection(
            unique={"key": lambda i: (i.blueprint_id, i.organization_id, i.membership_id)},
            groups={"blueprint": lambda i: (i.blueprint_id,), "organization": lambda i: (i.organization_id,)},
        )
        self.sessions: Collection[AgentSession] = Collection(
            unique={"refresh_token": lambda s: s.refresh_token}, groups={"instance": lambda s: (s.instance_id,)}
        )
        self.registrations: Collection[AgentRegistration] = Collection(
            unique={"claim_token": lambda r: r.claim_token},
            groups={"organization": lambda r: (r.organization_id,), "api_key": lambda r: r.api_keys},
        )
