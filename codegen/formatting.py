"""Making generated text tidy with ruff: unused imports go, the rest is sorted and formatted."""

import subprocess
import sys

_SETTINGS = ["--isolated", "--line-length=120", "--target-version=py311", "--no-cache"]


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


def _ruff(command: list[str], text: str, path: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "ruff", *command, "--quiet", *_SETTINGS, f"--stdin-filename={path}", "-"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{path}: ruff {command[0]} failed: {done.stderr or done.stdout}")
    return done.stdout
