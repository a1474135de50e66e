"""Names that must not be blank."""

from collections.abc import Mapping
from typing import Any

from workos_emulator.http import payload, spec

_NAMES = ("name", "external_id")
"""The fields that name an object. A string that is empty or only white space is not a value for them."""

_OWN_DATA = "event"
"""The field whose names are data of the application: the actors and targets of an audit log event."""


def problems(schema: Mapping[str, Any], body: Any, path: str = "") -> list[dict[str, str]]:
    """Return the problems of blank names in a valid body, and of the objects in it, each as `{field, code}`.

    The parts of a person's name may be blank, as may nullable fields: a blank value clears them.
    """
    if payload.is_list(body):
        items: Mapping[str, Any] = spec.load().resolve(dict(schema.get("items", {})))
        return [problem for index, item in enumerate(body) for problem in problems(items, item, f"{path}{index}.")]
    if not payload.is_object(body):
        return []
    fields: Mapping[str, Any] = schema.get("properties", {})
    is_person = "first_name" in fields or "last_name" in fields
    found: list[dict[str, str]] = []
    for name in fields.keys() & body.keys() - {_OWN_DATA}:
        field, value = spec.load().resolve(fields[name]), body[name]
        if name in _NAMES and not is_person and field.get("type") == "string":
            if isinstance(value, str) and not value.strip():
                found.append({"field": f"{path}{name}", "code": "required"})
        elif isinstance(value, dict | list):
            found += problems(field, value, f"{path}{name}.")
    return sorted(found, key=lambda problem: problem["field"])
