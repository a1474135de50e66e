"""Parameters and request bodies → the arguments of a method."""

import re
from typing import Any, Literal

from attrs import asdict

from codegen.document import Document, Operation, component_name
from codegen.ir import Argument, Exclusive, Field
from codegen.parse.fields import read_field, read_properties

_STYLES = {"array": "comma", "object": "brackets"}


def read_arguments(document: Document, operation: Operation, body: str) -> list[Argument]:
    """Return the arguments of a method: path parameters in the order of the path, query parameters, body properties.

    Args:
        document: The document.
        operation: The operation behind the method.
        body: The name of the request schema, or empty.
    """
    arguments = _parameters(document, operation)
    if body:
        arguments += [_argument(item, "body") for item in read_properties(document, body)]
    names = {argument.name for argument in arguments}
    if len(names) < len(arguments):
        document.problem(
            operation.pointer, "two arguments of this method have the same name; rename one of them with x-name"
        )
    for argument in arguments:
        if argument.sent_with and argument.sent_with not in names:
            document.problem(
                operation.pointer,
                f"{argument.wire} is sent with {argument.sent_with}, which is not an argument of this method",
            )
    return arguments


def body_name(document: Document, operation: Operation, entry: dict[str, Any]) -> str:
    """Return the name of the request schema of a method; empty where the method sends no body.

    Args:
        document: The document.
        operation: The operation behind the method.
        entry: The entry of the method in `x-methods`.
    """
    if not operation.body_schema or "url-builder" in entry:
        return ""
    name: str = entry.get("body") or component_name(operation.body_schema)
    if "oneOf" in document.schemas[name]:
        document.problem(operation.pointer, f"{name} is a union; list one method for each of its members in x-methods")
        return ""
    return name


def read_exclusive(
    document: Document, operation: Operation, body: str, arguments: list[Argument]
) -> tuple[Exclusive, ...]:
    """Return the `x-exclusive` rules of the operation and of its request schema, with Python names."""
    rules: list[dict[str, Any]] = [*operation.data.get("x-exclusive", [])]
    rules += document.schemas[body].get("x-exclusive", []) if body else []
    renamed = {argument.wire for argument in arguments if argument.name != argument.wire}
    if any(wire in renamed for rule in rules for group in rule["groups"] for wire in group):
        document.problem(operation.pointer, "an argument with x-name can't be part of x-exclusive")
    return tuple(
        Exclusive(
            tuple(map(tuple, rule["groups"])),
            rule.get("required", False),
            tuple(rule.get("optional", ())),
            tuple(
                (name, other, value)
                for name, condition in rule.get("allowed-with", {}).items()
                for other, value in condition.items()
            ),
        )
        for rule in rules
    )


def _parameters(document: Document, operation: Operation) -> list[Argument]:
    arguments: list[Argument] = []
    pointer = f"{operation.pointer}/parameters"
    for parameter in operation.parameters:
        wire, location, schema = parameter["name"], parameter["in"], parameter["schema"]
        if location not in ("path", "query"):
            document.problem(pointer, f"{location} parameters are not supported ({wire})")
            continue
        item = read_field(document, wire, parameter, schema, pointer, required=parameter.get("required", False))
        arguments.append(_argument(item, location, _STYLES.get(schema.get("type", ""), "plain")))
    position = {wire: index for index, wire in enumerate(re.findall(r"{([^}]*)}", operation.path))}
    return sorted(arguments, key=lambda item: (item.location != "path", position.get(item.wire, 0)))


def _argument(item: Field, location: Literal["path", "query", "body"], style: str = "plain") -> Argument:
    return Argument(**asdict(item, recurse=False), location=location, style=style)
