"""The Python files of a program."""

from collections.abc import Iterable, Iterator
from pathlib import Path

SKIPPED = {"__pycache__", "build", "dist", "node_modules", "site-packages", "venv"}


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the Python files among files and below folders, sorted and each once; hidden folders, environments and builds are skipped.

    Raises:
        FileNotFoundError: A path does not exist.
    """
    found: dict[Path, None] = {}
    seen: set[Path] = set()

    def add(file: Path) -> None:
        if file.resolve() not in seen:  # a symbolic link to another file of the program
            seen.add(file.resolve())
            found[file] = None

    for path in paths:
        if path.is_file():
            add(path)
        elif path.is_dir():
            for file in sorted(path.rglob("*.py")):
                folders = file.relative_to(path).parts[:-1]
                if file.is_file() and not any(part in SKIPPED or part.startswith(".") for part in folders):
                    add(file)
        else:
            raise FileNotFoundError(f"no such file or folder: {path}")
    return iter(found)
