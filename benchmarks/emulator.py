"""How fast the emulator is: `python -m benchmarks.emulator`. Ends with 1 if a limit is broken.

Times of work are CPU times, which other programs on the machine disturb little; starts are the best of several, from the outside.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from workos_emulator import Emulator, Request

STARTS = 7
CREATES = 20_000
HEADERS = {"authorization": "Bearer sk_test_emulator", "content-type": "application/json"}


def start_in_process(environment: dict[str, str]) -> float:
    """Milliseconds from the import until there is an emulator, in a fresh interpreter, without the start of the interpreter."""
    code = (
        "import time; t = time.perf_counter()\n"
        "from workos_emulator import Emulator; Emulator()\n"
        "print((time.perf_counter() - t) * 1000)"
    )
    found: list[float] = []
    for _ in range(STARTS):
        command = [sys.executable, "-c", code]
        run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        found.append(float(run.stdout))
    return min(found)


def start_of_the_server(environment: dict[str, str]) -> float:
    """Milliseconds from the start of the process to its greeting."""
    found: list[float] = []
    for _ in range(STARTS):
        before = time.perf_counter()
        command = [sys.executable, "-m", "workos_emulator", "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout is not None
            process.stdout.readline()
            found.append((time.perf_counter() - before) * 1000)
            process.terminate()
            process.communicate()
    return min(found)


def compiled(folder: str) -> dict[str, str]:
    """The environment of processes that find compiled modules, as those of an installed package are."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def creates(db: str | None) -> tuple[float, float]:
    """CPU milliseconds for a create, in the first thousand and the last."""
    with Emulator(db=db) as emulator:
        emulator.handle(Request("POST", "/organizations", "", HEADERS, b'{"name": "warm up"}'))
        spent: list[float] = []
        for thousand in range(CREATES // 1000):
            bodies = [
                json.dumps({"name": f"{thousand}-{n}", "external_id": f"{thousand}-{n}"}).encode() for n in range(1000)
            ]
            before = time.process_time()
            for body in bodies:
                assert emulator.handle(Request("POST", "/organizations", "", HEADERS, body)).status == 201
            spent.append(time.process_time() - before)
        return spent[0], spent[-1]


def median_of(work: Callable[[], object], times: int = 2000) -> float:
    """The median in milliseconds."""
    found: list[float] = []
    for _ in range(times):
        before = time.perf_counter()
        work()
        found.append((time.perf_counter() - before) * 1000)
    return statistics.median(found)


def gets() -> tuple[float, float]:
    """Median milliseconds of a get: of the emulator alone, and through an httpx client in process."""
    emulator = Emulator()
    id = emulator.create("organizations")["id"]
    request = Request("GET", f"/organizations/{id}", "", HEADERS)
    with httpx.Client(transport=emulator.transport, base_url="https://api.workos.com", headers=HEADERS) as client:
        return median_of(lambda: emulator.handle(request)), median_of(lambda: client.get(f"/organizations/{id}"))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        environment = compiled(folder)
        in_process, server = start_in_process(environment), start_of_the_server(environment)
    first, last = creates(None)
    with tempfile.TemporaryDirectory() as folder:
        stored_first, stored_last = creates(str(Path(folder) / "bench.db"))
    alone, client = gets()
    rows = [
        ("import and Emulator()", f"{in_process:.0f} ms", in_process < 300),
        ("workos-emulator, until it listens", f"{server:.0f} ms", server < 300),
        ("create, first thousand", f"{first:.3f} ms", True),
        (f"create, last thousand of {CREATES:,}", f"{last:.3f} ms ({last / first:.2f} ×)", last < 1.2 * first),
        ("create with --db, first thousand", f"{stored_first:.3f} ms", True),
        ("create with --db, last thousand", f"{stored_last:.3f} ms ({stored_last / stored_first:.2f} ×)", stored_last < 1.2 * stored_first),
        ("get, the emulator alone, median", f"{alone:.3f} ms", alone < 1),
        ("get, through httpx in process, median", f"{client:.3f} ms", client < 1),
    ]  # fmt: skip
    for name, value, good in rows:
        print(f"{name:40} {value:>22} {'' if good else '  over the limit'}")
    return int(not all(good for _, _, good in rows))


if __name__ == "__main__":
    sys.exit(main())
