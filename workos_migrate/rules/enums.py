"""Enums: members become texts."""

import libcst as cst

from workos_migrate.kinds import OfficialName
from workos_migrate.rules.context import Context, replace_with_literal


def migrate_enums(context: Context) -> None:
    """Replace the members of enums with their values."""
    for node in context.nodes:
        if not isinstance(node, cst.Attribute):
            continue
        kind = context.kind(node.value)
        if not isinstance(kind, OfficialName):
            continue
        if kind.name in context.official.enums and node.attr.value.isupper():
            _member(context, node, kind.name)


def _member(context: Context, node: cst.Attribute, enum: str) -> None:
    value = context.official.enum_value(enum, node.attr.value)
    context.edits.inlined.add(node.value)
    outermost: cst.CSTNode = node
    parent = context.parent(node)
    if isinstance(parent, cst.Attribute) and parent.attr.value == "value":
        outermost = parent
    replace_with_literal(context, outermost, value, "enum")
