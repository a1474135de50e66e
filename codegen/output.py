"""All generated files as a mapping from path to bytes, compared with a folder or written to it."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from attrs import frozen

from codegen import unasync
from codegen.document import METHODS, Document
from codegen.lint.runner import lint
from codegen.load.spec_folder import load
from codegen.official import table
from codegen.parse.api import parse
from codegen.problems import CodegenError, Problem
from codegen.render import method_names
from codegen.render.files import render
from codegen.render.header import REMEDY

GENERATED_FOLDERS = (
    "workos_core/models",
    "workos_core/params",
    "workos_async/resources",
    "workos_sync",
    "tests/sync_",
    "workos_emulator/openapi",
    "workos_core/rate_limits/documented",
    "workos_migrate/tables",
)
GENERATED_FILES = (method_names.PATH,)
_BUNDLE = "workos_emulator/openapi/openapi.json"


@frozen
class Difference:
    """The differences between a folder and the generated files, by path."""

    missing: tuple[str, ...]
    different: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.different or self.extra)

    def __str__(self) -> str:
        groups = (("missing", self.missing), ("different", self.different), ("extra", self.extra))
        return "\n".join(f"{name}: {path}" for name, paths in groups for path in paths)


def generate(spec: Path, root: Path) -> dict[str, bytes]:
    """Return every generated file, by path relative to the project.

    Args:
        spec: The spec folder.
        root: The project folder, whose handwritten async modules are translated.

    Raises:
        CodegenError: The spec or an async module can't be turned into code.
    """
    document = load(spec)
    lint(document)
    api = parse(document)
    files = render(api, document.data.get("x-rate-limits", {}))
    files.update(_sync_package(files, root))
    files.update(_sync_tests(root))
    files[_BUNDLE] = compact(bundle(document))
    files[table.PATH] = table.render_table(api, root)
    files[method_names.PATH] = method_names.render_method_names(api)
    return {path: text.encode() for path, text in sorted(files.items())}


def handwritten(root: Path) -> dict[str, bytes]:
    """Return the handwritten modules that a copy in another folder needs besides the generated ones."""
    generated = tuple(f"{folder}/" for folder in GENERATED_FOLDERS)
    paths = {
        path.relative_to(root).as_posix(): path
        for folder in ("workos_core", "workos_async")
        for path in (root / folder).rglob("*")
        if path.suffix in (".py", ".typed")
    }
    return {name: path.read_bytes() for name, path in sorted(paths.items()) if not name.startswith(generated)}


def bundle(document: Document) -> str:
    """Return the merged document as JSON."""
    marked = {"x-generated": f"Generated from spec/ by `python -m codegen`. {REMEDY}", **document.data}
    marked["paths"] = {path: _with_security(item) for path, item in document.data["paths"].items()}
    return json.dumps(marked, indent=1, ensure_ascii=False) + "\n"


_ANNOTATIONS = {"description", "summary", "externalDocs", "example", "examples"}
_NAMES = {"properties", "patternProperties", "schemas", "responses", "parameters", "headers", "paths", "$defs"}
"""Keywords whose value is a mapping from names that the spec chooses."""
_VALUES = {"const", "default", "enum"}


def compact(text: str) -> str:
    """Return a document without what only people read and without white space: the emulator parses it whenever it starts."""
    return json.dumps(_without_annotations(json.loads(text)), separators=(",", ":"), ensure_ascii=False) + "\n"


def _without_annotations(node: Any, keyword: str = "") -> Any:
    if isinstance(node, list):
        return [_without_annotations(item) for item in node]
    if not isinstance(node, dict) or keyword in _VALUES or keyword.startswith("x-"):
        return node
    if keyword in _NAMES:
        return {name: _without_annotations(item) for name, item in node.items()}
    return {key: _without_annotations(item, key) for key, item in node.items() if key not in _ANNOTATIONS}


_SECURITY: dict[str, list[dict[str, list[str]]]] = {"none": [], "body": [], "access_token": [{"accessToken": []}]}


def _with_security(item: dict[str, Any]) -> dict[str, Any]:
    """Return a path item whose operations express `x-credentials` as OpenAPI's `security` as well."""
    return {
        key: {**value, "security": _SECURITY[value["x-credentials"]]}
        if key in METHODS and value.get("x-credentials") in _SECURITY
        else value
        for key, value in item.items()
    }


def _sync_package(generated: dict[str, str], root: Path) -> dict[str, str]:
    """Return the sync package: each async module translated, or replaced by the handwritten twin at the same relative path."""
    sources = _modules(root / "workos_async", "workos_async", skip="resources")
    sources.update({path: text for path, text in generated.items() if path.startswith("workos_async/")})
    overrides = _modules(root / "codegen" / "sync_overrides", "workos_async")
    if orphans := sorted(set(overrides) - set(sources)):
        raise CodegenError(
            [Problem(f"codegen/sync_overrides has a twin of {path}, but there is no such module") for path in orphans]
        )
    files = unasync.translate(
        {path: text for path, text in sources.items() if path not in overrides},
        {path: _twin(path) for path in sources},
    )
    for path, text in overrides.items():
        source = path.replace("workos_async", "codegen/sync_overrides", 1)
        files |= unasync.override(_twin(path), text, source)
    files["workos_sync/py.typed"] = ""
    return files


def _sync_tests(root: Path) -> dict[str, str]:
    sources = _modules(root / "tests" / "async_", "tests/async_")
    return unasync.translate(sources, {path: _twin(path) for path in sources}, renames=())


def _modules(folder: Path, name: str, *, skip: str = "") -> dict[str, str]:
    """Return the Python modules of a folder and its subfolders except `skip`, by path below `name`."""
    paths = {path.relative_to(folder): path for path in sorted(folder.rglob("*.py"))}
    return {
        f"{name}/{relative.as_posix()}": path.read_text(encoding="utf-8")
        for relative, path in paths.items()
        if relative.parts[0] != skip
    }


def _twin(path: str) -> str:
    return path.replace("workos_async/", "workos_sync/", 1).replace("tests/async_/", "tests/sync_/", 1)


def summary(files: dict[str, bytes]) -> str:
    """Return the number of operations and schemas as text; any warning would have been an error."""
    document = json.loads(files[_BUNDLE])
    operations = [item[method] for item in document["paths"].values() for method in METHODS if method in item]
    sources = Counter(operation.get("x-source", "published") for operation in operations)
    schemas = len(document["components"]["schemas"])
    return (
        f"{sources['published']} published operations, {sources['newer']} newer operations, {sources['cdn']} on the CDN, "
        f"{schemas} schemas, 0 warnings"
    )


def compare(files: dict[str, bytes], root: Path) -> Difference:
    """Compare the generated files with the generated folders of a project."""
    existing = {
        path.relative_to(root).as_posix()
        for folder in GENERATED_FOLDERS
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    existing |= {path for path in GENERATED_FILES if (root / path).is_file()}
    return Difference(
        tuple(sorted(set(files) - existing)),
        tuple(path for path in sorted(set(files) & existing) if (root / path).read_bytes() != files[path]),
        tuple(sorted(existing - set(files))),
    )


def copy(files: dict[str, bytes], root: Path) -> None:
    """Write files without removing others."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def write(files: dict[str, bytes], root: Path) -> Difference:
    """Make the generated folders equal to `files`, without rewriting files that are up to date. Return the differences."""
    difference = compare(files, root)
    copy({path: files[path] for path in (*difference.missing, *difference.different)}, root)
    for path in difference.extra:
        (root / path).unlink()
    return difference
