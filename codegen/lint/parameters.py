"""Parameters: described, and serialized in the only ways that the SDK supports."""

import re

from codegen.document import Document
from codegen.lint.schemas import check_schema

_ARRAY = ("form", False)
_OBJECT = ("deepObject", True)


def check_parameters(document: Document) -> None:
    """Check every parameter, and the path parameters of every operation against its path."""
    for pointer, parameter in document.parameters():
        if "description" not in parameter:
            document.problem(pointer, "a parameter needs a description")
        schema = parameter.get("schema", {})
        check_schema(document, schema, f"{pointer}/schema")
        serialization = (parameter.get("style"), parameter.get("explode"))
        if schema.get("type") == "array" and serialization != _ARRAY:
            document.problem(pointer, "an array in a query is comma-joined here: write style: form and explode: false")
        if schema.get("type") == "object" and serialization != _OBJECT:
            document.problem(
                pointer, "an object in a query is bracketed here: write style: deepObject and explode: true"
            )
    for operation in document.operations():
        declared = {parameter["name"] for parameter in operation.parameters if parameter["in"] == "path"}
        used = set(re.findall(r"{([^}]*)}", operation.path))
        if declared != used:
            difference = ", ".join(sorted(declared ^ used))
            document.problem(operation.pointer, f"path and path parameters disagree about {difference}")
