"""Migrate source text in tests."""

import textwrap
from pathlib import Path

from workos_migrate.kinds import Variant
from workos_migrate.migrate import FileResult, migrate
from workos_migrate.official import parse_version

ROOT = Path("/program")


def migrate_files(
    files: dict[str, str], *, version: str = "10.8", target: Variant | None = None
) -> dict[str, FileResult]:
    """Migrate the files of a program, by relative path."""
    content = {ROOT / name: textwrap.dedent(text).encode() for name, text in files.items()}
    results = migrate(content, version=parse_version(version), target=target)
    return {result.path.relative_to(ROOT).as_posix(): result for result in results}


def migrated(text: str, *, version: str = "10.8", target: Variant | None = None) -> str:
    """Return the migrated text of a program with one file."""
    result = migrate_files({"app.py": text}, version=version, target=target)["app.py"]
    assert not result.problem
    return result.after.decode()


def body(text: str, *, version: str = "10.8", target: Variant | None = None, client: str = "WorkOSClient") -> str:
    """Return the migrated lines below the construction of a client."""
    head = f"from workos import {client}\nclient = {client}()\n"
    after = migrated(head + textwrap.dedent(text), version=version, target=target)
    return after.partition("client = WorkOS()\n")[2]
