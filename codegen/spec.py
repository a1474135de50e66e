"""Reading the spec folder and merging its files into one document."""

from pathlib import Path
from typing import Any, NamedTuple

from attrs import define, field
from jsonschema import Draft202012Validator

from codegen.extensions import VOCABULARY
from codegen.problems import CodegenError, Place, Problem
from codegen.source import YamlFile, escape

ROOT_FILE = "openapi.yaml"
COMMON = "common"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Resource(NamedTuple):
    """A group of operations.

    Attributes:
        name: The attribute on the client.
        class_name: The class behind it.
        description: Its docstring.
        source: The file or folder that defines it.
        extends: The written class of workos_async it extends, as `module.Class`; or empty.
    """

    name: str
    class_name: str
    description: str
    source: str
    extends: str = ""


@define
class Document:
    """The merged document.

    Attributes:
        data: The OpenAPI document as JSON values, without `x-resource`.
        places: JSON pointer → position in the file that defined it.
        resources: The resources that have a class, by name.
        modules: Component schema → the module its class belongs to.
        module_sources: Module → the file or folder it comes from, for the header of generated files.
        path_modules: (path, method) → the module whose file defines the operation.
    """

    data: dict[str, Any]
    places: dict[str, Place]
    resources: dict[str, Resource] = field(factory=dict)
    modules: dict[str, str] = field(factory=dict)
    module_sources: dict[str, str] = field(factory=dict)
    path_modules: dict[tuple[str, str], str] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    def problem(self, pointer: str, message: str) -> None:
        """Remember that something at `pointer` is wrong; the nearest known file position is looked up."""
        probe = pointer
        while probe and probe not in self.places:
            probe = probe.rpartition("/")[0]
        self.problems.append(Problem(message, self.places.get(probe), pointer))

    def check(self) -> None:
        """Raise CodegenError with everything found so far, if anything was."""
        if self.problems:
            raise CodegenError(self.problems)

    def resolve(self, node: Any) -> Any:
        """Follow a `$ref` inside the document; other values come back unchanged."""
        while isinstance(node, dict) and "$ref" in node:
            target: Any = self.data
            for token in node["$ref"].removeprefix("#/").split("/"):
                target = target[token.replace("~1", "/").replace("~0", "~")]
            node = target
        return node


def load(folder: Path) -> Document:
    """Read `folder` and merge its files.

    Raises:
        CodegenError: A file is missing or unreadable, or two files define the same thing.
    """
    root_path = folder / ROOT_FILE
    if not root_path.is_file():
        raise CodegenError([Problem(f"there is no {ROOT_FILE} in this folder", Place(folder.as_posix(), 1))])
    root = YamlFile(root_path, f"{folder.name}/{ROOT_FILE}")
    if not isinstance(root.data, dict):
        raise CodegenError([Problem("an OpenAPI document is a mapping", Place(root.name, 1))])
    data: dict[str, Any] = root.data
    document = Document(data, root.places)
    data.setdefault("paths", {})
    components = data.setdefault("components", {})
    for kind in ("schemas", "parameters", "responses"):
        components.setdefault(kind, {})
    document.modules = dict.fromkeys(components["schemas"], COMMON)
    document.module_sources[COMMON] = f"spec/{ROOT_FILE}"
    for path in sorted((folder / "resources").glob("**/*.yaml")):
        relative = path.relative_to(folder / "resources")
        module = relative.parts[0].removesuffix(".yaml")
        is_folder = len(relative.parts) > 1
        source = f"spec/resources/{module}" + ("" if is_folder else ".yaml")
        document.module_sources[module] = source
        _merge(document, YamlFile(path, f"{folder.name}/resources/{relative.as_posix()}"), module, source)
    document.check()
    return document


def _merge(document: Document, file: YamlFile, module: str, source: str) -> None:
    content = file.data
    if not isinstance(content, dict) or set(content) - {"x-resource", "paths", "components"}:
        document.problems.append(
            Problem("a resource file has x-resource, paths and components only", Place(file.name, 1))
        )
        return
    for pointer, place in file.places.items():
        document.places.setdefault(pointer, place)
    if "x-resource" in content:
        _merge_resource(document, file, module, source)
    for path, item in content.get("paths", {}).items():
        existing = document.data["paths"].setdefault(path, {})
        for key, value in item.items():
            _add(document, existing, key, value, file, f"/paths/{escape(path)}/{escape(key)}")
            if key in METHODS:
                document.path_modules[path, key] = module
    for kind, members in content.get("components", {}).items():
        existing = document.data["components"].setdefault(kind, {})
        for name, value in members.items():
            _add(document, existing, name, value, file, f"/components/{kind}/{escape(name)}")
            if kind == "schemas":
                document.modules[name] = module


def _merge_resource(document: Document, file: YamlFile, module: str, source: str) -> None:
    resource = file.data["x-resource"]
    place = file.places["/x-resource"]
    wrong = [
        error.message for error in Draft202012Validator(VOCABULARY["resource file"]["x-resource"]).iter_errors(resource)
    ]
    if wrong:
        document.problems += [Problem(message, place, "/x-resource") for message in wrong]
    elif resource["name"] != module:
        document.problems.append(
            Problem(f"x-resource is {resource['name']!r} but the file or folder is called {module!r}", place)
        )
    elif module in document.resources:
        document.problems.append(Problem(f"the resource {module!r} has x-resource in two files", place))
    else:
        document.resources[module] = Resource(
            module, resource["class"], resource["description"], source, resource.get("extends", "")
        )


def _add(document: Document, target: dict[str, Any], key: str, value: Any, file: YamlFile, pointer: str) -> None:
    if key in target:
        place = file.places[pointer]
        document.problems.append(
            Problem(f"defined a second time (first in {document.places[pointer]})", place, pointer)
        )
        return
    target[key] = value
