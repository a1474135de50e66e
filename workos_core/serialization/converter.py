"""Between models and JSON values, with one cattrs converter.

Decoding is tolerant: unknown enum values, unknown fields, nulls and absent fields are all accepted. Only the wrong shape is an
error: something else where an object is due, something else where an array is due, an object or array where a plain value is due.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Literal, TypeGuard, TypeVar, Union, get_args, get_origin

import cattrs
from attrs import NOTHING

from workos_core.json_types import is_array, is_object
from workos_core.serialization.model import Model, wire_name
from workos_core.serialization.structure_errors import StructureError
from workos_core.serialization.unstructure import to_dict

_T = TypeVar("_T")
_Hook = Callable[[Any, Any], Any]
_NESTED = frozenset({dict, list})


def from_dict(cls: type[_T], data: Any) -> _T:
    """Make a model from decoded JSON.

    Args:
        cls: The model, or any type made of models: `list[User]`, `User | None`.
        data: What `json.loads` gave.

    Raises:
        StructureError: The data has another shape; `path` says where.
    """
    try:
        result: _T = structure_hook(cls)(data, cls)
    except StructureError:
        raise _locate(cls, data, "$") or StructureError("object") from None
    return result


def decoder(cls: type[_T]) -> Callable[[Any], _T]:
    """What `from_dict` does for one type, for those who decode many of them."""
    hook = structure_hook(cls)

    def decode(data: Any) -> _T:
        try:
            result: _T = hook(data, cls)
        except StructureError:
            return from_dict(cls, data)  # which says where
        return result

    return decode


def _time(value: Any, _: Any) -> Any:
    if type(value) is str:
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return value  # malformed times occur; the text is better than an error
    return _plain(value, _)


def _plain(value: Any, _: Any) -> Any:
    if isinstance(value, (dict, list)):
        raise StructureError("plain value")
    return value


def _anything(value: Any, _: Any) -> Any:
    return value


def _members(kind: Any) -> tuple[Any, ...]:
    """The members of a union without None and without the literals beside str: what can need decoding."""
    return tuple(item for item in get_args(kind) if item is not type(None) and get_origin(item) is not Literal)


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


def _is_any(kind: object) -> bool:
    return kind is Any


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is list


def _is_dict(kind: Any) -> bool:
    return get_origin(kind) is dict


def _is_model(kind: Any) -> TypeGuard[type[Model]]:
    return isinstance(kind, type) and issubclass(kind, Model)


def _union_hook(kind: Any) -> _Hook:
    members = _members(kind)
    models = [member for member in members if _is_model(member)]
    if len(models) > 1:
        return _tagged_hook(models)
    if len(members) <= 1:
        inner = structure_hook(members[0]) if members else _plain
        return lambda value, _: None if value is None else inner(value, _)
    arrays = [structure_hook(member) for member in members if get_origin(member) is list]
    objects = [structure_hook(member) for member in members if _is_model(member) or get_origin(member) is dict]

    def hook(value: Any, _: Any) -> Any:
        if is_array(value) and arrays:
            return arrays[0](value, _)
        if is_object(value) and objects:
            return objects[0](value, _)
        return _plain(value, _)

    return hook


def tagged_members(models: list[Any]) -> tuple[str, dict[Any, Any], Any]:
    """The tag of a union of models, its member by value of the tag, and the member for values nobody knows."""
    unknown = next(member for member in models if getattr(member, "UNION_TAG", None))
    tag: str = unknown.UNION_TAG
    known: dict[Any, Any] = {}
    for member in models:
        for attribute in member.__attrs_attrs__:
            if attribute.name == tag and member is not unknown:
                known[get_args(attribute.type)[0]] = member
    return tag, known, unknown


def _tagged_hook(models: list[Any]) -> _Hook:
    tag, known, unknown = tagged_members(models)
    hooks: dict[
        str, _Hook
    ] = {}  # found when first needed: a decoder of each of a hundred events would take long to compile

    def hook(value: Any, _: Any) -> Any:
        if value.__class__ is not dict:
            if value is None:
                return None
            raise StructureError("object")
        name = value.get(tag)
        if name.__class__ is not str or name not in known:
            return structure_hook(unknown)(value, None)
        found = hooks.get(name)
        if found is None:
            found = hooks[name] = structure_hook(known[name])
        return found(value, None)

    return hook


def _list_hook(kind: Any) -> _Hook:
    item = structure_hook(get_args(kind)[0])

    def hook(value: Any, _: Any) -> Any:
        if value.__class__ is list:
            if item is _plain and _NESTED.isdisjoint(map(type, value)):
                return value
            return [item(element, None) for element in value]
        if value is None:
            return None
        raise StructureError("array")

    return hook


def _dict_hook(kind: Any) -> _Hook:
    item = structure_hook(get_args(kind)[1])

    def hook(value: Any, _: Any) -> Any:
        if value.__class__ is dict:
            if item is _anything or (item is _plain and _NESTED.isdisjoint(map(type, value.values()))):
                return value
            return {key: item(element, None) for key, element in value.items()}
        if value is None:
            return None
        raise StructureError("object")

    return hook


def _model_hook(cls: type[Model]) -> _Hook:
    """Compile the decoder of one model: a loop over fields costs three times as much as straight-line code.

    The usual answer has all required fields, with values of the usual types: the first half takes that one. Whatever is
    unusual ends it with an exception, and the second half starts again and minds every case.
    """
    scope: dict[str, Any] = {
        "cls": cls,
        "new": cls.__new__,
        "NESTED": _NESTED,
        "StructureError": StructureError,
        "fromisoformat": datetime.fromisoformat,
        "known": {wire_name(attribute) for attribute in cls.__attrs_attrs__},
    }
    for index, attribute in enumerate(cls.__attrs_attrs__):
        scope[f"h{index}"] = structure_hook(attribute.type)
        scope[f"inner{index}"] = _inner_of_optional(attribute.type)
    lines = [
        "def hook(data, _):",
        " if type(data) is not dict:",
        "  if data is None: return None",
        "  raise StructureError('object')",
        " try:",
        *_usual(cls, scope),
        "  return self",
        " except (KeyError, TypeError, ValueError): pass",
        *_unusual(cls),
        " if found != len(data): self._extra = {k: v for k, v in data.items() if k not in known}",
        " return self",
    ]
    exec("\n".join(lines), scope)  # noqa: S102 - names and types of our own classes only
    compiled: _Hook = scope["hook"]
    return compiled


def _usual(cls: type[Model], scope: Mapping[str, Any]) -> Iterator[str]:
    # Constants such as `object` have a default too; webhooks come without it.
    required = sum(attribute.default is NOTHING for attribute in cls.__attrs_attrs__)
    yield f"  self = new(cls); found = {required}"
    for index, attribute in enumerate(cls.__attrs_attrs__):
        wire = wire_name(attribute)
        indent = "  "
        if attribute.default is not NOTHING:
            yield f"  if {wire!r} in data:\n   found += 1"
            indent = "   "
        yield f"{indent}v = data[{wire!r}]"
        target = f"{indent}self.{attribute.name}"
        hook, inner = scope[f"h{index}"], scope[f"inner{index}"]
        if hook is _anything:
            yield f"{target} = v"
        elif hook is _plain or inner is _plain:
            yield f"{indent}if type(v) is not str and type(v) in NESTED: raise TypeError\n{target} = v"
        elif hook is _time:
            yield f"{target} = fromisoformat(v)"
        elif inner is _time:
            yield f"{target} = None if v is None else fromisoformat(v)"
        elif inner is not None:
            yield f"{target} = None if v is None else inner{index}(v, None)"
        else:
            yield f"{target} = h{index}(v, None)"
    yield "  if found != len(data): raise KeyError"


def _unusual(cls: type[Model]) -> Iterator[str]:
    yield " self = new(cls); found = 0"
    for index, attribute in enumerate(cls.__attrs_attrs__):
        wire = wire_name(attribute)
        yield f" if {wire!r} in data:\n  found += 1; self.{attribute.name} = h{index}(data[{wire!r}], None)"


def _inner_of_optional(kind: Any) -> _Hook | None:
    """The decoder of T in `T | None`; a literal beside its str counts as plain."""
    members = _members(kind) if _is_union(kind) else ()
    return structure_hook(members[0]) if len(members) == 1 else None


def _locate(kind: Any, value: Any, path: str) -> StructureError | None:
    """The slow second pass: walk type and value together to the first place where they differ in shape."""
    origin: Any = get_origin(kind)
    if _is_union(kind):
        return _locate_union(kind, value, path)
    if value is None or kind is Any:
        return None
    if _is_model(kind):
        if not is_object(value):
            return StructureError("object", path)
        fields = {wire_name(attribute): attribute.type for attribute in kind.__attrs_attrs__}
        return _first([(fields[name], item, f"{path}.{name}") for name, item in value.items() if name in fields])
    if origin is list:
        if not is_array(value):
            return StructureError("array", path)
        return _first([(get_args(kind)[0], element, f"{path}[{index}]") for index, element in enumerate(value)])
    if origin is dict:
        if not is_object(value):
            return StructureError("object", path)
        return _first([(get_args(kind)[1], element, f"{path}.{key}") for key, element in value.items()])
    return StructureError("plain value", path) if isinstance(value, (dict, list)) else None


def _locate_union(kind: Any, value: Any, path: str) -> StructureError | None:
    members = _members(kind)
    models = [member for member in members if _is_model(member)]
    if len(models) > 1 and is_object(value):
        tag, known, unknown = tagged_members(models)
        name = value.get(tag)
        return _locate(known.get(name, unknown) if isinstance(name, str) else unknown, value, path)
    found = [_locate(member, value, path) for member in members]
    return found[0] if found and all(found) else None


def _first(pairs: list[tuple[Any, Any, str]]) -> StructureError | None:
    return next((error for pair in pairs if (error := _locate(*pair))), None)


converter = cattrs.Converter()
"""The converter of every model. Register a hook here to change how a type of yours is decoded."""

structure_hook: Callable[[Any], _Hook] = converter.get_structure_hook

converter.register_structure_hook_func(_is_any, _anything)
for _kind in (str, int, float, bool):
    converter.register_structure_hook(_kind, _plain)
converter.register_structure_hook(datetime, _time)
converter.register_structure_hook_func(_is_literal, _plain)
converter.register_structure_hook_factory(_is_union, _union_hook)
converter.register_structure_hook_factory(_is_list, _list_hook)
converter.register_structure_hook_factory(_is_dict, _dict_hook)
converter.register_structure_hook_factory(_is_model, _model_hook)
converter.register_unstructure_hook_func(_is_model, to_dict)
