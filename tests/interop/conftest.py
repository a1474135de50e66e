"""The published Node packages, installed from npm into the folders in WORKOS_INTEROP_KITS, which `nox -s interop` sets."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workos_emulator import Emulator

FOLDERS = os.environ.get("WORKOS_INTEROP_KITS", "").split(os.pathsep)
PASSWORD = "a cookie password of more than thirty-two characters"
SECRET = "the signing secret – ünï"
collect_ignore_glob = [] if FOLDERS != [""] else ["test_*"]


class NodePackages:
    """A Node process that calls the packages."""

    def __init__(self, folder: Path, emulator: Emulator, url: str) -> None:
        script = folder / "node_packages.mjs"
        script.write_text((Path(__file__).parent / "node_packages.mjs").read_text(encoding="utf-8"), encoding="utf-8")
        settings = {
            "password": PASSWORD,
            "secret": SECRET,
            "clientId": emulator.client_id,
            "apiKey": emulator.api_key,
            "port": int(url.rpartition(":")[2]),
        }
        self.emulator = emulator
        self.has_authkit = (folder / "node_modules" / "@workos" / "authkit-session").exists()
        self._process = subprocess.Popen(
            ["node", str(script), json.dumps(settings)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=folder,
        )

    def try_call(self, operation: str, **arguments: Any) -> Any:
        """Return a dictionary with the `result`, or with the message of the `error`."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"name": operation, **arguments}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def __call__(self, operation: str, **arguments: Any) -> Any:
        """Return the result of an operation, which must succeed."""
        outcome = self.try_call(operation, **arguments)
        assert "error" not in outcome, f"{operation}: {outcome['error']}"
        return outcome["result"]

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="session", params=FOLDERS, ids=lambda folder: Path(folder).name)
def node(request: pytest.FixtureRequest) -> Iterator[NodePackages]:
    if not request.param:
        pytest.skip("the Node packages are not installed: run nox -s interop")
    emulator = Emulator()
    with emulator.serve() as url:
        packages = NodePackages(Path(request.param), emulator, url)
        yield packages
        packages.close()
