"""A second reading of the document by openapi-python-client, and the comparison with the generated code, by name both ways."""

import json
import re
from pathlib import Path

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.strings import ClassName, PythonIdentifier

from codegen.document import Document, schema_pointer
from codegen.ir import Api, Enum, Model
from codegen.parse.types import is_named_type

# Schema or operation → its properties, enum values or parameters.
Members = dict[str, set[str]]


def read_with_client_parser(document: Document) -> GeneratorData:
    """Read the document with the parser of openapi-python-client.

    Raises:
        CodegenError: The parser has a warning or an error.
    """
    config = Config.from_sources(
        ConfigFile(literal_enums=True, post_hooks=[]), MetaType.NONE, Path("openapi.json"), "utf-8", False, None
    )
    # A copy, because the parser modifies its input.
    data = GeneratorData.from_dict(json.loads(json.dumps(document.data)), config=config)
    errors = (
        [data]
        if isinstance(data, GeneratorError)
        else [*data.errors, *(error for tag in data.endpoint_collections_by_tag.values() for error in tag.parse_errors)]
    )
    for error in errors:
        text = f"{error.header} {error.detail or ''}".strip()
        schema = re.search(r"/components/schemas/\w+", text)
        document.problem(schema[0] if schema else "", f"openapi-python-client: {text}")
    document.check()
    assert isinstance(data, GeneratorData)
    return data


def check_completeness(document: Document, api: Api, data: GeneratorData) -> None:
    """Record every schema, property, enum value, operation and parameter that only one of the two readings has."""
    parsed, generated = _parsed(document, data), _generated(document, api)
    pointers = {_schema(name): schema_pointer(name) for name in document.schemas}
    pointers |= {_operation(item.data["operationId"]): item.pointer for item in document.operations()}
    for name in sorted(parsed.keys() | generated.keys()):
        pointer = pointers.get(name, "")
        if name not in generated:
            document.problem(pointer, f"{name} is read by openapi-python-client but was not generated")
        elif name not in parsed:
            document.problem(pointer, f"{name} was dropped by openapi-python-client")
        elif parsed[name] != generated[name]:
            difference = ", ".join(sorted(parsed[name] ^ generated[name]))
            document.problem(pointer, f"{name} differs from what openapi-python-client reads: {difference}")


def _parsed(document: Document, data: GeneratorData) -> Members:
    """Return what openapi-python-client reads, without inline free-form objects: they are maps and have no class."""
    members = {_schema(enum.class_info.name): {str(value) for value in enum.values} for enum in data.enums}
    components = {_schema(name) for name, schema in document.schemas.items() if is_named_type(schema)}
    for model in data.models:
        name = _schema(model.class_info.name)
        properties = [*(model.required_properties or []), *(model.optional_properties or [])]
        if properties or name in components:
            members[name] = {item.name.get_untrusted_value() for item in properties}
    for collection in data.endpoint_collections_by_tag.values():
        for endpoint in collection.endpoints:
            members[_operation(endpoint.name)] = {
                f"{location}:{item.name.get_untrusted_value()}" for location, item in endpoint.iter_all_parameters()
            }
    return members


def _generated(document: Document, api: Api) -> Members:
    """Return what was generated: operations, models, enums, request schemas (as arguments) and lists (as pagers)."""
    members: Members = {}
    for method in api.methods:
        arguments = [*method.arguments, *method.constants]
        members[_operation(method.operation_id)] = {
            f"{item.location}:{item.wire}" for item in arguments if item.location != "body"
        }
        if method.body:
            members[_schema(method.body)] = {item.wire for item in arguments if item.location == "body"}
        if method.page:
            members[_schema(method.page)] = set(document.schemas[method.page]["properties"])
    for name, kind in api.types.items():
        if isinstance(kind, Model):
            members[_schema(name)] = {item.wire for item in kind.fields}
        elif isinstance(kind, Enum):
            members[_schema(name)] = set(kind.values)
    return members


def _schema(name: str) -> str:
    return f"the schema {ClassName(name, 'field_')}"


def _operation(operation_id: str) -> str:
    return f"the operation {PythonIdentifier(operation_id, 'field_')}"
