"""The migration of a program: parse all files, infer kinds across them, and apply the rules to each."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import libcst as cst
from attrs import Factory, define

from workos_migrate.edits import Edits
from workos_migrate.inference import Inference
from workos_migrate.kinds import Variant
from workos_migrate.official import tables
from workos_migrate.project import ParsedFile, Project
from workos_migrate.rules.calls import migrate_calls
from workos_migrate.rules.clients import migrate_clients
from workos_migrate.rules.context import Context
from workos_migrate.rules.enums import migrate_enums
from workos_migrate.rules.errors import migrate_errors
from workos_migrate.rules.mocks import migrate_mocks
from workos_migrate.rules.names import migrate_names, place_required_imports
from workos_migrate.rules.pages import migrate_other_pages
from workos_migrate.rules.sessions import migrate_sessions
from workos_migrate.rules.settings import migrate_settings
from workos_migrate.rules.unknown import find_unknown
from workos_migrate.rules.webhooks import migrate_webhooks


@define
class FileResult:
    """The result of migrating a file.

    Attributes:
        path: The file.
        before: Its content.
        after: Its new content. It equals `before` if nothing was changed.
        changes: What was changed → how often.
        todos: The comments that were added.
        unknown: Calls that look like calls of WorkOS but are not changed, each with its line.
        problem: Why the file could not be migrated; empty if it could.
    """

    path: Path
    before: bytes = b""
    after: bytes = b""
    changes: Counter[str] = Factory(Counter[str])
    todos: list[str] = Factory(list[str])
    unknown: list[tuple[int, str]] = Factory(list[tuple[int, str]])
    problem: str = ""


def migrate(
    files: Mapping[Path, bytes], *, version: tuple[int, ...], target: Variant | None = None
) -> list[FileResult]:
    """Migrate the files of a program.

    Args:
        files: The content of every file, by path.
        version: The version of the official SDK that the program uses.
        target: The variant to migrate all clients to; None keeps the variant of each.
    """
    results: dict[Path, FileResult] = {}
    parsed: list[ParsedFile] = []
    relevant = re.compile(rb"(?i:workos)|\.(?:%s)\b" % "|".join(sorted(tables().resources)).encode())
    for path, content in files.items():
        results[path] = FileResult(path, content, content)
        if path.suffix == ".ipynb":
            results[path].problem = "notebooks are not migrated; export it as a script, or change it by hand"
            continue
        if not relevant.search(content):
            continue  # names neither the SDK nor a resource of a client
        try:
            parsed.append(ParsedFile(path, cst.parse_module(content), _module_name(path)))
        except cst.ParserSyntaxError as error:
            results[path].problem = f"line {error.raw_line}: syntax error"
        except (UnicodeDecodeError, LookupError, SyntaxError) as error:
            results[path].problem = f"can't decode: {error}"
        except RecursionError:
            results[path].problem = "too deeply nested"
    packages = {_module_name(path) for path in files if path.name == "__init__.py"}
    project = Project(parsed, packages, tables(), version)
    variants = project.variants()
    program_variant = target or (variants.pop() if len(variants) == 1 else None)
    for path, inference in project.modules.items():
        _migrate_file(project, inference, results[path], target, program_variant)
    return list(results.values())


def _migrate_file(
    project: Project, inference: Inference, result: FileResult, target: Variant | None, program_variant: Variant | None
) -> None:
    edits = Edits(inference.reader)
    own = project.variants_of(inference)
    variant = own.pop() if len(own) == 1 else program_variant
    context = Context(inference, edits, project.official, project.version, target, variant)
    for rule in (
        migrate_clients,
        migrate_calls,
        migrate_other_pages,
        migrate_enums,
        migrate_sessions,
        migrate_webhooks,
        migrate_errors,
        migrate_settings,
        migrate_mocks,
        migrate_names,
    ):
        rule(context)
    if project.uses_official:
        result.unknown = find_unknown(context)
    module = place_required_imports(context, edits.apply(inference.module))
    result.after = module.bytes if module is not inference.module else result.before
    if result.after != result.before:
        result.changes, result.todos = edits.changes, edits.todos


def _module_name(path: Path) -> str:
    """Return the path as a dotted name. Its end is the name that the program imports: `/home/ada/shop/src/shop/auth.py`."""
    parts = path.absolute().with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
