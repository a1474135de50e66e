"""Audit logs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class AuditAction(Entity):
    """A kind of event."""

    name: str


@dataclass(slots=True, kw_only=True)
class AuditSchema(Entity):
    """What the events of an action look like, in one version; metadata is described by JSON Schema."""

    action: str
    version: int
    targets: list[dict[str, Any]]
    actor: dict[str, Any] | None
    metadata: dict[str, Any] | None


@dataclass(slots=True, kw_only=True)
class AuditEvent(Entity):
    """An event of an organization, as it came."""

    organization_id: str
    event: dict[str, Any]
    occurred_at: datetime


@dataclass(slots=True, kw_only=True)
class AuditExport(Entity):
    """An export: the file, and whether somebody has asked for it since it was started."""

    state: str
    csv: str


class AuditLogs:
    """Actions with their schemas, events and exports."""

    def __init__(self) -> None:
        self.actions = Collection[AuditAction](unique={"name": lambda a: a.name})
        self.schemas = Collection[AuditSchema](
            unique={"version": lambda s: (s.action, s.version)}, groups={"action": lambda s: (s.action,)}
        )
        self.events = Collection[AuditEvent](groups={"organization": lambda e: (e.organization_id,)})
        self.exports = Collection[AuditExport]()
