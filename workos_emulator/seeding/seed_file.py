"""Seed files, in YAML or JSON, with the line of everything in them."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workos_emulator.http import optional_packages

_TAGS = {"map", "seq", "str", "int", "float", "bool", "null", "timestamp"}

DocumentPath = tuple[str | int, ...]
"""The way to a place in a document, such as `("users", 0, "email")`."""


@dataclass(slots=True, frozen=True)
class Problem:
    """Something in a seed file that is not right, as `file:line: text`."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class SeedError(ValueError):
    """A seed cannot be used. The message has a line for each problem, with file and line.

    Attributes:
        problems: What is not right.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class Document:
    """What a seed file says.

    Attributes:
        name: The name of the file.
        value: The values in it.
        lines: The line of every place.
    """

    name: str
    value: Any
    lines: dict[DocumentPath, int]

    def problem(self, path: DocumentPath, text: str) -> Problem:
        """A problem at a place, or at the nearest one around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return Problem(self.name, self.lines.get(path, 1), text)


def read(path: str | os.PathLike[str]) -> Document:
    """Read a file: JSON if its name ends with `.json`, else YAML.

    Raises:
        SeedError: It is no text, or neither YAML nor JSON.
        OSError: It cannot be read.
    """
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SeedError([Problem(str(file), line, "this is no text in UTF-8")]) from None
    return parse(text, str(file), is_json=file.suffix.lower() == ".json")


def parse(text: str, name: str, *, is_json: bool) -> Document:
    """Read a text.

    Raises:
        SeedError: It is neither YAML nor JSON.
        ImportError: The extra `emulator` is not installed.
    """
    optional_packages.require("yaml")
    import yaml

    if is_json:
        try:
            value = json.loads(text)
        except json.JSONDecodeError as error:
            raise SeedError([Problem(name, error.lineno, f"no JSON: {error.msg}")]) from None
        except RecursionError:
            raise SeedError([Problem(name, 1, "no JSON: nested too deeply")]) from None
        # JSON is YAML but for tabs between values; those in texts do not matter, since only the places are read here.
        return Document(name, value, _Reader(name).read(text.replace("\t", " "))[1])
    try:
        return Document(name, *_Reader(name).read(text))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SeedError([Problem(name, line, f"no YAML: {error.problem or error.context}")]) from None
    except yaml.YAMLError as error:
        raise SeedError([Problem(name, 1, f"no YAML: {' '.join(str(error).split())}")]) from None
    except RecursionError:
        raise SeedError([Problem(name, 1, "no YAML: nested too deeply, or within itself")]) from None


def from_value(value: Any, name: str = "seed") -> Document:
    """A document that comes from no file."""
    return Document(name, value, {(): 1})


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._lines: dict[DocumentPath, int] = {}

    def read(self, text: str) -> tuple[Any, dict[DocumentPath, int]]:
        import yaml

        loader = yaml.SafeLoader(text)
        try:
            node = loader.get_single_node()
            value: Any = {} if node is None else self._value(loader, node, ())
        finally:
            loader.dispose()
        return value, self._lines

    def _value(self, loader: Any, node: Any, path: DocumentPath) -> Any:
        import yaml

        line = node.start_mark.line + 1
        self._lines.setdefault(path, line)
        if node.tag.rpartition(":")[2] not in _TAGS:
            raise SeedError([Problem(self._name, line, f"the tag {node.tag!r} has no place in a seed")])
        if isinstance(node, yaml.MappingNode):
            return self._mapping(loader, node, path)
        if isinstance(node, yaml.SequenceNode):
            items: list[Any] = node.value
            return [self._value(loader, item, (*path, index)) for index, item in enumerate(items)]
        value = loader.construct_object(node)
        if value is None or isinstance(value, str | bool | int | float):
            return value
        return node.value  # a date stays the text that it was

    def _mapping(self, loader: Any, node: Any, path: DocumentPath) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in mapping:
                raise SeedError([Problem(self._name, line, f"{key!r} is here a second time")])
            self._lines[*path, key] = line
            mapping[key] = self._value(loader, value_node, (*path, key))
        return mapping
