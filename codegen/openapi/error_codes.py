"""The error codes of a response."""

from codegen.document import Document
from codegen.openapi.alternatives import Alternative, alternatives
from codegen.openapi.nodes import Node, content_schema

_FIELDS = ("code", "error")


def error_codes(document: Document, response: Node) -> list[str]:
    """Return the constants of the fields `code` and `error` of an error response, in the order of the document.

    A code is repeated if several alternatives of the response have it.
    """
    schema = content_schema(document, response)
    choices = alternatives(document, schema) if schema else []
    return [code for choice in choices for code in _codes(document, choice)]


def _codes(document: Document, choice: Alternative) -> dict[str, None]:
    nodes = [choice.properties[name] for name in _FIELDS if name in choice.properties]
    members = [member for node in nodes for member in alternatives(document, node)]
    return {str(value): None for member in members for value in member.values or ()}
