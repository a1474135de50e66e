"""Audit log exports and schemas as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.audit_logs import AuditExport, AuditSchema


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
