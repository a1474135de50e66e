from pathlib import Path

import pytest

from workos_emulator import coverage, spec
from workos_emulator.__main__ import main

DOCUMENT = Path(__file__).parents[2] / "docs" / "emulator-coverage.md"


def test_every_operation_has_a_behaviour(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage"]) == 0
    printed = capsys.readouterr().out
    for id in spec.load().operations:
        assert f" {id} " in printed
    assert f"{len(spec.load().operations)} operations: " in printed.splitlines()[-1]


def test_the_document_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    """After a change: `python -m workos_emulator coverage --markdown > docs/emulator-coverage.md`."""
    assert main(["coverage", "--markdown"]) == 0
    assert DOCUMENT.read_bytes() == capsys.readouterr().out.encode()


def test_an_operation_without_behaviour(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(coverage, "handlers", dict)
    assert main(["coverage"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith(f"{len(spec.load().operations)} none")
