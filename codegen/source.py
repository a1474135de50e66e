"""Reading YAML with the line of every value, and refusing what JSON has no word for."""

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import yaml

from codegen.problems import CodegenError, Problem, SourceLocation

_SCALARS: dict[str, Any] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
}
_BOOLEANS = {"true", "false"}


def escape(token: str | int) -> str:
    """One step of a JSON pointer."""
    return str(token).replace("~", "~0").replace("/", "~1")


def walk(node: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object inside a JSON value, with its JSON pointer."""
    if isinstance(node, dict):
        yield pointer, node
        for key, value in node.items():
            yield from walk(value, f"{pointer}/{escape(key)}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, f"{pointer}/{index}")


class YamlFile:
    """A YAML file as plain JSON values (`data`), with the location of every value by its JSON pointer (`locations`).

    Raises:
        CodegenError: The file is not YAML, has a key twice, or a value that JSON does not have (a date, `yes`/`no` without quotes).
    """

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.locations: dict[str, SourceLocation] = {}
        self.problems: list[Problem] = []
        try:
            root = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            location = SourceLocation(name, mark.line + 1 if mark else 1)
            raise CodegenError([Problem(f"not YAML: {error.problem}", location)]) from error
        except UnicodeDecodeError as error:
            raise CodegenError([Problem(f"not UTF-8: {error}", SourceLocation(name, 1))]) from error
        self.data: Any = {} if root is None else self._convert(root, "")
        if self.problems:
            raise CodegenError(self.problems)

    def _convert(self, node: yaml.Node, pointer: str) -> Any:
        location = SourceLocation(self.name, node.start_mark.line + 1)
        self.locations[pointer] = location
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, pointer)
        if isinstance(node, yaml.SequenceNode):
            return [self._convert(item, f"{pointer}/{index}") for index, item in enumerate(node.value)]
        return self._scalar(node, location, pointer)

    def _mapping(self, node: yaml.MappingNode, pointer: str) -> dict[Hashable, Any]:
        result: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            key_location = SourceLocation(self.name, key_node.start_mark.line + 1)
            key = key_node.value
            if key_node.tag != "tag:yaml.org,2002:str":
                self.problems.append(Problem(f"the key {key} must be quoted text", key_location, pointer))
            if key in result:
                self.problems.append(Problem(f"the key {key!r} stands here twice", key_location, pointer))
            child = f"{pointer}/{escape(key)}"
            result[key] = self._convert(value_node, child)
            self.locations[child] = key_location
        return result

    def _scalar(self, node: yaml.Node, location: SourceLocation, pointer: str) -> Any:
        kind = _SCALARS.get(node.tag)
        plain_word = node.tag == "tag:yaml.org,2002:bool" and node.value.lower() not in _BOOLEANS
        if kind is None or plain_word:
            self.problems.append(
                Problem(f"{node.value!r} is not a JSON value here; put it in quotes", location, pointer)
            )
            return None
        return kind(node.value)
