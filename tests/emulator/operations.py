"""Which test calls which operation: `python -m tests.emulator.operations` finds out and writes it into docs/emulator-coverage.md.

Each test that is named there is held to it: it fails when it no longer gets a good answer from the operation.
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
    """A test by operation."""
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


def check(node: str, emulator: Emulator) -> None:
    """Look, at the end of a test, whether it has called the operations that it is named for."""
    test = node.partition("tests/emulator/")[2]
    called = {entry.operation_id for entry in emulator.requests if entry.status < 400 and entry.operation_id}
    if record := os.environ.get(_RECORD):
        with open(record, "a", encoding="utf-8") as file:
            file.writelines(f"{operation} {test}\n" for operation in sorted(called))
        return
    promised = {operation for operation, named in read().items() if named == test}
    assert promised <= called, f"operations.json says that this test calls {sorted(promised - called)}"


def main() -> None:
    """Run the tests, and write down what they call."""
    record = _ROOT / "build" / "operations.txt"
    record.parent.mkdir(exist_ok=True)
    record.write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/emulator"]
    subprocess.run(command, cwd=_ROOT, env={**os.environ, _RECORD: str(record)}, check=False)
    found: dict[str, list[str]] = {}
    for line in record.read_text(encoding="utf-8").splitlines():
        operation, _, test = line.partition(" ")
        found.setdefault(operation, []).append(test)
    # A test that calls few operations is most likely to be about this one.
    sizes = {test: sum(test in tests for tests in found.values()) for tests in found.values() for test in tests}
    chosen = {
        operation: min(sorted(set(tests)), key=lambda test: ("[" in test, sizes[test]))
        for operation, tests in sorted(found.items())
    }
    FILE.write_text(json.dumps(chosen, indent=1) + "\n", encoding="utf-8")
    table = [sys.executable, "-m", "workos_emulator", "coverage", "--markdown", "--tests", str(FILE)]
    done = subprocess.run(table, cwd=_ROOT, check=True, capture_output=True)
    (_ROOT / "docs" / "emulator-coverage.md").write_bytes(done.stdout)


if __name__ == "__main__":
    main()
