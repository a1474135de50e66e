"""The virtual environments that parties run in: each SDK alone, since what else is installed changes what is imported."""

import subprocess
import sys
import venv
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
REQUIREMENTS: dict[str, list[str]] = {
    "official": ["workos"],
    "httpx": [str(ROOT)],
    "httpx2": [f"{ROOT}[httpx2]"],
    "aiohttp": [f"{ROOT}[aiohttp]"],
    "redis": [f"{ROOT}[redis]"],
    "speed": [f"{ROOT}[speed]"],
    "floor": ["httpx", "httpx2", "aiohttp", "msgspec", "cryptography"],
}


class Environments:
    """Makes each environment when it is first asked for.

    Args:
        folder: Where they are; what is there already is used again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ready: set[str] = set()

    def python(self, name: str) -> Path:
        """The interpreter of an environment, with its packages as they are now."""
        home = self._folder / name
        python = home / "bin" / "python"
        if name not in self._ready:
            if not python.exists():
                venv.create(home, with_pip=True)
            ours = str(ROOT) in REQUIREMENTS[name][0]
            renew = ["--force-reinstall", "--no-deps", "--no-cache-dir", str(ROOT)] if ours else []
            for arguments in filter(None, [["--upgrade", *REQUIREMENTS[name]], renew]):
                _quietly(str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *arguments)
            _quietly(str(python), "-m", "compileall", "-q", str(home / "lib"), check=False)
            self._ready.add(name)
        return python

    def versions(self, name: str) -> dict[str, str]:
        """What is installed in an environment."""
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


def _quietly(*command: str, check: bool = True) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if check and done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
