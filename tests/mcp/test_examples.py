"""The example servers, from the command line, against the emulator that they start."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import anyio
import pytest

from .agent import Agent

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("example", ["mcp_server", "fastmcp_server"])
async def test_example(example: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    settings = ("WORKOS_API_KEY", "WORKOS_CLIENT_ID", "WORKOS_BASE_URL", "AUTHKIT_DOMAIN")
    environment = {name: value for name, value in os.environ.items() if name not in settings}
    process = subprocess.Popen(  # noqa: ASYNC220 - it is read only until the server is ready
        [sys.executable, "-m", f"examples.{example}", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        first, second = process.stdout.readline(), process.stdout.readline()
        (emulator_url,) = re.findall(r"emulator is running at (\S+)\.", first)
        (server_url,) = re.findall(r"server is running at (\S+)", second)
        agent = Agent(emulator_url, server_url, organization="Acme")
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            await anyio.sleep(0.1)
        assert re.fullmatch(r"user_\w+ in org_\w+", await agent.call("whoami"))
        agent.close()
    finally:
        process.kill()
        process.communicate()
