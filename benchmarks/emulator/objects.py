"""Create users in process, and print what they cost as a JSON object. Runs in the environment of a build, so it imports nothing else.

Run as `python objects.py memory COUNT` or `python objects.py database COUNT FILE`.
"""

import gc
import json
import sys
import time
from pathlib import Path

from workos_emulator import Emulator, Request

HEADERS = {"authorization": "Bearer sk_test_emulator", "content-type": "application/json"}


def create_users(emulator: Emulator, count: int) -> None:
    for number in range(count):
        fields = {"email": f"user{number}@example.com", "first_name": f"Ada {number}", "last_name": "Lovelace"}
        body = json.dumps(fields).encode()
        response = emulator.handle(Request("POST", "/user_management/users", "", HEADERS, body))
        assert response.status == 201, response.body


def status(field: str) -> float:
    """Return a field of /proc/self/status in megabytes: `VmRSS`, the resident memory, or `VmHWM`, its peak."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{field}:"))


def memory(count: int) -> dict[str, float]:
    emulator = Emulator()
    emulator.handle(
        Request("POST", "/user_management/users", "", HEADERS, b'{"email": "first@example.org", "first_name": "Ada"}')
    )
    gc.collect()
    before, started = status("VmRSS"), time.process_time()
    create_users(emulator, count)
    seconds = time.process_time() - started
    gc.collect()
    return {
        "memory": status("VmRSS"),
        "peak": status("VmHWM"),
        "objects": status("VmRSS") - before,
        "create": seconds / count,
    }


def database(count: int, path: str) -> dict[str, float]:
    with Emulator(db=path) as emulator:
        started = time.process_time()
        create_users(emulator, count)
        seconds = time.process_time() - started
    size = sum(file.stat().st_size for file in Path(path).parent.iterdir())
    started = time.perf_counter()
    with Emulator(db=path) as emulator:
        opened = time.perf_counter() - started
        response = emulator.handle(Request("GET", "/user_management/users", "limit=1", HEADERS))
        assert json.loads(response.body)["data"][0]["email"] == f"user{count - 1}@example.com"
    return {"db_create": seconds / count, "db_size": size / 1e6, "db_open": opened}


if __name__ == "__main__":
    measured = memory(int(sys.argv[2])) if sys.argv[1] == "memory" else database(int(sys.argv[2]), sys.argv[3])
    print(json.dumps(measured))
