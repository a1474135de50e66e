"""The state of a model: absent fields stay unset, and unknown fields are preserved."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import NOTHING

from workos_core.errors import MissingFieldError
from workos_core.hidden_fields import HiddenFields
from workos_core.not_given import NOT_GIVEN

UNSET: Any = NOT_GIVEN
"""The default of optional fields. An unset field reads as None, and `to_dict` omits it."""

_HIDDEN = "<hidden>"


class ModelBase(HiddenFields):
    """The fields of a model. See `Model`, the base class of all models, which adds the methods."""

    __slots__ = ("_extra",)
    __model_fields__: ClassVar[tuple[Any, ...]]

    @property
    def extra_fields(self) -> dict[str, Any]:
        """The fields of the response that this version of the SDK does not know, as decoded JSON."""
        return _extra(self) or {}

    def __attrs_post_init__(self) -> None:
        for attribute in optional_fields(type(self)):
            if object.__getattribute__(self, attribute) is NOT_GIVEN:
                delattr(self, attribute)

    # Called only if a slot is empty or the name is unknown. Hidden from type checkers, which would accept any name.
    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            cls = type(self)
            for attribute in cls.__model_fields__:
                if attribute.name == name:
                    if attribute.default is NOTHING:
                        raise MissingFieldError(cls.__name__, name)
                    return None if attribute.default is NOT_GIVEN else attribute.default
            raise AttributeError(f"{cls.__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def __repr__(self) -> str:
        is_shown = {attribute.name: attribute.repr for attribute in type(self).__model_fields__}
        parts = [f"{name}={value!r}" if is_shown[name] else f"{name}={_HIDDEN}" for name, value in set_fields(self)]
        extra = _extra(self)
        if extra:
            parts.append(f"extra_fields={{{', '.join(sorted(extra))}}}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return dict(set_fields(self)) == dict(set_fields(other)) and (_extra(self) or {}) == (_extra(other) or {})

    def __getstate__(self) -> dict[str, Any]:
        return {"fields": dict(set_fields(self)), "extra": _extra(self)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state["fields"].items():
            setattr(self, name, value)
        if state["extra"]:
            self._extra = state["extra"]


def _extra(instance: ModelBase) -> dict[str, Any] | None:
    try:
        value: dict[str, Any] = object.__getattribute__(instance, "_extra")
    except AttributeError:
        return None
    return value


def set_fields(instance: ModelBase) -> Iterator[tuple[str, Any]]:
    """Yield the name and value of each field that is set, in the order of the class."""
    get: Callable[[object, str], Any] = object.__getattribute__
    for attribute in type(instance).__model_fields__:
        try:
            yield attribute.name, get(instance, attribute.name)
        except AttributeError:
            continue


def optional_fields(cls: type[ModelBase]) -> tuple[str, ...]:
    """Return the names of the optional fields."""
    return tuple(attribute.name for attribute in cls.__model_fields__ if attribute.default is NOT_GIVEN)


def wire_name(attribute: Any) -> str:
    """Return the JSON name of a field."""
    return str(attribute.metadata.get("wire", attribute.name))
