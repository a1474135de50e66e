"""The builds of the emulator, each with the dependencies it declares, in a virtual environment of its own."""

import subprocess
import sys
import tarfile
import venv
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent


class Build(NamedTuple):
    """An installed build.

    Attributes:
        name: Its name in the table.
        python: The interpreter of its environment.
    """

    name: str
    python: Path


def install(folder: Path, base: str | None) -> list[Build]:
    """Install the working tree and, if given, the commit `base` into environments in a folder. The base comes first."""
    builds = [Build("this build", _install(ROOT, folder / "this"))]
    if base is not None:
        source = folder / "source"
        rmtree(source, ignore_errors=True)
        with tarfile.open(fileobj=BytesIO(_run("git", "-C", str(ROOT), "archive", "--format=tar", base))) as archive:
            archive.extractall(source, filter="data")
        builds.insert(0, Build(base, _install(source, folder / "base")))
    return builds


def _install(source: Path, home: Path) -> Path:
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    pip = (str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check")
    _run(*pip, "--upgrade", f"{source}[emulator]")
    _run(*pip, "--force-reinstall", "--no-deps", str(source))
    return python


def _run(*command: str) -> bytes:
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode(errors='replace')}")
    return done.stdout
