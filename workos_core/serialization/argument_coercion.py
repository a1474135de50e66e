"""Argument coercion: short forms of arguments are expanded to the form that the API expects."""

from collections.abc import Mapping
from typing import Any, cast

from workos_core.json_types import is_array, is_object
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.unstructure import encode_arguments


def audit_log_metadata(value: Any) -> Any:
    """Return the metadata of an audit log schema as JSON Schema.

    `{"invoice_id": "string"}` becomes `{"type": "object", "properties": {"invoice_id": {"type": "string"}}}`. A JSON Schema (its
    `type` is `object`) is returned unchanged, and so is a field whose value is a schema.
    """
    if value is None or value is NOT_GIVEN or not isinstance(value, Mapping):
        return value
    fields = cast("Mapping[str, Any]", value)
    if fields.get("type") == "object":
        return fields
    properties = {name: {"type": kind} if isinstance(kind, str) else kind for name, kind in fields.items()}
    return {"type": "object", "properties": properties}


def audit_log_actor(value: Any) -> Any:
    """Return the actor of an audit log schema with its metadata as JSON Schema."""
    actor: Any = value if value is NOT_GIVEN else encode_arguments(value)
    if not is_object(actor) or "metadata" not in actor:
        return actor
    return {**actor, "metadata": audit_log_metadata(actor["metadata"])}


def audit_log_targets(values: Any) -> Any:
    """Return the targets of an audit log schema, each with its metadata as JSON Schema."""
    return [audit_log_actor(value) for value in values] if is_array(values) else values
