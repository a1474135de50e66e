"""Decoding of pages."""

from typing import Any, TypeVar

from workos_core.json_types import is_array, is_object
from workos_core.serialization.converter import from_dict
from workos_core.serialization.structure_errors import StructureError

_T = TypeVar("_T")


def decode_page_parts(item_type: type[_T], data: Any) -> tuple[list[_T], dict[str, Any]]:
    """Return the items and the cursors of a page of decoded JSON.

    Raises:
        StructureError: The data is no page, or an item has the wrong structure.
    """
    if not is_object(data):
        raise StructureError("an object")
    metadata: Any = data.get("list_metadata") or {}
    if not is_object(metadata):
        raise StructureError("an object", "$.list_metadata")
    entries: Any = data.get("data")
    if not is_array(entries):
        raise StructureError("an array", "$.data")
    kind: Any = list[item_type]  # type: ignore[valid-type]
    try:
        items: list[_T] = from_dict(kind, entries)
    except StructureError as error:
        raise StructureError(error.expected, f"$.data{error.path[1:]}") from None
    return items, metadata
