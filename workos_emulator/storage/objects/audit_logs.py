"""Audit log actions, schemas, events and exports."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class AuditAction(Entity):
    """An audit log action, such as `document.deleted`."""

    name: str


@dataclass(slots=True, kw_only=True)
class AuditSchema(Entity):
    """One version of the schema for the events of an action. JSON Schema describes the metadata."""

    action: str
    version: int
    targets: list[dict[str, Any]]
    actor: dict[str, Any] | None
    metadata: dict[str, Any] | None


@dataclass(slots=True, kw_only=True)
class AuditEvent(Entity):
    """An audit log event of an organization, as received."""

    organization_id: str
    event: dict[str, Any]
    occurred_at: datetime


@dataclass(slots=True, kw_only=True)
class AuditExport(Entity):
    """An audit log export. `state` changes from `pending` to `ready` when the export is first retrieved."""

    state: str
    csv: str


class AuditLogs:
    """Audit log actions, schemas, events and exports."""

    def __init__(self) -> None:
        self.actions: Collection[AuditAction] = Collection(unique={"name": lambda a: a.name})
        self.schemas: Collection[AuditSchema] = Collection(
            unique={"version": lambda s: (s.action, s.version)}, groups={"action": lambda s: (s.action,)}
        )
        self.events: Collection[AuditEvent] = Collection(groups={"organization": lambda e: (e.organization_id,)})
        self.exports: Collection[AuditExport] = Collection()
