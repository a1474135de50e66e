"""A YAML file with the location of every value, restricted to the values that JSON has."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from codegen.json_pointer import escape
from codegen.problems import CodegenError, Problem, SourceLocation

_SCALARS: dict[str, Any] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
}
_BOOLEANS = {"true", "false"}


class YamlFile:
    """A YAML file as JSON values (`data`), with the location of every value by its JSON pointer (`locations`).

    Args:
        path: The file.
        name: The name of the file in locations.
        json_only: Whether a key or a value that JSON does not have (a number as key, a date, or `yes`/`no` without
            quotes) is a problem. If false, it is read as text.

    Raises:
        CodegenError: The file can't be read, is not YAML, repeats a key, or has a problem that `json_only` describes.
    """

    def __init__(self, path: Path, name: str, *, json_only: bool = True) -> None:
        self.name = name
        self.json_only = json_only
        self.locations: dict[str, SourceLocation] = {}
        self.problems: list[Problem] = []
        self.data: Any = self._read(path)
        if self.problems:
            raise CodegenError(self.problems)

    def _read(self, path: Path) -> Any:
        try:
            root = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
            return {} if root is None else self._convert(root, "")
        except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
            raise CodegenError([self._unreadable(error)]) from error

    def _unreadable(self, error: Exception) -> Problem:
        if isinstance(error, yaml.MarkedYAMLError):
            mark = error.problem_mark or error.context_mark
            return Problem(f"invalid YAML: {error.problem}", SourceLocation(self.name, mark.line + 1 if mark else 1))
        if isinstance(error, OSError):
            message = f"the file can't be read: {error.strerror}"
        elif isinstance(error, RecursionError):
            message = "the values are nested too deeply, or a value contains itself"
        else:
            kind = "UTF-8" if isinstance(error, UnicodeDecodeError) else "YAML"
            message = f"invalid {kind}: {error}"
        return Problem(message, SourceLocation(self.name, 1))

    def _convert(self, node: yaml.Node, pointer: str) -> Any:
        location = SourceLocation(self.name, node.start_mark.line + 1)
        self.locations[pointer] = location
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, pointer)
        if isinstance(node, yaml.SequenceNode):
            return [self._convert(item, f"{pointer}/{index}") for index, item in enumerate(node.value)]
        return self._scalar(node, location, pointer)

    def _mapping(self, node: yaml.MappingNode, pointer: str) -> dict[Hashable, Any]:
        mapping: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            location = SourceLocation(self.name, key_node.start_mark.line + 1)
            key = key_node.value
            if self.json_only and key_node.tag != "tag:yaml.org,2002:str":
                self.problems.append(Problem(f"the key {key} must be a string; quote it", location, pointer))
            if key in mapping:
                self.problems.append(Problem(f"duplicate key {key!r}", location, pointer))
            child = f"{pointer}/{escape(key)}"
            mapping[key] = self._convert(value_node, child)
            self.locations[child] = location
        return mapping

    def _scalar(self, node: yaml.Node, location: SourceLocation, pointer: str) -> Any:
        convert = _SCALARS.get(node.tag)
        is_yaml_only = node.tag == "tag:yaml.org,2002:bool" and node.value.lower() not in _BOOLEANS
        if convert is not None and not is_yaml_only:
            try:
                return convert(node.value)
            except ValueError:  # a number that only YAML can write, such as 0x1F
                pass
        if not self.json_only:
            return node.value
        self.problems.append(Problem(f"{node.value!r} is not a JSON value; quote it", location, pointer))
        return None
