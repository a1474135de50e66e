"""API keys and Connect applications."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class ApiKey(Entity):
    """An API key of an organization, or (with `user_id`) of a user in an organization."""

    name: str
    value: str
    organization_id: str
    user_id: str | None = None
    permissions: list[str] = field(default_factory=list[str])
    expires_at: datetime | None = None
    last_used_at: datetime | None = None

    @property
    def owner_id(self) -> str:
        """The ID of the user or organization that owns the key."""
        return self.user_id or self.organization_id


@dataclass(slots=True, kw_only=True, repr=False)
class Application(Entity):
    """A Connect application. `type` is `oauth` or `m2m`.

    Attributes:
        metadata_expires_at: When the metadata document at `client_id` must be fetched again; None unless it was fetched.
    """

    client_id: str
    name: str
    type: str
    description: str | None = None
    scopes: list[str] = field(default_factory=list[str])
    organization_id: str | None = None
    redirect_uris: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    uses_pkce: bool = False
    is_first_party: bool = True
    was_dynamically_registered: bool = False
    cors_origins: list[str] = field(default_factory=list[str])
    metadata_expires_at: datetime | None = None

    @property
    def is_public(self) -> bool:
        """Whether the application is a public client, which authenticates with PKCE instead of a client secret."""
        return self.type == "oauth" and self.uses_pkce


@dataclass(slots=True, kw_only=True, repr=False)
class ClientSecret(Entity):
    """A client secret of a Connect application."""

    application_id: str
    secret: str
    last_used_at: datetime | None = None


class Credentials:
    """API keys, Connect applications and client secrets.

    Attributes:
        pinned: The `api_key` and `client_id` of the environment that a seed has set.
    """

    def __init__(self) -> None:
        self.pinned: dict[str, str] = {}
        self.api_keys: Collection[ApiKey] = Collection(
            unique={"value": lambda k: k.value},
            groups={"owner": lambda k: (k.owner_id,), "organization": lambda k: (k.organization_id,)},
        )
        self.applications: Collection[Application] = Collection(
            unique={"client_id": lambda a: a.client_id}, groups={"organization": lambda a: (a.organization_id,)}
        )
        self.client_secrets: Collection[ClientSecret] = Collection(
            groups={"application": lambda s: (s.application_id,)}
        )
