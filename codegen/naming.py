"""Python names for names of the API."""

import keyword
import re

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[^A-Za-z0-9]+")


def python_name(wire: str) -> str:
    """Return the snake_case name of a field or argument; a Python keyword gets a trailing underscore."""
    name = _OTHER.sub("_", _HUMP.sub("_", wire)).strip("_").lower()
    return f"{name}_" if keyword.iskeyword(name) else name


def param_name(model: str) -> str:
    """Return the name of the `TypedDict` that arguments accept in place of a model."""
    return f"{model}Param"


def constant_name(method: str) -> str:
    """Return the name of the module constant that holds the operation of a method."""
    return f"_{method.upper()}"
