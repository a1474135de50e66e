"""The files of the spec folder, merged into one document."""

from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from codegen.document import COMMON, METHODS, Document, Resource
from codegen.extensions import EXTENSIONS
from codegen.json_pointer import escape
from codegen.load.yaml_file import YamlFile
from codegen.problems import CodegenError, Problem, SourceLocation

_ROOT_FILE = "openapi.yaml"
_RESOURCE_KEYS = {"x-resource", "paths", "components"}


def load(folder: Path) -> Document:
    """Read `folder` and merge its files.

    Raises:
        CodegenError: A file is missing or invalid, or two files define the same thing.
    """
    root_path = folder / _ROOT_FILE
    if not root_path.is_file():
        raise CodegenError([Problem(f"the spec folder has no {_ROOT_FILE}", SourceLocation(folder.as_posix(), 1))])
    root = YamlFile(root_path, f"{folder.name}/{_ROOT_FILE}")
    if not isinstance(root.data, dict):
        raise CodegenError([Problem("an OpenAPI document must be a mapping", SourceLocation(root.name, 1))])
    data: dict[str, Any] = root.data
    document = Document(data, root.locations)
    data.setdefault("paths", {})
    components = data.setdefault("components", {})
    for kind in ("schemas", "parameters", "responses"):
        components.setdefault(kind, {})
    document.modules = dict.fromkeys(components["schemas"], COMMON)
    document.module_sources[COMMON] = f"spec/{_ROOT_FILE}"
    for path in sorted((folder / "resources").glob("**/*.yaml")):
        relative = path.relative_to(folder / "resources")
        module = relative.parts[0].removesuffix(".yaml")
        is_folder = len(relative.parts) > 1
        source = f"spec/resources/{module}" + ("" if is_folder else ".yaml")
        sources = document.module_sources.get(module, source).split(" and ")
        document.module_sources[module] = " and ".join(sorted({*sources, source}))
        _merge(document, YamlFile(path, f"{folder.name}/resources/{relative.as_posix()}"), module, source)
    document.check()
    return document


def _merge(document: Document, file: YamlFile, module: str, source: str) -> None:
    content = file.data
    if not isinstance(content, dict) or set(content) - _RESOURCE_KEYS:
        document.problems.append(
            Problem("a resource file may only contain x-resource, paths and components", SourceLocation(file.name, 1))
        )
        return
    for pointer, location in file.locations.items():
        document.locations.setdefault(pointer, location)
    if "x-resource" in content:
        _merge_resource(document, file, module, source)
    for path, item in content.get("paths", {}).items():
        merged = document.data["paths"].setdefault(path, {})
        for key, value in item.items():
            _add(document, merged, key, value, file, f"/paths/{escape(path)}/{escape(key)}")
            if key in METHODS:
                document.path_modules[path, key] = module
    for kind, members in content.get("components", {}).items():
        merged = document.data["components"].setdefault(kind, {})
        for name, value in members.items():
            _add(document, merged, name, value, file, f"/components/{kind}/{escape(name)}")
            if kind == "schemas":
                document.modules[name] = module


def _merge_resource(document: Document, file: YamlFile, module: str, source: str) -> None:
    resource = file.data["x-resource"]
    location = file.locations["/x-resource"]
    errors = [
        error.message for error in Draft202012Validator(EXTENSIONS["resource file"]["x-resource"]).iter_errors(resource)
    ]
    if errors:
        document.problems += [Problem(message, location, "/x-resource") for message in errors]
    elif resource["name"] != module:
        document.problems.append(
            Problem(f"x-resource is named {resource['name']!r}, but the file or folder is named {module!r}", location)
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
        message = f"already defined at {document.locations[pointer]}"
        document.problems.append(Problem(message, file.locations[pointer], pointer))
        return
    target[key] = value
