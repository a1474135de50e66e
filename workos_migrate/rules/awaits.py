"""`await`: what is a coroutine in the official SDK, and what is one here."""

import libcst as cst

from workos_migrate.kinds import Variant
from workos_migrate.rules.context import Context, parenthesized

_NEEDS_PARENTHESES = cst.Attribute | cst.Subscript | cst.Call | cst.BinaryOperation | cst.UnaryOperation


def adjust_await(
    context: Context, call: cst.BaseExpression, source: Variant, *, was_coroutine: bool, is_coroutine: bool
) -> None:
    """Add or remove `await` around a call.

    Args:
        context: The file.
        call: The call.
        source: The variant of the client in the official SDK.
        was_coroutine: Whether the method of the official async client is a coroutine.
        is_coroutine: Whether the method of our async client is one.
    """
    parent = context.parent(call)
    was_awaitable = source == "async" and was_coroutine
    is_awaitable = context.variant(source) == "async" and is_coroutine
    if isinstance(parent, cst.Await):
        if not is_awaitable:
            context.edits.replace(parent, _without_await, "await")
        return
    if was_awaitable and not is_awaitable:
        context.edits.todo(call, "this is no coroutine any more", "async")
    elif is_awaitable and not was_awaitable:
        if context.is_in_async_function(call):
            context.edits.replace(
                call, lambda updated: awaited(updated, in_parentheses=isinstance(parent, _NEEDS_PARENTHESES)), "await"
            )
        else:
            context.edits.todo(call, "await this call, in an async function", "async")


def awaited(node: cst.BaseExpression, *, in_parentheses: bool) -> cst.BaseExpression:
    """Return an expression with `await`."""
    expression = cst.Await(node)
    return parenthesized(expression) if in_parentheses else expression


def _without_await(updated: cst.BaseExpression) -> cst.BaseExpression:
    return updated.expression if isinstance(updated, cst.Await) else updated
