"""The test for each operation: `python -m tests.emulator.operations` collects them and updates docs/emulator-coverage.md.

Each listed test is checked: it fails when it no longer gets a successful response from the operation.
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
    """Return the test names by operation."""
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


def check(node: str, emulator: Emulator) -> None:
    """Check, at the end of a test, that it called the operations that it is listed for."""
    test = node.partition("tests/emulator/")[2]
    called = {entry.operation_id for entry in emulator.requests if entry.status < 400 and entry.operation_id}
    if record := os.environ.get(_RECORD):
        with open(record, "a", encoding="utf-8") as file:
            file.writelines(f"{operation} {test}\n" for operation in sorted(called))
        return
    listed = {operation for operation, name in read().items() if name == test}
    assert listed <= called, f"operations.json lists this test for {sorted(listed - called)}, which it does not call"


def main() -> None:
    """Run the tests, and record the operations that they call."""
    record = _ROOT / "build" / "operations.txt"
    record.parent.mkdir(exist_ok=True)
    record.write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/emulator"]
    subprocess.run(command, cwd=_ROOT, env={**os.environ, _RECORD: str(record)}, check=False)
    calls: dict[str, list[str]] = {}
    for line in record.read_text(encoding="utf-8").splitlines():
        operation, _, test = line.partition(" ")
        calls.setdefault(operation, []).append(test)
    # Prefer the test that calls the fewest operations: it is most likely to be about this one.
    sizes = {test: sum(test in tests for tests in calls.values()) for tests in calls.values() for test in tests}
    chosen = {
        operation: min(sorted(set(tests)), key=lambda test: ("[" in test, sizes[test]))
        for operation, tests in sorted(calls.items())
    }
    FILE.write_text(json.dumps(chosen, indent=1) + "\n", encoding="utf-8")
    table = [sys.executable, "-m", "workos_emulator", "coverage", "--markdown", "--tests", str(FILE)]
    process = subprocess.run(table, cwd=_ROOT, check=True, capture_output=True)
    (_ROOT / "docs" / "emulator-coverage.md").write_bytes(process.stdout)


if __name__ == "__main__":
    main()
