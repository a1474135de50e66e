"""Runs one implementation in its own environment: one round for each line on standard input.

Run as `python benchmarks/worker.py SUITE NAME IMPLEMENTATION SECONDS`. Prints one JSON object per line: first the number of repetitions
per round, chosen so that a round takes about SECONDS; then, for each round, the seconds of CPU time (including child processes) and of
wall time per repetition, and the value that the implementation measured itself.
"""

import gc
import importlib
import json
import resource
import sys
import time
from pathlib import Path

sys.path[:1] = []
sys.path.append(str(Path(__file__).parent.parent))  # for `benchmarks`, after the installed packages

from benchmarks.benchmark import Benchmark, Run  # noqa: E402


def main() -> None:
    suite, name, implementation_name, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    benchmark: Benchmark = importlib.import_module(f"benchmarks.suites.{suite}").BENCHMARKS[name]
    implementation = next(each for each in benchmark.implementations if each.name == implementation_name)
    run = implementation.prepare()
    repetitions = 1 if benchmark.measure == "value" else calibrate(run, seconds)
    print(json.dumps({"repetitions": repetitions}), flush=True)
    for _ in sys.stdin:
        gc.collect()
        cpu, wall = cpu_seconds(), time.perf_counter()
        value = run(repetitions)
        measurement = {
            "cpu": (cpu_seconds() - cpu) / repetitions,
            "wall": (time.perf_counter() - wall) / repetitions,
            "value": value,
        }
        print(json.dumps(measurement), flush=True)


def cpu_seconds() -> float:
    """Return the CPU time of this process and its children so far."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def calibrate(run: Run, seconds: float) -> int:
    """Return the number of repetitions that fill a round. The first one is not timed: it imports modules and opens connections."""
    run(1)
    repetitions = 1
    while True:
        started = time.perf_counter()
        run(repetitions)
        elapsed = time.perf_counter() - started
        if elapsed >= seconds / 2:
            return max(1, round(repetitions * seconds / elapsed))
        repetitions *= 2


if __name__ == "__main__":
    main()
