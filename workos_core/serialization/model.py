"""The base class of all models, and the decorator that makes a class a model."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar, dataclass_transform

import attrs
from attrs import field

from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.serialization.attrs_guard import guard_fields
from workos_core.serialization.model_base import UNSET, ModelBase

__all__ = ["UNSET", "Model", "field", "model"]

_T = TypeVar("_T")


class Model(ModelBase):
    """An object of the API.

    An optional field that is missing from the response reads as None, and a constant such as `object` as its value. A required one
    raises `MissingFieldError` when it is read, and not before, so that an incomplete response does not fail code that does not need
    the field. `to_dict` omits them.
    Fields that this version of the SDK does not know are in `extra_fields`.

    A model is a valid type of a field, parameter or response of pydantic and FastAPI. `dict(model)` returns the same as `to_dict`.
    """

    __slots__ = ()

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """Return a model from decoded JSON, as the API sends it: with the field names of the API, and times as strings.

        Unknown fields are preserved in `extra_fields`, and missing fields stay unset.

        Args:
            data: The decoded JSON object.

        Raises:
            InvalidArgumentError: The data has the wrong structure. The text names the position.
        """
        from workos_core.serialization.converter import from_dict
        from workos_core.serialization.structure_errors import StructureError

        if isinstance(data, (str, bytes, bytearray)):
            raise InvalidArgumentTypeError(
                f"data must be decoded JSON, not {type(data).__name__}; pass json.loads(data)"
            )
        if data is None:
            raise StructureError("an object")
        return from_dict(cls, data)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object of the model, with the field names of the API.

        Unset fields are omitted, None becomes null, and unknown fields of a response are preserved. Times become ISO 8601 strings in
        UTC; a time without a time zone keeps none. The result shares nothing with the model.
        """
        from workos_core.serialization.unstructure import to_dict

        result: dict[str, Any] = to_dict(self)
        return result

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON text of the model; see `to_dict`.

        Args:
            indent: The number of spaces to indent nested values with; None for a single line.
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def replace(self, **changes: Any) -> Self:
        """Return a copy with other values for some fields. Unset fields stay unset, and `extra_fields` are preserved.

        The same as `copy.replace` of Python 3.13. Nested models are shared with the original.

        Args:
            changes: The new values by field name. `UNSET` unsets a field.

        Raises:
            InvalidArgumentError: The model has no field of that name.
        """
        names = [attribute.name for attribute in type(self).__model_fields__]
        unknown = [name for name in changes if name not in names]
        if unknown:
            raise InvalidArgumentError(
                f"{type(self).__name__} has no field {unknown[0]!r}; its fields are {', '.join(names)}"
            )
        state = self.__getstate__()
        fields = {name: value for name, value in {**state["fields"], **changes}.items() if value is not UNSET}
        copy = type(self).__new__(type(self))
        copy.__setstate__({"fields": fields, "extra": dict(state["extra"]) if state["extra"] else None})
        return copy

    def __replace__(self, **changes: Any) -> Self:
        return self.replace(**changes)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(self.to_dict().items())

    if TYPE_CHECKING:
        __hash__: None  # type: ignore[assignment]
    else:

        def __hash__(self) -> NoReturn:
            name = type(self).__name__
            key = ", such as its id," if any(attribute.name == "id" for attribute in self.__model_fields__) else ""
            raise TypeError(f"{name} can't be hashed because it is mutable; use a field{key} as the key instead")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return the schema for pydantic, which calls this method."""
        from workos_core.serialization.pydantic_schema import model_schema

        return model_schema(cls, handler)


@dataclass_transform(kw_only_default=True, field_specifiers=(attrs.field,))
def model(cls: type[_T]) -> type[_T]:
    """Turn a class into a model: an attrs class with slots and keyword-only arguments, which inherits comparison, `repr` and pickling from `Model`."""
    define = attrs.define(slots=True, kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
    return guard_fields(define(cls))
