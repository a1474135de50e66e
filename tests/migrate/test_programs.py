"""Whole programs in the style of real ones: golden files, which run against the emulator, pass mypy, and do what the originals do."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from attrs import frozen

from workos_migrate.kinds import Variant
from workos_migrate.migrate import FileResult, migrate
from workos_migrate.official import parse_version

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(__file__).parent / "programs"


@frozen
class Program:
    """A program.

    Attributes:
        version: The version of the official SDK that it was written for.
        framework: The framework that it needs.
        target: The variant to migrate to.
        todos: The number of comments that the codemod adds.
    """

    version: str
    framework: str = ""
    target: Variant | None = None
    todos: int = 0


ALL = {
    "async_export": Program("9.1.0", todos=1),
    "audit_service": Program("10.6.0"),
    "b2b_desk": Program("10.8.0", "fastapi", todos=2),
    "directory_sync_job": Program("7.0.1"),
    "django_members": Program("10.2.0", "django"),
    "fastapi_api": Program("10.8.0", "fastapi"),
    "fastapi_login": Program("10.8.0", "fastapi"),
    "flask_portal": Program("8.3.0", "flask"),
    "module_style": Program("10.8.0"),
    "nightly_directories": Program("7.0.1", todos=2),
    "onboarding": Program("6.2.0"),
    "pytest_suite": Program("10.8.0"),
    "session_helper": Program("10.8.0"),
    "to_async": Program("10.8.0", "fastapi", target="async"),
    "to_sync": Program("9.1.0", target="sync"),
    "unrelated": Program("10.8.0"),
    "user_report": Program("10.8.0"),
    "vault_cli": Program("10.8.0"),
    "webhook_worker": Program("6.0.0"),
}


def run_codemod(folder: Path, program: Program) -> dict[str, FileResult]:
    files = {path: path.read_bytes() for path in sorted(folder.rglob("*.py"))}
    results = migrate(files, version=parse_version(program.version), target=program.target)
    return {result.path.relative_to(folder).as_posix(): result for result in results}


def run_program(name: str, folder: Path, *arguments: str, sdk: str = "") -> None:
    """Run a program against the emulator, and check what it does."""
    framework = ALL[name].framework
    if framework and find_spec(framework) is None:
        pytest.skip("nox -s web installs the frameworks")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("WORKOS_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(PROGRAMS), str(folder), *filter(None, [sdk])])
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    check = str(PROGRAMS / name / f"check_{name}.py")
    done = subprocess.run(
        [sys.executable, check, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_program_is_tested() -> None:
    assert {path.name for path in PROGRAMS.iterdir() if (path / "before").is_dir()} == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_migrated_program_is_the_golden_one(name: str) -> None:
    """`python -m tests.migrate` writes the golden files; review the difference."""
    results = run_codemod(PROGRAMS / name / "before", ALL[name])
    assert not any(result.problem for result in results.values())
    folder = PROGRAMS / name / "after"
    expected = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    assert {path: result.after.decode() for path, result in results.items()} == expected
    assert sum(len(result.todos) for result in results.values()) == ALL[name].todos


@pytest.mark.parametrize("name", ALL)
def test_migrating_again_changes_nothing(name: str) -> None:
    for result in run_codemod(PROGRAMS / name / "after", ALL[name]).values():
        assert result.after == result.before
        assert (result.changes, result.todos, result.unknown) == ({}, [], [])


@pytest.mark.parametrize("name", ALL)
def test_migrated_program_works(name: str) -> None:
    run_program(name, PROGRAMS / name / "after")


def test_migrated_programs_pass_mypy(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="nox -s migrate installs mypy")
    names = [name for name, program in ALL.items() if not program.framework or find_spec(program.framework)]
    folders = [str(PROGRAMS / name / "after") for name in names]
    command = [sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases", "--cache-dir", str(tmp_path)]
    environment = {**os.environ, "MYPYPATH": os.pathsep.join([str(ROOT), *folders])}
    done = subprocess.run([*command, *folders], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ALL)
def test_original_program_does_the_same(name: str) -> None:
    """The original passes the same checks, with the version of the official SDK that it was written for."""
    folders = os.environ.get("OFFICIAL_SDKS")
    if folders is None:
        pytest.skip("nox -s migrate installs the official SDK")
    run_program(name, PROGRAMS / name / "before", "--official", sdk=str(Path(folders) / ALL[name].version))
