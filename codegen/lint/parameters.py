"""Parameters: descriptions, serialization, and path templates."""

import re

from codegen.document import Document
from codegen.lint.schemas import check_schema

_ARRAY = ("form", False)
_OBJECT = ("deepObject", True)


def check_parameters(document: Document) -> None:
    """Check every parameter, and every path template against its path parameters."""
    for pointer, parameter in document.parameters():
        if "description" not in parameter:
            document.problem(pointer, "a parameter needs a description")
        schema = parameter.get("schema", {})
        check_schema(document, schema, f"{pointer}/schema")
        serialization = (parameter.get("style"), parameter.get("explode"))
        if schema.get("type") == "array" and serialization != _ARRAY:
            document.problem(pointer, "array parameters are comma-joined; set style: form and explode: false")
        if schema.get("type") == "object" and serialization != _OBJECT:
            document.problem(pointer, "object parameters use brackets; set style: deepObject and explode: true")
    for operation in document.operations():
        declared = {parameter["name"] for parameter in operation.parameters if parameter["in"] == "path"}
        used = set(re.findall(r"{([^}]*)}", operation.path))
        if declared != used:
            difference = ", ".join(sorted(declared ^ used))
            document.problem(operation.pointer, f"the path template and the path parameters differ: {difference}")
