"""The kits for Node, installed from npm into a folder of their own: `nox -s interop` says where."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workos_emulator import Emulator

KITS = os.environ.get("WORKOS_INTEROP_KITS", "").split(os.pathsep)
PASSWORD = "a cookie password of more than thirty-two characters"
SECRET = "the signing secret – ünï"
collect_ignore_glob = [] if KITS != [""] else ["test_*"]


class Kits:
    """One process of Node that answers calls."""

    def __init__(self, folder: Path, emulator: Emulator, url: str) -> None:
        script = folder / "kits.mjs"
        script.write_text((Path(__file__).parent / "kits.mjs").read_text(encoding="utf-8"), encoding="utf-8")
        setting = {
            "password": PASSWORD,
            "secret": SECRET,
            "clientId": emulator.client_id,
            "apiKey": emulator.api_key,
            "port": int(url.rpartition(":")[2]),
        }
        self.emulator = emulator
        self.has_authkit = (folder / "node_modules" / "@workos" / "authkit-session").exists()
        self._process = subprocess.Popen(
            ["node", str(script), json.dumps(setting)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=folder,
        )

    def attempt(self, operation: str, **given: Any) -> Any:
        """`result`, or `error` with the message."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"name": operation, **given}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def __call__(self, operation: str, **given: Any) -> Any:
        answer = self.attempt(operation, **given)
        assert "error" not in answer, f"{operation}: {answer['error']}"
        return answer["result"]

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="session", params=KITS, ids=lambda folder: Path(folder).name)
def kits(request: pytest.FixtureRequest) -> Iterator[Kits]:
    if not request.param:
        pytest.skip("the kits for Node are not installed: run nox -s interop")
    emulator = Emulator()
    with emulator.serve() as url:
        found = Kits(Path(request.param), emulator, url)
        yield found
        found.close()
