"""From a method and a path to an operation."""

from collections.abc import Iterable
from functools import cache
from urllib.parse import unquote

from workos_emulator.http import errors, spec
from workos_emulator.http.spec import Operation


class _Node:
    """A place in the tree of path segments. `variable` has parameters by the text that follows them (`.svg`, mostly none)."""

    __slots__ = ("fixed", "methods", "variable")

    def __init__(self) -> None:
        self.fixed: dict[str, _Node] = {}
        self.variable: dict[str, _Node] = {}
        self.methods: dict[str, tuple[Operation, tuple[str, ...]]] = {}


class Router:
    """Finds operations. A fixed segment wins over a parameter in the same place."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            self._add(operation)

    def _add(self, operation: Operation) -> None:
        node, names = self._root, list[str]()
        for segment in operation.path.split("/")[1:]:
            if segment.startswith("{"):
                name, _, ending = segment[1:].partition("}")
                names.append(name)
                node = node.variable.setdefault(ending, _Node())
            else:
                node = node.fixed.setdefault(segment, _Node())
        node.methods[operation.method] = (operation, tuple(names))

    def match(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """The operation for a method and a percent-encoded path, and the decoded path parameters.

        Raises:
            ApiError: 404 for an unknown path, 405 (with `Allow`) for an unknown method.
        """
        found = _find(self._root, path.split("/")[1:], 0)
        if found is None:
            raise errors.plain(404, f"Cannot {method} {path}")
        node, raw_values = found
        lookup_method = "GET" if method == "HEAD" else method
        if lookup_method not in node.methods:
            allow = {"allow": ", ".join(self._allowed(node))}
            raise errors.ApiError(405, {"message": f"Cannot {method} {path}"}, allow)
        operation, names = node.methods[lookup_method]
        try:
            values = [unquote(value, errors="strict") for value in raw_values]
        except UnicodeDecodeError:
            raise errors.plain(404, "The path is not percent-encoded UTF-8.") from None
        return operation, dict(zip(names, values, strict=True))

    def allowed(self, path: str) -> list[str]:
        """The methods that a path answers to; none for an unknown path."""
        found = _find(self._root, path.split("/")[1:], 0)
        return [] if found is None else self._allowed(found[0])

    @staticmethod
    def _allowed(node: _Node) -> list[str]:
        names = [*node.methods, "OPTIONS"]
        return sorted([*names, "HEAD"] if "GET" in node.methods else names)


def _find(node: _Node, segments: list[str], start: int) -> tuple[_Node, list[str]] | None:
    if start == len(segments):
        return (node, []) if node.methods else None
    segment = segments[start]
    if fixed := node.fixed.get(unquote(segment)):
        found = _find(fixed, segments, start + 1)
        if found is not None:
            return found
    for ending in sorted(node.variable, key=len, reverse=True):
        if len(segment) > len(ending) and segment.endswith(ending):
            found = _find(node.variable[ending], segments, start + 1)
            if found is not None:
                return found[0], [segment[: len(segment) - len(ending)], *found[1]]
    return None


@cache
def default_router() -> Router:
    """The router of the document that comes with the package."""
    return Router(spec.load().operations.values())
