"""The cost of imports and of creating a client. Every number includes the start of Python itself."""

import os
import subprocess
import sys
import tempfile

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target
from benchmarks.data import organization

OFFICIAL_SDK = """
import workos
client = workos.AsyncWorkOSClient(api_key="k", client_id="c")
client.organizations, client.user_management, client.directory_sync
"""
THIS_SDK = """
import workos_async
client = workos_async.WorkOS(api_key="k", client_id="c")
client.organizations, client.user_management, client.directory_sync
"""


OFFICIAL_CALL = """
import asyncio, workos
client = workos.AsyncWorkOSClient(api_key="k", client_id="c", base_url={url!r})
asyncio.run(client.organizations.get_organization({id!r}))
"""
THIS_CALL = """
import asyncio, workos_async
client = workos_async.WorkOS(api_key="k", client_id="c", base_url={url!r})
asyncio.run(client.organizations.get_organization({id!r}))
"""


def first_call(code: str) -> Run:
    """Return a run that imports an SDK and makes a call to the loopback server."""
    return process(code.format(url=os.environ["BENCHMARK_URL"], id=organization(1)["id"]))


def process(code: str) -> Run:
    folder = tempfile.gettempdir()  # has nothing that could be imported

    def run(times: int) -> None:
        for _ in range(times):
            subprocess.run([sys.executable, "-c", code], check=True, cwd=folder)

    return run


BENCHMARKS = {
    "client": Benchmark(
        "Import, create a client, access three resources",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: process(OFFICIAL_SDK)),
            Implementation("this SDK, limiter on", "httpx", lambda: process(THIS_SDK), targets=[Target(0.25)]),
            Implementation("httpx and a client", "bare", lambda: process("import httpx; httpx.AsyncClient()")),
            Implementation("Python only", "bare", lambda: process("pass")),
        ],
        rounds=15,
    ),
    "first_call": Benchmark(
        "Import, create a client, complete a call to the loopback server",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: first_call(OFFICIAL_CALL)),
            Implementation(
                "this SDK on httpx, limiter on", "httpx", lambda: first_call(THIS_CALL), targets=[Target(0.28)]
            ),
            Implementation("Python only", "bare", lambda: process("pass")),
        ],
        rounds=15,
    ),
    "package": Benchmark(
        "Import only",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: process("import workos")),
            Implementation("this SDK", "httpx", lambda: process("import workos_async"), targets=[Target(0.05)]),
            Implementation("Python only", "bare", lambda: process("pass")),
        ],
        rounds=15,
    ),
}
