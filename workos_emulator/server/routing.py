"""Routing: from a method and path to an operation."""

from collections.abc import Iterable
from functools import cache
from urllib.parse import unquote

from workos_emulator.http import errors, spec
from workos_emulator.http.spec import Operation


class _Node:
    """A node of the path segment tree. `variable` has the nodes of parameters by suffix (`.svg`, mostly empty)."""

    __slots__ = ("fixed", "methods", "variable")

    def __init__(self) -> None:
        self.fixed: dict[str, _Node] = {}
        self.variable: dict[str, _Node] = {}
        self.methods: dict[str, tuple[Operation, tuple[str, ...]]] = {}


class Router:
    """A router that finds operations. A fixed segment takes precedence over a parameter at the same position."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            self._add(operation)

    def _add(self, operation: Operation) -> None:
        node, names = self._root, list[str]()
        for segment in operation.path.split("/")[1:]:
            if segment.startswith("{"):
                name, _, suffix = segment[1:].partition("}")
                names.append(name)
                node = node.variable.setdefault(suffix, _Node())
            else:
                node = node.fixed.setdefault(segment, _Node())
        node.methods[operation.method] = (operation, tuple(names))

    def match(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """Return the operation for a method and a percent-encoded path, and the decoded path parameters.

        Raises:
            ApiError: 404 for an unknown path, 405 (with `Allow`) for an unknown method.
        """
        match = _find(self._root, path.split("/")[1:], 0)
        if match is None:
            raise errors.plain(404, f"Cannot {method} {path}")
        node, raw_values = match
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
        """Return the allowed methods of a path; an empty list for an unknown path."""
        match = _find(self._root, path.split("/")[1:], 0)
        return [] if match is None else self._allowed(match[0])

    @staticmethod
    def _allowed(node: _Node) -> list[str]:
        names = [*node.methods, "OPTIONS"]
        return sorted([*names, "HEAD"] if "GET" in node.methods else names)


def _find(node: _Node, segments: list[str], start: int) -> tuple[_Node, list[str]] | None:
    if start == len(segments):
        return (node, []) if node.methods else None
    segment = segments[start]
    if fixed := node.fixed.get(unquote(segment) if "%" in segment else segment):
        match = _find(fixed, segments, start + 1)
        if match is not None:
            return match
    for suffix in sorted(node.variable, key=len, reverse=True) if len(node.variable) > 1 else node.variable:
        if len(segment) > len(suffix) and segment.endswith(suffix):
            match = _find(node.variable[suffix], segments, start + 1)
            if match is not None:
                return match[0], [segment[: len(segment) - len(suffix)], *match[1]]
    return None


@cache
def default_router() -> Router:
    """Return the router for the bundled OpenAPI document."""
    return Router(spec.load().operations.values())
