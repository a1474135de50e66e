"""The OpenAPI document and its operations."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any, cast

METHODS = ("get", "put", "post", "delete", "patch")

Json = dict[str, Any]


@dataclass(slots=True, frozen=True)
class Parameter:
    """A path or query parameter.

    Attributes:
        pointer: The JSON pointer of its schema in the document.
    """

    name: str
    location: str
    required: bool
    schema: Json
    pointer: str


@dataclass(frozen=True, eq=False)
class Operation:
    """An operation of the document: a method on a path."""

    document: "Document"
    method: str
    path: str
    pointer: str
    raw: Json
    parameters: tuple[Parameter, ...]

    @cached_property
    def id(self) -> str:
        """The `operationId`."""
        return cast(str, self.raw["operationId"])

    @cached_property
    def credentials(self) -> str:
        """The credentials that authenticate a request: `api_key`, `access_token`, `body` or `none`."""
        return cast(str, self.raw.get("x-credentials", "api_key"))

    @cached_property
    def body_pointer(self) -> str | None:
        """The JSON pointer of the request body's schema; None if the operation has no request body."""
        if "requestBody" not in self.raw:
            return None
        return f"{self.pointer}/requestBody/content/application~1json/schema"

    @cached_property
    def success(self) -> int:
        """The status of a successful response: the lowest one of the document. For `2XX`, 204 without content and 200 otherwise."""
        responses = cast(Mapping[str, Json], self.raw["responses"])
        if "2XX" in responses:
            return 200 if "content" in responses["2XX"] else 204
        return min((int(status) for status in responses if status.startswith("2")), default=200)

    def status_of(self, code: str) -> int | None:
        """Return the status of the error `code` of this operation; None if the document does not list it."""
        codes_by_status = cast(Mapping[str, list[str]], self.raw.get("x-error-codes", {}))
        return next((int(status) for status, codes in codes_by_status.items() if code in codes), None)


class Document:
    """The OpenAPI document. It is immutable, so all emulators of a process share it."""

    def __init__(self, raw: Json) -> None:
        self.raw = raw
        self._nodes: dict[str, Any] = {}
        self.operations: dict[str, Operation] = {operation.id: operation for operation in self._read()}

    def resolve(self, node: Json) -> Json:
        """Return `node`, or the node that its `$ref` points to."""
        while isinstance(reference := node.get("$ref"), str):
            node = self.at(reference.removeprefix("#"))
        return node

    def at(self, pointer: str) -> Json:
        """Return the value at a JSON pointer."""
        if pointer not in self._nodes:
            value: Any = self.raw
            for token in pointer.split("/")[1:]:
                value = value[int(token) if isinstance(value, list) else token.replace("~1", "/").replace("~0", "~")]
            self._nodes[pointer] = value
        return cast(Json, self._nodes[pointer])

    def _read(self) -> list[Operation]:
        operations: list[Operation] = []
        for path, item in cast(dict[str, Json], self.raw["paths"]).items():
            parent_pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1")
            shared = self._parameters(item, parent_pointer)
            for method in METHODS:
                if method in item:
                    pointer = f"{parent_pointer}/{method}"
                    own = self._parameters(item[method], pointer)
                    merged = {(p.location, p.name): p for p in (*shared, *own)}
                    operations.append(
                        Operation(self, method.upper(), path, pointer, item[method], tuple(merged.values()))
                    )
        return operations

    def _parameters(self, node: Json, parent_pointer: str) -> list[Parameter]:
        parameters: list[Parameter] = []
        for index, item in enumerate(cast(list[Json], node.get("parameters", []))):
            reference = cast(str | None, item.get("$ref"))
            pointer = reference.removeprefix("#") if reference else f"{parent_pointer}/parameters/{index}"
            raw = self.resolve(item)
            schema = cast(Json, raw["schema"])
            parameters.append(
                Parameter(raw["name"], raw["in"], raw.get("required", False), schema, f"{pointer}/schema")
            )
        return parameters


@cache
def load() -> Document:
    """Return the bundled document."""
    text = resources.files("workos_emulator").joinpath("openapi", "openapi.json").read_text(encoding="utf-8")
    return Document(json.loads(text))
