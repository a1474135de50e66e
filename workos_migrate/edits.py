"""Edits of a module: replacements of nodes, comments above statements, and imports."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import libcst as cst

from workos_migrate.scopes import ScopeReader

MARK = "TODO(workos-migrate)"
GUIDE = "https://workos-async.readthedocs.io/migration/official-sdk/"

Edit = Callable[[Any], Any]
_Commented = cst.SimpleStatementLine | cst.BaseCompoundStatement | cst.ExceptHandler | cst.ExceptStarHandler


class Edits:
    """The edits of one module, which are collected first and applied together.

    Attributes:
        changes: What was changed → how often.
        todos: The comments that were added, in the order of the source.
        required_imports_placed: Whether a replaced import has the required imports.
        pages: Expressions that read a list and have been migrated.
        inlined: References to names of the official SDK that an edit replaces, so that they need no import.
    """

    def __init__(self, reader: ScopeReader) -> None:
        self.changes: Counter[str] = Counter()
        self.todos: list[str] = []
        self.required_imports_placed = False
        self.pages: set[cst.CSTNode] = set()
        self.inlined: set[cst.CSTNode] = set()
        self._reader = reader
        self._edits: dict[cst.CSTNode, list[Edit]] = {}
        self._comments: dict[cst.CSTNode, list[str]] = {}
        self._imports: dict[tuple[str, str, str], None] = {}

    def replace(self, node: cst.CSTNode, edit: Edit, change: str = "") -> None:
        """Replace a node with the result of a function, which gets the node after the edits inside of it.

        Args:
            node: The node of the original tree.
            edit: The function.
            change: What the edit changes, for the summary.
        """
        self._edits.setdefault(node, []).append(edit)
        if change:
            self.changes[change] += 1

    def rename(self, node: cst.CSTNode, name: str, change: str = "") -> None:
        """Rename a `Name`, or the last name of an `Attribute`."""

        def edit(updated: cst.Name | cst.Attribute) -> cst.BaseExpression:
            if isinstance(updated, cst.Attribute):
                return updated.with_changes(attr=cst.Name(name))
            return updated.with_changes(value=name)

        self.replace(node, edit, change)

    def todo(self, node: cst.CSTNode, text: str, section: str) -> None:
        """Add a comment above the statement of a node, unless it has the same one.

        Args:
            node: The node.
            text: What the reader should do.
            section: The anchor of the section of the guide.
        """
        comment = f"# {MARK}: {text}; see {GUIDE}#{section}"
        statement = node
        for statement in (node, *self._reader.ancestors(node)):
            if isinstance(statement, _Commented):
                break
        existing = (line.comment.value for line in getattr(statement, "leading_lines", ()) if line.comment)
        comments = self._comments.setdefault(statement, [])
        if comment not in comments and comment not in existing:
            comments.append(comment)
            self.todos.append(comment)

    def require(self, module: str, name: str, asname: str = "") -> None:
        """Import a name at the top of the module."""
        self._imports[module, name, asname] = None

    @property
    def required_imports(self) -> list[tuple[str, str, str]]:
        """The imports to add, each as module, name and other name."""
        return list(self._imports)

    def apply(self, module: cst.Module) -> cst.Module:
        """Return the module with all edits."""
        return module.visit(_Applier(self._edits, self._comments)) if self._edits or self._comments else module


class _Applier(cst.CSTTransformer):
    def __init__(self, edits: dict[cst.CSTNode, list[Edit]], comments: dict[cst.CSTNode, list[str]]) -> None:
        super().__init__()
        self._edits = edits
        self._comments = comments

    def on_leave(self, original_node: Any, updated_node: Any) -> Any:
        result: Any = updated_node
        for comment in self._comments.get(original_node, ()):
            line = cst.EmptyLine(comment=cst.Comment(comment))
            result = result.with_changes(leading_lines=[*result.leading_lines, line])
        for edit in self._edits.get(original_node, ()):
            result = edit(result)
        return result
