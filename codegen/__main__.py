"""Command line of the generator."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from codegen import output
from codegen.lint.runner import lint
from codegen.load.spec_folder import load
from codegen.parse.api import parse
from codegen.problems import CodegenError
from codegen.surface.changes import as_json, as_text, compare
from codegen.surface.snapshot import SNAPSHOT, Surface, render_surface, surface_of

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit status is 0 when all is well."""
    parser = argparse.ArgumentParser(
        prog="python -m codegen",
        description="Turn the spec into models, resource clients, the sync package and the emulator's copy of the spec.",
        epilog=(
            "commands: write (default) generates everything; lint only checks the spec; bundle prints the merged spec; "
            "surface accepts the public surface as it is now; diff OLD NEW prints how the public surface of one spec folder "
            "differs from that of another, and ends with 1 if code can break"
        ),
    )
    parser.add_argument("command", nargs="?", choices=["write", "lint", "bundle", "surface", "diff"], default="write")
    parser.add_argument("folders", nargs="*", type=Path, metavar="OLD NEW", help="for diff: two spec folders")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when something is not what the spec says"
    )
    parser.add_argument(
        "--spec", type=Path, default=ROOT / "spec", help="the spec folder (default: that of this project)"
    )
    parser.add_argument("--out", type=Path, default=ROOT, help="the folder to write to (default: this project)")
    parser.add_argument("--json", action="store_true", help="for diff: JSON instead of text")
    options = parser.parse_intermixed_args(arguments)
    if len(options.folders) != (2 if options.command == "diff" else 0):
        parser.error("diff takes two spec folders, the other commands none")
    try:
        return _COMMANDS[options.command](options)
    except CodegenError as error:
        _say(error, error=True)
        _say(f"{len(error.problems)} problem(s); nothing was written", error=True)
        return 1


def _lint(options: argparse.Namespace) -> int:
    lint(load(options.spec))
    _say("the spec is fine")
    return 0


def _bundle(options: argparse.Namespace) -> int:
    document = load(options.spec)
    lint(document)
    _say(output.bundle(document))
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
        _say(f"{SNAPSHOT} is the public surface of the spec")
        return 0
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        _say("the public surface is the one in the snapshot")
        return 0
    old = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"methods": {}, "types": {}}
    _say(as_text(compare(old, json.loads(text))), error=True)
    _say(
        "the public surface changed; if that is meant, run `python -m codegen surface` and tell users in CHANGELOG.md",
        error=True,
    )
    return 1


def _diff(options: argparse.Namespace) -> int:
    old, new = (_surface_of(folder) for folder in options.folders)
    changes = compare(old, new)
    _say(as_json(changes) if options.json else as_text(changes))
    return 1 if any(change.breaking for change in changes) else 0


def _write(options: argparse.Namespace) -> int:
    files = output.generate(options.spec, ROOT)
    if options.check:
        difference = output.compare(files, options.out)
        if difference:
            _say(difference, error=True)
            _say("the generated files are not what the spec says; run `nox -s generate`", error=True)
            return 1
        _say(f"{len(files)} generated files are up to date")
        return 0
    if options.out.resolve() != ROOT:
        output.copy(output.handwritten(ROOT), options.out)
    difference = output.write(files, options.out)
    _say(
        f"{len(files)} files: {len(difference.missing)} new, {len(difference.different)} changed, {len(difference.extra)} removed"
    )
    _say(output.summary(files))
    return 0


def _say(text: object, *, error: bool = False) -> None:
    print(text, file=sys.stderr if error else sys.stdout)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "write": _write,
    "lint": _lint,
    "bundle": _bundle,
    "surface": _surface,
    "diff": _diff,
}

if __name__ == "__main__":
    sys.exit(main())
