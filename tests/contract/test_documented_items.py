"""Every numbered item that the API reference documents holds, or has a written reason why it can't be tested. The table is in rows/."""

import pytest

from .rows import ROWS
from .rows.base import Row, count_by_kind

LAST = 286
KINDS = {
    "call": 83,  # an endpoint: the method sends the request and decodes the response
    "check": 154,  # a rule, a limit, an error, a claim: verified by a function
    "documented": 25,  # a rule that only the API enforces: the docstring states it
    "object": 22,  # an object: its sample decodes
    "prose": 2,  # nothing to execute
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.number:03}-{row.kind}-{row.name.replace(' ', '_')}")
def test_documented_item(row: Row) -> None:
    row.verify()


def test_every_item_has_one_row_of_the_expected_kind() -> None:
    assert [row.number for row in ROWS] == list(range(1, LAST + 1))
    assert count_by_kind(ROWS) == KINDS
    assert sum(KINDS.values()) == LAST


def test_row_names_are_unique() -> None:
    names = [row.name for row in ROWS]
    assert sorted({name for name in names if names.count(name) > 1}) == []
