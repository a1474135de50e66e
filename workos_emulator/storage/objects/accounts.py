"""Webhook endpoints, passwordless sessions and teams."""

from dataclasses import dataclass
from datetime import datetime

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True, repr=False)
class WebhookEndpoint(Entity):
    """A URL that events are sent to."""

    url: str
    secret: str
    events: list[str]
    enabled: bool = True


@dataclass(slots=True, kw_only=True, repr=False)
class PasswordlessSession(Entity):
    """A passwordless session: a Magic Link for one email address."""

    email: str
    token: str
    redirect_uri: str | None
    state: str | None
    expires_at: datetime
    sent_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class Team(Entity):
    """A WorkOS team that a platform created."""

    name: str
    admin_email: str
    production_state: str = "Inactive"
    production_enabled_at: datetime | None = None
