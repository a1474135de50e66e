"""An OpenAPI document in one file, checked as far as reading it requires."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

from codegen.document import METHODS, Document, Operation
from codegen.json_pointer import escape, walk
from codegen.lint.extensions import validation_errors
from codegen.lint.references import check_references
from codegen.load.yaml_file import YamlFile
from codegen.openapi.error_codes import error_codes
from codegen.openapi.nodes import Node
from codegen.openapi.structure import STRUCTURE
from codegen.problems import CodegenError, Problem, SourceLocation

_PARAMETER = re.compile(r"{[^}]*}")


def read(path: Path) -> Document:
    """Read an OpenAPI 3 document in YAML or JSON.

    Raises:
        CodegenError: The file can't be read, is not OpenAPI 3, has an unresolved or circular reference, or describes an
            operation, a schema or an error code twice.
    """
    file = YamlFile(path, path.as_posix(), json_only=False)
    if not isinstance(file.data, dict) or not str(file.data.get("openapi", "")).startswith("3."):
        location = file.locations.get("/openapi", SourceLocation(file.name, 1))
        raise CodegenError([Problem("not an OpenAPI 3 document", location, "/openapi")])
    document = Document(file.data, file.locations)
    check_document(document)
    return document


def operation_key(operation: Operation) -> tuple[str, str]:
    """Return the method, and the path without the names of its parameters: documents name them differently."""
    return path_key(operation.method, operation.path)


def path_key(method: str, path: str) -> tuple[str, str]:
    """Return the `operation_key` of a method and a path template."""
    return method.upper(), _PARAMETER.sub("{}", path)


def check_document(document: Document) -> None:
    """Check that a document can be compared.

    Raises:
        CodegenError: The document has the wrong structure, an unresolved or circular reference, or duplicates.
    """
    for pointer, message in validation_errors(document.data, STRUCTURE):
        document.problem(pointer, message)
    document.check()
    components = document.data.setdefault("components", {})
    for kind in ("schemas", "parameters", "responses"):
        components.setdefault(kind, {})
    _check_reference_cycles(document)
    document.check()
    check_references(document)
    document.check()
    _check_parameters(document)
    document.check()
    _check_duplicates(document)
    document.check()


def _check_reference_cycles(document: Document) -> None:
    """Record references that lead back to themselves, and references in place of a path item, which are not read."""
    for pointer, node in walk(document.data):
        seen: set[str] = set()
        probe: Any = node
        while isinstance(probe, dict) and isinstance(probe.get("$ref"), str):
            if probe["$ref"] in seen:
                document.problem(f"{pointer}/$ref", "the reference leads back to itself")
                break
            seen.add(probe["$ref"])
            probe = _target(document, probe["$ref"])
    for path, item in document.data["paths"].items():
        if "$ref" in item:
            document.problem(f"/paths/{escape(path)}/$ref", "a path item must not be a reference")


def _target(document: Document, reference: str) -> Any:
    target: Any = document.data
    for token in reference.removeprefix("#/").split("/"):
        token = token.replace("~1", "/").replace("~0", "~")
        target = target.get(token) if isinstance(target, dict) else None
    return target


def _check_parameters(document: Document) -> None:
    """Record references in place of parameters that don't refer to a parameter."""
    for path, item in document.data["paths"].items():
        holders = {"": item} | {f"/{method}": item[method] for method in METHODS if method in item}
        for suffix, holder in holders.items():
            for index, parameter in enumerate(holder.get("parameters", [])):
                target = document.resolve(parameter)
                if not (isinstance(target, dict) and {"name", "in"} <= target.keys()):
                    pointer = f"/paths/{escape(path)}{suffix}/parameters/{index}"
                    document.problem(pointer, "the reference does not refer to a parameter")


def _check_duplicates(document: Document) -> None:
    """Record operations and error codes that are described twice. A schema that is, has a duplicate key."""
    places: dict[Any, str] = {}
    for operation in document.operations():
        for key, name in ((operation_key(operation), "operation"), (operation.data.get("operationId"), "operationId")):
            if key and key in places:
                document.problem(operation.pointer, f"duplicate {name}, already used at {places[key]}")
            places.setdefault(key, operation.pointer)
        responses = Node(operation.data.get("responses", {}), f"{operation.pointer}/responses")
        for status in responses.data:
            if status[0] in "45":
                for code, count in Counter(error_codes(document, responses.member(status))).items():
                    if count > 1:
                        document.problem(responses.member(status).pointer, f"duplicate error code {code}")
