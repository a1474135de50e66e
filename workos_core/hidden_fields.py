"""Classes whose attributes encoders of other libraries don't read: they would send tokens to browsers, and lose unknown fields of models."""

from typing import Any


class _AttrsFields:
    """The attribute `__attrs_attrs__`, as a descriptor of a base class.

    attrs finds it in a base class. msgspec, the encoder of Litestar, looks for it in the class itself, and calls the encoders of the
    application for all other classes.
    """

    def __get__(self, _: object, owner: type) -> Any:
        fields = getattr(owner, "__hidden_fields__", None)
        if fields is None:
            raise AttributeError("__attrs_attrs__")
        return fields


class HiddenFields:
    """The base of attrs classes with slots that only `to_dict` and the application encode as JSON."""

    __slots__ = ()
    __attrs_attrs__: Any = _AttrsFields()

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        if "__attrs_attrs__" in vars(cls):  # the class with slots that attrs has made
            hide_fields(cls, vars(cls)["__attrs_attrs__"])


def hide_fields(cls: type, fields: Any) -> None:
    """Move the fields of an attrs class to an attribute of another name."""
    setattr(cls, "__hidden_fields__", fields)  # noqa: B010
    if "__attrs_attrs__" in vars(cls):
        delattr(cls, "__attrs_attrs__")
