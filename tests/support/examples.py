"""One plain value that fits a schema of the spec."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from workos_emulator.http import spec

TEXTS = {"email": "bob@example.com", "uri": "https://app.example.com/new"}


def example(schema: Mapping[str, Any]) -> Any:
    """The value: the first of what a schema offers, only what it requires, one item in an array."""
    schema = spec.load().resolve(dict(schema))
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return example(schema[key][0])
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "string":
        return _text(schema)
    if kind == "array":
        return [example(schema.get("items", {}))] * max(1, schema.get("minItems", 1))
    if kind == "object":
        return {name: example(schema["properties"][name]) for name in schema.get("required", ())}
    return {"boolean": True, "integer": schema.get("minimum", 1), "number": 1.5, "null": None}[kind]


def _text(schema: Mapping[str, Any]) -> Any:
    if schema.get("format") == "date-time":
        return datetime(2026, 3, 1, tzinfo=UTC)
    return TEXTS.get(schema.get("format", ""), "github")
