"""Every fault with every class of operations, in every mode: the whole table of docs/reliability.md."""

import pytest

from tests.faults.__main__ import PATH
from tests.faults.document import render
from tests.faults.faults import FAULTS
from tests.faults.modes import MODES
from tests.faults.run import run


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_has_the_expected_outcome(fault: str, mode: str) -> None:
    assert run(fault, mode).problems == []


def test_the_documentation_page_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == render()
