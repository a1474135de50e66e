"""The comparison of requests: parameters, bodies, and fields that exclude one another."""

import re
from collections.abc import Iterator

from codegen.document import Document, Operation
from codegen.json_pointer import escape
from codegen.openapi.comparison.differences import ABSENT, PRESENT, Place
from codegen.openapi.comparison.schemas import SchemaComparison
from codegen.openapi.comparison.texts import deprecated_text, required_text
from codegen.openapi.exclusive import BODY_KEYWORD, QUERY_KEYWORD, our_rules, their_rules
from codegen.openapi.nodes import Node, content_schema, referenced

_IDEMPOTENCY_KEY = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}


def compare_requests(schemas: SchemaComparison, place: Place, theirs: Operation, ours: Operation) -> None:
    """Record the differences between the requests of an operation."""
    _compare_parameters(schemas, place, theirs, ours)
    _compare_bodies(schemas, place, theirs, ours)
    _compare_exclusive(schemas, place, theirs, ours)


def _compare_parameters(schemas: SchemaComparison, place: Place, theirs: Operation, ours: Operation) -> None:
    their_parameters = dict(parameters(schemas.theirs, theirs))
    our_parameters = dict(parameters(schemas.ours, ours))
    for key in {**our_parameters, **their_parameters}:
        their_one, our_one = their_parameters.get(key), our_parameters.get(key)
        member = Place(
            f"{place.name} {' '.join(key)}",
            their_one.pointer if their_one else place.theirs,
            our_one.pointer if our_one else place.ours,
        )
        if our_one is None or their_one is None:
            if our_one is None or "x-source" not in our_one.data:
                schemas.differences.add(member, "", *(_required_text(one) for one in (their_one, our_one)))
            continue
        if "x-source" in our_one.data:
            schemas.differences.add(member, "x-source", PRESENT, our_one.data["x-source"])
        schemas.differences.add(member, "", _required_text(their_one), _required_text(our_one))
        schemas.differences.add(member, "status", deprecated_text(their_one), deprecated_text(our_one))
        if "schema" in their_one.data and "schema" in our_one.data:
            schemas.compare(member.name, [their_one.member("schema")], [our_one.member("schema")], is_request=True)


def parameters(document: Document, operation: Operation) -> Iterator[tuple[tuple[str, str], Node]]:
    """Yield each parameter with where it is sent and its name, for a path parameter its position."""
    positions = {name: str(index) for index, name in enumerate(re.findall(r"{([^}]*)}", operation.path), 1)}
    item = Node(document.data["paths"][operation.path], f"/paths/{escape(operation.path)}")
    for holder in (item, item.member(operation.method)):
        for index in range(len(holder.data.get("parameters", []))):
            node = referenced(document, holder.member("parameters", index))
            kind, name = str(node.data["in"]), str(node.data["name"])
            if kind == "path":
                name = positions.get(name, name)
            yield (kind, name.lower() if kind == "header" else name), node
    if operation.data.get("x-idempotency-key"):
        yield ("header", "idempotency-key"), Node(_IDEMPOTENCY_KEY, f"{operation.pointer}/x-idempotency-key")


def _required_text(parameter: Node | None) -> str:
    return ABSENT if parameter is None else required_text(bool(parameter.data.get("required")))


def _compare_bodies(schemas: SchemaComparison, place: Place, theirs: Operation, ours: Operation) -> None:
    their_body, our_body = _body(theirs), _body(ours)
    their_schema, our_schema = content_schema(schemas.theirs, their_body), content_schema(schemas.ours, our_body)
    member = Place(f"{place.name} body", their_body.pointer, our_body.pointer)
    if our_schema and not their_schema and schemas.source(our_schema):
        return
    schemas.differences.add(
        member,
        "",
        _required_text(referenced(schemas.theirs, their_body) if their_schema else None),
        _required_text(referenced(schemas.ours, our_body) if our_schema else None),
    )
    if their_schema and our_schema:
        schemas.compare(member.name, [their_schema], [our_schema], is_request=True)


def _body(operation: Operation) -> Node:
    body = operation.data.get("requestBody")
    return Node(body, f"{operation.pointer}/requestBody") if body else Node({}, operation.pointer)


def _compare_exclusive(schemas: SchemaComparison, place: Place, theirs: Operation, ours: Operation) -> None:
    body = content_schema(schemas.ours, _body(ours))
    holders = (
        ("query", QUERY_KEYWORD, Node(ours.data, ours.pointer)),
        ("body", BODY_KEYWORD, referenced(schemas.ours, body) if body else Node({}, ours.pointer)),
    )
    for kind, keyword, holder in holders:
        sides = [{*map(str, rules)} for rules in (their_rules(theirs.data, keyword), our_rules(holder.data))]
        member = Place(f"{place.name} {kind}", place.theirs, holder.pointer)
        for rule in sorted(sides[0] ^ sides[1]):
            schemas.differences.add(member, rule, *(PRESENT if rule in side else ABSENT for side in sides))
