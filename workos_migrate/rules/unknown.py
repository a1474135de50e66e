"""Calls that look like calls of WorkOS, but whose object is unknown. They are reported, not changed."""

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from workos_migrate.official import HELPERS
from workos_migrate.rules.context import Context
from workos_migrate.scopes import dotted

_NAMES = ("workos", "client")


def find_unknown(context: Context) -> list[tuple[int, str]]:
    """Return the line and the text of each such call."""
    found: list[cst.Attribute] = []
    for call in context.calls():
        function = call.func
        if isinstance(function, cst.Attribute) and isinstance(function.value, cst.Attribute):
            method = f"{function.value.attr.value}.{function.attr.value}"
            is_method = method in context.official.methods or method in HELPERS
            name = dotted(function.value.value).rpartition(".")[2].lower()
            if is_method and any(part in name for part in _NAMES) and context.kind(function.value.value) is None:
                found.append(function)
    if not found:
        return []
    positions = MetadataWrapper(context.inference.module, unsafe_skip_copy=True).resolve(PositionProvider)
    return [(positions[node].start.line, dotted(node)) for node in found]
