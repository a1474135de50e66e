"""Values that fit a schema of the spec, as a caller of the SDK would pass them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from workos_emulator.http import spec

Values = st.SearchStrategy[Any]

# No halves of surrogate pairs: they are no text.
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
    """Draws values of a schema.

    Args:
        schema: The schema, which may be a reference.
        text: Where texts without any rule come from.
    """
    schema = spec.load().resolve(dict(schema))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return st.one_of([values({**_rest(schema, key), **member}, text) for member in schema[key]])
    kinds = schema.get("type", "anything")
    return st.one_of([_of_kind(kind, schema, text) for kind in (kinds if isinstance(kinds, list) else [kinds])])


def _rest(schema: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name not in (key, "description")}


def _of_kind(kind: str, schema: Mapping[str, Any], text: Values) -> Values:
    if kind == "string":
        return _texts(schema, text)
    if kind == "integer":
        return st.integers(schema.get("minimum", -1000), schema.get("maximum", 1000))
    if kind == "number":
        return st.floats(schema.get("minimum", -1e6), schema.get("maximum", 1e6), allow_nan=False)
    if kind == "array":
        smallest = schema.get("minItems", 0)
        return st.lists(
            values(schema.get("items", {}), text),
            min_size=smallest,
            max_size=min(schema.get("maxItems", 3), smallest + 2),
            unique_by=repr if schema.get("uniqueItems") else None,
        )
    if kind == "object":
        return _objects(schema, text)
    return {"boolean": st.booleans(), "null": st.none()}.get(kind, st.one_of(st.none(), st.booleans(), TEXT))


def _texts(schema: Mapping[str, Any], text: Values) -> Values:
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    if "pattern" in schema:
        return st.from_regex(schema["pattern"].replace("^", "\\A").replace("$", "\\Z"), fullmatch=False).filter(
            lambda value: len(value) <= schema.get("maxLength", 1000)
        )
    if "minLength" in schema or "maxLength" in schema:
        smallest = schema.get("minLength", 0)
        return st.text(
            st.characters(exclude_categories=["Cs"]),
            min_size=smallest,
            max_size=min(schema.get("maxLength", smallest + 12), smallest + 12),
        )
    return text


def _objects(schema: Mapping[str, Any], text: Values) -> Values:
    properties = schema.get("properties", {})
    required = {name: values(properties[name], text) for name in schema.get("required", ())}
    others = {name: values(part, text) for name, part in properties.items() if name not in required}
    if properties:
        return st.fixed_dictionaries(required, optional=others)
    further = schema.get("additionalProperties", {})
    return st.dictionaries(NAMES, values(further if isinstance(further, dict) else {}, TEXT), max_size=2)
