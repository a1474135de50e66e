"""Detection of field names that a factory does not have."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from workos_emulator.http import payload, spec

Path = tuple[str | int, ...]


def unknown_fields(schema: Mapping[str, Any], value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the path and an error message for every unknown field of a value, and of the objects in it.

    Args:
        schema: The JSON Schema of the value.
        value: The value. The types of its fields are not checked.
        path: The path of the value.
    """
    variants = list(_variants(schema))
    if payload.is_list(value):
        items = [variant["items"] for variant in variants if "items" in variant]
        for number, item in enumerate(value):
            yield from unknown_fields({"anyOf": items}, item, (*path, number))
    if not payload.is_object(value) or not variants or any(map(_is_open, variants)):
        return
    known: dict[str, list[Any]] = {}
    for variant in variants:
        for name, field in variant.get("properties", {}).items():
            known.setdefault(name, []).append(field)
    for name, item in value.items():
        if name in known:
            yield from unknown_fields({"anyOf": known[name]}, item, (*path, name))
        else:
            yield (*path, name), _explain(name, list(known))


def _variants(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the schemas of which a value must match one, with `$ref` resolved."""
    resolved: Mapping[str, Any] = spec.load().resolve(dict(schema)) if "$ref" in schema else schema
    alternatives = [*resolved.get("anyOf", ()), *resolved.get("oneOf", ())]
    if not alternatives:
        yield resolved
    for alternative in alternatives:
        yield from _variants(alternative)


def _is_open(variant: Mapping[str, Any]) -> bool:
    """Return whether objects may have any fields: a schema of metadata or custom attributes, or one that is not restricted at all."""
    is_object = "object" in (variant.get("type"), *_types(variant)) or "properties" in variant
    return bool(variant.get("additionalProperties")) or (is_object and "properties" not in variant) or not variant


def _types(variant: Mapping[str, Any]) -> list[Any]:
    types = variant.get("type")
    return types if payload.is_list(types) else []


def _explain(name: str, known: list[str]) -> str:
    if not known:
        return f"unknown field {name!r}; there are no fields"
    match = get_close_matches(name, known, n=1)
    suggestion = f"did you mean {match[0]!r}? The fields are" if match else "use one of"
    return f"unknown field {name!r}; {suggestion} {', '.join(known)}"
