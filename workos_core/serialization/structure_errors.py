"""The error for JSON of the wrong structure, and the search for its position."""

from typing import Any, get_args, get_origin

from workos_core.errors import InvalidArgumentError
from workos_core.json_types import is_array, is_object
from workos_core.serialization.model_base import wire_name
from workos_core.serialization.type_inspection import accepts_null, is_model, is_union, tagged_members, union_members


class StructureError(InvalidArgumentError):
    """A JSON value has the wrong structure.

    Attributes:
        path: The position in the decoded value, from `$`.
        expected: `an object`, `an array`, `a scalar value` or `a value instead of null`.
    """

    def __init__(self, expected: str, path: str = "$") -> None:
        super().__init__(f"expected {expected} at {path}")
        self.expected = expected
        self.path = path


def locate_structure_error(kind: Any, value: Any, path: str = "$") -> StructureError | None:
    """Return the first structure error of a value, with its path. Decoders don't track paths, so this is a second, slow pass."""
    if is_union(kind):
        return _locate_in_union(kind, value, path)
    if value is None or kind is Any:
        return None
    if is_model(kind):
        if not is_object(value):
            return StructureError("an object", path)
        types = {wire_name(attribute): attribute.type for attribute in kind.__model_fields__}
        return _first([(types[name], item, f"{path}.{name}") for name, item in value.items() if name in types])
    if get_origin(kind) is list:
        if not is_array(value):
            return StructureError("an array", path)
        item_kind = get_args(kind)[0]
        if not accepts_null(item_kind) and None in value:
            index = value.index(None)
            error = _first([(item_kind, element, f"{path}[{i}]") for i, element in enumerate(value[:index])])
            return error or StructureError("a value instead of null", f"{path}[{index}]")
        return _first([(item_kind, element, f"{path}[{index}]") for index, element in enumerate(value)])
    if get_origin(kind) is dict:
        if not is_object(value):
            return StructureError("an object", path)
        return _first([(get_args(kind)[1], element, f"{path}.{key}") for key, element in value.items()])
    return StructureError("a scalar value", path) if isinstance(value, (dict, list)) else None


def _locate_in_union(kind: Any, value: Any, path: str) -> StructureError | None:
    members = union_members(kind)
    models = [member for member in members if is_model(member)]
    if len(models) > 1 and is_object(value):
        tag, known, unknown = tagged_members(models)
        name = value.get(tag)
        return locate_structure_error(known.get(name, unknown) if isinstance(name, str) else unknown, value, path)
    errors = [locate_structure_error(member, value, path) for member in members]
    return errors[0] if errors and all(errors) else None


def _first(items: list[tuple[Any, Any, str]]) -> StructureError | None:
    return next((error for item in items if (error := locate_structure_error(*item))), None)
