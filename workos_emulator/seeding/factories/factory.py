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
        name: Its name, a plural.
        prefix: How ids begin; empty if they are not ours to choose.
        natural_key: The fields that tell one object from another.
        schema: The JSON schema of the fields.
        create: Creates an object of checked fields, and gives it as the API would.
        references: The fields that hold an id, or ids, of another factory.
        defaults: Values for fields that must be there; `{n}` in a text becomes a number.
    """

    name: str
    prefix: str
    natural_key: tuple[str, ...]
    schema: Mapping[str, Any]
    create: CreateObject = field(repr=False)
    references: Mapping[str, str]
    defaults: Mapping[str, Any]


def call_operation(emulator: "Emulator", operation: Operation, fields: Fields) -> Any:
    """Call an operation of the API; `fields` are parameters and the body. Not logged, and struck by no fault.

    Raises:
        ApiError: What the API would answer.
    """
    path, body = operation.path, dict(fields)
    values: dict[str, str] = {}
    for name in path_names(operation):
        values[name] = str(body.pop(name))
    known = body_schema(operation).get("properties", {})
    query_names = {p.name for p in operation.parameters if p.location == "query" and p.name not in known}
    query = urlencode({name: body.pop(name) for name in query_names & body.keys()})
    headers = {"authorization": f"Bearer {emulator.api_key}", "content-type": "application/json"}
    content = json.dumps(body).encode() if operation.body_pointer else b""
    request = Request(operation.method, path.format(**values), query, headers, content)
    response = dispatch.respond(emulator.environment, operation, values, request)
    if response.status >= 400:
        raise errors.ApiError(response.status, json.loads(response.body))
    return json.loads(response.body) if response.body else {}


def path_names(operation: Operation) -> list[str]:
    """The path parameters of an operation."""
    return [parameter.name for parameter in operation.parameters if parameter.location == "path"]


def body_schema(operation: Operation) -> Mapping[str, Any]:
    """The schema of the body of an operation, with no reference at its outside."""
    if operation.body_pointer is None:
        return {}
    document = spec.load()
    return document.resolve(document.at(operation.body_pointer))
