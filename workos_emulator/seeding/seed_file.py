"""Seed files, in YAML or JSON, with the line number of each value."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workos_emulator.http import optional_packages

_TAGS = {"map", "seq", "str", "int", "float", "bool", "null", "timestamp"}

DocumentPath = tuple[str | int, ...]
"""The path of a value in a document, such as `("users", 0, "email")`."""


@dataclass(slots=True, frozen=True)
class Problem:
    """A problem in a seed file, formatted as `file:line: text`."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class SeedError(ValueError):
    """An invalid seed. The message has a line for each problem, with the file and line number.

    Attributes:
        problems: The problems.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class Document:
    """The content of a seed file.

    Attributes:
        name: The name of the file.
        value: The value.
        lines: The line numbers by path.
    """

    name: str
    value: Any
    lines: dict[DocumentPath, int]

    def problem(self, path: DocumentPath, text: str) -> Problem:
        """Return a problem at a path, located at the nearest enclosing path with a known line."""
        while path not in self.lines and path:
            path = path[:-1]
        return Problem(self.name, self.lines.get(path, 1), text)


def read(path: str | os.PathLike[str]) -> Document:
    """Read a seed file: JSON if its name ends with `.json`, YAML otherwise.

    Raises:
        SeedError: The file is not valid UTF-8, YAML or JSON.
        OSError: The file cannot be read.
    """
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SeedError([Problem(str(file), line, "invalid UTF-8")]) from None
    return parse(text, str(file), is_json=file.suffix.lower() == ".json")


def parse(text: str, name: str, *, is_json: bool) -> Document:
    """Parse the text of a seed file.

    Raises:
        SeedError: The text is not valid YAML or JSON.
        ImportError: The extra `emulator` is not installed.
    """
    optional_packages.require("yaml")
    import yaml

    if is_json:
        try:
            value = json.loads(text)
        except json.JSONDecodeError as error:
            raise SeedError([Problem(name, error.lineno, f"invalid JSON: {error.msg}")]) from None
        except RecursionError:
            raise SeedError([Problem(name, 1, "invalid JSON: nested too deeply")]) from None
        # JSON is valid YAML except for tabs between values. Replacing tabs in strings is harmless: only the lines are used.
        return Document(name, value, _Reader(name).read(text.replace("\t", " "))[1])
    try:
        return Document(name, *_Reader(name).read(text))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SeedError([Problem(name, line, f"invalid YAML: {error.problem or error.context}")]) from None
    except yaml.YAMLError as error:
        raise SeedError([Problem(name, 1, f"invalid YAML: {' '.join(str(error).split())}")]) from None
    except RecursionError:
        raise SeedError([Problem(name, 1, "invalid YAML: nested too deeply or recursive")]) from None


def from_value(value: Any, name: str = "seed") -> Document:
    """Return a document for a value that does not come from a file."""
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
            raise SeedError([Problem(self._name, line, f"the tag {node.tag!r} is not allowed in a seed")])
        if isinstance(node, yaml.MappingNode):
            return self._mapping(loader, node, path)
        if isinstance(node, yaml.SequenceNode):
            items: list[Any] = node.value
            return [self._value(loader, item, (*path, index)) for index, item in enumerate(items)]
        value = loader.construct_object(node)
        if value is None or isinstance(value, str | bool | int | float):
            return value
        return node.value  # keep dates as strings

    def _mapping(self, loader: Any, node: Any, path: DocumentPath) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in mapping:
                raise SeedError([Problem(self._name, line, f"duplicate key {key!r}")])
            self._lines[*path, key] = line
            mapping[key] = self._value(loader, value_node, (*path, key))
        return mapping
