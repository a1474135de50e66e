"""Every fault with every class of operations, in every mode: the whole table of docs/reliability.md."""

import pytest

from tests.faults.__main__ import PATH
from tests.faults.document import render
from tests.faults.faults import FAULTS
from tests.faults.modes import MODES, Mode
from tests.faults.run import run

RUNS = [(name, mode) for name, fault in FAULTS.items() for mode in MODES if fault.supports(mode)]


@pytest.mark.parametrize(("fault", "mode"), RUNS, ids=[f"{name}-{mode}" for name, mode in RUNS])
def test_a_fault_has_the_expected_outcome(fault: str, mode: Mode) -> None:
    assert run(fault, mode).problems == []


def test_the_documentation_page_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == render()
