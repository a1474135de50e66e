"""The official Node SDK, from the npm folder WORKOS_NODE_SDK, which `nox -s node` sets."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workos_emulator import Emulator

FOLDER = os.environ.get("WORKOS_NODE_SDK", "")
COOKIE_PASSWORD = "a cookie password of more than thirty-two characters"
PASSWORD = "correct horse battery 1"
collect_ignore_glob = [] if FOLDER else ["test_*"]


class NodeError(Exception):
    """An error that the SDK raised.

    Attributes:
        name: The name of the JavaScript class.
        status: The status of the response, if any.
        code: The code of the error, if any.
        data: The body of the response, if the error has it.
    """

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(f"{error['name']} {error['status']} {error['code']}: {error['message']} {error['rawData']}")
        self.name = error["name"]
        self.status = error["status"]
        self.code = error["code"]
        self.data: dict[str, Any] = error["rawData"] or {}


class NodeSdk:
    """A Node process that calls the SDK."""

    def __init__(self) -> None:
        script = Path(FOLDER) / "sdk.mjs"
        shutil.copy(Path(__file__).parent / script.name, script)
        self._process = subprocess.Popen(
            ["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=FOLDER
        )

    def send(self, command: str, **parameters: Any) -> Any:
        """Return the result of a command.

        Raises:
            NodeError: The command failed.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"command": command, **parameters}) + "\n")
        self._process.stdin.flush()
        outcome = json.loads(self._process.stdout.readline())
        if "error" in outcome:
            raise NodeError(outcome["error"])
        return outcome["result"]

    def __call__(self, method: str, *arguments: Any, **options: Any) -> Any:
        """Call a method such as `organizations.getOrganization`. Keyword arguments become the options object."""
        return self.send("call", method=method, args=[*arguments, *([options] if options else [])])

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="session")
def node_process() -> Iterator[NodeSdk]:
    sdk = NodeSdk()
    yield sdk
    sdk.close()


@pytest.fixture
def emulator() -> Emulator:
    return Emulator(seed=1)


@pytest.fixture
def node(node_process: NodeSdk, emulator: Emulator) -> Iterator[NodeSdk]:
    """The SDK, connected to the emulator."""
    with emulator.serve() as url:
        port = int(url.rpartition(":")[2])
        node_process.send("connect", apiKey=emulator.api_key, clientId=emulator.client_id, port=port)
        yield node_process


@pytest.fixture
def acme(node: NodeSdk) -> str:
    """The ID of an organization."""
    return str(node("organizations.createOrganization", name="Acme")["id"])


@pytest.fixture
def ada(node: NodeSdk) -> str:
    """The ID of a user with a password."""
    user = node("userManagement.createUser", email="ada@example.com", password=PASSWORD, emailVerified=True)
    return str(user["id"])


@pytest.fixture
def member(node: NodeSdk, acme: str, ada: str) -> str:
    """The ID of the user's membership in the organization."""
    membership = node("userManagement.createOrganizationMembership", userId=ada, organizationId=acme)
    return str(membership["id"])


def ids(page: Any) -> list[Any]:
    """Return the IDs of a list."""
    return [item["id"] for item in (page["data"] if isinstance(page, dict) else page)]
