"""Making generated text tidy with ruff: unused imports go, the rest is sorted and formatted."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from ruff import find_ruff_bin  # pyright: ignore[reportMissingTypeStubs]

_SETTINGS = ["--isolated", "--line-length=120", "--target-version=py311", "--no-cache"]


def tidy_all(files: dict[str, str]) -> dict[str, str]:
    """Tidy many Python files at once: path → text."""
    paths = sorted(files)
    with ThreadPoolExecutor() as pool:
        return dict(zip(paths, pool.map(lambda path: tidy(files[path], path), paths), strict=True))


def tidy(text: str, path: str) -> str:
    """Tidy one Python file.

    Args:
        text: The file.
        path: Its name, for messages.

    Raises:
        RuntimeError: The text is not Python, which is a fault of a template.
    """
    # An index imports names only to hand them on.
    rules = "I" if path.endswith("__init__.py") else "F401,I"
    own = "['workos_core','workos_async','workos_sync','workos_emulator','codegen']"
    text = _ruff(["check", "--fix", f"--select={rules}", f"--config=lint.isort.known-first-party={own}"], text, path)
    return _ruff(["format"], text, path)


@cache
def _ruff_path() -> str:
    """The program itself: starting it through Python costs more than the formatting."""
    return str(find_ruff_bin())


def _ruff(command: list[str], text: str, path: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [_ruff_path(), *command, "--quiet", *_SETTINGS, f"--stdin-filename={path}", "-"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{path}: ruff {command[0]} failed: {done.stderr or done.stdout}")
    return done.stdout
