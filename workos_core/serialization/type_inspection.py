"""Inspection of the types of model fields."""

import types
from typing import Any, Literal, TypeGuard, Union, get_args, get_origin

from workos_core.serialization.model_base import ModelBase


def is_union(kind: Any) -> bool:
    """Return whether a type is a union."""
    return get_origin(kind) in (Union, types.UnionType)


def is_model(kind: Any) -> TypeGuard[type[ModelBase]]:
    """Return whether a type is a model class."""
    return isinstance(kind, type) and issubclass(kind, ModelBase)


def accepts_null(kind: Any) -> bool:
    """Return whether None is a value of a type."""
    return kind is Any or kind is type(None) or (is_union(kind) and type(None) in get_args(kind))


def union_members(kind: Any) -> tuple[Any, ...]:
    """Return the members of a union that may need decoding: all but None and the literals of an open enum (`Literal[…] | str`)."""
    return tuple(item for item in get_args(kind) if item is not type(None) and get_origin(item) is not Literal)


def tagged_members(models: list[Any]) -> tuple[str, dict[Any, Any], Any]:
    """Return the tag field of a union of models, its members by tag value, and the member for unknown tag values."""
    unknown = next(member for member in models if getattr(member, "UNION_TAG", None))
    tag: str = unknown.UNION_TAG
    known: dict[Any, Any] = {}
    for member in models:
        for attribute in member.__model_fields__:
            if attribute.name == tag and member is not unknown:
                known[get_args(attribute.type)[0]] = member
    return tag, known, unknown
