"""The reference of the emulator's control API, rendered from its OpenAPI document."""

import json
from collections.abc import Sequence
from typing import Any

from website.packages import ROOT

_DOCUMENT = ROOT / "docs" / "emulator-control.openapi.json"


def page() -> str:
    """Return the page of the control API: one section per operation."""
    document = json.loads(_DOCUMENT.read_text(encoding="utf-8"))
    parts = [
        "# Emulator control API",
        document["info"]["description"],
        "[emulator-control.openapi.json](../emulator-control.openapi.json) is the OpenAPI document. "
        "[Control interface](../emulator.md#control-interface) explains the tasks, also in Python.",
    ]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            parts += _operation(f"{method.upper()} {path}", operation, document["components"]["responses"])
    return "\n\n".join(parts) + "\n"


def _operation(heading: str, operation: dict[str, Any], shared: dict[str, Any]) -> list[str]:
    parts = [f"## {heading}", operation["description"]]
    rows = [
        (f"`{each['name']}`", f"{each['in']}, {_type(each['schema'])}", each.get("description", ""))
        for each in operation.get("parameters", ())
    ]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    required = body.get("required", ())
    for name, schema in body.get("properties", {}).items():
        kind = f"body, {_type(schema)}{', required' if name in required else ''}"
        rows.append((f"`{name}`", kind, schema.get("description", "")))
    if rows:
        parts.append(_table(("Argument", "Type", "Meaning"), rows))
    elif body:
        parts.append(f"The body is {_article(_type(body))}. {body.get('description', '')}".strip())
    responses = [
        (f"`{status}`", _resolve(each, shared)["description"]) for status, each in operation["responses"].items()
    ]
    parts.append(_table(("Response", "Meaning"), responses))
    return parts


def _resolve(response: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = shared[response["$ref"].rpartition("/")[2]] if "$ref" in response else response
    return found


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    escaped = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in escaped)


def _type(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " or ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    if options := schema.get("anyOf", schema.get("oneOf")):
        return " or ".join(map(_type, options))
    kind = schema.get("type", "any value")
    if isinstance(kind, list):
        return " or ".join(kind)
    return f"array of {_type(schema['items'])}" if kind == "array" and "items" in schema else str(kind)


def _article(kind: str) -> str:
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"
