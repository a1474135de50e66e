"""Conformance to the OpenAPI standard."""

from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.document import Document
from codegen.json_pointer import escape

_LONGEST = 300


def check_standard(document: Document) -> list[str]:
    """Record the errors of the validator; return the messages of those without a location, which later checks may locate."""
    unlocated: list[str] = []
    for error in OpenAPIV31SpecValidator(document.data).iter_errors():
        pointer = "".join(f"/{escape(part)}" for part in error.absolute_path)
        message = error.message if len(error.message) < _LONGEST else f"{error.message[:_LONGEST]}…"
        if pointer:
            document.problem(pointer, message)
        else:
            unlocated.append(message)
    return unlocated
