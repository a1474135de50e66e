"""Run every fault and print the table: `python -m tests.faults [--write | --check]`.

`--write` also writes docs/reliability.md; `--check` runs nothing and only compares docs/reliability.md with the expected outcomes.
"""

import argparse
import sys
import time
from pathlib import Path

from tests.faults.document import count_calls, render
from tests.faults.expected import expected
from tests.faults.faults import FAULTS
from tests.faults.modes import MODES
from tests.faults.operations import OPERATIONS
from tests.faults.run import run

PATH = Path(__file__).parents[2] / "docs" / "reliability.md"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--check", action="store_true", help="run nothing; fail if docs/reliability.md is out of date")
    parser.add_argument("--write", action="store_true", help="write docs/reliability.md")
    arguments = parser.parse_args()
    if arguments.check:
        if PATH.read_text(encoding="utf-8") == render():
            return 0
        print("docs/reliability.md differs from tests/faults/expected.py: run `nox -s faults`", file=sys.stderr)
        return 1
    failed = _run_all()
    if arguments.write and not failed:
        PATH.write_text(render(), encoding="utf-8")
    return 1 if failed else 0


def _run_all() -> int:
    started = time.perf_counter()
    problems = 0
    width = max(map(len, FAULTS))
    columns = {
        name: max(len(name), *(len(str(expected(fault, OPERATIONS[name]))) for fault in FAULTS)) for name in OPERATIONS
    }
    print(" ".join([" " * width, *(name.ljust(size) for name, size in columns.items())]))
    for fault in FAULTS:
        runs = [run(fault, mode) for mode in MODES if FAULTS[fault].supports(mode)]
        cells = [str(expected(fault, OPERATIONS[name])).ljust(size) for name, size in columns.items()]
        print(" ".join([fault.ljust(width), *cells]))
        for result in runs:
            problems += len(result.problems)
            for problem in result.problems:
                print(f"    {result.mode}: {problem}")
    print(f"{count_calls()} calls in {time.perf_counter() - started:.0f} s, {problems} problems")
    return problems


if __name__ == "__main__":
    sys.exit(main())
