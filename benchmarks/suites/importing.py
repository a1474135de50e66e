"""The cost of imports and of creating a client. Every number includes the start of Python itself."""

import subprocess
import sys
import tempfile

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run

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
            Implementation("this SDK", "httpx", lambda: process(THIS_SDK), target=0.25),
            Implementation("httpx and a client", "bare", lambda: process("import httpx; httpx.AsyncClient()")),
            Implementation("Python only", "bare", lambda: process("pass")),
        ],
    ),
    "package": Benchmark(
        "Import only",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: process("import workos")),
            Implementation("this SDK", "httpx", lambda: process("import workos_async"), target=0.05),
            Implementation("Python only", "bare", lambda: process("pass")),
        ],
    ),
}
