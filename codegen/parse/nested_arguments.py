"""Checks of the objects in arguments, which become `TypedDict`s."""

import keyword

from codegen.document import Document, schema_pointer
from codegen.ir import Api
from codegen.json_pointer import escape
from codegen.naming import param_name


def check_nested_arguments(document: Document, api: Api) -> None:
    """Check that every object in an argument can become a `TypedDict`: its name is free, and its keys are valid Python names."""
    for name, definition in api.nested_arguments().items():
        if param_name(name) in api.types:
            document.problem(
                schema_pointer(name),
                f"the `TypedDict` of this component would be named {param_name(name)}, which is another component",
            )
        for item in definition.fields:
            if not item.wire.isidentifier() or keyword.iskeyword(item.wire):
                document.problem(
                    f"{schema_pointer(name)}/properties/{escape(item.wire)}",
                    f"{item.wire} is part of an argument, so it must be a valid Python name",
                )
