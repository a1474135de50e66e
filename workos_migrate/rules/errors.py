"""Errors: their attributes, and the order of `except` clauses. Their classes are renamed with the imports."""

import libcst as cst

from workos_migrate.kinds import Error, OfficialName
from workos_migrate.rules.context import Context, text_of

_RENAMED = {"status_code": "status", "response_json": "body"}
_IN_DETAILS = {"error_description", "param"}
_MISSING = {
    "raw_body": "error.body is the decoded body",
    "request_method": "the text of the error has the method",
    "request_url": "the text of the error has the path",
    "response": "the error has status, body and request_id instead of a response",
}


def migrate_errors(context: Context) -> None:
    """Migrate the attributes of caught errors."""
    for node in context.nodes:
        if isinstance(node, cst.Attribute) and isinstance(context.kind(node.value), Error):
            _attribute(context, node)
        elif (
            isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in ("getattr", "hasattr")
        ):
            _getattr(context, node)
        elif isinstance(node, cst.Try):
            _order(context, node)


def _attribute(context: Context, node: cst.Attribute) -> None:
    name = node.attr.value
    if name in _RENAMED:
        context.edits.rename(node, _RENAMED[name], "error")
    elif name in _IN_DETAILS:

        def edit(updated: cst.Attribute) -> cst.BaseExpression:
            get = cst.Attribute(cst.Attribute(updated.value, cst.Name("details")), cst.Name("get"))
            return cst.Call(get, [cst.Arg(context.literal(node, name))])

        context.edits.replace(node, edit, "error")
    elif name in _MISSING:
        context.edits.todo(node, _MISSING[name], "errors")


def _getattr(context: Context, node: cst.Call) -> None:
    if len(node.args) < 2 or not isinstance(context.kind(node.args[0].value), Error):
        return
    argument = node.args[1].value
    name = text_of(argument)
    if name in _RENAMED and isinstance(argument, cst.SimpleString):
        quote = argument.quote
        context.edits.replace(
            argument, lambda updated: updated.with_changes(value=f"{quote}{_RENAMED[name]}{quote}"), "error"
        )
    elif name in _IN_DETAILS or name in _MISSING:
        context.edits.todo(node, f"errors have no {name}", "errors")


def _order(context: Context, node: cst.Try) -> None:
    """Move the clause for timeouts before that for failed connections: here, a timeout is a failed connection."""
    names = [_class_name(context, handler) for handler in node.handlers]
    if "WorkOSConnectionError" not in names or "WorkOSTimeoutError" not in names:
        return
    connection, timeout = names.index("WorkOSConnectionError"), names.index("WorkOSTimeoutError")
    if connection < timeout:

        def edit(updated: cst.Try) -> cst.Try:
            handlers = list(updated.handlers)
            handlers.insert(connection, handlers.pop(timeout))
            return updated.with_changes(handlers=handlers)

        context.edits.replace(node, edit, "error")


def _class_name(context: Context, handler: cst.ExceptHandler) -> str:
    kind = context.kind(handler.type)
    return kind.name if isinstance(kind, OfficialName) else ""
