"""What is left to do outside of Python files: requirements, notebooks and environment variables."""

import re
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

_REQUIREMENT = re.compile(r"""^\s*(?:["']?)workos\s*(?:\[[^\]]*\]\s*)?(?:[<>=!~;,"'\s]|$)""")
_POETRY = re.compile(r"^\s*workos\s*=")
_FILES = (
    "pyproject.toml",
    "setup.cfg",
    "setup.py",
    "Pipfile",
    "requirements*.txt",
    "requirements*.in",
    "requirements/*.txt",
    "environment.yml",
)
_SETTINGS = (".env*", "*.env", "Dockerfile*", "Containerfile*", "compose*.y*ml", "docker-compose*.y*ml")
_IN_NOTEBOOK = re.compile(r"(?:from|import) workos\b")
_TIMEOUT = "WORKOS_REQUEST_TIMEOUT"


def find_hints(folders: Iterable[Path], skipped: Set[str]) -> Iterator[str]:
    """Yield a sentence for every place to change. Notebooks in folders with a skipped name are ignored."""
    for folder in folders:
        for path in _matching(folder, _FILES):
            for number, line in enumerate(_lines(path), 1):
                if _REQUIREMENT.match(line) or (path.name in ("pyproject.toml", "Pipfile") and _POETRY.match(line)):
                    yield f"{path}:{number}: replace the requirement workos with workos-async"
        for path in sorted(folder.rglob("*.ipynb")):
            parts = path.relative_to(folder).parts
            if not any(part in skipped or part.startswith(".") for part in parts) and any(
                _IN_NOTEBOOK.search(line) for line in _lines(path)
            ):
                yield f"{path}: notebooks are not migrated; export it as a script, or change it by hand"
        for path in _matching(folder, _SETTINGS):
            for number, line in enumerate(_lines(path), 1):
                if _TIMEOUT in line:
                    yield f"{path}:{number}: {_TIMEOUT} is not read; pass timeout to the client"


def _matching(folder: Path, patterns: Iterable[str]) -> list[Path]:
    return sorted({path for pattern in patterns for path in folder.glob(pattern) if path.is_file()})


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines()
