"""What a process pays before its first call; the start of Python itself is in every number."""

import subprocess
import sys
import tempfile

from benchmarks.work import Party, Run, Work

OFFICIAL = """
import workos
client = workos.AsyncWorkOSClient(api_key="k", client_id="c")
client.organizations, client.user_management, client.directory_sync
"""
OURS = """
import workos_async
client = workos_async.WorkOS(api_key="k", client_id="c")
client.organizations, client.user_management, client.directory_sync
"""


def process(code: str) -> Run:
    folder = tempfile.gettempdir()  # nothing there that could be imported

    def run(times: int) -> None:
        for _ in range(times):
            subprocess.run([sys.executable, "-c", code], check=True, cwd=folder)

    return run


WORKS = {
    "client": Work(
        "import, make a client, touch three resources",
        "cpu",
        [
            Party("official", "official", lambda: process(OFFICIAL)),
            Party("ours", "httpx", lambda: process(OURS), target=0.25),
            Party("httpx and its client", "floor", lambda: process("import httpx; httpx.AsyncClient()")),
            Party("Python alone", "floor", lambda: process("pass")),
        ],
    ),
    "package": Work(
        "bare import",
        "cpu",
        [
            Party("official", "official", lambda: process("import workos")),
            Party("ours", "httpx", lambda: process("import workos_async"), target=0.05),
            Party("Python alone", "floor", lambda: process("pass")),
        ],
    ),
}
