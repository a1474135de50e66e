"""The merged OpenAPI document, with the source location of every value."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from attrs import define, field

from codegen.json_pointer import escape
from codegen.problems import CodegenError, Problem, SourceLocation

COMMON = "common"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SCHEMAS = "#/components/schemas/"


class Resource(NamedTuple):
    """A group of operations.

    Attributes:
        name: The attribute on the client.
        class_name: The name of the resource client's class.
        description: The docstring of the class.
        source: The file or folder that defines the resource.
        extends: The handwritten base class in workos_async, as `module.Class`; empty if there is none.
        docs_url: The page of WorkOS's documentation; empty if there is none.
    """

    name: str
    class_name: str
    description: str
    source: str
    extends: str = ""
    docs_url: str = ""


class Operation(NamedTuple):
    """One operation of the document.

    Attributes:
        path: The path template.
        method: The HTTP method in lower case.
        pointer: The JSON pointer of the operation.
        data: The operation object.
        parameters: The parameters of the path item and of the operation, with references resolved.
    """

    path: str
    method: str
    pointer: str
    data: dict[str, Any]
    parameters: list[dict[str, Any]]

    @property
    def body_schema(self) -> dict[str, Any]:
        """The schema of the request body, or an empty dict."""
        schema: dict[str, Any] = (
            self.data.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
        )
        return schema

    @property
    def queries(self) -> set[str]:
        """The wire names of the query parameters."""
        return {parameter["name"] for parameter in self.parameters if parameter["in"] == "query"}


@define
class Document:
    """The merged document.

    Attributes:
        data: The OpenAPI document as JSON values, without `x-resource`.
        locations: JSON pointer → position in the file that defines it.
        resources: The resources that have a class, by name.
        modules: Component schema → the module of its class.
        module_sources: Module → the file or folder it is generated from, for the header of generated files.
        path_modules: (path, method) → the module whose file defines the operation.
        problems: The problems found so far.
    """

    data: dict[str, Any]
    locations: dict[str, SourceLocation]
    resources: dict[str, Resource] = field(factory=dict)
    modules: dict[str, str] = field(factory=dict)
    module_sources: dict[str, str] = field(factory=dict)
    path_modules: dict[tuple[str, str], str] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    @property
    def schemas(self) -> dict[str, Any]:
        """The component schemas by name."""
        schemas: dict[str, Any] = self.data["components"]["schemas"]
        return schemas

    def operations(self) -> Iterator[Operation]:
        """Yield every operation, in document order."""
        for path, item in self.data["paths"].items():
            for method in METHODS:
                if method in item:
                    parameters = [*item.get("parameters", []), *item[method].get("parameters", [])]
                    pointer = f"/paths/{escape(path)}/{method}"
                    yield Operation(path, method, pointer, item[method], [*map(self.resolve, parameters)])

    def parameters(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the JSON pointer and the object of every parameter, where it is defined."""
        holders = [("/components", {"parameters": self.data["components"]["parameters"]})]
        for path, item in self.data["paths"].items():
            pointer = f"/paths/{escape(path)}"
            holders.append((pointer, item))
            holders += [(f"{pointer}/{method}", item[method]) for method in METHODS if method in item]
        for pointer, holder in holders:
            parameters = holder.get("parameters", [])
            pairs = parameters.items() if isinstance(parameters, dict) else enumerate(parameters)
            for key, parameter in pairs:
                if "$ref" not in parameter:
                    yield f"{pointer}/parameters/{escape(key)}", parameter

    def problem(self, pointer: str, message: str) -> None:
        """Record a problem at `pointer`."""
        self.problems.append(Problem(message, self.locate(pointer), pointer))

    def locate(self, pointer: str) -> SourceLocation | None:
        """Return the file position of the value at `pointer`, or of the nearest enclosing value that has one."""
        while pointer and pointer not in self.locations:
            pointer = pointer.rpartition("/")[0]
        return self.locations.get(pointer)

    def check(self) -> None:
        """Raise CodegenError with every problem recorded so far, if there are any."""
        if self.problems:
            raise CodegenError(self.problems)

    def resolve(self, node: Any) -> Any:
        """Follow a `$ref` inside the document; return any other value unchanged."""
        while isinstance(node, dict) and "$ref" in node:
            target: Any = self.data
            for token in node["$ref"].removeprefix("#/").split("/"):
                target = target[token.replace("~1", "/").replace("~0", "~")]
            node = target
        return node


def component_name(reference: dict[str, Any]) -> str:
    """Return the name of the component schema that a `$ref` node refers to; empty if it refers to none."""
    target = str(reference.get("$ref", ""))
    return target.removeprefix(_SCHEMAS) if target.startswith(_SCHEMAS) else ""


def schema_pointer(name: str) -> str:
    """Return the JSON pointer of a component schema."""
    return f"/components/schemas/{escape(name)}"
