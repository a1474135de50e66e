"""Audit log exports, schemas and streams as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.audit_logs import AuditExport, AuditSchema, LogStream


def render_export(export: AuditExport, url: str | None) -> dict[str, Any]:
    """Return the audit log export as JSON."""
    return {
        "object": "audit_log_export",
        "id": export.id,
        "state": export.state,
        "url": url,
        "created_at": stamp(export.created_at),
        "updated_at": stamp(export.updated_at),
    }


def render_schema(schema: AuditSchema) -> dict[str, Any]:
    """Return the schema as JSON."""
    result: dict[str, Any] = {
        "object": "audit_log_schema",
        "version": schema.version,
        "targets": schema.targets,
        "created_at": stamp(schema.created_at),
    }
    if schema.actor is not None:
        result["actor"] = schema.actor
    if schema.metadata is not None:
        result["metadata"] = schema.metadata
    return result


def render_log_stream(stream: LogStream) -> dict[str, Any]:
    """Return the log stream as JSON, without its configuration."""
    return {
        "id": stream.id,
        "type": stream.type,
        "state": stream.state,
        "last_synced_at": stamp_or_none(stream.last_synced_at),
        "created_at": stamp(stream.created_at),
    }
