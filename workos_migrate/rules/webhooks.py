"""Webhooks: events that are dicts, and the error for an invalid signature."""

import libcst as cst

from workos_migrate.kinds import Method, WebhookEvent
from workos_migrate.rules.context import Context, text_of
from workos_migrate.scopes import dotted

_VERIFIERS = {"actions.construct_action", "actions.verify_header", "webhooks.verify_event", "webhooks.verify_header"}


def migrate_webhooks(context: Context) -> None:
    """Migrate the events of webhooks, and `except ValueError` around their verification."""
    for node in context.nodes:
        if isinstance(node, cst.Subscript):
            _subscript(context, node)
        elif isinstance(node, cst.Attribute) and node.attr.value == "raw_data" and _is_event_part(context, node.value):
            context.edits.replace(node, _to_dict, "webhook")
    for call in context.calls():
        if _verifies(context, call):
            _enclosing_try(context, call)


def _subscript(context: Context, node: cst.Subscript) -> None:
    """Replace `event["data"]["id"]` with `event.data.id`."""
    if not _is_event_part(context, node.value) or len(node.slice) != 1:
        return
    index = node.slice[0].slice
    name = text_of(index.value) if isinstance(index, cst.Index) else None
    if name is None or not name.isidentifier():
        context.edits.todo(node, "events are models with attributes", "webhooks")
        return
    context.edits.replace(
        node,
        lambda updated: cst.Attribute(updated.value, cst.Name(name)) if isinstance(updated, cst.Subscript) else updated,
        "webhook",
    )


def _to_dict(updated: cst.Attribute) -> cst.BaseExpression:
    """Replace `event.raw_data` with `event.to_dict()`."""
    return cst.Call(cst.Attribute(updated.value, cst.Name("to_dict")))


def _is_event_part(context: Context, node: cst.BaseExpression) -> bool:
    while isinstance(node, cst.Subscript):
        node = node.value
    return isinstance(context.kind(node), WebhookEvent)


def _enclosing_try(context: Context, call: cst.Call) -> None:
    inner: cst.CSTNode = call
    for node in context.reader.ancestors(call):
        if isinstance(node, cst.FunctionDef):
            return
        if isinstance(node, cst.Try) and inner is node.body:
            _try(context, node)
        inner = node


def _try(context: Context, node: cst.Try) -> None:
    for handler in node.handlers:
        type_ = handler.type
        if type_ is not None and dotted(type_) == "ValueError" and type_ not in context.edits.inlined:
            context.edits.inlined.add(type_)
            context.edits.require("workos_core.webhooks", "SignatureVerificationError")
            context.edits.replace(
                type_,
                lambda _: cst.parse_expression("(SignatureVerificationError, ValueError)"),
                "webhook",
            )


def _verifies(context: Context, call: cst.Call) -> bool:
    kind = context.kind(call.func)
    return isinstance(kind, Method) and kind.name in _VERIFIERS
