"""The comparison of responses: status codes, bodies and error codes."""

from codegen.document import Document, Operation
from codegen.openapi.alternatives import alternatives
from codegen.openapi.comparison.differences import ABSENT, PRESENT, Place
from codegen.openapi.comparison.schemas import SchemaComparison
from codegen.openapi.error_codes import error_codes
from codegen.openapi.nodes import Node, content_schema


def compare_responses(schemas: SchemaComparison, place: Place, theirs: Operation, ours: Operation) -> None:
    """Record the differences between the responses of an operation."""
    sides = [Node(side.data.get("responses", {}), f"{side.pointer}/responses") for side in (theirs, ours)]
    their_responses, our_responses = sides
    for status in {**our_responses.data, **their_responses.data}:
        in_both = all(status in side.data for side in sides)
        pointers = [side.member(status).pointer if status in side.data else side.pointer for side in sides]
        member = Place(f"{place.name} {status}", *pointers)
        if not in_both:
            schemas.differences.add(member, "", *(PRESENT if status in side.data else ABSENT for side in sides))
        elif status[0] in "45":
            our_codes = ours.data.get("x-error-codes", {}).get(status, [])
            _compare_codes(schemas, member, error_codes(schemas.theirs, their_responses.member(status)), our_codes)
            _compare_error_fields(schemas, member, their_responses.member(status), our_responses.member(status))
        else:
            _compare_success(schemas, member, their_responses.member(status), our_responses.member(status))


def _compare_success(schemas: SchemaComparison, place: Place, theirs: Node, ours: Node) -> None:
    their_schema, our_schema = content_schema(schemas.theirs, theirs), content_schema(schemas.ours, ours)
    if their_schema and our_schema:
        schemas.compare(place.name, [their_schema], [our_schema], is_request=False)
    else:
        texts = [PRESENT if schema else ABSENT for schema in (their_schema, our_schema)]
        schemas.differences.add(place, "body", *texts)


def _compare_codes(schemas: SchemaComparison, place: Place, theirs: list[str], ours: list[str]) -> None:
    for code in dict.fromkeys([*ours, *theirs]):
        texts = [PRESENT if code in side else ABSENT for side in (theirs, ours)]
        schemas.differences.add(place, f"code {code}", *texts)


def _compare_error_fields(schemas: SchemaComparison, place: Place, theirs: Node, ours: Node) -> None:
    """Record the fields of an error response that the shared schema of the spec lacks."""
    known = _fields(schemas.ours, ours)
    for name in _fields(schemas.theirs, theirs):
        schemas.differences.add(
            place._replace(name=f"{place.name}.{name}"), "", PRESENT, PRESENT if name in known else ABSENT
        )


def _fields(document: Document, response: Node) -> dict[str, None]:
    schema = content_schema(document, response)
    choices = alternatives(document, schema) if schema else []
    return {name: None for choice in choices for name in choice.properties}
