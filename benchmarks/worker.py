"""Does the work of one party, in the party's own environment: a round for each line on standard input.

Run as `python benchmarks/worker.py MODULE WORK PARTY SECONDS`. Prints one JSON object a line: first the number of times in a round,
found so that a round takes about SECONDS, then for each round what it took: seconds of CPU (of child processes as well) and of wall
time for one time, and the value that the party measured.
"""

import gc
import importlib
import json
import resource
import sys
import time
from pathlib import Path

sys.path[:1] = []
sys.path.append(str(Path(__file__).parent.parent))  # for `benchmarks`, behind the packages that are installed

from benchmarks.work import Run, Work  # noqa: E402


def main() -> None:
    module, name, party_name, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    work: Work = importlib.import_module(f"benchmarks.works.{module}").WORKS[name]
    party = next(party for party in work.parties if party.name == party_name)
    run = party.prepare()
    times = 1 if work.measure == "value" else calibrate(run, seconds)
    print(json.dumps({"times": times}), flush=True)
    for _ in sys.stdin:
        gc.collect()
        cpu, wall = cpu_seconds(), time.perf_counter()
        value = run(times)
        taken = {"cpu": (cpu_seconds() - cpu) / times, "wall": (time.perf_counter() - wall) / times, "value": value}
        print(json.dumps(taken), flush=True)


def cpu_seconds() -> float:
    """Of this process and its children so far."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def calibrate(run: Run, seconds: float) -> int:
    """How many times fill a round. Warms caches up on the way: the first time loads and connects, and says nothing of the others."""
    run(1)
    times = 1
    while True:
        started = time.perf_counter()
        run(times)
        passed = time.perf_counter() - started
        if passed >= seconds / 2:
            return max(1, round(times * seconds / passed))
        times *= 2


if __name__ == "__main__":
    main()
