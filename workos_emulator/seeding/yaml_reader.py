"""The YAML of seed files: values with their line numbers, within limits on nesting and repetition."""

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from workos_emulator.seeding.seed_file import DocumentPath

_TAGS = {"map", "seq", "str", "int", "float", "bool", "null", "timestamp"}
_MAX_DEPTH = 100
_MAX_REPEATED = 100_000  # values that aliases repeat: a few lines of nested aliases can stand for billions
_MAX_SCALAR = 200  # characters of a number or date; converting a very long one takes quadratic time


class InvalidValueError(ValueError):
    """A value that is not allowed in a seed, or is malformed.

    Attributes:
        line: Its line number.
    """

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


class _Loader(yaml.SafeLoader):
    """A loader that rejects deep nesting before it becomes expensive."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            events: Any = self
            mark = events.peek_event().start_mark
            raise yaml.MarkedYAMLError(problem=f"nested more than {_MAX_DEPTH} levels deep", problem_mark=mark)
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _compose(loader: Any) -> Any:
    """Return the root of a text.

    Raises:
        InvalidValueError: The number of a character in an escape, or a version of YAML, is too large.
        YAMLError: The text is not YAML.
    """
    try:
        return loader.get_single_node()
    except (OverflowError, ValueError):
        line = loader.get_mark().line + 1
        raise InvalidValueError(line, "invalid YAML: a character or number is out of range") from None


class Reader:
    """A reader of one seed file."""

    def __init__(self) -> None:
        self._lines: dict[DocumentPath, int] = {}
        self._seen: set[int] = set()
        self._repeated = 0

    def read(self, text: str) -> tuple[Any, dict["DocumentPath", int]]:
        """Return the value of a text, and the line numbers by path.

        Raises:
            InvalidValueError: A value is not allowed in a seed, or is malformed.
            YAMLError: The text is not YAML.
        """
        loader: Any = _Loader(text)
        try:
            node = _compose(loader)
            value: Any = {} if node is None else self._value(loader, node, ())
        finally:
            loader.dispose()
        return value, self._lines

    def _value(self, loader: Any, node: yaml.Node, path: "DocumentPath") -> Any:
        self._lines.setdefault(path, node.start_mark.line + 1)
        self._count(node, path)
        if node.tag.rpartition(":")[2] not in _TAGS:
            raise self._problem(node, f"the tag {node.tag!r} is not allowed in a seed")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(loader, node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(loader, item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(loader, node)

    def _count(self, node: yaml.Node, path: "DocumentPath") -> None:
        if len(path) > _MAX_DEPTH:
            raise self._problem(
                node, f"nested more than {_MAX_DEPTH} levels deep, or an alias refers to what contains it"
            )
        if id(node) in self._seen:
            self._repeated += 1
            if self._repeated > _MAX_REPEATED:
                raise self._problem(node, f"aliases repeat more than {_MAX_REPEATED:,} values")
        self._seen.add(id(node))

    def _scalar(self, loader: Any, node: yaml.Node) -> Any:
        if node.tag.endswith(":str"):
            return node.value
        if len(node.value) > _MAX_SCALAR:
            raise self._problem(node, f"a number or date may have at most {_MAX_SCALAR} characters")
        try:
            value = loader.construct_object(node)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            kind = node.tag.rpartition(":")[2]
            raise self._problem(node, f"{node.value!r} is not a valid {kind}; quote it if it is a string") from None
        if value is None or isinstance(value, bool | int | float):
            return value
        return node.value  # keep dates as strings

    def _mapping(self, loader: Any, node: yaml.MappingNode, path: "DocumentPath") -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                # The mark of an alias is that of its anchor, above the mapping.
                is_above = key_node.start_mark.line < node.start_mark.line
                raise self._problem(node if is_above else key_node, "a key must be a string")
            key = key_node.value
            if key in mapping:
                raise self._problem(key_node, f"duplicate key {key!r}")
            self._lines[*path, key] = key_node.start_mark.line + 1
            mapping[key] = self._value(loader, value_node, (*path, key))
        return mapping

    def _problem(self, node: yaml.Node, text: str) -> InvalidValueError:
        return InvalidValueError(node.start_mark.line + 1, text)
