"""Webhook endpoints, passwordless sessions and teams."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class WebhookEndpoint(Entity):
    """A URL that events are sent to."""

    url: str
    secret: str = field(repr=False)
    events: list[str]
    enabled: bool = True


@dataclass(slots=True, kw_only=True)
class PasswordlessSession(Entity):
    """A passwordless session: a Magic Link for one email address."""

    email: str
    token: str = field(repr=False)
    redirect_uri: str | None
    state: str | None
    expires_at: datetime
    sent_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Team(Entity):
    """A WorkOS team that a platform created."""

    name: str
    admin_email: str
    production_state: str = "Inactive"
    production_enabled_at: datetime | None = None
