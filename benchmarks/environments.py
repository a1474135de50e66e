"""The virtual environments of the implementations. Each SDK has its own, since installed packages affect what is imported."""

import subprocess
import sys
import venv
from functools import cache
from pathlib import Path
from shutil import rmtree

ROOT = Path(__file__).parent.parent
OTHER_PACKAGES: dict[str, list[str]] = {
    "official": ["workos"],
    "bare": ["httpx", "httpx2", "aiohttp", "msgspec", "cryptography"],
}
EXTRAS = {"httpx": "", "httpx2": "[httpx2]", "aiohttp": "[aiohttp]", "redis": "[redis]", "speed": "[speed]"}
"""The environments with this SDK, and the extras installed there."""


class Environments:
    """Virtual environments that are created on first use.

    Args:
        folder: The folder of the environments. Existing ones are reused.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ready: set[str] = set()
        self._wheel: Path | None = None

    def python(self, name: str) -> Path:
        """Return the interpreter of an environment, after updating its packages."""
        home = self._folder / name
        python = home / "bin" / "python"
        if name not in self._ready:
            if not python.exists():
                venv.create(home, with_pip=True)
            if name in EXTRAS:
                wheel = self._built(python)
                _pip(python, "install", "--upgrade", f"{wheel}{EXTRAS[name]}")
                _pip(python, "install", "--force-reinstall", "--no-deps", str(wheel))
            else:
                _pip(python, "install", "--upgrade", *OTHER_PACKAGES[name])
            _quietly(str(python), "-m", "compileall", "-q", str(home / "lib"), check=False)
            self._ready.add(name)
        return python

    def _built(self, python: Path) -> Path:
        """Return a wheel of this SDK as it is now, which is built once."""
        if self._wheel is None:
            wheels = self._folder / "wheels"
            rmtree(wheels, ignore_errors=True)
            _pip(python, "wheel", "--no-deps", "--no-cache-dir", "-w", str(wheels), str(ROOT))
            (self._wheel,) = wheels.glob("*.whl")
        return self._wheel

    def versions(self, name: str) -> dict[str, str]:
        """Return the versions of the packages installed in an environment."""
        return _versions(str(self.python(name)))


@cache
def _versions(python: str) -> dict[str, str]:
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format", "freeze", "--disable-pip-version-check"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return dict(line.split("==", 1) for line in listed.splitlines() if "==" in line)


def _pip(python: Path, command: str, *arguments: str) -> None:
    _quietly(str(python), "-m", "pip", command, "-q", "--disable-pip-version-check", *arguments)


def _quietly(*command: str, check: bool = True) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if check and done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
