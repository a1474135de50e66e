from pathlib import Path

import pytest

from workos_emulator.cli import coverage
from workos_emulator.cli.main import main
from workos_emulator.http import spec

from .. import operations

RUN = "run `python -m tests.emulator.operations FILE`, with the file of the tests that changed"
DOCUMENT = Path(__file__).parents[3] / "docs" / "emulator-coverage.md"


def test_every_operation_has_a_behavior(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage"]) == 0
    printed = capsys.readouterr().out
    for id in spec.load().operations:
        assert f" {id} " in printed
    assert f"{len(spec.load().operations)} operations: " in printed.splitlines()[-1]


def test_the_document_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--markdown", "--tests", str(operations.FILE)]) == 0
    assert DOCUMENT.read_bytes() == capsys.readouterr().out.encode(), RUN


def test_every_operation_has_a_test() -> None:
    """`conftest.py` checks that each test calls its operation, when the test runs."""
    tests = operations.read()
    untested = sorted(spec.load().operations.keys() - tests.keys())
    assert untested == [], f"add a test for each to tests/emulator, then {RUN}"
    assert sorted(tests.keys() - spec.load().operations.keys()) == [], RUN
    for test in set(tests.values()):
        file, _, function = test.partition("::")
        assert f"def {function.partition('[')[0]}(" in (operations.FILE.parent / file).read_text(encoding="utf-8")


def test_unimplemented_operation(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(coverage, "handlers", dict)
    assert main(["coverage"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith(f"{len(spec.load().operations)} none")
