"""The test for each operation. `python -m tests.emulator.operations [FILE …]` records it and writes docs/emulator-coverage.md.

With files, only their tests run, and the tests of other operations stay recorded. A recorded test fails when it no longer gets a successful response from its operation.
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
_COMPARING = "tests/emulator/cli/test_coverage.py"
"""The tests that compare the files that this program writes."""


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


def main(files: list[str]) -> int:
    """Run the tests and record the operations that they call. Return 1 if a test fails.

    Args:
        files: The files with the tests to run; empty for all.
    """
    record = _ROOT / "build" / "operations.txt"
    record.parent.mkdir(exist_ok=True)
    record.write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "-p", "no:cacheprovider"]
    command += files or ["tests/emulator", f"--ignore={_COMPARING}"]
    done = subprocess.run(command, cwd=_ROOT, env={**os.environ, _RECORD: str(record)}, check=False)
    if done.returncode:
        sys.stderr.write("nothing was recorded, because tests fail\n")
        return 1
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
    if files:
        names = {path.resolve().relative_to(FILE.parent).as_posix() for path in map(Path, files)}
        kept = {operation: test for operation, test in read().items() if test.partition("::")[0] not in names}
        chosen = dict(sorted({**chosen, **kept}.items()))
    FILE.write_text(json.dumps(chosen, indent=1) + "\n", encoding="utf-8")
    table = [sys.executable, "-m", "workos_emulator", "coverage", "--markdown", "--tests", str(FILE)]
    printed = subprocess.run(table, cwd=_ROOT, check=True, capture_output=True)
    (_ROOT / "docs" / "emulator-coverage.md").write_bytes(printed.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
