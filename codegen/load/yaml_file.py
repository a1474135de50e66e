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

    Raises:
        CodegenError: The file is not YAML, repeats a key, or has a value that JSON does not have (a date, or `yes`/`no` without quotes).
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
            raise CodegenError([Problem(f"invalid YAML: {error.problem}", location)]) from error
        except UnicodeDecodeError as error:
            raise CodegenError([Problem(f"invalid UTF-8: {error}", SourceLocation(name, 1))]) from error
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
        mapping: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            location = SourceLocation(self.name, key_node.start_mark.line + 1)
            key = key_node.value
            if key_node.tag != "tag:yaml.org,2002:str":
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
        if convert is None or is_yaml_only:
            self.problems.append(Problem(f"{node.value!r} is not a JSON value; quote it", location, pointer))
            return None
        return convert(node.value)
