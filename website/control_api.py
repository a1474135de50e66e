"""The reference of the emulator's control API, rendered from its OpenAPI document."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from website.packages import ROOT

_DOCUMENT = ROOT / "docs" / "emulator-control.openapi.json"
_LIMITS = {
    "minimum": "at least",
    "maximum": "at most",
    "minLength": "characters, at least",
    "maxLength": "characters, at most",
}
_INTRODUCTION = """\
[emulator-control.openapi.json](../emulator-control.openapi.json) is the OpenAPI document of the control API.
[Control interface](../emulator.md#control-interface) explains the tasks, also in Python. Bodies are JSON.

An error has a 4xx status and an object with `message`, and with `code` and `errors` where they apply.\
"""


def page() -> str:
    """Return the page of the control API: one section per operation."""
    document = json.loads(_DOCUMENT.read_text(encoding="utf-8"))
    parts = ["# Emulator control API", document["info"]["description"], _INTRODUCTION]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            parts += _operation(f"{method.upper()} {path}", operation)
    return "\n\n".join(parts) + "\n"


def _operation(heading: str, operation: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {heading}"
    yield operation["description"]
    rows = [
        (f"`{each['name']}`", f"{each['in']}, {_type(each['schema'])}", each.get("description", ""))
        for each in operation.get("parameters", ())
    ]
    body = _schema(operation.get("requestBody", {}))
    rows += [(name, f"body, {kind}", meaning) for name, kind, meaning in _properties(body)]
    if rows:
        yield _table(("Argument", "Type", "Meaning"), rows)
    elif body:
        yield f"The body is of type {_type(body)}. {body.get('description', '')}".strip()
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            yield from _response(status, _schema(response))


def _response(status: str, schema: Mapping[str, Any]) -> Iterator[str]:
    items = schema.get("items", {})
    rows = _properties(items or schema)
    what = "a list of objects" if items else f"a body of type {_type(schema)}" if schema else "no body"
    yield f"Responds with {status} and {what}{' with' if rows else '.'}"
    if rows:
        yield _table(("Field", "Type", "Meaning"), rows)


def _schema(message: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of the JSON body of a request or a response; empty if it has none."""
    schema: Mapping[str, Any] = message.get("content", {}).get("application/json", {}).get("schema", {})
    return schema


def _properties(schema: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    required = schema.get("required", ())
    return [
        (f"`{name}`", _type(each) + (", required" if name in required else ""), each.get("description", ""))
        for name, each in schema.get("properties", {}).items()
    ]


def _table(head: tuple[str, ...], rows: list[tuple[str, str, str]]) -> str:
    width = 3 if any(row[2] for row in rows) else 2
    lines = [line[:width] for line in (head, ("---",) * 3, *rows)]
    escaped = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in escaped)


def _type(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return " or ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    if "type" not in schema and (options := schema.get("anyOf", schema.get("oneOf"))):
        return " or ".join(map(_type, options))
    kind: str | list[str] = schema.get("type", "any JSON value")
    name = kind if isinstance(kind, str) else " or ".join(kind)
    if kind == "array" and "items" in schema:
        name = f"array of {_type(schema['items'])}"
    limits = [f"{words} {schema[keyword]}" for keyword, words in _LIMITS.items() if keyword in schema]
    return ", ".join([f"{name} ({schema['format']})" if "format" in schema else name, *limits])
