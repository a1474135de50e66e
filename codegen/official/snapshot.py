"""The snapshot of the methods of the official SDK: one file with every version that has been read."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from codegen.official.classes import OfficialClasses
from codegen.official.read import OfficialMethod, read_methods

SNAPSHOT = "codegen/official/methods.json"


def take_snapshot(packages: Mapping[str, Path]) -> str:
    """Return the snapshot as JSON: the classes, and for each method the different forms it had, with the first and the last version of each.

    Args:
        packages: Version → the folder of the package `workos` of that version.
    """
    methods: dict[str, list[dict[str, Any]]] = {}
    for version in sorted(packages, key=version_key):
        for name, method in read_methods(packages[version]).items():
            forms = methods.setdefault(name, [])
            form = method.as_json()
            if forms and {**forms[-1], "since": None, "until": None} == {**form, "since": None, "until": None}:
                forms[-1]["until"] = version
            else:
                forms.append({"since": version, "until": version, **form})
    classes = OfficialClasses()
    for version in sorted(packages, key=version_key):
        classes.add(packages[version])
    document = {
        "versions": sorted(packages, key=version_key),
        "methods": dict(sorted(methods.items())),
        **classes.as_json(),
    }
    return render_rows(document)


def render_rows(document: dict[str, Any]) -> str:
    """Return a JSON object of objects with one line for each entry of an inner object."""
    parts: list[str] = []
    for name, value in document.items():
        if isinstance(value, dict):
            rows = ",\n".join(f"  {json.dumps(key)}: {json.dumps(row)}" for key, row in value.items())
            parts.append(f" {json.dumps(name)}: {{\n{rows}\n }}")
        else:
            parts.append(f" {json.dumps(name)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


@frozen
class Snapshot:
    """The snapshot.

    Attributes:
        versions: The versions that were read, in order.
        forms: Every form of every method, after the first and the last version that has it.
        classes: The enums and models.
    """

    versions: list[str]
    forms: list[tuple[str, str, OfficialMethod]]
    classes: OfficialClasses


def load_snapshot(root: Path) -> Snapshot:
    """Read the snapshot of the project in a folder."""
    document = json.loads((root / SNAPSHOT).read_text(encoding="utf-8"))
    forms = [
        (form.pop("since"), form.pop("until"), OfficialMethod(name, **form))
        for name, forms in document["methods"].items()
        for form in forms
    ]
    return Snapshot(
        document["versions"],
        forms,
        OfficialClasses(**{name: document[name] for name in ("enums", "models", "aliases")}),
    )


def version_key(version: str) -> tuple[int, ...]:
    """Return a key that sorts versions."""
    return tuple(int(part) for part in version.split("."))
