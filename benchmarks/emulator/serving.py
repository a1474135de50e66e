"""The server of a build: how long it takes to start, and how it serves concurrent clients."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.emulator.builds import Build

SCENARIOS = ("get", "list", "create", "mixed")
_LOAD = Path(__file__).with_name("load.py")
_HEADERS = {"authorization": "Bearer sk_test_emulator"}


@contextmanager
def serve(build: Build) -> Generator[tuple[int, float]]:
    """Start the server of a build, and yield its port and the seconds from the start of the process to the first response."""
    started = time.perf_counter()
    command = [str(build.python), "-m", "workos_emulator", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=build.python.parent) as process:
        try:
            assert process.stdout is not None
            found = next((m for line in process.stdout if (m := re.search(r"http://127\.0\.0\.1:(\d+)", line))), None)
            if found is None:
                sys.exit(f"{' '.join(command)} ended early; see its traceback above")
            connection = HTTPConnection("127.0.0.1", int(found[1]), timeout=10)
            connection.request("GET", "/user_management/users", headers=_HEADERS)
            assert connection.getresponse().status == 200
            seconds = time.perf_counter() - started
            connection.close()
            yield int(found[1]), seconds
        finally:
            process.terminate()
            process.communicate()


def start(build: Build) -> dict[str, float]:
    """Return the seconds from the start of the process to the first response."""
    with serve(build) as (_, seconds):
        return {"start": seconds}


def load(build: Build, name: str, requests: int, clients: int) -> dict[str, float]:
    """Return the latencies and the rate of a scenario, measured on a new server."""
    with serve(build) as (port, _):
        command = [sys.executable, str(_LOAD), str(port), name, str(requests), str(clients)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=600)
        measured: dict[str, float] = json.loads(done.stdout)
        return measured
