"""Limits that the emulator keeps on any machine.

Creates are measured in CPU time, which other load on the machine affects little; the start is the best of several wall-clock times.

The garbage collector is measured separately. It runs as an application has it, and looks at all objects of the process when their number has grown
by a quarter since it did so last: that takes a constant time per create on average, but any thousand creates may contain such a collection or not.
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
from typing import NamedTuple

import httpx

from benchmarks.emulator.collector import CollectorClock
from workos_emulator import Emulator, Request

STARTS = 7
CREATES = 20_000
HEADERS = {"authorization": "Bearer sk_test_emulator", "content-type": "application/json"}


def start_in_process(environment: dict[str, str]) -> float:
    """Return the milliseconds to import and create an emulator in a new interpreter, without the start of the interpreter."""
    code = (
        "import time; t = time.perf_counter()\n"
        "from workos_emulator import Emulator; Emulator()\n"
        "print((time.perf_counter() - t) * 1000)"
    )
    times: list[float] = []
    for _ in range(STARTS):
        command = [sys.executable, "-c", code]
        run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        times.append(float(run.stdout))
    return min(times)


def start_server(environment: dict[str, str]) -> float:
    """Return the milliseconds from the start of the process to its first line of output."""
    times: list[float] = []
    for _ in range(STARTS):
        before = time.perf_counter()
        command = [sys.executable, "-m", "workos_emulator", "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout is not None
            process.stdout.readline()
            times.append((time.perf_counter() - before) * 1000)
            process.terminate()
            process.communicate()
    return min(times)


def environment_with_bytecode(folder: str) -> dict[str, str]:
    """Return environment variables for processes that cache compiled modules in the folder, as an installed package does."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


class CreateTimes(NamedTuple):
    """The CPU time of a create in milliseconds.

    Attributes:
        first: The mean of the first thousand, without garbage collection.
        last: The mean of the last thousand, without garbage collection.
        collector: The mean time of garbage collection per create, of all creates.
    """

    first: float
    last: float
    collector: float


def creates(db: str | None, count: int = CREATES) -> CreateTimes:
    """Measure creates in an emulator."""
    with Emulator(db=db) as emulator, CollectorClock() as collector:
        emulator.handle(Request("POST", "/organizations", "", HEADERS, b'{"name": "warm up"}'))
        times: list[float] = []
        for thousand in range(count // 1000):
            bodies = [
                json.dumps({"name": f"{thousand}-{n}", "external_id": f"{thousand}-{n}"}).encode() for n in range(1000)
            ]
            before = time.process_time() - collector.seconds
            for body in bodies:
                assert emulator.handle(Request("POST", "/organizations", "", HEADERS, body)).status == 201
            times.append(time.process_time() - collector.seconds - before)
        return CreateTimes(times[0], times[-1], collector.seconds * 1000 / count)


def median_time(action: Callable[[], object], repetitions: int = 2000) -> float:
    """Return the median time of an action in milliseconds."""
    times: list[float] = []
    for _ in range(repetitions):
        before = time.perf_counter()
        action()
        times.append((time.perf_counter() - before) * 1000)
    return statistics.median(times)


def gets() -> tuple[float, float]:
    """Return the median time of a get in milliseconds: of the emulator alone, and through an httpx client in process."""
    emulator = Emulator()
    id = emulator.create("organizations")["id"]
    request = Request("GET", f"/organizations/{id}", "", HEADERS)
    with httpx.Client(transport=emulator.transport, base_url="https://api.workos.com", headers=HEADERS) as client:
        return median_time(lambda: emulator.handle(request)), median_time(lambda: client.get(f"/organizations/{id}"))


def _create_rows(name: str, times: CreateTimes) -> list[tuple[str, str, bool]]:
    growth, share = times.last / times.first, times.collector / times.first
    return [
        (f"{name}, first thousand", f"{times.first:.3f} ms", True),
        (f"{name}, last thousand of {CREATES:,}", f"{times.last:.3f} ms ({growth:.2f} ×)", growth < 1.2),
        (f"{name}, garbage collection", f"{times.collector:.3f} ms ({share:.2f} ×)", share < 0.2),
    ]


def check() -> bool:
    """Measure the emulator of this interpreter, print the results, and return whether all of them are within their limits."""
    with tempfile.TemporaryDirectory() as folder:
        environment = environment_with_bytecode(folder)
        in_process, server = start_in_process(environment), start_server(environment)
    memory = creates(None)
    with tempfile.TemporaryDirectory() as folder:
        database = creates(str(Path(folder) / "bench.db"))
    alone, client = gets()
    rows = [
        ("import and Emulator()", f"{in_process:.0f} ms", in_process < 300),
        ("workos-emulator, until it accepts requests", f"{server:.0f} ms", server < 300),
        *_create_rows("create", memory),
        *_create_rows("create with --db", database),
        ("get, emulator alone, median", f"{alone:.3f} ms", alone < 1),
        ("get, through httpx in process, median", f"{client:.3f} ms", client < 1),
    ]  # fmt: skip
    for name, value, is_within_limit in rows:
        print(f"{name:44} {value:>22} {'' if is_within_limit else '  over the limit'}")
    return all(is_within_limit for _, _, is_within_limit in rows)
