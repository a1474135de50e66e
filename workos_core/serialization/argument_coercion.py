"""Short forms of arguments, written out as the API wants them."""

from collections.abc import Mapping
from typing import Any, cast

from workos_core.json_types import is_array, is_object
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.unstructure import to_dict


def audit_log_metadata(value: Any) -> Any:
    """The metadata of an audit log schema.

    `{"invoice_id": "string"}` becomes `{"type": "object", "properties": {"invoice_id": {"type": "string"}}}`. What is JSON Schema
    already (its `type` is `object`) stays as it is, and so does a field whose value is a schema of its own.
    """
    if value is None or value is NOT_GIVEN or not isinstance(value, Mapping):
        return value
    fields = cast("Mapping[str, Any]", value)
    if fields.get("type") == "object":
        return fields
    properties = {name: {"type": kind} if isinstance(kind, str) else kind for name, kind in fields.items()}
    return {"type": "object", "properties": properties}


def audit_log_actor(value: Any) -> Any:
    """The actor of an audit log schema, whose metadata may be in shorthand."""
    plain: Any = value if value is NOT_GIVEN else to_dict(value)
    if not is_object(plain) or "metadata" not in plain:
        return plain
    return {**plain, "metadata": audit_log_metadata(plain["metadata"])}


def audit_log_targets(values: Any) -> Any:
    """The targets of an audit log schema, each like an actor."""
    return [audit_log_actor(value) for value in values] if is_array(values) else values
