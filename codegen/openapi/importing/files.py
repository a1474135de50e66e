"""The files of the spec that imported operations are written to."""

from collections import Counter
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml
from attrs import define, field

from codegen.document import Document, Operation
from codegen.lint.marks import MARK
from codegen.naming import python_name
from codegen.openapi.importing.names import operation_name, pascal_case
from codegen.openapi.importing.texts import mark
from codegen.problems import CodegenError, Problem, SourceLocation

_HEADER = f"""\
# Complete every value that starts with {MARK}; `python -m codegen lint` lists them. Then add the extensions that apply:
# x-rate-limit, x-single-use, x-returns-requested-id, x-wrapped, x-from-client, externalDocs. See spec/README.md.
"""
_PARAMETER = "{}"
_LONG = 80
_FEW_WORDS = 4
_WIDTH = 112


class _Dumper(yaml.SafeDumper):
    """Writes YAML like the files of the spec: indented lists, double quotes, long texts folded."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", value, style=">" if len(value) > _LONG and len(value.split()) > _FEW_WORDS else None
    )


def _list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
    is_plain = not any(isinstance(item, dict) for item in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=is_plain)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)


@define
class SpecFile:
    """A file of the spec that is to be written.

    Attributes:
        path: The path below the spec folder.
        resource: The `x-resource` of a new resource; None if the spec has the resource.
        paths: The path items.
        schemas: The components.
    """

    path: Path
    resource: dict[str, str] | None
    paths: dict[str, dict[str, Any]] = field(factory=dict)
    schemas: dict[str, Any] = field(factory=dict)

    def render(self) -> str:
        """Return the text of the file."""
        parts = [_HEADER, _dump({"x-resource": self.resource}) + "\n"] if self.resource else [_HEADER]
        paths = "\n\n".join(f"  {path}:\n{indent(_dump(item), '    ')}" for path, item in self.paths.items())
        parts.append(f"paths:\n{paths}\n")
        if self.schemas:
            schemas = "\n\n".join(indent(_dump({name: schema}), "    ") for name, schema in self.schemas.items())
            parts.append(f"components:\n  schemas:\n{schemas}\n")
        return "\n".join(parts)

    def summary(self) -> str:
        """Return how much the file contains, and how many values are marked."""
        operations = sum(len(item) for item in self.paths.values())
        marks = self.render().count(MARK) - _HEADER.count(MARK)
        return f"{operations} operation(s), {len(self.schemas)} schema(s), {marks} value(s) to complete"


def resource_of(ours: Document, operation: Operation) -> str:
    """Return the resource that an operation belongs to: the one named like the path, else the one with most paths nearby."""
    segments = _segments(operation.path)
    if python_name(segments[0]) in ours.resources:
        return python_name(segments[0])
    for length in range(len(segments), 0, -1):
        near = Counter(
            module for (path, _), module in ours.path_modules.items() if _segments(path)[:length] == segments[:length]
        )
        if near:
            return near.most_common(1)[0][0]
    return python_name(segments[0]) or "root"


def new_file(folder: Path, ours: Document, resource: str, operation: Operation) -> SpecFile:
    """Return the file for an operation of a resource: one next to the other files of the resource, or a new resource.

    Raises:
        CodegenError: The file exists.
    """
    if resource in ours.resources:
        static = [segment for segment in _segments(operation.path) if segment != _PARAMETER] or ["root"]
        names = [
            python_name(static[-1]),
            operation_name(operation.method, operation.path, operation.data.get("summary") or ""),
        ]
        paths = [Path("resources", resource, f"{name}.yaml") for name in names]
        entry = None
    else:
        paths = [Path("resources", f"{resource}.yaml")]
        entry = {"name": resource, "class": pascal_case(resource), "description": mark()}
    for path in paths:
        if not (folder / path).exists():
            return SpecFile(path, entry)
    raise CodegenError(
        [Problem("the file already exists; move it", SourceLocation((folder / paths[-1]).as_posix(), 1))]
    )


def _segments(path: str) -> list[str]:
    return [_PARAMETER if "{" in segment else segment for segment in path.split("/")[1:]]


def _dump(value: dict[str, Any]) -> str:
    text = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text.rstrip("\n")
