"""Pagination: whether a list becomes a pager, which reads all pages, or one page."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

import libcst as cst

from workos_migrate.kinds import Page, Variant
from workos_migrate.official import ONE_PAGE_SINCE
from workos_migrate.rules.awaits import awaited
from workos_migrate.rules.context import Context

Use: TypeAlias = Literal["all", "loop", "page", "unknown"]
_READERS = {
    "all",
    "any",
    "dict",
    "enumerate",
    "filter",
    "frozenset",
    "list",
    "map",
    "max",
    "min",
    "next",
    "set",
    "sorted",
    "sum",
    "tuple",
    "zip",
    "iter",
}


def migrate_page(context: Context, call: cst.Call, source: Variant) -> None:
    """Migrate the call of a `list_…` method, and what reads its result."""
    outermost: cst.CSTNode = call
    parent = context.parent(call)
    is_awaited = isinstance(parent, cst.Await)
    if isinstance(parent, cst.Await):
        outermost = parent
    names = _references_of(context, outermost)
    expressions: Sequence[cst.CSTNode] = names if names is not None else [outermost]
    uses = [_use(context, expression) for expression in expressions]
    reads_all = bool(uses) and all(
        use == "all" or (use == "loop" and not _loops_read_one_page(context)) for use in uses
    )
    for expression, use in zip(expressions, uses, strict=True):
        if expression in context.edits.pages:
            continue  # another list is assigned to the same variable
        context.edits.pages.add(expression)
        if use == "all" and not reads_all:
            context.edits.todo(expression, "this is one page; iterate over the pager to read all", "pagination")
        elif use == "all":
            _strip_auto_paging(context, expression, source)
        elif use == "loop":
            if reads_all:
                _adjust_loop(context, expression, source, is_pager=True)
            else:
                _adjust_loop(context, expression, source, is_pager=False)
                if not _loops_read_one_page(context):
                    context.edits.todo(
                        expression, "this loop reads one page; iterate over the pager to read all", "pagination"
                    )
        elif use == "page":
            _adjust_attribute(context, expression)
        elif not _loops_read_one_page(context):
            context.edits.todo(expression, "a loop over this page reads only its items", "pagination")
    is_async = context.variant(source) == "async"
    if reads_all:
        context.edits.changes["pager"] += 1
        if is_awaited:
            context.edits.replace(
                outermost, lambda updated: updated.expression if isinstance(updated, cst.Await) else updated
            )
        return
    context.edits.changes["page"] += 1
    needs_await = is_async and not is_awaited and source == "sync"
    if needs_await and not context.is_in_async_function(call):
        context.edits.todo(call, "await this call, in an async function", "async")
        needs_await = False
    in_parentheses = isinstance(context.parent(call), cst.Attribute | cst.Subscript | cst.Call)

    def edit(updated: cst.BaseExpression) -> cst.BaseExpression:
        page = cst.Call(cst.Attribute(updated, cst.Name("page")))
        return awaited(page, in_parentheses=in_parentheses) if needs_await else page

    context.edits.replace(call, edit)
    if is_awaited and not is_async:
        context.edits.replace(
            outermost, lambda updated: updated.expression if isinstance(updated, cst.Await) else updated, "await"
        )


def migrate_other_pages(context: Context) -> None:
    """Migrate the attributes of pages that are parameters, and point out loops over pages that are not understood."""
    for node in context.nodes:
        if isinstance(node, cst.Name) and _is_parameter_page(context, node):
            if _use(context, node) == "page":
                _adjust_attribute(context, node)
            elif _use(context, node) == "all":
                context.edits.todo(node, "this is one page; iterate over the pager to read all", "pagination")
        elif (
            isinstance(node, cst.Attribute)
            and node.attr.value == "auto_paging_iter"
            and context.kind(node.value) is None
        ):
            context.edits.todo(node, "iterate over the pager itself", "pagination")


def _is_parameter_page(context: Context, node: cst.Name) -> bool:
    found = context.reader.scopes[node].find(node.value)
    is_parameter = found is not None and all(source.how == "parameter" for source in found[1])
    return is_parameter and isinstance(context.kind(node), Page) and not isinstance(context.parent(node), cst.Param)


def _loops_read_one_page(context: Context) -> bool:
    return context.version[:2] >= ONE_PAGE_SINCE


def _references_of(context: Context, node: cst.CSTNode) -> list[cst.BaseExpression] | None:
    """Return the expressions that read the variable that a list is assigned to; None if it is assigned to no variable of its own."""
    parent = context.parent(node)
    target: cst.CSTNode | None = None
    if isinstance(parent, cst.Assign) and len(parent.targets) == 1:
        target = parent.targets[0].target
    elif isinstance(parent, cst.NamedExpr):
        target = parent.target
    if not isinstance(target, cst.Name):
        return None
    found = context.reader.scopes[target].find(target.value)
    if found is None:
        return None
    references: list[cst.BaseExpression] = [*context.references(found[0], target.value)]
    if isinstance(parent, cst.NamedExpr):
        references.append(parent)  # the value of the assignment itself is used, too
    return references or None


def _use(context: Context, node: cst.CSTNode) -> Use:
    parent = context.parent(node)
    if isinstance(parent, cst.Attribute) and parent.value is node:
        if parent.attr.value == "auto_paging_iter":
            return "all"
        return "page"
    if isinstance(parent, cst.For | cst.CompFor) and parent.iter is node:
        return "loop"
    if isinstance(parent, cst.Arg):
        call = context.parent(parent)
        if isinstance(call, cst.Call) and isinstance(call.func, cst.Name) and call.func.value in _READERS:
            return "loop"
    return "unknown"


def _strip_auto_paging(context: Context, node: cst.CSTNode, source: Variant) -> None:
    """Replace `page.auto_paging_iter()` with `page`."""
    attribute = context.parent(node)
    call = context.parent(attribute) if attribute is not None else None
    if not isinstance(call, cst.Call) or not isinstance(attribute, cst.Attribute):
        context.edits.todo(node, "iterate over the pager itself", "pagination")
        return
    context.edits.replace(attribute, lambda updated: updated.value if isinstance(updated, cst.Attribute) else updated)
    context.edits.replace(call, lambda updated: updated.func if isinstance(updated, cst.Call) else updated)
    _adjust_loop(context, call, source, is_pager=True)


def _adjust_loop(context: Context, node: cst.CSTNode, source: Variant, *, is_pager: bool) -> None:
    """Make the loop over a list `for` or `async for`. A page is not asynchronous."""
    is_async = is_pager and context.variant(source) == "async"
    parent = context.parent(node)
    if isinstance(parent, cst.For | cst.CompFor) and parent.iter is node:
        if is_async and parent.asynchronous is None:
            if context.is_in_async_function(node):
                context.edits.replace(
                    parent, lambda updated: updated.with_changes(asynchronous=cst.Asynchronous()), "await"
                )
            else:
                context.edits.todo(node, "use `async for`, in an async function", "async")
        elif not is_async and parent.asynchronous is not None:
            context.edits.replace(parent, lambda updated: updated.with_changes(asynchronous=None), "await")
        return
    if is_async and isinstance(parent, cst.Arg):
        call = context.parent(parent)
        is_list = isinstance(call, cst.Call) and isinstance(call.func, cst.Name) and call.func.value == "list"
        if isinstance(call, cst.Call) and is_list and len(call.args) == 1 and context.is_in_async_function(call):

            def collect(updated: cst.Call) -> cst.BaseExpression:
                pager = updated.args[0].value
                return awaited(cst.Call(cst.Attribute(pager, cst.Name("collect"))), in_parentheses=True)

            context.edits.replace(call, collect, "await")
        else:
            context.edits.todo(node, "use `async for`, in an async function", "async")


def _adjust_attribute(context: Context, node: cst.CSTNode) -> None:
    """Replace the attributes of a page that ours does not have."""
    attribute = context.parent(node)
    if not isinstance(attribute, cst.Attribute):
        return
    name = attribute.attr.value
    if name in ("after", "before"):
        context.edits.replace(attribute, lambda updated: _cursor(updated.value, name))
    elif name == "has_more":
        call = context.parent(attribute)
        if isinstance(call, cst.Call):

            def edit(updated: cst.Call) -> cst.BaseExpression:
                assert isinstance(updated.func, cst.Attribute)
                comparison = cst.Comparison(
                    _cursor(updated.func.value, "after"), [cst.ComparisonTarget(cst.IsNot(), cst.Name("None"))]
                )
                return (
                    comparison.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
                    if _is_operand(context, call)
                    else comparison
                )

            context.edits.replace(call, edit)
    elif name not in ("data", "list_metadata"):
        context.edits.todo(node, f"a page has no {name}", "pagination")


def _cursor(page: cst.BaseExpression, name: str) -> cst.Attribute:
    return cst.Attribute(cst.Attribute(page, cst.Name("list_metadata")), cst.Name(name))


def _is_operand(context: Context, node: cst.CSTNode) -> bool:
    return isinstance(context.parent(node), cst.UnaryOperation | cst.Comparison | cst.BinaryOperation | cst.Attribute)
