"""Vendor extensions: each is known, on the right kind of object, and has a valid value."""

import re
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

from codegen.document import METHODS, Document
from codegen.extensions import EXTENSIONS
from codegen.json_pointer import escape, walk

_STEP = "[^/]+"
_OBJECTS = {
    "document": re.compile(""),
    "operation": re.compile(f"/paths/{_STEP}/(?:{'|'.join(METHODS)})"),
    "parameter": re.compile(rf"/components/parameters/{_STEP}|/paths/.*/parameters/\d+"),
    "property": re.compile(f"/components/schemas/.*/properties/{_STEP}"),
    "schema": re.compile(f"/components/schemas/{_STEP}"),
}
# Maps whose keys are names, not keywords.
_MAPS = ("/properties", "/headers")


def check_extensions(document: Document) -> None:
    """Record `x-` keys that are unknown, misplaced, or have an invalid value."""
    for pointer, node in walk(document.data):
        kind = next((kind for kind, pattern in _OBJECTS.items() if pattern.fullmatch(pointer)), None)
        if kind is None and pointer.endswith(_MAPS):
            continue
        for key in node:
            if not key.startswith("x-"):
                continue
            location = f"{pointer}/{escape(key)}"
            if kind is None:
                document.problem(location, f"{key} is not allowed here")
            elif key not in EXTENSIONS[kind]:
                known = ", ".join(EXTENSIONS[kind])
                document.problem(location, f"{key} is not an extension of the {kind} object (known: {known})")
            else:
                for path, message in validation_errors(node[key], EXTENSIONS[kind][key]):
                    document.problem(f"{location}{path}", message)


def validation_errors(value: Any, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the relative JSON pointer and the message of each error in `value`."""
    for error in Draft202012Validator(schema).iter_errors(value):
        yield "".join(f"/{escape(part)}" for part in error.absolute_path), error.message
