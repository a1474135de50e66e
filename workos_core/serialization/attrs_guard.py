"""Errors of `attrs.asdict`, `attrs.astuple` and `attrs.evolve`, which don't know unset and unknown fields, for models."""

from collections.abc import Iterator
from inspect import currentframe
from typing import Any, TypeVar

from workos_core.errors import InvalidArgumentError
from workos_core.hidden_fields import hide_fields

_T = TypeVar("_T")
_INSTEAD = {"asdict": "to_dict()", "astuple": "to_dict()", "evolve": "replace(…)", "assoc": "replace(…)"}


class _Fields(tuple[Any, ...]):
    """The fields of a model, as `attrs.fields` returns them. Other tools that read them, such as pytest, work."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        frame = currentframe()
        caller = None if frame is None else frame.f_back  # attrs has no hook for its functions
        name = "" if caller is None else caller.f_code.co_name
        if caller is not None and name in _INSTEAD and caller.f_globals.get("__name__", "").startswith("attr."):
            raise InvalidArgumentError(
                f"attrs.{name} would lose unknown fields of a model, and fails with unset ones; call its method {_INSTEAD[name]} instead"
            )
        return super().__iter__()

    def __getattr__(self, name: str) -> Any:
        for attribute in super().__iter__():
            if attribute.name == name:
                return attribute
        raise AttributeError(name)


def guard_fields(cls: type[_T]) -> type[_T]:
    """Return the attrs class, with fields that attrs itself can't copy. The SDK reads `__model_fields__`, which are a plain tuple."""
    fields: tuple[Any, ...] = tuple(getattr(cls, "__attrs_attrs__"))  # noqa: B009
    setattr(cls, "__model_fields__", fields)  # noqa: B010
    hide_fields(cls, _Fields(fields))
    if "__replace__" in vars(cls):  # of attrs, on Python 3.13; that of `Model` knows unset and unknown fields
        delattr(cls, "__replace__")
    return cls
