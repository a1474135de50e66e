"""Enums and models: members become texts, and `from_dict` a function."""

import libcst as cst

from workos_migrate.kinds import OfficialName
from workos_migrate.rules.context import Context, replace_with_literal


def migrate_enums(context: Context) -> None:
    """Replace the members of enums with their values, and `Model.from_dict(data)` with `from_dict(Model, data)`."""
    for node in context.nodes:
        if not isinstance(node, cst.Attribute):
            continue
        kind = context.kind(node.value)
        if not isinstance(kind, OfficialName):
            continue
        if kind.name in context.official.enums and node.attr.value.isupper():
            _member(context, node, kind.name)
        elif node.attr.value == "from_dict" and kind.name in context.official.models:
            _from_dict(context, node)


def _member(context: Context, node: cst.Attribute, enum: str) -> None:
    value = context.official.enum_value(enum, node.attr.value)
    context.edits.inlined.add(node.value)
    outermost: cst.CSTNode = node
    parent = context.parent(node)
    if isinstance(parent, cst.Attribute) and parent.attr.value == "value":
        outermost = parent
    replace_with_literal(context, outermost, value, "enum")


def _from_dict(context: Context, node: cst.Attribute) -> None:
    call = context.parent(node)
    if not isinstance(call, cst.Call) or len(call.args) != 1:
        context.edits.todo(node, "call from_dict(model, data)", "models")
        return
    context.edits.require(context.shared_package(), "from_dict")

    def edit(updated: cst.Call) -> cst.Call:
        assert isinstance(updated.func, cst.Attribute)
        model = cst.Arg(updated.func.value, comma=cst.Comma(whitespace_after=cst.SimpleWhitespace(" ")))
        return updated.with_changes(func=cst.Name("from_dict"), args=[model, *updated.args])

    context.edits.replace(call, edit, "model")
