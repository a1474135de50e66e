"""The test for each operation. `python -m tests.emulator.operations` records it and writes docs/emulator-coverage.md.

A recorded test fails when it no longer gets a successful response from its operation.
"""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from workos_emulator import Emulator

FILE = Path(__file__).parent / "operations.json"
_ROOT = FILE.parents[2]
_RECORD = "RECORD_OPERATIONS"


@cache
def read() -> dict[str, str]:
    """Return the recorded test of each operation."""
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


def check(node: str, emulator: Emulator) -> None:
    """Check after a test that it called the operations it is recorded for."""
    test = node.partition("tests/emulator/")[2]
    called = {entry.operation_id for entry in emulator.requests if entry.status < 400 and entry.operation_id}
    if record := os.environ.get(_RECORD):
        with open(record, "a", encoding="utf-8") as file:
            file.writelines(f"{operation} {test}\n" for operation in sorted(called))
        return
    expected = {operation for operation, named in read().items() if named == test}
    assert expected <= called, f"operations.json says that this test calls {sorted(expected - called)}"


def main() -> None:
    """Run the tests and record the operations that they call."""
    record = _ROOT / "build" / "operations.txt"
    record.parent.mkdir(exist_ok=True)
    record.write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/emulator"]
    subprocess.run(command, cwd=_ROOT, env={**os.environ, _RECORD: str(record)}, check=False)
    tests_by_operation: dict[str, list[str]] = {}
    for line in record.read_text(encoding="utf-8").splitlines():
        operation, _, test = line.partition(" ")
        tests_by_operation.setdefault(operation, []).append(test)
    # The test that calls the fewest operations is the most specific one.
    groups = tests_by_operation.values()
    sizes = {test: sum(test in tests for tests in groups) for tests in groups for test in tests}
    chosen = {
        operation: min(sorted(set(tests)), key=lambda test: ("[" in test, sizes[test]))
        for operation, tests in sorted(tests_by_operation.items())
    }
    FILE.write_text(json.dumps(chosen, indent=1) + "\n", encoding="utf-8")
    table = [sys.executable, "-m", "workos_emulator", "coverage", "--markdown", "--tests", str(FILE)]
    done = subprocess.run(table, cwd=_ROOT, check=True, capture_output=True)
    (_ROOT / "docs" / "emulator-coverage.md").write_bytes(done.stdout)


if __name__ == "__main__":
    main()
