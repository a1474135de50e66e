"""Reading the spec folder and merging its files into one document."""

from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from codegen.document import COMMON, METHODS, Document, Resource
from codegen.extensions import VOCABULARY
from codegen.problems import CodegenError, Problem, SourceLocation
from codegen.source import YamlFile, escape

ROOT_FILE = "openapi.yaml"


def load(folder: Path) -> Document:
    """Read `folder` and merge its files.

    Raises:
        CodegenError: A file is missing or unreadable, or two files define the same thing.
    """
    root_path = folder / ROOT_FILE
    if not root_path.is_file():
        raise CodegenError([Problem(f"there is no {ROOT_FILE} in this folder", SourceLocation(folder.as_posix(), 1))])
    root = YamlFile(root_path, f"{folder.name}/{ROOT_FILE}")
    if not isinstance(root.data, dict):
        raise CodegenError([Problem("an OpenAPI document is a mapping", SourceLocation(root.name, 1))])
    data: dict[str, Any] = root.data
    document = Document(data, root.locations)
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
            Problem("a resource file has x-resource, paths and components only", SourceLocation(file.name, 1))
        )
        return
    for pointer, location in file.locations.items():
        document.locations.setdefault(pointer, location)
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
    location = file.locations["/x-resource"]
    wrong = [
        error.message for error in Draft202012Validator(VOCABULARY["resource file"]["x-resource"]).iter_errors(resource)
    ]
    if wrong:
        document.problems += [Problem(message, location, "/x-resource") for message in wrong]
    elif resource["name"] != module:
        document.problems.append(
            Problem(f"x-resource is {resource['name']!r} but the file or folder is called {module!r}", location)
        )
    elif module in document.resources:
        document.problems.append(Problem(f"the resource {module!r} has x-resource in two files", location))
    else:
        document.resources[module] = Resource(
            module,
            resource["class"],
            resource["description"],
            source,
            resource.get("extends", ""),
            resource.get("docs", ""),
        )


def _add(document: Document, target: dict[str, Any], key: str, value: Any, file: YamlFile, pointer: str) -> None:
    if key in target:
        location = file.locations[pointer]
        document.problems.append(
            Problem(f"defined a second time (first in {document.locations[pointer]})", location, pointer)
        )
        return
    target[key] = value
