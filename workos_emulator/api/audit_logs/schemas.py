"""Handlers of audit log actions and schemas."""

from collections.abc import Mapping
from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors, payload
from workos_emulator.rendering.audit_logs import render_schema
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.audit_logs import AuditAction, AuditSchema

_TYPES = ("string", "number", "integer", "boolean")


@operation("listAuditLogActions")
def list_actions(call: Call) -> Result:
    """List audit log actions with their newest schemas."""

    def render_action(action: AuditAction) -> dict[str, Any]:
        return {
            "object": "audit_log_action",
            "name": action.name,
            "schema": render_schema(call.state.audit.schemas.group("action", action.name)[-1]),
            "created_at": stamp(action.created_at),
            "updated_at": stamp(action.updated_at),
        }

    return call.page(call.state.audit.actions, render_action)


@operation("listAuditLogActionSchemas")
def list_schemas(call: Call) -> Result:
    """List the schemas of an audit log action."""
    name, schemas = call.path["action_name"], call.state.audit.schemas
    if call.state.audit.actions.find("name", name) is None:
        raise errors.not_found("Audit log action", name)
    return call.page(schemas, render_schema, numbers=schemas.numbers("action", name))


@operation("createAuditLogSchema")
def create(call: Call) -> Result:
    """Create the next version of an action's schema, and the action if it does not exist."""
    body, audit, now, name = call.body, call.state.audit, call.state.now(), call.path["action_name"]
    actor: Mapping[str, Any] | None = body.get("actor")
    # Validate everything before storing anything.
    targets = [_normalize_part(target, f"targets.{index}.metadata") for index, target in enumerate(body["targets"])]
    schema = AuditSchema(
        id=call.state.ids.new("audit_log_schema"),
        action=name,
        version=len(audit.schemas.numbers("action", name)) + 1,
        targets=targets,
        actor=None if actor is None else _normalize_part(actor, "actor.metadata"),
        metadata=_normalize_metadata(body["metadata"], "metadata") if "metadata" in body else None,
        created_at=now,
        updated_at=now,
    )
    action = audit.actions.find("name", name)
    if action is None:
        action = AuditAction(id=call.state.ids.new("audit_log_action"), name=name, created_at=now, updated_at=now)
        audit.actions.add(action)
    action.updated_at = now
    return render_schema(audit.schemas.add(schema))


def _normalize_part(part: Mapping[str, Any], field: str) -> dict[str, Any]:
    """Return a target or actor of the body with metadata as JSON Schema, without undocumented fields."""
    known = {name: part[name] for name in ("type",) if name in part}
    return {**known, "metadata": _normalize_metadata(part["metadata"], field)} if "metadata" in part else known


def _normalize_metadata(metadata: Mapping[str, Any], field: str) -> dict[str, Any]:
    """Return metadata as JSON Schema; the short form `{"field": "string"}` is expanded.

    Raises:
        ApiError: 422 if it is neither JSON Schema nor the short form.
    """
    if all(value in _TYPES for value in metadata.values()) and "type" not in metadata:
        properties = {name: {"type": kind} for name, kind in metadata.items()}
        return {"type": "object", "properties": properties}
    from workos_emulator.http import json_schema

    if _has_reference(metadata) or not json_schema.is_schema(metadata):
        raise errors.invalid_field(field, "invalid_schema")
    return dict(metadata)


def _has_reference(node: Any) -> bool:
    """Return whether a schema contains references, which could point to any resource."""
    if payload.is_object(node):
        return any(name in node for name in ("$ref", "$dynamicRef", "$schema", "$id")) or any(
            map(_has_reference, node.values())
        )
    return payload.is_list(node) and any(map(_has_reference, node))
