"""Actions and the schemas of their events."""

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
    """List actions with their newest schemas."""

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
    """List the schemas of an action."""
    name, schemas = call.path["action_name"], call.state.audit.schemas
    if call.state.audit.actions.find("name", name) is None:
        raise errors.not_found("Audit log action", name)
    return call.page(schemas, render_schema, numbers=schemas.numbers("action", name))


@operation("createAuditLogSchema")
def create(call: Call) -> Result:
    """Create the next version of an action's schema, and the action if it is new."""
    body, audit, now, name = call.body, call.state.audit, call.state.now(), call.path["action_name"]
    actor: Mapping[str, Any] | None = body.get("actor")
    # All that can be wrong is looked at before anything is stored.
    targets = [_describe(target, f"targets.{index}.metadata") for index, target in enumerate(body["targets"])]
    schema = AuditSchema(
        id=call.state.ids.new("audit_log_schema"),
        action=name,
        version=len(audit.schemas.numbers("action", name)) + 1,
        targets=targets,
        actor=None if actor is None else _describe(actor, "actor.metadata"),
        metadata=_json_schema(body["metadata"], "metadata") if "metadata" in body else None,
        created_at=now,
        updated_at=now,
    )
    action = audit.actions.find("name", name)
    if action is None:
        action = AuditAction(id=call.state.ids.new("audit_log_action"), name=name, created_at=now, updated_at=now)
        audit.actions.add(action)
    action.updated_at = now
    return render_schema(audit.schemas.add(schema))


def _describe(part: Mapping[str, Any], field: str) -> dict[str, Any]:
    """A target or actor of the body, without fields that nobody knows and with metadata as JSON Schema."""
    known = {name: part[name] for name in ("type",) if name in part}
    return {**known, "metadata": _json_schema(part["metadata"], field)} if "metadata" in part else known


def _json_schema(given: Mapping[str, Any], field: str) -> dict[str, Any]:
    """Metadata as JSON Schema; the short form `{"field": "string"}` is written out.

    Raises:
        ApiError: 422, it is neither.
    """
    if all(value in _TYPES for value in given.values()) and "type" not in given:
        properties = {name: {"type": kind} for name, kind in given.items()}
        return {"type": "object", "properties": properties}
    from workos_emulator.http import json_schema

    if _has_reference(given) or not json_schema.is_schema(given):
        raise errors.invalid_field(field, "invalid_schema")
    return dict(given)


def _has_reference(node: Any) -> bool:
    """Whether a schema points elsewhere, which could lead anywhere."""
    if payload.is_object(node):
        return any(name in node for name in ("$ref", "$dynamicRef", "$schema", "$id")) or any(
            map(_has_reference, node.values())
        )
    return payload.is_list(node) and any(map(_has_reference, node))
