"""Decoding of JSON values into models, with a cattrs converter.

Decoding is tolerant: unknown enum values, unknown fields, null fields and absent fields are accepted. Only a wrong structure is an error:
another value instead of an object or array, an object or array instead of a scalar value, or null as an item of an array.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal, NoReturn, TypeVar, get_args, get_origin

import cattrs

from workos_core.json_types import is_array, is_object
from workos_core.serialization.model_base import ModelBase
from workos_core.serialization.model_decoder import (
    CONTAINERS,
    Hook,
    compile_model_decoder,
    decode_any,
    decode_scalar,
    decode_time,
)
from workos_core.serialization.structure_errors import StructureError, locate_structure_error
from workos_core.serialization.type_inspection import accepts_null, is_model, is_union, tagged_members, union_members
from workos_core.serialization.unstructure import to_dict

_T = TypeVar("_T")


def from_dict(cls: type[_T], data: Any) -> _T:
    """Return a model from decoded JSON.

    Args:
        cls: The model, or a type that contains models: `list[User]`, `User | None`.
        data: The decoded JSON value.

    Raises:
        StructureError: The data has the wrong structure; `path` is the position.
    """
    try:
        result: _T = structure_hook(cls)(data, cls)
    except StructureError:
        raise locate_structure_error(cls, data) or StructureError("an object") from None
    return result


def decoder(cls: type[_T]) -> Callable[[Any], _T]:
    """Return `from_dict` for one type, for callers that decode many values of it."""
    hook = structure_hook(cls)

    def decode(data: Any) -> _T:
        try:
            result: _T = hook(data, cls)
        except StructureError:
            return from_dict(cls, data)  # raises the error with its path
        return result

    return decode


def _is_any(kind: object) -> bool:
    return kind is Any


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is list


def _is_dict(kind: Any) -> bool:
    return get_origin(kind) is dict


def _union_hook(kind: Any) -> Hook:
    members = union_members(kind)
    models = [member for member in members if is_model(member)]
    if len(models) > 1:
        return _tagged_union_hook(models)
    if len(members) <= 1:
        inner = structure_hook(members[0]) if members else decode_scalar
        return lambda value, _: None if value is None else inner(value, _)
    arrays = [structure_hook(member) for member in members if _is_list(member)]
    objects = [structure_hook(member) for member in members if is_model(member) or _is_dict(member)]

    def hook(value: Any, _: Any) -> Any:
        if is_array(value) and arrays:
            return arrays[0](value, _)
        if is_object(value) and objects:
            return objects[0](value, _)
        return decode_scalar(value, _)

    return hook


def _tagged_union_hook(models: list[Any]) -> Hook:
    tag, known, unknown = tagged_members(models)
    hooks: dict[Any, Hook] = {}  # filled on first use: compiling the decoders of a hundred events takes long

    def hook(value: Any, _: Any) -> Any:
        if value.__class__ is not dict:
            if value is None:
                return None
            raise StructureError("an object")
        name = value.get(tag)
        member = known.get(name, unknown) if name.__class__ is str else unknown
        member_hook = hooks.get(member)
        if member_hook is None:
            member_hook = hooks[member] = structure_hook(member)
        return member_hook(value, None)

    return hook


def _list_hook(kind: Any) -> Hook:
    item_kind = get_args(kind)[0]
    item = structure_hook(item_kind)
    is_nullable = accepts_null(item_kind)

    def hook(value: Any, _: Any) -> Any:
        if value.__class__ is list:
            if item is decode_scalar:
                return _check_scalars(value, is_nullable)
            if is_nullable:
                return [item(element, None) for element in value]
            return [item(element, None) if element is not None else _reject_null() for element in value]
        if value is None:
            return None
        raise StructureError("an array")

    return hook


def _check_scalars(values: list[Any], is_nullable: bool) -> list[Any]:
    for value in values:
        if value is None and not is_nullable:
            _reject_null()
        if type(value) in CONTAINERS:
            raise StructureError("a scalar value")
    return values


def _reject_null() -> NoReturn:
    raise StructureError("a value instead of null")


def _dict_hook(kind: Any) -> Hook:
    item = structure_hook(get_args(kind)[1])

    def hook(value: Any, _: Any) -> Any:
        if value.__class__ is dict:
            if item is decode_any:
                return value
            if item is decode_scalar:
                for element in value.values():
                    if type(element) in CONTAINERS:
                        raise StructureError("a scalar value")
                return value
            return {key: item(element, None) for key, element in value.items()}
        if value is None:
            return None
        raise StructureError("an object")

    return hook


def _model_hook(cls: type[ModelBase]) -> Hook:
    return compile_model_decoder(cls, structure_hook)


converter: cattrs.Converter = cattrs.Converter()
"""The converter of all models. Register a hook here to change how one of your types is decoded."""

structure_hook: Callable[[Any], Hook] = converter.get_structure_hook

converter.register_structure_hook_func(_is_any, decode_any)
for _kind in (str, int, float, bool):
    converter.register_structure_hook(_kind, decode_scalar)
converter.register_structure_hook(datetime, decode_time)
converter.register_structure_hook_func(_is_literal, decode_scalar)
converter.register_structure_hook_factory(is_union, _union_hook)
converter.register_structure_hook_factory(_is_list, _list_hook)
converter.register_structure_hook_factory(_is_dict, _dict_hook)
converter.register_structure_hook_factory(is_model, _model_hook)
converter.register_unstructure_hook_func(is_model, to_dict)
