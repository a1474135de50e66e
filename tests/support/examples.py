"""An example value for a schema of the spec."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from workos_emulator.http import spec

STRINGS_BY_FORMAT = {"email": "bob@example.com", "uri": "https://app.example.com/new"}


def example(schema: Mapping[str, Any]) -> Any:
    """Return a minimal value: the first alternative, only required properties, one item per array."""
    schema = spec.load().resolve(dict(schema))
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return example(schema[key][0])
    type_ = schema.get("type", "string")
    type_ = type_[0] if isinstance(type_, list) else type_
    if type_ == "string":
        return _string(schema)
    if type_ == "array":
        return [example(schema.get("items", {}))] * max(1, schema.get("minItems", 1))
    if type_ == "object":
        return {name: example(schema["properties"][name]) for name in schema.get("required", ())}
    return {"boolean": True, "integer": schema.get("minimum", 1), "number": 1.5, "null": None}[type_]


def _string(schema: Mapping[str, Any]) -> Any:
    if schema.get("format") == "date-time":
        return datetime(2026, 3, 1, tzinfo=UTC)
    return STRINGS_BY_FORMAT.get(schema.get("format", ""), "github")
