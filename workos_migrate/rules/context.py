"""A file that the rules change, and helpers for them."""

from collections.abc import Iterator, Sequence
from typing import Any

import libcst as cst
from attrs import frozen

from workos_migrate.edits import Edits
from workos_migrate.inference import Inference
from workos_migrate.kinds import Kind, Variant
from workos_migrate.official import Tables
from workos_migrate.scopes import Scope, ScopeReader


@frozen
class Context:
    """A file that the rules change.

    Attributes:
        inference: The kinds of its expressions.
        edits: The edits, to which the rules add theirs.
        official: The tables of the official SDK.
        version: The version of the official SDK that the program uses.
        target: The variant to migrate to; None keeps that of each client.
        default_variant: The variant whose package provides names that both have, such as errors; None if the program has no client.
    """

    inference: Inference
    edits: Edits
    official: Tables
    version: tuple[int, ...]
    target: Variant | None
    default_variant: Variant | None

    @property
    def reader(self) -> ScopeReader:
        """The scopes and parents of the nodes."""
        return self.inference.reader

    @property
    def nodes(self) -> list[cst.CSTNode]:
        """All nodes, in the order of the source."""
        return self.inference.reader.nodes

    def calls(self) -> Iterator[cst.Call]:
        """Yield all calls."""
        return (node for node in self.nodes if isinstance(node, cst.Call))

    def kind(self, node: cst.CSTNode | None) -> Kind:
        """Return the kind of an expression."""
        return self.inference.kind_of(node)

    def variant(self, source: Variant) -> Variant:
        """Return the variant that replaces one of the official SDK."""
        return self.target or source

    def package(self, source: Variant) -> str:
        """Return the package that replaces a variant of the official SDK."""
        return f"workos_{self.variant(source)}"

    def shared_package(self) -> str:
        """Return the package that provides names that are the same in both variants."""
        return self.package(self.default_variant) if self.default_variant else "workos_sync"

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """Return the parent of a node."""
        return self.reader.parents.get(node)

    def is_in_async_function(self, node: cst.CSTNode) -> bool:
        """Return whether `await` is possible at a node."""
        function = self.reader.scopes[node].function()
        return isinstance(function, cst.FunctionDef) and function.asynchronous is not None

    def literal(self, node: cst.CSTNode, value: str) -> cst.SimpleString:
        """Return a text literal to use in place of a node: inside an f-string, with other quotes than those of the f-string."""
        strings = [item for item in self.reader.ancestors(node) if isinstance(item, cst.FormattedString)]
        quote = "'" if any('"' in item.start for item in strings) else '"'
        return cst.SimpleString(f"{quote}{value}{quote}")

    def references(self, scope: Scope, name: str) -> list[cst.Name]:
        """Return the expressions that read a name of a scope."""
        return [
            node
            for node in self.nodes
            if isinstance(node, cst.Name) and node.value == name and self._reads(node) and self._binds(node, scope)
        ]

    def _binds(self, node: cst.Name, scope: Scope) -> bool:
        found = self.reader.scopes[node].find(node.value)
        return found is not None and found[0] is scope

    def _reads(self, node: cst.Name) -> bool:
        parent = self.parent(node)
        if any(isinstance(item, cst.Import | cst.ImportFrom) for item in self.reader.ancestors(node)):
            return False
        if isinstance(parent, cst.Attribute):
            return parent.value is node
        if isinstance(
            parent, cst.AssignTarget | cst.Param | cst.AsName | cst.FunctionDef | cst.ClassDef | cst.ImportAlias
        ):
            return False
        if isinstance(parent, cst.AnnAssign):
            return parent.target is not node
        if isinstance(parent, cst.Arg):
            return parent.keyword is not node
        return not (isinstance(parent, cst.NamedExpr) and parent.target is node)


def keyword_of(argument: cst.Arg) -> str:
    """Return the keyword of an argument, or an empty text."""
    return argument.keyword.value if argument.keyword is not None else ""


def keyword_argument(name: str, value: cst.BaseExpression) -> cst.Arg:
    """Return a keyword argument without spaces around the equals sign."""
    return cst.Arg(
        value,
        keyword=cst.Name(name),
        equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
    )


def with_arguments(call: cst.Call, arguments: Sequence[cst.Arg]) -> cst.Call:
    """Return a call with other arguments. Commas and line breaks of arguments that it already has are kept."""
    if not arguments:
        return call.with_changes(args=[], whitespace_before_args=cst.SimpleWhitespace(""))
    separator = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
    end = call.args[-1].comma if call.args else cst.MaybeSentinel.DEFAULT
    fixed = [
        argument.with_changes(comma=separator)
        if isinstance(argument.comma, cst.MaybeSentinel) or argument.comma is end
        else argument
        for argument in arguments[:-1]
    ]
    last = arguments[-1].with_changes(comma=end)
    if call.args and last.keyword is not None:
        last = last.with_changes(whitespace_after_arg=call.args[-1].whitespace_after_arg)
    return call.with_changes(args=[*fixed, last])


def replace_with_literal(context: Context, node: cst.CSTNode, value: str, change: str) -> None:
    """Replace a member of an enum with its value. A comparison of identity becomes one of equality."""
    parent = context.parent(node)
    comparison = context.parent(parent) if isinstance(parent, cst.ComparisonTarget) else parent
    if isinstance(comparison, cst.Comparison):
        context.edits.replace(comparison, _compare_by_value)
    context.edits.replace(node, lambda _: context.literal(node, value), change)


def _compare_by_value(updated: cst.Comparison) -> cst.Comparison:
    targets: list[cst.ComparisonTarget] = []
    for target in updated.comparisons:
        is_literal = isinstance(target.comparator, cst.SimpleString) or isinstance(updated.left, cst.SimpleString)
        if is_literal and isinstance(target.operator, cst.Is):
            targets.append(target.with_changes(operator=cst.Equal()))
        elif is_literal and isinstance(target.operator, cst.IsNot):
            targets.append(target.with_changes(operator=cst.NotEqual()))
        else:
            targets.append(target)
    return updated.with_changes(comparisons=targets)


def parenthesized(node: Any) -> Any:
    """Return an expression in parentheses."""
    return node if node.lpar else node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def text_of(node: cst.CSTNode | None) -> str | None:
    """Return the value of a text literal, or None for other expressions."""
    if isinstance(node, cst.SimpleString):
        value = node.evaluated_value
        return value if isinstance(value, str) else None
    return None
