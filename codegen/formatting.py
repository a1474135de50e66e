"""Formatting of generated text with ruff: unused imports are removed, imports are sorted, code is formatted."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from ruff import find_ruff_bin  # pyright: ignore[reportMissingTypeStubs]

_SETTINGS = ["--isolated", "--line-length=120", "--target-version=py311", "--no-cache"]


def format_all(files: dict[str, str]) -> dict[str, str]:
    """Format many Python files concurrently: path → text."""
    paths = sorted(files)
    with ThreadPoolExecutor() as pool:
        return dict(zip(paths, pool.map(lambda path: format_file(files[path], path), paths), strict=True))


def format_file(text: str, path: str) -> str:
    """Format one Python file.

    Args:
        text: The content.
        path: The path, for messages and for the rules that depend on it.

    Raises:
        RuntimeError: The text is not valid Python, which is a bug in a template.
    """
    # An index imports names only to re-export them.
    rules = "I" if path.endswith("__init__.py") else "F401,I"
    first_party = "['workos_core','workos_async','workos_sync','workos_emulator','codegen']"
    text = _ruff(
        ["check", "--fix", f"--select={rules}", f"--config=lint.isort.known-first-party={first_party}"], text, path
    )
    return _ruff(["format"], text, path)


@cache
def _ruff_path() -> str:
    """Return the path of the executable: starting ruff through Python takes longer than the formatting."""
    return str(find_ruff_bin())


def _ruff(command: list[str], text: str, path: str) -> str:
    process = subprocess.run(  # noqa: S603 - a fixed command
        [_ruff_path(), *command, "--quiet", *_SETTINGS, f"--stdin-filename={path}", "-"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if process.returncode:
        raise RuntimeError(f"{path}: ruff {command[0]} failed: {process.stderr or process.stdout}")
    return process.stdout
