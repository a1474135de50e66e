"""Object factories: how objects of one type are created."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from workos_emulator.http import errors, spec
from workos_emulator.http.messages import Request
from workos_emulator.http.spec import Operation
from workos_emulator.server import dispatch

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

Fields = dict[str, Any]
CreateObject = Callable[["Emulator", Fields], Fields]


@dataclass(slots=True, frozen=True)
class ObjectFactory:
    """A factory of objects of one type.

    Attributes:
        name: The name, a plural.
        prefix: The prefix of the IDs; empty if IDs cannot be chosen.
        natural_key: The fields that identify an object.
        schema: The JSON Schema of the fields.
        create: Creates an object from validated fields and returns it as the API would.
        references: The fields that contain one or several IDs, with the factory that they refer to.
        defaults: The default values of required fields; `{n}` in a string is replaced by a number.
        code_name: The name under which `Ids.reserve` knows the code that identifies an object instead of an ID; empty if there is none.
    """

    name: str
    prefix: str
    natural_key: tuple[str, ...]
    schema: Mapping[str, Any]
    create: CreateObject = field(repr=False)
    references: Mapping[str, str]
    defaults: Mapping[str, Any]
    code_name: str = ""


def call_operation(emulator: "Emulator", operation: Operation, fields: Fields) -> Any:
    """Call an API operation; `fields` are its parameters and body. The call is not logged and exempt from faults.

    Raises:
        ApiError: The API would return this error.
    """
    path, body = operation.path, dict(fields)
    values: dict[str, str] = {}
    for name in path_names(operation):
        values[name] = str(body.pop(name))
    body_names = body_schema(operation).get("properties", {})
    query_names = {p.name for p in operation.parameters if p.location == "query" and p.name not in body_names}
    query = urlencode({name: body.pop(name) for name in query_names & body.keys()})
    headers = {"authorization": f"Bearer {emulator.api_key}", "content-type": "application/json"}
    content = json.dumps(body).encode() if operation.body_pointer else b""
    base_url = emulator.environment.state.base_url
    request = Request(operation.method, path.format(**values), query, headers, content, base_url=base_url)
    response = dispatch.respond(emulator.environment, operation, values, request)
    if response.status >= 400:
        raise errors.ApiError(response.status, json.loads(response.body))
    return json.loads(response.body) if response.body else {}


def path_names(operation: Operation) -> list[str]:
    """Return the names of the path parameters of an operation."""
    return [parameter.name for parameter in operation.parameters if parameter.location == "path"]


def body_schema(operation: Operation) -> Mapping[str, Any]:
    """Return the schema of the request body of an operation, with the outermost `$ref` resolved."""
    if operation.body_pointer is None:
        return {}
    document = spec.load()
    return document.resolve(document.at(operation.body_pointer))
