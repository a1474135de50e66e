"""The rules of spec/README.md that a machine can check."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.document import METHODS, Document
from codegen.extensions import EXTERNAL_DOCS, KEYS_OF_A_CLIENT, VOCABULARY
from codegen.source import escape
from codegen.wording import check_wording

_REF = "#/components/schemas/"
_PASCAL = re.compile(r"^[A-Z][A-Za-z0-9]*$")
_RESERVED = {
    "Any",
    "Literal",
    "Mapping",
    "Sequence",
    "Model",
    "NotGiven",
    "Operation",
    "Pager",
    "Request",
    "Response",
    "UNSET",
}
_LIST_PARAMETERS = {"limit", "before", "after", "order"}
_SCHEMA_KEYS_WITH_SCHEMAS = ("items", "additionalProperties")


def lint(document: Document) -> None:
    """Check the whole document.

    Raises:
        CodegenError: With every problem found, each with its file, line and JSON pointer.
    """
    _references(document)
    document.check()  # the validator stops at a reference to nowhere
    without_place = _standard(document)
    document.check()  # the rules below rely on a well-formed document
    seen = _Seen(document)
    _limits(document)
    for name, schema in document.data["components"]["schemas"].items():
        _component(document, seen, name, schema)
    for name, parameter in document.data["components"]["parameters"].items():
        _parameter(document, seen, f"/components/parameters/{escape(name)}", parameter)
    for path, item in document.data["paths"].items():
        _path(document, seen, path, item)
    _unknown_extensions(document, seen)
    _external_docs(document)
    _unused_components(document)
    _circles(document)
    document.check()
    check_wording(document)
    document.check()
    for message in without_place:  # what the rules above did not find a better word and a place for
        document.problem("", message)
    document.check()


def _limits(document: Document) -> None:
    """A limit that is counted for something in the arguments says in which."""
    for name, limit in document.data.get("x-rate-limits", {}).items():
        if "by" in limit and limit["key"] in KEYS_OF_A_CLIENT:
            document.problem(f"/x-rate-limits/{escape(name)}/by", f"{limit['key']} is not found in arguments")


def _applied_limit(
    document: Document, pointer: str, name: str, operation: dict[str, Any], parameters: list[dict[str, Any]]
) -> None:
    limit = document.data.get("x-rate-limits", {}).get(name)
    if limit is None:
        document.problem(pointer, f"{name} is not one of x-rate-limits in openapi.yaml")
        return
    if limit["key"] in KEYS_OF_A_CLIENT:
        return
    if "by" not in limit:
        document.problem(
            pointer, f"{name} is counted for each {limit['key']}: say in openapi.yaml `by` which arguments"
        )
        return
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    body = document.resolve(body) if body else {}
    names = {parameter["name"] for parameter in parameters}
    for schema in (body, *map(document.resolve, body.get("oneOf", []))):
        names |= set(schema.get("properties", {}))
    if not names & set(limit["by"]):
        wanted = " or ".join(limit["by"])
        document.problem(pointer, f"{name} is counted by {wanted}, which is no argument of this operation")


class _Seen:
    """What the walk came across: names that must be unique, and the places where extensions were looked at."""

    def __init__(self, document: Document) -> None:
        self.operations: dict[str, str] = {}
        self.methods: dict[str, str] = {}
        self.extensions: set[str] = set()
        self.document = document
        self.check(document.data, "", "document")

    def check(self, node: dict[str, Any], pointer: str, kind: str) -> None:
        """Check the extensions of one node against the vocabulary of its kind."""
        allowed = VOCABULARY[kind]
        for key, value in node.items():
            if not key.startswith("x-"):
                continue
            place = f"{pointer}/{escape(key)}"
            self.extensions.add(place)
            if key not in allowed:
                known = ", ".join(allowed) or "none"
                self.document.problem(place, f"{key} is not an extension of this {kind} (known: {known})")
                continue
            for error in jsonschema.Draft202012Validator(allowed[key]).iter_errors(value):
                where = "".join(f"/{escape(part)}" for part in error.absolute_path)
                self.document.problem(f"{place}{where}", error.message)

    def unique(self, names: dict[str, str], name: str, pointer: str, what: str) -> None:
        """Complain when `name` was used before."""
        if name in names:
            self.document.problem(pointer, f"the {what} {name} is already used at {names[name]}")
        names.setdefault(name, pointer)


def _standard(document: Document) -> list[str]:
    """What the OpenAPI standard itself demands. Messages that say no place are returned."""
    without_place: list[str] = []
    for error in OpenAPIV31SpecValidator(document.data).iter_errors():
        pointer = "".join(f"/{escape(part)}" for part in error.absolute_path)
        message = error.message if len(error.message) < 300 else f"{error.message[:300]}…"
        if pointer:
            document.problem(pointer, message)
        else:
            without_place.append(message)
    return without_place


def _walk(node: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield pointer, node
        for key, value in node.items():
            yield from _walk(value, f"{pointer}/{escape(key)}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _walk(value, f"{pointer}/{index}")


def _references(document: Document) -> None:
    for pointer, node in _walk(document.data):
        reference = node.get("$ref")
        if isinstance(reference, str):
            try:
                document.resolve(node)
            except (KeyError, TypeError):
                document.problem(pointer, f"{reference} is defined nowhere")


def _component(document: Document, seen: _Seen, name: str, schema: dict[str, Any]) -> None:
    pointer = f"/components/schemas/{escape(name)}"
    if not _PASCAL.match(name) or name in _RESERVED:
        document.problem(
            pointer, f"{name} can't be the name of a class: use PascalCase, and no name that generated code uses itself"
        )
    if name in {resource.class_name for resource in document.resources.values()}:
        document.problem(pointer, f"{name} is already the class of a resource")
    seen.check(schema, pointer, "schema")
    _schema(document, seen, schema, pointer, root=True)
    for rule in schema.get("x-exclusive", []):
        _exclusive(document, rule, set(schema.get("properties", {})), f"{pointer}/x-exclusive")


def _exclusive(document: Document, rule: dict[str, Any], known: set[str], pointer: str) -> None:
    fields = [field for group in rule["groups"] for field in group] + rule.get("optional", [])
    for field in fields:
        if field not in known:
            document.problem(pointer, f"{field} is not one of the fields here")


def _schema(document: Document, seen: _Seen, schema: Any, pointer: str, *, root: bool = False) -> None:
    if not isinstance(schema, dict) or "$ref" in schema:
        return
    if root and "description" not in schema:
        document.problem(pointer, "a component needs a description")
    if "allOf" in schema:
        document.problem(f"{pointer}/allOf", "allOf loses fields in the generator: write them out")
    if not root and ("properties" in schema or "enum" in schema):
        document.problem(pointer, "an object or enum with a shape of its own must be a named component")
    if (
        schema.get("type") == "object"
        and "properties" not in schema
        and "additionalProperties" not in schema
        and not root
    ):
        document.problem(pointer, "a free-form object needs additionalProperties: {} (or a type)")
    for value in schema.get("enum", []):
        if not isinstance(value, str):
            document.problem(f"{pointer}/enum", f"{value!r} is not text; put it in quotes")
    properties = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in properties:
            document.problem(f"{pointer}/required", f"{name} is required but not one of the properties")
    for name, member in properties.items():
        child = f"{pointer}/properties/{escape(name)}"
        seen.check(member, child, "property")
        if "description" not in member:
            document.problem(child, "a property needs a description")
        _schema(document, seen, member, child)
    for key in _SCHEMA_KEYS_WITH_SCHEMAS:
        _schema(document, seen, schema.get(key), f"{pointer}/{key}")
    for index, member in enumerate(schema.get("anyOf", [])):
        _schema(document, seen, member, f"{pointer}/anyOf/{index}")
    if "oneOf" in schema:
        _union(document, schema, pointer)


def _union(document: Document, schema: dict[str, Any], pointer: str) -> None:
    discriminator = schema.get("discriminator", {})
    mapping = discriminator.get("mapping", {})
    members = [member.get("$ref") for member in schema["oneOf"]]
    if None in members:
        document.problem(f"{pointer}/oneOf", "a union is written with references to components; for null use anyOf")
    elif set(mapping.values()) != set(members):
        document.problem(pointer, "a union needs a discriminator with a mapping that names exactly its members")
    for value, reference in mapping.items():
        tag = document.resolve({"$ref": reference}).get("properties", {}).get(discriminator["propertyName"], {})
        if tag.get("const") != value:
            document.problem(
                f"{pointer}/discriminator/mapping/{escape(value)}", f"{reference} has no constant {value!r} there"
            )


def _parameter(document: Document, seen: _Seen, pointer: str, parameter: dict[str, Any]) -> None:
    if "$ref" in parameter:
        return
    seen.check(parameter, pointer, "parameter")
    if "description" not in parameter:
        document.problem(pointer, "a parameter needs a description")
    schema = parameter.get("schema", {})
    _schema(document, seen, schema, f"{pointer}/schema")
    if schema.get("type") == "array" and (parameter.get("style"), parameter.get("explode")) != ("form", False):
        document.problem(pointer, "an array in a query is comma-joined here: write style: form and explode: false")
    if schema.get("type") == "object" and (parameter.get("style"), parameter.get("explode")) != ("deepObject", True):
        document.problem(pointer, "an object in a query is bracketed here: write style: deepObject and explode: true")


def _path(document: Document, seen: _Seen, path: str, item: dict[str, Any]) -> None:
    pointer = f"/paths/{escape(path)}"
    shared = item.get("parameters", [])
    for index, parameter in enumerate(shared):
        _parameter(document, seen, f"{pointer}/parameters/{index}", parameter)
    for method in METHODS:
        if method in item:
            _operation(document, seen, path, method, item[method], shared)


def _operation(
    document: Document, seen: _Seen, path: str, method: str, operation: dict[str, Any], shared: list[Any]
) -> None:
    pointer = f"/paths/{escape(path)}/{method}"
    seen.check(operation, pointer, "operation")
    for index, parameter in enumerate(operation.get("parameters", [])):
        _parameter(document, seen, f"{pointer}/parameters/{index}", parameter)
    parameters = [document.resolve(parameter) for parameter in [*shared, *operation.get("parameters", [])]]
    if "operationId" not in operation:
        document.problem(pointer, "an operation needs an operationId")
    else:
        seen.unique(seen.operations, operation["operationId"], f"{pointer}/operationId", "operationId")
    if "summary" not in operation:
        document.problem(pointer, "an operation needs a summary")
    _methods(document, seen, path, method, operation, pointer)
    _path_parameters(document, path, parameters, pointer)
    queries = {parameter["name"] for parameter in parameters if parameter["in"] == "query"}
    for rule in operation.get("x-exclusive", []):
        _exclusive(document, rule, queries, f"{pointer}/x-exclusive")
    for name in operation.get("x-any-of", []):
        if name not in queries:
            document.problem(f"{pointer}/x-any-of", f"{name} is not one of the query parameters")
    for index, name in enumerate(operation.get("x-rate-limit", [])):
        _applied_limit(document, f"{pointer}/x-rate-limit/{index}", name, operation, parameters)
    if operation.get("x-single-use") and (method != "post" or operation.get("x-idempotency-key")):
        document.problem(f"{pointer}/x-single-use", "only a POST without x-idempotency-key can spend what works once")
    for status in operation.get("x-error-codes", {}):
        if status not in operation["responses"]:
            document.problem(f"{pointer}/x-error-codes/{status}", f"{status} is not one of the responses")
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if "requestBody" in operation and (body is None or "$ref" not in body):
        document.problem(f"{pointer}/requestBody", "a request body is application/json and a reference to a component")
    success = _success(document, operation, pointer)
    if operation.get("x-pagination") and (not queries >= _LIST_PARAMETERS or not _is_list(document, success)):
        wanted = "the parameters limit, before, after and order, and an answer with object, data and list_metadata"
        document.problem(f"{pointer}/x-pagination", f"a paginated operation needs {wanted}")
    wrapped = operation.get("x-wrapped")
    if wrapped and (len(success) != 1 or wrapped not in document.resolve(success[0]).get("properties", {})):
        document.problem(f"{pointer}/x-wrapped", f"the answer has no property {wrapped}")


def _methods(document: Document, seen: _Seen, path: str, method: str, operation: dict[str, Any], pointer: str) -> None:
    if ("x-method" in operation) == ("x-methods" in operation):
        document.problem(pointer, "an operation needs either x-method or x-methods")
        return
    names = (
        [operation["x-method"]]
        if "x-method" in operation
        else [entry.get("method", "") for entry in operation["x-methods"]]
    )
    module = document.path_modules.get((path, method), "")
    for name in names:
        seen.unique(seen.methods, name, f"{pointer}/x-method", "method name")
        if name.partition(".")[0] != module:
            document.problem(
                f"{pointer}/x-method", f"{name} belongs to another resource than its file ({module or 'openapi.yaml'})"
            )
        if module not in document.resources:
            document.problem(f"{pointer}/x-method", f"no file of the resource {module} has x-resource")
    for entry in operation.get("x-methods", []):
        if "body" in entry and entry["body"] not in document.data["components"]["schemas"]:
            document.problem(f"{pointer}/x-methods", f"{entry['body']} is not a component")
        documented = {code for codes in operation.get("x-error-codes", {}).values() for code in codes}
        for code in entry.get("error-codes", []):
            if code not in documented:
                document.problem(f"{pointer}/x-methods", f"{code} is not in the x-error-codes of the operation")


def _path_parameters(document: Document, path: str, parameters: list[dict[str, Any]], pointer: str) -> None:
    declared = {parameter["name"] for parameter in parameters if parameter["in"] == "path"}
    used = set(re.findall(r"{([^}]*)}", path))
    if declared != used:
        difference = ", ".join(sorted(declared ^ used))
        document.problem(pointer, f"path and path parameters disagree about {difference}")


def _success(document: Document, operation: dict[str, Any], pointer: str) -> list[Any]:
    schemas: list[Any] = []
    for status, response in operation["responses"].items():
        place = f"{pointer}/responses/{status}"
        if status[0] in "45":
            if response.get("$ref") != "#/components/responses/Error":
                document.problem(place, "an error answer is a reference to the shared Error response")
            continue
        content = document.resolve(response).get("content")
        if content is None:
            continue
        schema = content.get("application/json", {}).get("schema")
        if schema is None:
            document.problem(place, "an answer with a body is application/json with a schema")
        elif not _is_answer(schema):
            document.problem(place, "an answer is a reference to a component, an array of them, or free-form ({})")
        elif schema not in schemas:
            schemas.append(schema)
    if len(schemas) > 1:
        document.problem(f"{pointer}/responses", "the successful answers have different schemas: make them one")
    return schemas


def _is_answer(schema: dict[str, Any]) -> bool:
    return schema == {} or "$ref" in schema or "$ref" in schema.get("items", {}) or "additionalProperties" in schema


def _is_list(document: Document, success: list[Any]) -> bool:
    schema = document.resolve(success[0]) if success else {}
    return {"object", "data", "list_metadata"} <= set(schema.get("properties", {}))


def _unknown_extensions(document: Document, seen: _Seen) -> None:
    for pointer, node in _walk(document.data):
        if pointer.endswith(("/properties", "/headers")):
            continue
        for key in node:
            place = f"{pointer}/{escape(key)}"
            if key.startswith("x-") and place not in seen.extensions:
                document.problem(place, f"{key} means nothing here")


def _external_docs(document: Document) -> None:
    """OpenAPI allows `externalDocs` in more places; only that of an operation becomes part of a docstring."""
    operations = {operation.pointer for operation in document.operations()}
    for pointer, node in _walk(document.data):
        if "externalDocs" not in node or pointer.endswith("/properties"):
            continue
        if pointer not in operations:
            document.problem(f"{pointer}/externalDocs", "externalDocs is allowed on operations only")
            continue
        for error in jsonschema.Draft202012Validator(EXTERNAL_DOCS).iter_errors(node["externalDocs"]):
            where = "".join(f"/{escape(part)}" for part in error.absolute_path)
            document.problem(f"{pointer}/externalDocs{where}", error.message)


def _unused_components(document: Document) -> None:
    used = {node["$ref"] for _, node in _walk(document.data) if isinstance(node.get("$ref"), str)}
    for kind in ("schemas", "parameters", "responses"):
        for name in document.data["components"][kind]:
            if f"#/components/{kind}/{name}" not in used:
                document.problem(f"/components/{kind}/{escape(name)}", "nothing refers to this component")


def _circles(document: Document) -> None:
    uses: dict[str, set[str]] = {}
    for name, schema in document.data["components"]["schemas"].items():
        module = document.modules[name]
        for _, node in _walk(schema):
            target = document.modules.get(str(node.get("$ref", "")).removeprefix(_REF))
            if target and target != module:
                uses.setdefault(module, set()).add(target)
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        if module in trail:
            circle = " → ".join((*trail[trail.index(module) :], module))
            document.problem(
                "/components/schemas",
                f"resources use each other in a circle: {circle}; move what closes it to openapi.yaml",
            )
        elif module not in done:
            for target in sorted(uses.get(module, ())):
                visit(target, (*trail, module))
            done.add(module)

    for module in sorted(uses):
        visit(module, ())
