"""Every fault, every class of operations, both flavours, asyncio and trio: the whole table of docs/reliability.md."""

import pytest

from tests.faults.__main__ import PATH
from tests.faults.document import render
from tests.faults.faults import FAULTS
from tests.faults.modes import MODES
from tests.faults.run import run


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault(fault: str, mode: str) -> None:
    assert run(fault, mode).problems == []


def test_the_page_is_the_table() -> None:
    assert PATH.read_text(encoding="utf-8") == render()
