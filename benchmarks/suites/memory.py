"""The memory of 100,000 users."""

import subprocess
import sys
from pathlib import Path

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target

ROOT = Path(__file__).parent.parent.parent
CODE = """
import gc, json, sys
sys.path.append({root!r})
from benchmarks.data import page, user
{setup}
def resident():
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
decode(page([user(0)]))
pages = [page([user(number) for number in range(start, start + 100)]) for start in range(0, 100_000, 100)]
before = resident()
kept = [decode(content) for content in pages]
print((resident() - before) / 1e6)
"""
OFFICIAL_SDK = """
from workos.user_management.models import User
def decode(content):
    return [User.from_dict(item) for item in json.loads(content)["data"]]
"""
THIS_SDK = """
from workos_core.models import User
from workos_core.http.responses import Response, decode_page
from workos_core.http.operation import Operation
operation = Operation("benchmark", "GET", "/", returns=User)
def decode(content):
    return decode_page(operation, Response(200, {}, content))[0]
"""


def megabytes(setup: str) -> Run:
    code = CODE.format(setup=setup, root=str(ROOT))

    def run(times: int) -> float:
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd="/")
        return float(done.stdout)

    return run


BENCHMARKS = {
    "users": Benchmark(
        "Memory of 100,000 users",
        "value",
        [
            Implementation(OFFICIAL, "official", lambda: megabytes(OFFICIAL_SDK)),
            Implementation("this SDK", "httpx", lambda: megabytes(THIS_SDK), targets=[Target(1.05)]),
        ],
        unit="MB",
        rounds=5,
    )
}
