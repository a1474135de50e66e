"""Strategies for values that match a schema of the spec, as a caller of the SDK would pass them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from workos_emulator.http import spec

Values = st.SearchStrategy[Any]

# No lone surrogates: they can't be encoded.
TEXT = st.text(
    st.one_of(st.sampled_from("aZ09 /?#%&=+.~\"'\\\n\0é☃𐍈"), st.characters(exclude_categories=["Cs"])), max_size=12
)
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(
    lambda value: value.replace(microsecond=value.microsecond // 1000 * 1000, tzinfo=UTC)
)
NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)
FORMATS: dict[str, Values] = {
    "date-time": TIMES,
    "email": NAMES.map(lambda name: f"{name}@example.com"),
    "uri": NAMES.map(lambda name: f"https://example.com/{name}"),
}


def values(schema: Mapping[str, Any], text: Values = TEXT) -> Values:
    """Return a strategy for values of a schema.

    Args:
        schema: The schema, which may be a reference.
        text: The strategy for strings without constraints.
    """
    schema = spec.load().resolve(dict(schema))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return st.one_of([values({**_without(schema, key), **member}, text) for member in schema[key]])
    types = schema.get("type", "anything")
    return st.one_of([_of_type(type_, schema, text) for type_ in (types if isinstance(types, list) else [types])])


def _without(schema: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name not in (key, "description")}


def _of_type(type_: str, schema: Mapping[str, Any], text: Values) -> Values:
    if type_ == "string":
        return _strings(schema, text)
    if type_ == "integer":
        return st.integers(schema.get("minimum", -1000), schema.get("maximum", 1000))
    if type_ == "number":
        return st.floats(schema.get("minimum", -1e6), schema.get("maximum", 1e6), allow_nan=False)
    if type_ == "array":
        min_size = schema.get("minItems", 0)
        return st.lists(
            values(schema.get("items", {}), text),
            min_size=min_size,
            max_size=min(schema.get("maxItems", 3), min_size + 2),
            unique_by=repr if schema.get("uniqueItems") else None,
        )
    if type_ == "object":
        return _objects(schema, text)
    return {"boolean": st.booleans(), "null": st.none()}.get(type_, st.one_of(st.none(), st.booleans(), TEXT))


def _strings(schema: Mapping[str, Any], text: Values) -> Values:
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    if "pattern" in schema:
        return st.from_regex(schema["pattern"].replace("^", "\\A").replace("$", "\\Z"), fullmatch=False).filter(
            lambda value: len(value) <= schema.get("maxLength", 1000)
        )
    if "minLength" in schema or "maxLength" in schema:
        min_size = schema.get("minLength", 0)
        return st.text(
            st.characters(exclude_categories=["Cs"]),
            min_size=min_size,
            max_size=min(schema.get("maxLength", min_size + 12), min_size + 12),
        )
    return text


def _property(name: str, schema: Mapping[str, Any], text: Values) -> Values:
    if name == "name":  # must not be blank
        return values(schema, text).filter(lambda value: not isinstance(value, str) or bool(value.strip()))
    return values(schema, text)


def _objects(schema: Mapping[str, Any], text: Values) -> Values:
    properties = schema.get("properties", {})
    required = {name: _property(name, properties[name], text) for name in schema.get("required", ())}
    optional = {name: _property(name, part, text) for name, part in properties.items() if name not in required}
    if properties:
        return st.fixed_dictionaries(required, optional=optional)
    additional = schema.get("additionalProperties", {})
    return st.dictionaries(NAMES, values(additional if isinstance(additional, dict) else {}, TEXT), max_size=2)
