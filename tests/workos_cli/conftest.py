"""The published `workos` CLI, installed from npm into the folder in WORKOS_CLI, which `nox -s cli` sets."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workos_emulator import Emulator, Settings

FOLDER = os.environ.get("WORKOS_CLI", "")
CLIENT_ID = "client_01KFKHSZWK9ADVJV854PDFQCCR"  # built into the CLI
TIMEOUT = 120
collect_ignore_glob = [] if FOLDER else ["test_*"]


class Cli:
    """Runs the CLI with a home folder of its own."""

    def __init__(self, home: Path, url: str) -> None:
        self.home = home
        self.credentials = home / ".workos" / "credentials.json"
        self._command = ["node", str(Path(FOLDER) / "node_modules" / "workos" / "dist" / "bin.js")]
        offline = Path(__file__).parent / "offline.mjs"
        kept = {name: os.environ[name] for name in ("PATH", "NODE_EXTRA_CA_CERTS") if name in os.environ}
        self._environment = kept | {
            "HOME": str(home),
            "WORKOS_AUTHKIT_DOMAIN": url,
            "WORKOS_MODE": "agent",
            "WORKOS_TELEMETRY": "false",
            "BROWSER": "true",  # a program that does nothing
            "NODE_OPTIONS": f"--import {offline.as_uri()}",
        }

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start a command, with its output and errors in one pipe."""
        return subprocess.Popen(
            [*self._command, *arguments, "--insecure-storage"],
            env=self._environment,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run a command, check its exit code, and return its output."""
        with self.start(*arguments) as process:
            try:
                output, _ = process.communicate(timeout=TIMEOUT)
            finally:
                process.kill()
        assert process.returncode == code, output
        return output

    def json(self, *arguments: str) -> Any:
        """Run a command, and return its output as JSON."""
        return json.loads(self.run(*arguments, "--json"))


@pytest.fixture
def emulator() -> Emulator:
    emulator = Emulator(settings=Settings(device_interval=1))
    application = {
        "client_id": CLIENT_ID,
        "name": "WorkOS CLI",
        "application_type": "oauth",
        "is_first_party": True,
        "uses_pkce": True,
        "scopes": ["staging-environment:credentials:read"],
    }
    user = {"email": "ada@example.com", "password": "correct horse 42", "email_verified": True}
    emulator.load({"applications": [application], "users": [user]})
    return emulator


@pytest.fixture
def url(emulator: Emulator) -> Iterator[str]:
    with emulator.serve() as url:
        yield url


@pytest.fixture
def cli(tmp_path: Path, url: str) -> Cli:
    return Cli(tmp_path, url)
