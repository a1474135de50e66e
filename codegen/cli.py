"""The command line of the code generator."""

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from codegen import output
from codegen.lint.runner import lint
from codegen.load.spec_folder import load
from codegen.official.snapshot import SNAPSHOT as OFFICIAL_SNAPSHOT
from codegen.official.snapshot import take_snapshot
from codegen.openapi.comparison.operations import compare_documents
from codegen.openapi.comparison.reasons import FILE, load_reasons, unexplained
from codegen.openapi.comparison.report import as_entries
from codegen.openapi.importing.add import import_operations
from codegen.openapi.read import check_document, read
from codegen.parse.api import parse
from codegen.problems import CodegenError
from codegen.surface.changes import as_json, as_text, compare
from codegen.surface.snapshot import SNAPSHOT, Surface, render_surface, surface_of

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status: 0 if it succeeds, 1 if it finds problems or differences."""
    parser = argparse.ArgumentParser(
        prog="python -m codegen",
        description="Generate models, resource clients, the sync package and the emulator's copy of the spec from the spec.",
        epilog=(
            "commands: write (default) generates everything; lint checks the spec; bundle prints the merged spec; "
            "surface updates the snapshot of the public surface; diff OLD NEW prints the changes of the public surface "
            "between two spec folders and exits with status 1 if a change is breaking; sources OPENAPI prints the "
            "differences between the spec and an OpenAPI document that spec/differences.yaml does not explain, and "
            "exits with status 1 if there are any; add --from OPENAPI writes a spec file for operations of an OpenAPI "
            "document, with values to complete; official FOLDER… reads the methods of versions of the official SDK, each from "
            "a folder that is named after the version and contains the package workos"
        ),
    )
    parser.add_argument("command", nargs="?", choices=[*_COMMANDS], default="write")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="diff: two spec folders; sources: an OpenAPI document"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with status 1 if a file is not up to date"
    )
    parser.add_argument(
        "--spec", type=Path, default=ROOT / "spec", help="the spec folder (default: spec/ of this project)"
    )
    parser.add_argument("--out", type=Path, default=ROOT, help="the folder to write to (default: this project)")
    parser.add_argument("--json", action="store_true", help="diff only: print JSON instead of text")
    parser.add_argument("--from", dest="source", type=Path, metavar="OPENAPI", help="add only: an OpenAPI document")
    parser.add_argument(
        "--operation",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID",
        help="add only: operations of the document, each an operationId or a method and a path such as 'GET /things' "
        "(default: all that the spec lacks)",
    )
    parser.add_argument(
        "--resource",
        default="",
        metavar="NAME",
        help="add only: the resource of the operations (default: from the path)",
    )
    options = parser.parse_intermixed_args(arguments)
    if options.command == "add" and options.source is None:
        parser.error("add requires --from")
    if options.command != "add" and (options.source or options.operation or options.resource):
        parser.error("only add accepts --from, --operation and --resource")
    if options.resource and not re.fullmatch("[a-z][a-z0-9_]*", options.resource):
        parser.error(f"--resource must be a Python name such as user_management (got {options.resource!r})")
    if options.command == "official":
        if not options.paths:
            parser.error("official requires a folder for each version")
    elif len(options.paths) != _PATHS.get(options.command, 0):
        parser.error("diff requires two spec folders, sources an OpenAPI document; other commands accept no path")
    try:
        return _COMMANDS[options.command](options)
    except CodegenError as error:
        _print(error, error=True)
        _print(f"{len(error.problems)} problem(s); nothing was written", error=True)
        return 1


def _lint(options: argparse.Namespace) -> int:
    lint(load(options.spec))
    _print("no problems found")
    return 0


def _bundle(options: argparse.Namespace) -> int:
    document = load(options.spec)
    lint(document)
    _print(output.bundle(document))
    return 0


def _surface_of(folder: Path) -> Surface:
    document = load(folder)
    lint(document)
    return surface_of(parse(document))


def _surface(options: argparse.Namespace) -> int:
    path = options.out / SNAPSHOT
    text = render_surface(_surface_of(options.spec))
    if not options.check:
        path.write_text(text, encoding="utf-8")
        _print(f"updated {SNAPSHOT}")
        return 0
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        _print(f"{SNAPSHOT} is up to date")
        return 0
    old = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"methods": {}, "types": {}}
    _print(as_text(compare(old, json.loads(text))), error=True)
    _print(
        "the public surface changed; if this is intended, run `python -m codegen surface` and add it to CHANGELOG.md",
        error=True,
    )
    return 1


def _diff(options: argparse.Namespace) -> int:
    old, new = (_surface_of(folder) for folder in options.paths)
    changes = compare(old, new)
    _print(as_json(changes) if options.json else as_text(changes))
    return 1 if any(change.breaking for change in changes) else 0


def _sources(options: argparse.Namespace) -> int:
    reasons = load_reasons(options.spec)
    theirs, ours = read(options.paths[0]), load(options.spec)
    check_document(ours)
    differences = [*compare_documents(theirs, ours).differences]
    new, problems = unexplained(differences, reasons)
    if new:
        _print(as_entries(new, theirs, ours))
    for problem in problems:
        _print(problem, error=True)
    if new or problems:
        _print(f"{len(new)} unexplained difference(s), {len(problems)} problem(s) in {FILE}", error=True)
        return 1
    _print(f"no unexplained differences ({len(differences)} explained)")
    return 0


def _add(options: argparse.Namespace) -> int:
    theirs, ours = read(options.source), load(options.spec)
    check_document(ours)
    files = import_operations(theirs, ours, options.spec, options.operation, options.resource)
    for file in files:
        path = options.spec / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.render(), encoding="utf-8")
        _print(f"{options.spec.name}/{file.path.as_posix()}: {file.summary()}")
    if not files:
        _print("the spec has every operation of the document")
    return 0


def _official(options: argparse.Namespace) -> int:
    packages = {folder.name: folder / "workos" for folder in options.paths}
    missing = [str(path) for path in packages.values() if not (path / "_client.py").is_file()]
    if missing:
        _print(f"not the official SDK: {', '.join(missing)}", error=True)
        return 1
    (options.out / OFFICIAL_SNAPSHOT).write_text(take_snapshot(packages), encoding="utf-8")
    _print(f"updated {OFFICIAL_SNAPSHOT}; run `nox -s generate`")
    return 0


def _write(options: argparse.Namespace) -> int:
    files = output.generate(options.spec, ROOT)
    if options.check:
        difference = output.compare(files, options.out)
        if difference:
            _print(difference, error=True)
            _print("the generated files are not up to date; run `nox -s generate`", error=True)
            return 1
        _print(f"{len(files)} generated files are up to date")
        return 0
    if options.out.resolve() != ROOT:
        output.copy(output.handwritten(ROOT), options.out)
    difference = output.write(files, options.out)
    _print(
        f"{len(files)} files: {len(difference.missing)} new, {len(difference.different)} changed, {len(difference.extra)} removed"
    )
    _print(output.summary(files))
    return 0


def _print(text: object, *, error: bool = False) -> None:
    print(text, file=sys.stderr if error else sys.stdout)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "write": _write,
    "lint": _lint,
    "bundle": _bundle,
    "surface": _surface,
    "diff": _diff,
    "sources": _sources,
    "add": _add,
    "official": _official,
}
_PATHS = {"diff": 2, "sources": 1}
