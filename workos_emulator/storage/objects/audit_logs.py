"""Audit log actions, schemas, events, exports and streams."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class AuditAction(Entity):
    """An audit log action, such as `document.deleted`."""

    name: str


@dataclass(slots=True, kw_only=True, repr=False)
class AuditSchema(Entity):
    """One version of the schema for the events of an action. JSON Schema describes the metadata."""

    action: str
    version: int
    targets: list[dict[str, Any]]
    actor: dict[str, Any] | None
    metadata: dict[str, Any] | None


@dataclass(slots=True, kw_only=True, repr=False)
class AuditEvent(Entity):
    """An audit log event of an organization, as received."""

    organization_id: str
    event: dict[str, Any]
    occurred_at: datetime


@dataclass(slots=True, kw_only=True, repr=False)
class AuditExport(Entity):
    """An audit log export. `state` changes from `pending` to `ready` when the export is first retrieved."""

    state: str
    csv: str


@dataclass(slots=True, kw_only=True, repr=False)
class LogStream(Entity):
    """The stream of an organization's audit log events to its own system.

    Attributes:
        type: The type of that system, such as `Datadog`.
        state: `active`, `inactive` (paused), `error` (the last delivery failed) or `invalid` (the system rejected the credentials).
        configuration: The address and the credentials of the system, by the names of the fields.
        last_synced_at: When an event was last delivered.
    """

    organization_id: str
    type: str
    state: str
    configuration: dict[str, str] = field(default_factory=dict[str, str])
    last_synced_at: datetime | None = None


class AuditLogs:
    """Audit log actions, schemas, events, exports and streams."""

    def __init__(self) -> None:
        self.actions: Collection[AuditAction] = Collection(unique={"name": lambda a: a.name})
        self.schemas: Collection[AuditSchema] = Collection(
            unique={"version": lambda s: (s.action, s.version)}, groups={"action": lambda s: (s.action,)}
        )
        self.events: Collection[AuditEvent] = Collection(groups={"organization": lambda e: (e.organization_id,)})
        self.exports: Collection[AuditExport] = Collection()
        self.streams: Collection[LogStream] = Collection(groups={"organization": lambda s: (s.organization_id,)})
