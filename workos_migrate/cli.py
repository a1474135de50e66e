"""The command line of the codemod."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from difflib import unified_diff
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from workos_migrate.files import SKIPPED, find_files
from workos_migrate.hints import find_hints
from workos_migrate.migrate import FileResult, migrate
from workos_migrate.official import parse_version, tables

_NOUNS = {
    "import": ("import", "imports"),
    "client": ("client", "clients"),
    "call": ("call", "calls"),
    "pager": ("list that reads all pages", "lists that read all pages"),
    "page": ("list that reads one page", "lists that read one page"),
    "error": ("use of an error", "uses of errors"),
    "session": ("use of a session", "uses of sessions"),
    "webhook": ("use of a webhook", "uses of webhooks"),
    "mock": ("patched name", "patched names"),
    "enum": ("member of an enum", "members of enums"),
    "await": ("await added or removed", "awaits added or removed"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the codemod and return its exit status: 0 if every file was read, 1 if a file could not be migrated."""
    parser = argparse.ArgumentParser(
        prog="workos-migrate",
        description="Migrate a program from the official Python SDK (workos 6 to 10) to workos-async.",
        epilog="exit status: 0 if all files were processed, 1 if a file could not be parsed or written, 2 if an argument is invalid",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--diff", action="store_true", help="print the changes and write nothing")
    parser.add_argument(
        "--from",
        dest="version",
        metavar="VERSION",
        help="the version of the official SDK that the program uses (default: the installed one, otherwise the newest)",
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--async", dest="target", action="store_const", const="async", help="migrate every client to the async client"
    )
    group.add_argument(
        "--sync", dest="target", action="store_const", const="sync", help="migrate every client to the sync client"
    )
    options = parser.parse_args(arguments)
    text = options.version or _installed_version() or tables().versions[1]
    try:
        number = parse_version(text)
    except ValueError:
        parser.error(f"--from must be a version such as 10.8 (got {text!r})")
    if number < (6,):
        parser.error(f"workos {text} is too old; upgrade to workos 6 or later first")
    try:
        files = {path: path.read_bytes() for path in find_files(options.paths)}
    except FileNotFoundError as error:
        parser.error(str(error))
    folders = [path if path.is_dir() else path.parent for path in options.paths]
    results = migrate(files, version=number, target=options.target)
    if options.diff:
        _print_diff(results)
    else:
        _write(results)
    _print_summary(results, text, list(find_hints(dict.fromkeys(folders), SKIPPED)), is_diff=options.diff)
    return 1 if any(result.problem for result in results) else 0


def _installed_version() -> str:
    try:
        return version("workos")
    except PackageNotFoundError:
        return ""


def _write(results: list[FileResult]) -> None:
    for result in results:
        if result.after != result.before:
            try:
                result.path.write_bytes(result.after)
            except OSError as error:
                result.problem = f"can't write: {error.strerror}"


def _print_diff(results: list[FileResult]) -> None:
    for result in results:
        if result.after != result.before:
            before, after = (
                content.decode("utf-8", "replace").splitlines() for content in (result.before, result.after)
            )
            for line in unified_diff(
                before, after, f"a/{_relative(result.path)}", f"b/{_relative(result.path)}", lineterm=""
            ):
                _print(line)


def _relative(path: Path) -> str:
    return path.as_posix().lstrip("/")


def _print_summary(results: list[FileResult], text: str, hints: list[str], *, is_diff: bool) -> None:
    """Print the summary; after a diff, to standard error, so that the output can be applied with `patch`."""
    changed = [result for result in results if result.after != result.before and not result.problem]
    changes: Counter[str] = Counter()
    for result in changed:
        changes += result.changes
    todos = sum(len(result.todos) for result in changed)
    verb = "would change" if is_diff else "changed"
    lines = [f"{verb} {_count(len(changed), 'file', 'files')} of {len(results)}, for workos {text}"]
    lines += [f"  {_count(changes[name], *nouns)}" for name, nouns in _NOUNS.items() if changes[name]]
    if todos:
        lines.append(f"{_count(todos, 'place needs', 'places need')} a decision: search for TODO(workos-migrate)")
        lines += [f"  {result.path}: {len(result.todos)}" for result in changed if result.todos]
    unknown = [(result.path, *item) for result in results for item in result.unknown]
    if unknown:
        lines.append(
            "not changed, because it is unclear whether the object is a client; annotate it as WorkOSClient and run again:"
        )
        lines += [f"  {path}:{line}: {call}" for path, line, call in unknown]
    if hints:
        lines += ["next steps:", *(f"  {hint}" for hint in hints)]
    for line in lines:
        _print(line, is_error=is_diff)
    for result in results:
        if result.problem:
            _print(f"{result.path}: {result.problem}; not changed", is_error=True)


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


def _print(text: str, *, is_error: bool = False) -> None:
    sys.stdout.flush()
    (sys.stderr if is_error else sys.stdout).write(f"{text}\n")
