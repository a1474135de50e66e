"""Checks with `isinstance`: which class a name has where an expression uses it."""

from collections.abc import Iterator

import libcst as cst

from workos_migrate.scopes import ScopeReader


def checked_classes(node: cst.Name, reader: ScopeReader) -> Iterator[cst.BaseExpression]:
    """Yield the classes that `isinstance` has checked a name against where it is used, innermost check first.

    A check counts in the body of its `if`, to the right of its `and`, and after an `assert` or an `if not …` that leaves the block.
    """
    inner: cst.CSTNode = node
    for outer in reader.ancestors(node):
        if isinstance(outer, cst.FunctionDef | cst.ClassDef):
            return
        if isinstance(outer, cst.If) and inner is outer.body:
            yield from _confirmed(outer.test, node.value)
        elif isinstance(outer, cst.IfExp) and inner is outer.body:
            yield from _confirmed(outer.test, node.value)
        elif isinstance(outer, cst.BooleanOperation) and inner is outer.right and isinstance(outer.operator, cst.And):
            yield from _confirmed(outer.left, node.value)
        yield from _earlier(inner, outer, node.value)
        inner = outer


def _earlier(inner: cst.CSTNode, outer: cst.CSTNode, name: str) -> Iterator[cst.BaseExpression]:
    """Yield the classes of the checks that precede a statement in its block."""
    if not isinstance(outer, cst.IndentedBlock | cst.Module):
        return
    for statement in outer.body:
        if statement is inner:
            return
        if isinstance(statement, cst.SimpleStatementLine):
            for small in statement.body:
                if isinstance(small, cst.Assert):
                    yield from _confirmed(small.test, name)
        elif isinstance(statement, cst.If) and statement.orelse is None and _leaves(statement.body):
            test = statement.test
            if isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
                yield from _confirmed(test.expression, name)


def _leaves(block: cst.BaseSuite) -> bool:
    last = block.body[-1] if block.body else None
    if isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    return isinstance(last, cst.Return | cst.Raise | cst.Continue | cst.Break)


def _confirmed(test: cst.BaseExpression, name: str) -> Iterator[cst.BaseExpression]:
    """Yield the classes that a name is an instance of if a condition is true."""
    if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        yield from _confirmed(test.left, name)
        yield from _confirmed(test.right, name)
    elif (
        isinstance(test, cst.Call)
        and isinstance(test.func, cst.Name)
        and test.func.value == "isinstance"
        and len(test.args) == 2
        and isinstance(test.args[0].value, cst.Name)
        and test.args[0].value.value == name
    ):
        yield test.args[1].value
