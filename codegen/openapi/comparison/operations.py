"""The comparison of the operations of two documents."""

from codegen.document import Document, Operation
from codegen.openapi.comparison.differences import ABSENT, PRESENT, Place
from codegen.openapi.comparison.requests import compare_requests
from codegen.openapi.comparison.responses import compare_responses
from codegen.openapi.comparison.schemas import SchemaComparison
from codegen.openapi.comparison.texts import deprecated_text
from codegen.openapi.nodes import Node
from codegen.openapi.read import operation_key


def compare_documents(theirs: Document, ours: Document) -> SchemaComparison:
    """Compare another OpenAPI document with the spec, and return the comparison with the differences, in the order of the spec.

    What has `x-source` in the spec may be absent from the other document.

    Args:
        theirs: The other document.
        ours: The spec.
    """
    comparison = SchemaComparison(theirs, ours)
    their_operations = {operation_key(operation): operation for operation in theirs.operations()}
    our_operations = {operation_key(operation): operation for operation in ours.operations()}
    for key in {**our_operations, **their_operations}:
        their_operation, our_operation = their_operations.get(key), our_operations.get(key)
        if their_operation is not None and our_operation is not None:
            _compare(comparison, their_operation, our_operation)
        elif their_operation is not None:
            place = Place(f"{key[0]} {their_operation.path}", their_operation.pointer, "")
            comparison.differences.add(place, "", PRESENT, ABSENT)
        elif our_operation is not None and "x-source" not in our_operation.data:
            place = Place(f"{key[0]} {our_operation.path}", "", our_operation.pointer)
            comparison.differences.add(place, "", ABSENT, PRESENT)
    return comparison


def _compare(schemas: SchemaComparison, theirs: Operation, ours: Operation) -> None:
    place = Place(f"{ours.method.upper()} {ours.path}", theirs.pointer, ours.pointer)
    differences = schemas.differences
    if "x-source" in ours.data:
        differences.add(place, "x-source", PRESENT, ours.data["x-source"])
    differences.add(place, "status", *(deprecated_text(Node(side.data, side.pointer)) for side in (theirs, ours)))
    differences.add(place, "feature flag", *(side.data.get("x-feature-flag", ABSENT) for side in (theirs, ours)))
    compare_requests(schemas, place, theirs, ours)
    compare_responses(schemas, place, theirs, ours)
