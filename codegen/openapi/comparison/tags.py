"""The property whose constant tells the alternatives of a union apart, such as `grant_type` or `event`."""

from typing import Any

from codegen.document import Document
from codegen.openapi.alternatives import Alternative, alternatives


def constants(document: Document, choices: list[Alternative]) -> dict[str, dict[str, list[Alternative]]]:
    """Return, for each property that is a constant in every alternative, the alternatives by constant."""
    found: dict[str, dict[str, list[Alternative]]] = {}
    objects = [choice for choice in choices if not choice.is_null]
    for name in objects[0].properties if objects else ():
        groups: dict[str, list[Alternative]] = {}
        for choice in objects:
            values = _values(document, choice, name)
            if len(values) != 1 or not isinstance(values[0], str):
                break
            groups.setdefault(values[0], []).append(choice)
        else:
            found[name] = groups
    return found


def _values(document: Document, choice: Alternative, name: str) -> list[Any]:
    """Return the values of a property of an alternative; `[None]` if every value is allowed."""
    members = alternatives(document, choice.properties[name]) if name in choice.properties else []
    return [value for member in members for value in member.values or (None,)]


def shared_tag(
    theirs: dict[str, dict[str, list[Alternative]]], ours: dict[str, dict[str, list[Alternative]]]
) -> str | None:
    """Return the property that tells most alternatives apart in both documents; None if there is none."""
    sizes = {name: max(len(theirs[name]), len(ours[name])) for name in theirs if name in ours}
    best = max(sizes, key=lambda name: sizes[name], default=None)
    return best if best is not None and sizes[best] > 1 else None
