"""Schemas of models, pages and identities for pydantic, so that they can be fields of its models, and parameters and responses of FastAPI.

pydantic is optional. This module is imported only when pydantic asks for a schema.
"""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import NOTHING
from pydantic_core import PydanticCustomError, core_schema

from workos_core.serialization.model_base import ModelBase, wire_name


def model_schema(cls: type[ModelBase], handler: Any) -> Any:
    """Return the schema of a model: it accepts an instance or a JSON object, and becomes a JSON object.

    Args:
        cls: The model.
        handler: Returns the schema of a type; as passed by pydantic.
    """
    from workos_core.serialization.converter import from_dict

    fields = {
        wire_name(attribute): (attribute.type, attribute.default is NOTHING) for attribute in cls.__model_fields__
    }
    return object_schema(cls, fields, lambda data: from_dict(cls, data), handler)


def object_schema(
    cls: type[Any],
    fields: Mapping[str, tuple[Any, bool]],
    decode: Callable[[Any], Any] | None,
    handler: Any,
    *,
    name: str | None = None,
) -> Any:
    """Return a schema that validates with `decode`, serializes with the method `to_dict`, and describes the fields in JSON Schema.

    Args:
        cls: The class of the instances.
        fields: The type of each field by JSON name, and whether it is required.
        decode: Returns an instance for decoded JSON; raises ValueError. With None, only instances are valid.
        handler: Returns the schema of a type; as passed by pydantic.
        name: The name of the schema; defaults to the name of the class, whose docstring becomes the description.
    """

    def validate(value: Any, _: Any) -> Any:
        if isinstance(value, cls):
            return value
        if decode is None:
            text = "Input should be an instance of {name}, which can't be created from the data of a request"
            raise PydanticCustomError("instance_type", text, {"name": cls.__name__})
        if not isinstance(value, dict):
            raise PydanticCustomError(
                "model_type", "Input should be an object or an instance of {name}", {"name": cls.__name__}
            )
        try:
            return decode(value)
        except ValueError as error:
            raise PydanticCustomError("model_structure", "{reason}", {"reason": str(error)}) from None

    described = core_schema.typed_dict_schema(
        {
            field: core_schema.typed_dict_field(handler.generate_schema(kind), required=is_required)
            for field, (kind, is_required) in fields.items()
        },
        cls=None if name else cls,
        cls_name=name,
        extra_behavior="allow",
    )
    return core_schema.no_info_wrap_validator_function(
        validate,
        described,
        ref=f"{cls.__module__}.{name or cls.__qualname__}",
        serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.to_dict()),
    )
