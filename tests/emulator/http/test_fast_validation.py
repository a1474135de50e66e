"""The fast check of requests accepts only what jsonschema accepts, and nearly all of that."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from workos_emulator.http import fast_validation, json_schema, spec

VALUES: list[Any] = [
    *(None, True, False, 0, 1, -1, 1.0, 1.5, 10**18, "", " ", "a", "ada@example.com", "https://example.com/a", "a" * 300),
    *("2026-01-31T12:00:00Z", "user_1", "asc", "active", [], ["a"], ["a", "a"], [1], {}, {"a": "b"}, {"a": None}, {"a": {}}),
    {"a" * 50: "b"},
    {str(number): "a" for number in range(60)},
    ["a"] * 200,
]  # fmt: skip


def pointers() -> Iterator[str]:
    """Yield the pointers of all schemas of parameters and bodies."""
    document = spec.load()
    for operation in document.operations.values():
        yield from (parameter.pointer for parameter in operation.parameters)
        if operation.body_pointer is not None:
            yield operation.body_pointer
            schema = document.resolve(document.at(operation.body_pointer))
            yield from (item.removeprefix("#") for item in schema.get("discriminator", {}).get("mapping", {}).values())


def generate(schema: dict[str, Any], source: random.Random, depth: int = 0) -> Any:
    """Return a value that is often valid, but not always."""
    schema = spec.load().resolve(schema)
    if source.random() < 0.1 or depth > 4:
        return source.choice(VALUES)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return source.choice(schema["enum"])
    for keyword in ("oneOf", "anyOf"):
        if keyword in schema:
            return generate(source.choice(schema[keyword]), source, depth + 1)
    if "properties" in schema:
        required = schema.get("required", [])
        return {
            name: generate(item, source, depth + 1)
            for name, item in schema["properties"].items()
            if source.random() < (0.98 if name in required else 0.5)
        } | ({"unknown": 1} if source.random() < 0.1 else {})
    if schema.get("type") == "array":
        return [generate(schema.get("items", {}), source, depth + 1) for _ in range(source.randrange(3))]
    return source.choice(VALUES)


def test_accepts_only_valid_values() -> None:
    source, accepted, valid = random.Random(18), 0, 0
    for pointer in dict.fromkeys(pointers()):
        schema, check, validator = (
            spec.load().at(pointer),
            fast_validation.check(pointer),
            json_schema.validator(pointer),
        )
        for value in [*(generate(schema, source) for _ in range(15)), source.choice(VALUES)]:
            problems = json_schema.problems(validator, value)
            if check(value):
                assert problems == [], f"{pointer} accepts {value!r}"
                accepted += 1
            valid += not problems
    assert 1000 < accepted <= valid
    assert accepted > 0.95 * valid  # jsonschema decides on the rest


@pytest.mark.parametrize(
    ("operation_id", "body", "is_valid"),
    [
        ("createUser", {"email": "ada@example.com", "metadata": {"a": "b"}, "first_name": None}, True),
        ("createUser", {"email": "ada"}, False),
        ("createUser", {"first_name": "Ada"}, False),
        ("createUser", {"email": "ada@example.com", "metadata": {"a": 1}}, False),
        ("createUser", [], False),
        ("createOrganization", {"name": "Acme", "domain_data": [{"domain": "acme.com", "state": "verified"}]}, True),
        ("createOrganization", {"name": "Acme", "domain_data": [{"domain": "acme.com", "state": "other"}]}, False),
    ],
)
def test_bodies(operation_id: str, body: Any, is_valid: bool) -> None:
    pointer = spec.load().operations[operation_id].body_pointer
    assert pointer is not None
    assert fast_validation.check(pointer)(body) is is_valid
    assert (json_schema.problems(json_schema.validator(pointer), body) == []) is is_valid


KEYWORDS: list[tuple[Any, Any, bool]] = [
    ({"type": "integer", "minimum": 1, "maximum": 9}, 9, True),
    ({"type": "integer", "minimum": 1, "maximum": 9}, 10, False),
    ({"type": "integer", "minimum": 1}, True, False),
    ({"enum": [1]}, True, False),  # equal in Python, but not in JSON
    ({"type": ["string", "null"], "minLength": 1}, None, True),
    ({"type": "string", "minLength": 1}, "", False),
    ({"type": "string", "format": "date-time"}, "2026-01-31", False),
    ({"type": "string", "pattern": "^a"}, "ba", False),
    ({"type": "array", "items": {"type": "string"}, "maxItems": 1}, ["a"], True),
    ({"type": "array", "items": {"type": "string"}, "maxItems": 1}, ["a", "b"], False),
    ({"type": "object", "additionalProperties": False, "properties": {"a": {}}}, {"a": 1}, True),
    ({"type": "object", "additionalProperties": False, "properties": {"a": {}}}, {"b": 1}, False),
    ({"type": "object", "propertyNames": {"maxLength": 1}}, {"ab": 1}, False),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, 1, False),
    ({"type": "string", "uniqueKeyword": True}, "a", False),  # an unknown keyword could reject it
    ({"items": {"oneOf": [{}]}}, [1], False),
    (True, 1, True),
    (False, 1, False),
]


@pytest.mark.parametrize(("schema", "value", "accepted"), KEYWORDS)
def test_keywords(schema: Any, value: Any, accepted: bool) -> None:
    assert fast_validation.compile_schema(schema)(value) is accepted
